// The timeline by keyboard. Arrows move the selection; m lifts the selected talk, then arrows carry it from one possible
// place to the next, / looks for a speaker, Enter drops it, Escape puts it back. p pins.
import { focus } from '../detail.js';
import { isDraft, say, select, selectedTalk, state } from '../state.js';
import { drop, togglePin } from './drop.js';
import * as note from './note.js';
import { judge, nearestStart, openingsOf, step } from './openings.js';
import { redraw, reveal, scroller, view } from './view.js';

const search = document.querySelector('#timeline-rows [name=name]');
let at = 0; // the row at which the reader is
let lifted = null;

export function listen() {
  scroller.addEventListener('keydown', pressed);
  scroller.addEventListener('blur', () => setTimeout(() => document.activeElement !== search && document.activeElement !== scroller && putBack(), 0));
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      scroller.focus();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'p' && !event.ctrlKey && !event.metaKey && isDraft && !event.target.closest('input, select, textarea, [contenteditable]')) {
      togglePin();
    }
  });
}

export function stand(speaker) {
  at = view.index.get(speaker) ?? at;
  point();
}

function point() {
  const talk = selectedTalk();
  const speaker = view.rows[at];
  if (speaker) {
    const here = talk?.speaker === speaker ? `tl-${talk.id}` : `tl-row-${speaker.number}`;
    scroller.setAttribute('aria-activedescendant', here);
    for (const row of scroller.querySelectorAll('.tl-row.is-here')) {
      row.classList.remove('is-here');
    }
    document.getElementById(`tl-row-${speaker.number}`)?.classList.add('is-here');
  }
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const act = lifted ? carrying[event.key] : walking[event.key];
  if (act) {
    event.preventDefault();
    event.stopPropagation();
    act();
  }
}

const walking = {
  ArrowDown: () => row(1),
  ArrowUp: () => row(-1),
  PageDown: () => row(Math.floor(scroller.clientHeight / view.rowHeight) - 1),
  PageUp: () => row(1 - Math.floor(scroller.clientHeight / view.rowHeight)),
  Home: () => row(-view.rows.length),
  End: () => row(view.rows.length),
  ArrowRight: () => along(1),
  ArrowLeft: () => along(-1),
  Enter: () => selectedTalk() && focus(),
  m: lift,
  '/': () => search.focus(),
};

const carrying = {
  ArrowDown: () => carryTo(1),
  ArrowUp: () => carryTo(-1),
  ArrowRight: () => carryAlong(1),
  ArrowLeft: () => carryAlong(-1),
  Enter: put,
  Escape: putBack,
  '/': () => search.focus(),
};

// To another row: its talk that is nearest in time is selected, if it has one.
function row(by) {
  at = Math.min(view.rows.length - 1, Math.max(0, at + by));
  const speaker = view.rows[at];
  if (!speaker) {
    return;
  }
  const now = selectedTalk()?.start ?? 0;
  const talk = nearest(speaker.talks, now);
  reveal(speaker, talk ? talk.start : null);
  if (talk) {
    select(talk.id, 'keys');
  }
  point();
}

function nearest(talks, now) {
  return talks.reduce((best, talk) => (best === null || Math.abs(talk.start - now) < Math.abs(best.start - now) ? talk : best), null);
}

function along(by) {
  const speaker = view.rows[at];
  if (!speaker || speaker.talks.length === 0) {
    return;
  }
  const here = speaker.talks.findIndex((talk) => talk.id === state.selected);
  const next = speaker.talks[Math.min(speaker.talks.length - 1, Math.max(0, here + by))];
  reveal(speaker, next.start);
  select(next.id, 'keys');
  point();
}

async function lift() {
  const talk = selectedTalk();
  if (!talk || !isDraft) {
    return;
  }
  const openings = await openingsOf(talk);
  const speaker = talk.speaker && view.index.has(talk.speaker) ? talk.speaker : view.rows.find((each) => openings.open.has(each.number));
  if (!speaker) {
    note.announce(say('plan.move.nobody'));
    return;
  }
  lifted = { talk, openings, speaker, start: talk.speaker === speaker ? talk.start : nearestStart(openings, speaker, 0) };
  view.openings = openings;
  redraw();
  show();
}

function carryTo(by) {
  for (let index = (view.index.get(lifted.speaker) ?? -1) + by; index >= 0 && index < view.rows.length; index += by) {
    const start = nearestStart(lifted.openings, view.rows[index], lifted.start);
    if (start !== null) {
      lifted.speaker = view.rows[index];
      lifted.start = start;
      show();
      return;
    }
  }
}

function carryAlong(by) {
  lifted.start = step(lifted.openings, lifted.speaker, lifted.start, by);
  show();
}

function show() {
  const { talk, openings, speaker, start } = lifted;
  at = view.index.get(speaker) ?? at;
  reveal(speaker, start);
  note.show(judge(openings, talk, speaker, start, 0), speaker, talk, 0, 0);
  note.show(judge(openings, talk, speaker, start, 0), speaker, talk, ...note.atPreview());
  note.readOut();
  point();
}

async function put() {
  const { talk, speaker, start } = lifted;
  lifted = null;
  if (talk.speaker === speaker && talk.start === start) {
    putBack();
    note.hide();
    return;
  }
  await drop(talk, speaker, start, document.getElementById(`tl-${talk.id}`));
  scroller.focus({ preventScroll: true });
}

function putBack() {
  if (lifted) {
    lifted = null;
    view.openings = null;
    note.hide();
    redraw();
    note.announce(say('plan.move.back'));
  }
}

// The rows are others while a talk is in the air: it goes to the first of them that could take it.
export function rowsChanged() {
  if (lifted) {
    view.openings = lifted.openings;
    if (!view.index.has(lifted.speaker)) {
      lifted.speaker = null;
      at = -1;
      carryFirst();
    } else {
      show();
    }
  }
}

function carryFirst() {
  const speaker = view.rows.find((each) => lifted.openings.open.has(each.number));
  if (speaker) {
    lifted.speaker = speaker;
    lifted.start = nearestStart(lifted.openings, speaker, lifted.start);
    show();
  } else {
    note.hide();
    note.announce(say('plan.move.nobody'));
  }
}
