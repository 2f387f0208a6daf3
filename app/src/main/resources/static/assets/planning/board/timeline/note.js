// The note at the pointer, the bar that shows where the talk would be, and what is read out.
import { say } from '../state.js';
import { spoken } from './openings.js';
import { scale, x } from './scale.js';
import { made, scroller, view } from './view.js';

const note = document.getElementById('timeline-note');
const ear = document.getElementById('timeline-ear');
const preview = made('div', 'tl-preview');
preview.hidden = true;
scroller.querySelector('.tl-inner').append(preview);
let shown = '';

export function show(verdict, speaker, talk, left, top) {
  const index = view.index.get(speaker);
  const start = x(verdict.start);
  preview.hidden = false;
  preview.classList.toggle('is-refused', !verdict.allowed);
  preview.style.width = `${Math.max(7, x(verdict.start + talk.minutes) - start)}px`;
  preview.style.transform = `translate(${view.nameWidth + start}px, ${view.headHeight + index * view.rowHeight}px)`;
  write(spoken(verdict, speaker), verdict.allowed ? (verdict.total > 0 ? 'is-dearer' : 'is-cheaper') : 'is-refused');
  place(left, top);
}

export function waiting(left, top) {
  write({ head: say('plan.move.checking'), price: '', lines: [] }, '');
  place(left, top);
}

function write({ head, price, lines }, look) {
  const key = head + price + lines.join('|');
  if (key === shown) {
    return;
  }
  shown = key;
  const title = made('b');
  title.textContent = head;
  const cost = made('strong');
  cost.textContent = price;
  const list = made('ul');
  for (const line of lines) {
    const item = made('li');
    item.textContent = line;
    list.append(item);
  }
  note.className = `tl-note ${look}`;
  note.replaceChildren(title, cost, list);
  note.hidden = false;
}

// Beside the pointer, within the window.
function place(left, top) {
  const width = Math.min(300, innerWidth - 16);
  const at = Math.max(8, left + 18 + width > innerWidth ? left - width - 18 : left + 18);
  const down = top + 190 > innerHeight ? top - 170 : top + 22;
  note.style.transform = `translate(${at}px, ${down}px)`;
}

// For the keyboard: beside the preview itself.
export function atPreview() {
  const box = preview.getBoundingClientRect();
  return [box.right, box.bottom - 18];
}

export function readOut() {
  ear.textContent = note.innerText;
}

export function announce(text) {
  ear.textContent = text;
}

export function hide() {
  shown = '';
  note.hidden = true;
  preview.hidden = true;
}

// The refused talk goes back to where it came from, for the eye.
export function springBack(from) {
  const to = from?.getBoundingClientRect();
  const here = preview.getBoundingClientRect();
  note.hidden = true;
  shown = '';
  if (!to || matchMedia('(prefers-reduced-motion: reduce)').matches) {
    preview.hidden = true;
    return;
  }
  const base = preview.style.transform;
  preview.animate(
    [{ transform: base }, { transform: `${base} translate(${to.left - here.left}px, ${to.top - here.top}px)` }],
    { duration: 220, easing: 'ease-out' },
  ).finished.then(() => { preview.hidden = true; });
}

export { scale };
