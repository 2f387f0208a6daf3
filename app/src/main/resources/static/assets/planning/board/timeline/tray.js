// The requests that are left out, to be dragged into the timeline.
import { say, state } from '../state.js';
import { dayName } from '../times.js';
import { made } from './view.js';

const MOST = 60;
const tray = document.getElementById('timeline-tray');

export function draw() {
  const left = state.talks.filter((talk) => !talk.speaker);
  tray.hidden = left.length === 0;
  tray.querySelector('h3').textContent = say('plan.tray', left.length);
  const list = tray.querySelector('div');
  list.replaceChildren(...left.slice(0, MOST).map(card));
  if (left.length > MOST) {
    const more = made('span', 'text-secondary');
    more.textContent = say('plan.tray.more', left.length - MOST);
    list.append(more);
  }
}

function card(talk) {
  const button = made('button', 'tray-talk');
  button.type = 'button';
  button.dataset.bar = talk.id;
  button.classList.toggle('is-selected', talk.id === state.selected);
  const what = made('b');
  what.textContent = talk.topic;
  const where = made('span');
  where.textContent = `${talk.venue.name} · ${dayName(state.data.firstDay, talk.days[0] ?? 0)}`;
  button.append(what, where);
  return button;
}

export function mark() {
  for (const each of tray.querySelectorAll('[data-bar]')) {
    const here = each.dataset.bar === state.selected;
    each.classList.toggle('is-selected', here);
    if (here) {
      each.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }
}
