// Draws the rows that can be seen, and a few more. Six thousand rows are a tall empty box in which some thirty stand.
import { say, state } from '../state.js';
import { clock, DAY, dayName, written } from '../times.js';
import { fit, scale, x } from './scale.js';

const SPARE = 6;
export const scroller = document.getElementById('timeline');
const inner = scroller.querySelector('.tl-inner');
const head = scroller.querySelector('.tl-days');
export const view = { rows: [], index: new Map(), shown: new Map(), openings: null, kept: null, rowHeight: 34, nameWidth: 150, headHeight: 30 };

export function layOut() {
  const phone = matchMedia('(max-width: 767px)').matches;
  view.rowHeight = phone ? 48 : 34;
  view.nameWidth = phone ? 96 : 158;
  view.headHeight = scale.zoom === 'day' ? 46 : 30;
  fit(Math.max(200, scroller.clientWidth - view.nameWidth));
  scroller.style.setProperty('--name', `${view.nameWidth}px`);
  scroller.style.setProperty('--head', `${view.headHeight}px`);
  scroller.style.setProperty('--row', `${view.rowHeight}px`);
  scroller.style.setProperty('--day', `${scale.dayWidth}px`);
  scroller.style.setProperty('--hour', `${scale.dayWidth * 60 / scale.span}px`);
  scroller.dataset.zoom = scale.zoom;
  drawHead();
}

function drawHead() {
  const days = document.createDocumentFragment();
  for (let day = 0; day < scale.days; day++) {
    const cell = made('div', 'tl-day');
    cell.style.left = `${day * scale.dayWidth}px`;
    cell.style.width = `${scale.dayWidth}px`;
    const weekend = [0, 6].includes(new Date(Date.parse(`${state.data.firstDay}T12:00:00Z`) + day * 86_400_000).getUTCDay());
    cell.classList.toggle('is-weekend', weekend);
    const name = made('span');
    name.textContent = dayHead(day);
    cell.append(name);
    if (scale.zoom === 'day') {
      for (let hour = Math.ceil(scale.first / 60); hour * 60 < scale.first + scale.span; hour += scale.dayWidth < 500 ? 3 : 2) {
        const tick = made('small');
        tick.textContent = `${hour}:00`;
        tick.style.left = `${x(day * DAY + hour * 60) - day * scale.dayWidth}px`;
        cell.append(tick);
      }
    }
    days.append(cell);
  }
  head.replaceChildren(days);
}

// As much of the date as has room.
function dayHead(day) {
  if (scale.dayWidth < 60) {
    return written(state.data.firstDay, day, { day: 'numeric' }).replace(/\D+$/, '');
  }
  return scale.dayWidth < 120
    ? `${written(state.data.firstDay, day, { month: 'numeric', day: 'numeric' })} ${written(state.data.firstDay, day, { weekday: 'short' })}`
    : dayName(state.data.firstDay, day);
}

// kept: the talks that the filter keeps, null for all.
export function setRows(rows, kept) {
  view.rows = rows;
  view.kept = kept;
  view.index = new Map(rows.map((speaker, index) => [speaker, index]));
  scroller.setAttribute('aria-rowcount', String(rows.length + 1));
  inner.style.height = `${view.headHeight + rows.length * view.rowHeight}px`;
  inner.style.width = `${view.nameWidth + scale.width}px`;
  redraw();
}

export function redraw() {
  view.shown.forEach((row) => row.remove());
  view.shown.clear();
  drawVisible();
}

export function drawVisible() {
  const top = scroller.scrollTop;
  const from = Math.max(0, Math.floor(top / view.rowHeight) - SPARE);
  const to = Math.min(view.rows.length, Math.ceil((top + scroller.clientHeight) / view.rowHeight) + SPARE);
  for (const [index, row] of view.shown) {
    if (index < from || index >= to) {
      row.remove();
      view.shown.delete(index);
    }
  }
  const fresh = document.createDocumentFragment();
  for (let index = from; index < to; index++) {
    if (!view.shown.has(index)) {
      const row = drawRow(view.rows[index], index);
      view.shown.set(index, row);
      fresh.append(row);
    }
  }
  inner.append(fresh);
}

function drawRow(speaker, index) {
  const row = made('div', 'tl-row');
  row.role = 'row';
  row.id = `tl-row-${speaker.number}`;
  row.setAttribute('aria-rowindex', String(index + 2));
  row.style.top = `${view.headHeight + index * view.rowHeight}px`;
  const name = made('div', 'tl-name');
  name.role = 'rowheader';
  const who = made('b');
  who.textContent = speaker.name;
  const where = made('span');
  where.textContent = speaker.talks.length > 0 ? `${say('plan.board.talks', speaker.talks.length)} · ${speaker.unit}` : speaker.unit;
  name.append(who, where);
  const cell = made('div', 'tl-cell');
  cell.role = 'gridcell';
  for (let i = 0; i < speaker.free.length; i += 2) {
    cell.append(band('tl-free', speaker.free[i], speaker.free[i] + speaker.free[i + 1]));
  }
  for (const opening of view.openings?.open.get(speaker.number) ?? []) {
    const stretch = band(opening.total <= 0 ? 'tl-open is-better' : 'tl-open', opening.from, opening.to + view.openings.minutes);
    cell.append(stretch);
  }
  for (const each of speaker.booked) {
    const bar = band('tl-fixed', each.from, each.to);
    bar.title = `${clock(each.from)}–${clock(each.to)} ${say('plan.board.booked')}`;
    cell.append(bar);
  }
  for (const talk of speaker.talks) {
    cell.append(bar(talk));
  }
  row.append(name, cell);
  return row;
}

function band(className, from, to) {
  const made = document.createElement('div');
  made.className = className;
  const left = x(from);
  made.style.left = `${left}px`;
  made.style.width = `${Math.max(2, x(to) - left)}px`;
  return made;
}

function bar(talk) {
  const button = made('button', `timeline-talk${talk.byHand ? ' is-hand' : ''}${talk.clash ? ' is-clash' : ''}${talk.pinned ? ' is-pinned' : ''}`);
  button.type = 'button';
  button.tabIndex = -1;
  button.id = `tl-${talk.id}`;
  button.dataset.bar = talk.id;
  button.classList.toggle('is-selected', talk.id === state.selected);
  button.classList.toggle('is-faded', view.kept !== null && !view.kept.has(talk));
  const left = x(talk.start);
  const width = Math.max(7, x(talk.start + talk.minutes) - left);
  button.style.left = `${left}px`;
  button.style.width = `${width}px`;
  const name = `${clock(talk.start)}–${clock(talk.start + talk.minutes)} ${talk.venue.name} · ${talk.topic}`;
  button.title = name;
  button.setAttribute('aria-label', `${talk.speaker.name}, ${dayName(state.data.firstDay, Math.floor(talk.start / DAY))} ${name}${talk.pinned ? `, ${say('plan.pinned')}` : ''}`);
  if (width > 38) {
    const text = made('span');
    text.textContent = width > 60 ? `${clock(talk.start)} ${talk.venue.name}` : clock(talk.start);
    button.append(text);
  }
  return button;
}

export function markSelected() {
  for (const each of scroller.querySelectorAll('[data-bar]')) {
    each.classList.toggle('is-selected', each.dataset.bar === state.selected);
  }
}

// Brings a row, and a minute of it when one is given, into sight.
export function reveal(speaker, minute) {
  const index = view.index.get(speaker);
  if (index === undefined) {
    return false;
  }
  const top = index * view.rowHeight;
  const height = scroller.clientHeight - view.headHeight;
  if (top < scroller.scrollTop || top + view.rowHeight > scroller.scrollTop + height) {
    scroller.scrollTop = Math.max(0, top - height / 2);
  }
  if (minute !== null) {
    const left = x(minute);
    const width = scroller.clientWidth - view.nameWidth;
    if (left < scroller.scrollLeft || left + 60 > scroller.scrollLeft + width) {
      scroller.scrollLeft = Math.max(0, scale.zoom === 'day' ? Math.floor(left / scale.dayWidth) * scale.dayWidth : left - width / 3);
    }
  }
  drawVisible();
  return true;
}

export function made(kind, className) {
  const element = document.createElement(kind);
  if (className) {
    element.className = className;
  }
  return element;
}
