// The draft as map, list and timeline with one selection.
import * as detail from './detail.js';
import * as filters from './filters.js';
import * as list from './list.js';
import * as map from './map.js';
import * as part from './part.js';
import { board, isDraft, load, on, remember, select, state, tell, words } from './state.js';
import { togglePin, undo } from './timeline/drop.js';
import * as timeline from './timeline/timeline.js';
import * as tools from './tools.js';

const WIDE = matchMedia('(min-width: 1200px)');

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
for (const each of [detail, filters, list, map, part, timeline, tools]) {
  each.listen();
}
on('filter', draw);
on('changed', async (loaded) => {
  await refresh();
  // The figures and the list are the server's.
  htmx.trigger('#board-figures', 'refresh');
  htmx.trigger('#board-list', 'refresh');
  loaded?.();
});
// The server tells after a change in the panel that the plan is another one now.
document.body.addEventListener('planChanged', refresh);
WIDE.addEventListener('change', () => show(state.view));
document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === 'z' && isDraft && !event.target.closest('input, textarea, [contenteditable]')) {
    event.preventDefault();
    undo();
  }
});
document.getElementById('board-undo')?.addEventListener('click', undo);
document.getElementById('board-pin')?.addEventListener('click', togglePin);
show(state.view);
refresh();

async function refresh() {
  const first = state.data === null;
  const note = document.getElementById('board-note');
  try {
    await load();
  } catch (failure) {
    note.textContent = words.failed;
    note.hidden = false;
    return;
  }
  note.textContent = '';
  note.hidden = true;
  filters.filter();
  tell('data');
  await draw();
  if (first) {
    performance.mark('board-interactive');
    if (state.selected) {
      select(state.selected, 'address');
    }
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
  map.place(view === 'map' || !WIDE.matches);
  remember('view', view);
  tell('view', view);
  draw();
}

async function draw() {
  if (state.data) {
    if (state.view === 'map' || WIDE.matches) {
      map.draw();
    }
    if (state.view === 'timeline') {
      await timeline.draw();
    }
  }
}
