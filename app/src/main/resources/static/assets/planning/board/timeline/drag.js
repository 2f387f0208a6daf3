// Dragging a talk with the mouse or a finger: what it would cost stands at the pointer, the server decides at the drop.
import { isDraft, select, state } from '../state.js';
import { drop } from './drop.js';
import * as note from './note.js';
import { judge, openingsOf } from './openings.js';
import { minuteAt, minutesFor } from './scale.js';
import { redraw, scroller, view } from './view.js';

const BEGINS_AFTER = 4; // pixels: less is a click
const LONG_PRESS = 350; // milliseconds: less is a tap or the start of scrolling
// Within so many pixels and minutes the talk snaps to a start that is possible.
const NEAR = 12;
const NEAR_MINUTES = 30;
const EDGE = 36;
let drag = null;

export function listen() {
  document.addEventListener('pointerdown', down);
  document.addEventListener('pointermove', move);
  document.addEventListener('pointerup', up);
  document.addEventListener('pointercancel', cancel);
  document.addEventListener('touchmove', (event) => drag?.on && event.preventDefault(), { passive: false });
  document.addEventListener('contextmenu', (event) => drag && event.preventDefault());
  document.addEventListener('keydown', (event) => event.key === 'Escape' && drag?.on && cancel());
  document.addEventListener('click', (event) => {
    const bar = event.target.closest('[data-bar]');
    if (bar && event.detail !== 0) {
      select(bar.dataset.bar, 'timeline');
      scroller.focus({ preventScroll: true });
    }
  });
}

function down(event) {
  const bar = event.target.closest('[data-bar]');
  if (!bar || !isDraft || event.button !== 0 || drag) {
    return;
  }
  const talk = state.data.byId.get(bar.dataset.bar);
  const grabbed = bar.closest('.tl-cell') ? event.clientX - bar.getBoundingClientRect().left : 0;
  drag = { talk, bar, grabbed, on: false, x: event.clientX, y: event.clientY, fromX: event.clientX, fromY: event.clientY, openings: null, verdict: null, frame: 0 };
  if (event.pointerType === 'touch') {
    drag.press = setTimeout(begin, LONG_PRESS);
  }
}

function move(event) {
  if (!drag) {
    return;
  }
  drag.x = event.clientX;
  drag.y = event.clientY;
  if (!drag.on && Math.hypot(drag.x - drag.fromX, drag.y - drag.fromY) > BEGINS_AFTER) {
    if (event.pointerType === 'touch') {
      forget();
      return;
    }
    begin();
  }
}

async function begin() {
  const mine = drag;
  mine.on = true;
  mine.box = scroller.getBoundingClientRect();
  document.body.classList.add('is-dragging-talk');
  mine.bar.classList.add('is-lifted');
  getSelection()?.removeAllRanges();
  performance.mark('drag-begin');
  mine.frame = requestAnimationFrame(follow);
  try {
    mine.openings = await openingsOf(mine.talk);
  } catch (failure) {
    if (drag === mine) {
      cancel();
    }
    return;
  }
  if (drag === mine) {
    view.openings = mine.openings;
    redraw();
  }
}

// Once a frame: where the pointer is, what that means.
function follow() {
  if (!drag?.on) {
    return;
  }
  drag.frame = requestAnimationFrame(follow);
  scrollAtEdges();
  if (!drag.openings) {
    note.waiting(drag.x, drag.y);
    return;
  }
  const over = target();
  if (!over) {
    drag.verdict = null;
    note.hide();
    return;
  }
  drag.speaker = over.speaker;
  drag.verdict = judge(drag.openings, drag.talk, over.speaker, over.start, Math.min(NEAR_MINUTES, minutesFor(NEAR)));
  note.show(drag.verdict, over.speaker, drag.talk, drag.x, drag.y);
}

function target() {
  const { box } = drag;
  const top = drag.y - box.top - view.headHeight;
  const left = drag.x - box.left - view.nameWidth;
  if (top < 0 || left < 0 || drag.y > box.bottom || drag.x > box.right) {
    return null;
  }
  const speaker = view.rows[Math.floor((top + scroller.scrollTop) / view.rowHeight)];
  const minute = minuteAt(left + scroller.scrollLeft - drag.grabbed);
  return speaker ? { speaker, start: Math.round(minute / 5) * 5 } : null;
}

function scrollAtEdges() {
  const { box } = drag;
  const inside = drag.x > box.left && drag.x < box.right && drag.y > box.top - EDGE && drag.y < box.bottom + EDGE;
  if (!inside) {
    return;
  }
  if (drag.y < box.top + view.headHeight + EDGE) {
    scroller.scrollTop -= 10;
  } else if (drag.y > box.bottom - EDGE) {
    scroller.scrollTop += 10;
  }
  if (drag.x < box.left + view.nameWidth + EDGE && scroller.scrollLeft > 0) {
    scroller.scrollLeft -= 10;
  } else if (drag.x > box.right - EDGE) {
    scroller.scrollLeft += 10;
  }
}

async function up() {
  if (!drag) {
    return;
  }
  const { on, talk, bar, verdict, speaker } = drag;
  if (on) {
    // The click that follows is no choice.
    document.addEventListener('click', (event) => event.stopImmediatePropagation(), { capture: true, once: true });
    setTimeout(() => document.dispatchEvent(new MouseEvent('click')), 0);
  }
  forget();
  if (on && verdict && !(speaker === talk.speaker && verdict.start === talk.start)) {
    await drop(talk, speaker, verdict.start, bar);
  } else if (on) {
    note.hide();
    view.openings = null;
    redraw();
  }
}

function cancel() {
  if (drag) {
    const { on } = drag;
    forget();
    if (on) {
      note.hide();
      view.openings = null;
      redraw();
    }
  }
}

function forget() {
  clearTimeout(drag.press);
  cancelAnimationFrame(drag.frame);
  drag.bar.classList.remove('is-lifted');
  document.body.classList.remove('is-dragging-talk');
  drag = null;
}
