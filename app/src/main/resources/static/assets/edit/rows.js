// Ticks rows, and does one thing with all that are ticked, or with all that the filters match.
import { send } from './send.js';

export class Rows {
  #box;
  #undo;
  #refresh;
  #last = null;
  #all = false;

  constructor(box, undo, refresh) {
    this.#box = box;
    this.#undo = undo;
    this.#refresh = refresh;
    box.addEventListener('click', (event) => this.#click(event));
    box.addEventListener('change', (event) => this.#change(event));
    box.addEventListener('submit', (event) => this.#submit(event), true);
  }

  start() {
    this.#last = null;
    this.#all = false;
    this.#show();
  }

  forget() {
    this.#ticks().forEach((tick) => { tick.checked = false; });
    this.#all = false;
    this.#show();
  }

  // Ticks a row or takes its tick away; with another row, ticks both.
  toggle(row, other) {
    for (const tick of [row, other].map((one) => one && one.querySelector('[data-tick]'))) {
      if (tick) {
        tick.checked = other ? true : !tick.checked;
      }
    }
    this.#all = false;
    this.#show();
  }

  #click(event) {
    const tick = event.target.closest('[data-tick]');
    if (tick) {
      this.#range(tick, event.shiftKey);
    } else if (event.target.closest('[data-rows-none]')) {
      this.forget();
    } else if (event.target.closest('[data-rows-all]')) {
      this.#ticks().forEach((one) => { one.checked = true; });
      this.#all = true;
    } else {
      return;
    }
    this.#show();
  }

  // With the shift key all between the last tick and this one become as this one.
  #range(tick, shift) {
    const ticks = this.#ticks();
    const from = ticks.indexOf(this.#last);
    if (shift && from >= 0) {
      const to = ticks.indexOf(tick);
      ticks.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((one) => { one.checked = tick.checked; });
    }
    this.#last = tick;
    this.#all = false;
  }

  #change(event) {
    if (event.target.matches('[data-tick-all]')) {
      this.#ticks().forEach((one) => { one.checked = event.target.checked; });
      this.#all = false;
      this.#show();
    } else if (event.target.matches('[data-rows-act]')) {
      this.#choose(event.target.value);
    }
  }

  #choose(act) {
    const template = this.#box.querySelector(`template[data-act="${act}"]`);
    this.#form.querySelector('[data-rows-value]').replaceChildren(...(template ? [template.content.cloneNode(true)] : []));
    this.#form.querySelector('[type=submit]').disabled = !template;
    this.#note('');
  }

  #submit(event) {
    if (event.target === this.#form) {
      event.preventDefault();
      event.stopPropagation();
      this.#carryOut();
    }
  }

  async #carryOut() {
    const act = this.#form.querySelector('[data-rows-act]');
    if (this.#all && !confirm(this.#form.dataset.question.replace('COUNT', this.#count.toLocaleString('en-US')))) {
      return;
    }
    const fields = new URLSearchParams(new FormData(this.#form));
    fields.append('field', act.value);
    if (this.#all) {
      fields.append('all', 'true');
      fields.append('count', this.#count);
    } else {
      this.#ticks().filter((tick) => tick.checked).forEach((tick) => fields.append('row', tick.value));
    }
    const button = this.#form.querySelector('[type=submit]');
    button.disabled = true;
    const answer = await send(`${this.#box.dataset.editable}/rows${this.#all ? location.search : ''}`, fields);
    button.disabled = false;
    if (answer.status === 200) {
      await this.#refresh();
      this.#undo.offer(answer.message, answer.undo);
    } else {
      this.#note(answer.message || this.#box.dataset.failed);
    }
  }

  #show() {
    const ticks = this.#ticks();
    ticks.forEach((tick) => {
      const row = tick.closest('tr');
      row.classList.toggle('is-ticked', tick.checked);
      row.setAttribute('aria-selected', tick.checked);
    });
    const all = this.#box.querySelector('[data-tick-all]');
    if (this.#form && all) {
      const count = ticks.filter((tick) => tick.checked).length;
      all.checked = count > 0 && count === ticks.length;
      all.indeterminate = count > 0 && count < ticks.length;
      const text = this.#form.querySelector('[data-rows-count]');
      text.textContent = text.dataset.text.replace('COUNT', this.#count.toLocaleString('en-US'));
      this.#form.hidden = count === 0;
      this.#note('');
    }
  }

  get #count() {
    return this.#all ? Number(this.#form.dataset.total) : this.#ticks().filter((tick) => tick.checked).length;
  }

  get #form() {
    return this.#box.querySelector('[data-rows]');
  }

  #note(text) {
    this.#form.querySelector('[data-rows-note]').textContent = text;
  }

  #ticks() {
    return [...this.#box.querySelectorAll('[data-tick]')];
  }
}
