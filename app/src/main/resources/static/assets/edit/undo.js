// The last change of this list can be taken back for ten minutes: from the note, from below the table, by Ctrl+Z.
import { send } from './send.js';

const MINUTES = 10;
const SHOWN_SECONDS = 20;

export class Undo {
  #box;
  #refresh;

  constructor(box, refresh) {
    this.#box = box;
    this.#refresh = refresh;
    box.addEventListener('click', (event) => {
      if (event.target.closest('[data-take-back]')) {
        this.run();
      }
    });
  }

  start() {
    const button = this.#box.querySelector('[data-take-back]');
    if (button) {
      button.hidden = !this.#id;
    }
  }

  // Says what was done, and offers to take it back where that is possible.
  offer(text, id) {
    if (id) {
      sessionStorage.setItem(this.#key, JSON.stringify({ id, until: Date.now() + MINUTES * 60_000 }));
    } else {
      sessionStorage.removeItem(this.#key);
    }
    this.start();
    this.#say(text, Boolean(id));
  }

  async run() {
    const id = this.#id;
    if (!id) {
      return;
    }
    const answer = await send('/edits/undo', new URLSearchParams({ id }));
    if (answer.status === 0) {
      this.#say(this.#box.dataset.failed, true);
      return;
    }
    sessionStorage.removeItem(this.#key);
    await this.#refresh();
    this.#say(answer.message, false);
  }

  get #key() {
    return `undo${this.#box.dataset.editable}`;
  }

  get #id() {
    const kept = JSON.parse(sessionStorage.getItem(this.#key) ?? 'null');
    return kept && kept.until > Date.now() ? kept.id : null;
  }

  #say(text, undo) {
    const note = document.createElement('div');
    note.className = 'toast-note';
    const words = document.createElement('span');
    words.textContent = text;
    note.append(words);
    if (undo) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-sm';
      button.textContent = this.#box.dataset.undo;
      button.addEventListener('click', () => this.run());
      note.append(button);
    }
    document.getElementById('toasts').replaceChildren(note);
    setTimeout(() => note.remove(), SHOWN_SECONDS * 1000);
  }
}
