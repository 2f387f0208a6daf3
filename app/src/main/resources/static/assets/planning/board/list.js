// The list is the server's, paged; here it learns of filters and of the selection.
import { board, on, select, state } from './state.js';

export function listen() {
  document.addEventListener('click', (event) => {
    const chosen = event.target.closest('[data-talk]');
    if (chosen) {
      event.preventDefault();
      select(chosen.dataset.talk, 'list');
    }
  });
  on('filter', () => htmx.trigger('#board-list', 'refresh'));
  on('select', ({ by }) => by !== 'list' && state.view === 'list' ? bring() : mark());
  on('view', (view) => view === 'list' && state.selected && bring());
  document.body.addEventListener('htmx:afterSettle', (event) => {
    mark();
    if (event.target.id === 'board-list') {
      inSight();
    }
  });
}

// The selected talk may stand on another page.
function bring() {
  if (document.querySelector(`#board-list [data-talk="${state.selected}"]`)) {
    mark();
    inSight();
  } else {
    htmx.trigger('#board-list', 'refresh');
  }
}

function inSight() {
  for (const each of document.querySelectorAll('#board-list .is-selected')) {
    if (each.offsetParent) {
      each.scrollIntoView({ block: 'nearest' });
    }
  }
}

export function mark() {
  for (const each of board.querySelectorAll('[data-talk]')) {
    const here = each.dataset.talk === state.selected;
    (each.closest('tr[data-row]') ?? each).classList.toggle('is-selected', here);
  }
}
