// The panel beside the views: what is known of the selected talk, or the talks of one venue to choose from.
import { on, plan, select, state, words } from './state.js';
import { clock, dayName, dayOf } from './times.js';

const panel = document.getElementById('detail');

export function listen() {
  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-close-detail]')) {
      close();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && panel.classList.contains('is-open')) {
      close();
    }
  });
  let waiting = 0;
  on('select', ({ id, by }) => {
    clearTimeout(waiting);
    // Whoever walks through talks with the arrow keys reads the one at which he stops.
    waiting = setTimeout(() => show(id), by === 'keys' ? 200 : 0);
  });
  document.body.addEventListener('htmx:afterSettle', (event) => {
    if (event.target === panel) {
      panel.scrollTop = 0;
    }
  });
}

function show(id) {
  panel.classList.add('is-open');
  htmx.ajax('GET', `/plans/${plan}/talks/${id}`, { target: '#detail', swap: 'innerHTML' });
}

export function focus() {
  panel.querySelector('h2')?.focus({ preventScroll: true });
}

function close() {
  panel.classList.remove('is-open');
}

// Several talks at one venue: the reader chooses in the panel.
export function choose(venue, talks) {
  const head = document.createElement('div');
  head.className = 'detail-head';
  const title = document.createElement('h2');
  title.tabIndex = -1;
  title.textContent = venue.name;
  const away = document.createElement('button');
  away.type = 'button';
  away.className = 'btn detail-close';
  away.dataset.closeDetail = '';
  away.textContent = words.close;
  head.append(title, away);
  const list = document.createElement('div');
  list.className = 'card-list';
  for (const talk of [...talks].sort((one, other) => one.start - other.start)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'board-card';
    button.addEventListener('click', () => select(talk.id, 'map'));
    const what = document.createElement('strong');
    what.textContent = talk.topic;
    const who = document.createElement('span');
    who.textContent = talk.speaker
      ? `${dayName(state.data.firstDay, dayOf(talk.start))} ${clock(talk.start)} · ${talk.speaker.name}`
      : words.unserved;
    button.append(what, who);
    list.append(button);
  }
  panel.replaceChildren(head, list);
  panel.classList.add('is-open');
}
