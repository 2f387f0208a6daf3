// Opens an editor in a cell, sends what was typed, and says beside the cell what is wrong with it.
import { send } from './send.js';

export class Cells {
  #box;
  #grid;
  #undo;

  constructor(box, grid, undo) {
    this.#box = box;
    this.#grid = grid;
    this.#undo = undo;
  }

  open(cell, byPointer = false) {
    const template = this.#box.querySelector(`template[data-editor="${cell.dataset.field}"]`);
    if (cell.classList.contains('is-open') || !template) {
      return;
    }
    const shown = cell.querySelector('[data-shown]');
    const input = template.content.firstElementChild.cloneNode(true);
    const value = cell.dataset.value;
    if (input.matches('select') && ![...input.options].some((option) => option.value === value)) {
      input.prepend(new Option(shown.textContent.trim(), value));
    }
    input.value = value;
    const edit = { cell, shown, input, seen: value, note: null, busy: false, byPointer };
    shown.hidden = true;
    cell.classList.add('is-open');
    cell.append(input);
    input.addEventListener('keydown', (event) => this.#key(edit, event));
    input.addEventListener('input', () => this.#unsay(edit));
    cell.addEventListener('focusout', edit.left = (event) => this.#left(edit, event));
    input.focus();
    if (input.select) {
      input.select();
    } else if (byPointer) {
      input.addEventListener('change', () => this.#save(edit, () => this.#grid.focus(cell)));
      input.showPicker?.();
    }
  }

  #key(edit, event) {
    if (event.isComposing) {
      return;
    }
    const { cell } = edit;
    if (event.key === 'Escape') {
      this.#close(edit);
      this.#grid.focus(cell);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      this.#save(edit, () => this.#grid.focus(this.#grid.below(cell) ?? cell));
    } else if (event.key === 'Tab') {
      const next = this.#grid.nextEditable(cell, event.shiftKey);
      if (!edit.note || event.shiftKey || !edit.note.querySelector('button')) {
        this.#save(edit, () => {
          this.#grid.focus(next ?? cell);
          if (next) {
            this.open(next);
          }
        });
      } else {
        edit.note.querySelector('button').focus();
      }
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  // Whoever goes elsewhere with the pointer has finished.
  #left(edit, event) {
    if (!edit.cell.contains(event.relatedTarget) && document.hasFocus() && !edit.note) {
      this.#save(edit, () => {});
    }
  }

  async #save(edit, then) {
    const value = edit.input.value.trim();
    if (edit.busy || !edit.cell.classList.contains('is-open')) {
      return;
    }
    if (value === edit.cell.dataset.value) {
      this.#close(edit);
      then();
      return;
    }
    edit.busy = true;
    const { cell } = edit;
    const id = cell.parentElement.querySelector('[data-tick]')?.value ?? cell.parentElement.dataset.href.split('/').at(-1);
    const answer = await send(
      `${this.#box.dataset.editable}/cells`,
      new URLSearchParams({ id, field: cell.dataset.field, value, seen: edit.seen }),
    );
    edit.busy = false;
    const stayed = cell.contains(document.activeElement);
    if (answer.status === 200) {
      this.#show(edit, answer.value);
      this.#close(edit);
      if (answer.undo) {
        this.#undo.offer(answer.message, answer.undo);
      }
      // Whoever has gone elsewhere meanwhile is not called back.
      if (stayed) {
        then();
      }
    } else if (answer.status === 409 && answer.value !== null) {
      this.#meanwhile(edit, answer);
    } else {
      this.#say(edit, answer.message || this.#box.dataset.failed);
    }
  }

  #show(edit, value) {
    const { cell, shown, input } = edit;
    cell.dataset.value = value;
    const text = this.#text(input, value);
    shown.textContent = cell.dataset.grouped === undefined ? text : Number(text).toLocaleString('en-US');
  }

  #text(input, value) {
    const option = input.matches('select') ? [...input.options].find((one) => one.value === value) : null;
    return option?.text ?? (value || '—');
  }

  // Somebody else was here: his value stands in the note, and one of the two is kept.
  #meanwhile(edit, answer) {
    const note = this.#say(edit, `${answer.message} ${this.#text(edit.input, answer.value)}`);
    const keep = this.#button(note, this.#box.dataset.keep, () => {
      this.#show(edit, answer.value);
      this.#close(edit);
      this.#grid.focus(edit.cell);
    });
    this.#button(note, this.#box.dataset.mine, () => {
      edit.seen = answer.value;
      edit.input.focus();
      this.#unsay(edit);
      this.#save(edit, () => this.#grid.focus(edit.cell));
    });
    edit.cell.dataset.value = answer.value;
    note.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        keep.click();
        event.stopPropagation();
      }
    });
    this.#place(edit);
  }

  #button(note, text, act) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-sm';
    button.textContent = text;
    button.addEventListener('click', act);
    note.append(button);
    return button;
  }

  #say(edit, text) {
    this.#unsay(edit);
    const note = document.createElement('div');
    note.className = 'cell-note';
    note.id = 'cell-note';
    note.popover = 'manual';
    note.setAttribute('role', 'alert');
    const words = document.createElement('p');
    words.textContent = text;
    note.append(words);
    edit.cell.append(note);
    edit.note = note;
    edit.input.classList.add('is-invalid');
    edit.input.setAttribute('aria-invalid', 'true');
    edit.input.setAttribute('aria-describedby', note.id);
    note.showPopover();
    this.#place(edit);
    edit.moved = () => this.#place(edit);
    document.addEventListener('scroll', edit.moved, true);
    edit.input.focus();
    return note;
  }

  #place({ cell, note }) {
    const at = cell.getBoundingClientRect();
    const below = at.bottom + note.offsetHeight + 8 < innerHeight;
    note.style.top = `${below ? at.bottom + 4 : at.top - note.offsetHeight - 4}px`;
    note.style.left = `${Math.max(8, Math.min(at.left, innerWidth - note.offsetWidth - 8))}px`;
  }

  #unsay(edit) {
    document.removeEventListener('scroll', edit.moved, true);
    edit.note?.remove();
    edit.note = null;
    edit.input.classList.remove('is-invalid');
    edit.input.removeAttribute('aria-invalid');
    edit.input.removeAttribute('aria-describedby');
  }

  #close(edit) {
    this.#unsay(edit);
    edit.cell.removeEventListener('focusout', edit.left);
    edit.cell.classList.remove('is-open');
    edit.input.remove();
    edit.shown.hidden = false;
  }
}
