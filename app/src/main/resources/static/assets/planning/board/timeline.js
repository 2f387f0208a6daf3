// The timeline: one row per speaker.
import { chosen } from './filters.js';
import { mark } from './list.js';
import { on, state, words } from './state.js';
import { clock, dayName as named, dayOf } from './times.js';

const SPEAKERS_A_PAGE = 30;
const DAYS_A_PAGE = 7;
const FIRST_HOUR = 6;
const HOURS = 16;
const language = document.documentElement.lang;
let turned = { page: 0, week: 0 };

export function listen() {
  on('filter', () => { turned.page = 0; });
  document.addEventListener('click', (event) => {
    const turn = event.target.closest('[data-turn]');
    if (turn) {
      turned[turn.dataset.turn] += Number(turn.dataset.by);
      draw();
    }
  });
}

function dayName(day) {
  return named(state.data.firstDay, day);
}

export function draw() {
  const box = document.getElementById('board-rows');
  const speakers = speakersInOrder();
  const pages = Math.max(1, Math.ceil(speakers.length / SPEAKERS_A_PAGE));
  turned.page = Math.min(Math.max(0, turned.page), pages - 1);
  const weeks = Math.ceil(state.data.days / DAYS_A_PAGE);
  turned.week = Math.min(Math.max(0, turned.week), weeks - 1);
  const one = chosen('day');
  const days = one !== '' ? [Number(one)] : busyDays(turned.week * DAYS_A_PAGE, Math.min(state.data.days, (turned.week + 1) * DAYS_A_PAGE));
  const rows = speakers.slice(turned.page * SPEAKERS_A_PAGE, (turned.page + 1) * SPEAKERS_A_PAGE);
  document.getElementById('board-rows-none').hidden = speakers.length > 0;
  box.parentElement.hidden = speakers.length === 0;
  box.replaceChildren(head(days), body(rows, days));
  turnable('page', pages, turned.page, words.pageNote);
  turnable('week', one === '' ? weeks : 1, turned.week, words.weekNote);
  mark();
}

// Days on which nobody speaks take no room.
function busyDays(from, to) {
  const busy = new Set(state.talks.filter((talk) => talk.speaker).map((talk) => dayOf(talk.start)));
  const days = range(from, to);
  return days.some((day) => busy.has(day)) ? days.filter((day) => busy.has(day)) : days;
}

function speakersInOrder() {
  const bySpeaker = new Map();
  for (const talk of state.talks) {
    if (talk.speaker) {
      bySpeaker.set(talk.speaker, [...(bySpeaker.get(talk.speaker) ?? []), talk]);
    }
  }
  return [...bySpeaker].sort(([one, some], [other, more]) => more.length - some.length || one.name.localeCompare(other.name, language));
}

function head(days) {
  const row = document.createElement('tr');
  row.append(cell('th', words.speaker));
  for (const day of days) {
    const name = cell('th', dayName(day));
    name.scope = 'col';
    name.className = 'timeline-day';
    if (days.length === 1) {
      name.append(scale());
    }
    row.append(name);
  }
  const part = document.createElement('thead');
  part.append(row);
  return part;
}

function scale() {
  const hours = document.createElement('div');
  hours.className = 'timeline-scale';
  for (let hour = 0; hour < HOURS; hour += 2) {
    const tick = document.createElement('span');
    tick.textContent = `${FIRST_HOUR + hour}:00`;
    tick.style.left = `${100 * hour / HOURS}%`;
    hours.append(tick);
  }
  return hours;
}

function body(rows, days) {
  const part = document.createElement('tbody');
  for (const [speaker, talks] of rows) {
    const row = document.createElement('tr');
    const name = cell('th', '');
    name.scope = 'row';
    const link = document.createElement('span');
    link.className = 'timeline-name';
    link.textContent = speaker.name;
    const count = document.createElement('span');
    count.className = 'text-secondary';
    count.textContent = words.talksNote.replace('{0}', talks.length);
    name.append(link, count);
    row.append(name);
    for (const day of days) {
      const box = cell('td', '');
      const here = talks.filter((talk) => dayOf(talk.start) === day).sort((one, other) => one.start - other.start);
      if (here.length > 0) {
        box.dataset.day = dayName(day);
        box.append(days.length === 1 ? toScale(here) : stacked(here));
      }
      row.append(box);
    }
    part.append(row);
  }
  return part;
}

function stacked(talks) {
  const all = document.createDocumentFragment();
  for (const talk of talks) {
    all.append(chip(talk));
  }
  return all;
}

function toScale(talks) {
  const box = document.createElement('div');
  box.className = 'timeline-hours';
  for (const talk of talks) {
    const button = chip(talk);
    const from = talk.start % 1440 - FIRST_HOUR * 60;
    button.style.left = `${Math.max(0, 100 * from / (HOURS * 60))}%`;
    button.style.width = `${100 * talk.minutes / (HOURS * 60)}%`;
    box.append(button);
  }
  return box;
}

function chip(talk) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `timeline-talk${talk.byHand ? ' is-hand' : ''}${talk.clash ? ' is-clash' : ''}`;
  button.dataset.talk = talk.id;
  button.title = `${clock(talk.start)}–${clock(talk.start + talk.minutes)} ${talk.venue.name} · ${talk.topic}`;
  const time = document.createElement('b');
  time.textContent = clock(talk.start);
  button.append(time, ` ${talk.venue.name}`);
  return button;
}

function turnable(name, total, here, note) {
  const box = document.getElementById(`board-${name}`);
  box.hidden = total <= 1;
  box.querySelector('span').textContent = note.replace('{0}', here + 1).replace('{1}', total);
  const [back, on] = box.querySelectorAll('button');
  back.disabled = here === 0;
  on.disabled = here === total - 1;
}

function cell(kind, text) {
  const made = document.createElement(kind);
  made.textContent = text;
  return made;
}

function range(from, to) {
  return Array.from({ length: to - from }, (unused, index) => from + index);
}
