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
  on('select', mark);
  document.body.addEventListener('htmx:afterSettle', mark);
}

export function mark() {
  for (const each of board.querySelectorAll('[data-talk]')) {
    const here = each.dataset.talk === state.selected;
    (each.closest('tr[data-row]') ?? each).classList.toggle('is-selected', here);
  }
}
