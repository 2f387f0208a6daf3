// Arrow keys move through the cells of a table; the Tab key goes to one of them and past the rest.
export class Grid {
  #box;
  #acts;
  #current = null;

  constructor(box) {
    this.#box = box;
    box.addEventListener('keydown', (event) => this.#key(event));
    box.addEventListener('focusin', (event) => this.#mark(this.#cellOf(event.target)));
    box.addEventListener('click', (event) => this.#click(event));
  }

  on(acts) {
    this.#acts = acts;
  }

  start() {
    this.#current = null;
    for (const cell of this.#cells()) {
      this.#focusable(cell).tabIndex = -1;
      cell.querySelectorAll('a').forEach((link) => { link.tabIndex = -1; });
      if (!cell.dataset.field) {
        cell.setAttribute('aria-readonly', 'true');
      }
    }
    this.#mark(this.#cells()[0]);
  }

  // Where the reader stands, so that he finds himself there again when the rows were made anew.
  place() {
    const cell = this.#box.contains(document.activeElement) ? this.#current : null;
    return cell ? { href: cell.parentElement.dataset.href, row: this.#rowsOf(cell).indexOf(cell.parentElement), column: cell.cellIndex } : null;
  }

  goTo(place) {
    const rows = this.#rows();
    if (place && rows.length > 0) {
      const row = rows.find((one) => one.dataset.href === place.href) ?? rows[Math.min(place.row, rows.length - 1)];
      this.focus(row.cells[place.column]);
    }
  }

  focus(cell) {
    if (cell) {
      this.#focusable(cell).focus();
      cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }

  below(cell) {
    return cell.parentElement.nextElementSibling?.cells[cell.cellIndex] ?? null;
  }

  // The next cell that can be changed, in the order of reading.
  nextEditable(cell, back) {
    const cells = this.#cells().filter((one) => one.dataset.field);
    return cells[cells.indexOf(cell) + (back ? -1 : 1)] ?? null;
  }

  #key(event) {
    const cell = this.#cellOf(event.target);
    if (!cell || cell.classList.contains('is-open')) {
      return;
    }
    const to = this.#move(cell, event);
    if (to !== undefined) {
      this.focus(to);
    } else if (event.key === ' ' && event.shiftKey) {
      this.#acts.tick(cell.parentElement, false);
    } else if ((event.key === 'Enter' && (event.ctrlKey || event.metaKey)) || (event.key === 'Enter' && !cell.dataset.field && !cell.matches('.grid-tick'))) {
      location.href = cell.parentElement.dataset.href;
    } else if ((event.key === 'Enter' || event.key === 'F2') && cell.dataset.field) {
      this.#acts.edit(cell);
    } else if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) {
      this.#acts.undo();
    } else if (event.key === 'Escape') {
      this.#acts.forget();
    } else {
      return;
    }
    event.preventDefault();
  }

  // The cell to which a key leads; null for none, undefined where the key leads nowhere.
  #move(cell, event) {
    const row = cell.parentElement;
    const rows = this.#rows();
    const ctrl = event.ctrlKey || event.metaKey;
    const vertical = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (vertical) {
      const to = rows[Math.max(0, Math.min(rows.length - 1, rows.indexOf(row) + vertical))];
      if (event.shiftKey) {
        this.#acts.tick(row, to);
      }
      return to.cells[cell.cellIndex];
    }
    switch (event.key) {
      case 'ArrowRight': return cell.nextElementSibling;
      case 'ArrowLeft': return cell.previousElementSibling;
      case 'Home': return (ctrl ? rows[0] : row).cells[0];
      case 'End': return [...(ctrl ? rows.at(-1) : row).cells].at(-1);
      default: return undefined;
    }
  }

  // A click on a cell that can be changed changes it; elsewhere in the row it opens the row's page.
  #click(event) {
    const cell = event.target.closest('td[data-field]');
    if (cell && !event.target.closest('a, input, select, textarea, button, .cell-note') && !cell.classList.contains('is-open')) {
      event.preventDefault();
      this.#acts.edit(cell, true);
    }
  }

  #mark(cell) {
    if (cell && cell !== this.#current) {
      if (this.#current) {
        this.#focusable(this.#current).tabIndex = -1;
      }
      this.#current = cell;
      this.#focusable(cell).tabIndex = 0;
    }
  }

  #focusable(cell) {
    return cell.querySelector('[data-tick]') ?? cell;
  }

  #cellOf(element) {
    return element.closest('[role=grid] tbody td');
  }

  #rows() {
    return [...this.#box.querySelectorAll('[role=grid] tbody tr')];
  }

  #rowsOf(cell) {
    return [...cell.parentElement.parentElement.rows];
  }

  #cells() {
    return [...this.#box.querySelectorAll('[role=grid] tbody td')];
  }
}
