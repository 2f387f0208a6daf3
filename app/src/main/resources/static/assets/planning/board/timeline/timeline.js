// The timeline: a row for each speaker, his free time behind, his talks to scale, what is booked elsewhere fixed.
import { chosen } from '../filters.js';
import { on, remember, select, selectedTalk, state } from '../state.js';
import { DAY } from '../times.js';
import * as drag from './drag.js';
import * as keys from './keys.js';
import { rows } from './rows.js';
import { measure, scale, x } from './scale.js';
import * as tray from './tray.js';
import { drawVisible, layOut, markSelected, redraw, reveal, scroller, setRows, view } from './view.js';

const controls = document.getElementById('timeline-rows');
const count = document.getElementById('timeline-count');
const none = document.getElementById('board-rows-none');
let measured = null;
let waiting = false;

export function listen() {
  const asked = new URLSearchParams(location.search).get('zoom');
  zoomTo(['day', 'week', 'month'].includes(asked) ? asked : matchMedia('(max-width: 767px)').matches ? 'day' : 'week');
  drag.listen();
  keys.listen();
  scroller.addEventListener('scroll', () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        drawVisible();
      });
    }
  }, { passive: true });
  new ResizeObserver(() => state.data && state.view === 'timeline' && lay()).observe(scroller);
  document.querySelector('.tl-zoom').addEventListener('click', (event) => {
    const button = event.target.closest('[data-zoom]');
    if (button) {
      const middle = middleMinute();
      zoomTo(button.dataset.zoom);
      remember('zoom', scale.zoom);
      lay();
      centre(selectedTalk()?.speaker ? selectedTalk().start : middle);
    }
  });
  document.querySelector('.tl-steps').addEventListener('click', (event) => {
    const by = event.target.closest('[data-by]')?.dataset.by;
    if (by) {
      scroller.scrollLeft += Number(by) * (scale.zoom === 'day' ? scale.dayWidth : scroller.clientWidth - view.nameWidth);
    }
  });
  controls.addEventListener('submit', (event) => event.preventDefault());
  let typing = 0;
  controls.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => draw(true), 150);
  });
  on('select', ({ by }) => state.data && state.view === 'timeline' && selected(by));
  on('filter', () => {
    const day = chosen('day');
    if (day !== '' && state.view === 'timeline') {
      zoomTo('day');
      lay();
      scroller.scrollLeft = Number(day) * scale.dayWidth;
    }
  });
}

function zoomTo(zoom) {
  scale.zoom = zoom;
  for (const each of document.querySelectorAll('.tl-zoom [data-zoom]')) {
    each.setAttribute('aria-pressed', String(each.dataset.zoom === zoom));
  }
}

function middleMinute() {
  return Math.max(0, Math.floor(scroller.scrollLeft / scale.dayWidth)) * DAY + scale.first;
}

function centre(minute) {
  scroller.scrollLeft = Math.max(0, scale.zoom === 'day' ? Math.floor(minute / DAY) * scale.dayWidth : x(minute) - (scroller.clientWidth - view.nameWidth) / 3);
}

function lay() {
  layOut();
  setRows(view.rows, view.kept);
}

// afresh: other rows are asked for, so the reader begins at the top.
export async function draw(afresh) {
  if (measured !== state.data) {
    measured = state.data;
    measure();
    view.openings = null;
  }
  layOut();
  const found = await rows();
  const keepsAll = state.talks.length === state.data.talks.length;
  if (afresh) {
    scroller.scrollTop = 0;
  }
  setRows(found, keepsAll ? null : new Set(state.talks));
  none.hidden = found.length > 0;
  count.textContent = count.dataset.note.replace('{0}', found.length.toLocaleString('en-US'));
  tray.draw();
  keys.rowsChanged();
  const talk = selectedTalk();
  if (talk?.speaker && !afresh) {
    reveal(talk.speaker, talk.start);
    keys.stand(talk.speaker);
  }
}

async function selected(by) {
  const talk = selectedTalk();
  if (controls.elements.rows.value === 'able' && by !== 'keys') {
    await draw(by !== 'timeline');
  }
  markSelected();
  tray.mark();
  if (talk?.speaker) {
    if (by !== 'timeline') {
      reveal(talk.speaker, talk.start);
    }
    keys.stand(talk.speaker);
  }
}

export { redraw, select };
