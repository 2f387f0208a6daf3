// The draft as map, list and timeline with one selection.
import * as detail from './detail.js';
import * as filters from './filters.js';
import * as list from './list.js';
import * as map from './map.js';
import { board, load, on, remember, select, state, words } from './state.js';
import * as timeline from './timeline.js';

for (const tab of board.querySelectorAll('[role=tab]')) {
  tab.addEventListener('click', () => show(tab.dataset.view));
  tab.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const tabs = [...board.querySelectorAll('[role=tab]')];
      const next = tabs[(tabs.indexOf(tab) + (event.key === 'ArrowRight' ? 1 : tabs.length - 1)) % tabs.length];
      next.focus();
      next.click();
    }
  });
}
for (const part of [detail, filters, list, map, timeline]) {
  part.listen();
}
on('filter', draw);
// The server tells after a change that the plan is another one now.
document.body.addEventListener('planChanged', refresh);
show(state.view);
refresh();

async function refresh() {
  const first = state.data === null;
  const note = document.getElementById('board-note');
  try {
    await load();
  } catch (failure) {
    note.textContent = words.failed;
    return;
  }
  note.textContent = '';
  filters.filter();
  draw();
  if (first && state.selected) {
    select(state.selected, 'address');
  }
}

function show(view) {
  state.view = view;
  for (const tab of board.querySelectorAll('[role=tab]')) {
    const here = tab.dataset.view === view;
    tab.setAttribute('aria-selected', String(here));
    tab.tabIndex = here ? 0 : -1;
    document.getElementById(`board-${tab.dataset.view}`).hidden = !here;
  }
  remember('view', view);
  draw();
}

function draw() {
  if (state.data) {
    if (state.view === 'map') {
      map.draw();
    }
    if (state.view === 'timeline') {
      timeline.draw();
    }
  }
}
