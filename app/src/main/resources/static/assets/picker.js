// Fields of tag/picker.jte: search on the server while one types, pick with mouse, finger or keyboard.
for (const box of document.querySelectorAll('[data-picker]')) {
  makePicker(box);
}

function makePicker(box) {
  const text = box.querySelector('[role=combobox]');
  const id = box.querySelector('[data-picker-id]');
  const list = box.querySelector('[role=listbox]');
  let timer = 0;
  let asked = 0;
  let active = -1;

  const options = () => [...list.querySelectorAll('[role=option]')];

  const show = (open) => {
    list.hidden = !open;
    text.setAttribute('aria-expanded', String(open));
    if (!open) {
      mark(-1);
    }
  };

  const mark = (index) => {
    active = index;
    options().forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) {
        option.scrollIntoView({ block: 'nearest' });
      }
    });
    if (index < 0) {
      text.removeAttribute('aria-activedescendant');
    } else {
      text.setAttribute('aria-activedescendant', options()[index].id);
    }
  };

  const choose = (value, name) => {
    const changed = id.value !== value;
    id.value = value;
    text.value = name;
    show(false);
    if (changed) {
      box.dispatchEvent(new CustomEvent('picked', { detail: { id: value, name }, bubbles: true }));
      text.form?.matches('[data-filter]') && text.form.requestSubmit();
    }
  };

  const option = (pick, at) => {
    const row = document.createElement('div');
    row.id = `${list.id}-${at}`;
    row.className = 'picker-option';
    row.setAttribute('role', 'option');
    row.setAttribute('aria-selected', 'false');
    const name = document.createElement('span');
    name.textContent = pick.name;
    const note = document.createElement('small');
    note.className = 'text-secondary';
    note.textContent = pick.note;
    row.append(name, note);
    row.addEventListener('mousedown', (event) => event.preventDefault());
    row.addEventListener('click', () => choose(pick.id, pick.name));
    return row;
  };

  const search = async () => {
    const number = ++asked;
    const address = new URL(box.dataset.picker, location.href);
    address.searchParams.set('q', text.value.trim());
    const answer = await fetch(address, { headers: { Accept: 'application/json' } }).catch(() => null);
    if (number !== asked) {
      return;
    }
    const picks = answer?.ok && !answer.redirected ? await answer.json() : [];
    list.replaceChildren(...picks.map(option));
    if (picks.length === 0) {
      const none = document.createElement('div');
      none.className = 'picker-none text-secondary';
      none.setAttribute('role', 'option');
      none.setAttribute('aria-disabled', 'true');
      none.setAttribute('aria-selected', 'false');
      none.id = `${list.id}-none`;
      none.textContent = list.dataset.none;
      list.append(none);
    }
    show(true);
    mark(-1);
  };

  text.addEventListener('input', () => {
    id.value = '';
    clearTimeout(timer);
    timer = setTimeout(search, 250);
  });
  text.addEventListener('focus', () => {
    if (id.value === '') {
      search();
    }
  });
  text.addEventListener('blur', () => {
    asked++;
    clearTimeout(timer);
    show(false);
    if (id.value === '' && !text.form?.matches('[data-filter]')) {
      text.value = '';
    }
  });
  text.addEventListener('keydown', (event) => {
    const rows = options().filter((row) => !row.hasAttribute('aria-disabled'));
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) {
        search();
      } else if (rows.length > 0) {
        mark((active + (event.key === 'ArrowDown' ? 1 : rows.length - 1) + (active < 0 && event.key === 'ArrowUp' ? 1 : 0)) % rows.length);
      }
    } else if (event.key === 'Enter' && !list.hidden && active >= 0) {
      event.preventDefault();
      rows[active].click();
    } else if (event.key === 'Escape') {
      show(false);
    }
  });
}
