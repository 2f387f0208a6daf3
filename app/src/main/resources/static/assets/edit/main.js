// A list whose table is changed where it stands: <div data-editable="/speakers">, see tag/editable.
import { Cells } from './cells.js';
import { Grid } from './grid.js';
import { Rows } from './rows.js';
import { Undo } from './undo.js';

for (const box of document.querySelectorAll('[data-editable]')) {
  const undo = new Undo(box, refresh);
  const grid = new Grid(box);
  const cells = new Cells(box, grid, undo);
  const rows = new Rows(box, undo, refresh);
  grid.on({
    edit: (cell) => cells.open(cell),
    tick: (row, extend) => rows.toggle(row, extend),
    undo: () => undo.run(),
    forget: () => rows.forget(),
  });
  start();

  // After a change of many rows the list is shown as it is now, and the reader stays where he was.
  async function refresh() {
    const place = grid.place();
    const answer = await fetch(location.href).catch(() => null);
    const fresh = answer?.ok
      ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector(`[data-editable="${box.dataset.editable}"]`)
      : null;
    if (!fresh) {
      location.reload();
      return;
    }
    box.replaceChildren(...fresh.childNodes);
    start();
    grid.goTo(place);
  }

  function start() {
    grid.start();
    rows.start();
    undo.start();
  }
}
