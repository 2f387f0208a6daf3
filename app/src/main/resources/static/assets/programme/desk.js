// The desk: every act is sent from where it stands, the line goes, and what comes next moves up. Keys do the same.
const desk = document.querySelector('[data-desk]');
let lastUndo = null;
let here = null;

desk.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || (!form.matches('[data-act]') && !form.closest('[data-inline]'))) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
  if (!question || confirm(question)) {
    carryOut(form, event.submitter);
  }
}, true);

async function carryOut(form, button) {
  const many = form.closest('[data-many]');
  const ids = many ? ticked(many.closest('.desk-queue')) : [form.closest('[data-item]').dataset.item];
  const body = new URLSearchParams(new FormData(form, button?.name ? button : undefined));
  if (many) {
    ids.forEach((id) => body.append('id', id));
  }
  setBusy(form, true);
  const answer = await send(form.action, body);
  setBusy(form, false);
  if (answer.refused) {
    inlineOf(form).innerHTML = answer.refused;
    inlineOf(form).hidden = false;
    return;
  }
  if (form.dataset.shows === 'true') {
    const inline = inlineOf(form);
    inline.innerHTML = answer.part;
    inline.hidden = false;
    return;
  }
  inlineOf(form).replaceChildren();
  const back = form.dataset.takesBack;
  say((form.dataset.done ?? '').replace('#', ids.length), back ? () => takeBack(back, ids) : null);
  await refresh();
}

async function takeBack(path, ids) {
  const body = new URLSearchParams();
  ids.forEach((id) => body.append('id', id));
  const answer = await send(path, body);
  if (answer.refused) {
    say(plain(answer.refused), null);
  } else {
    document.getElementById('toasts').replaceChildren();
    lastUndo = null;
    await refresh();
  }
}

// A redirect is how a deed says that it was done; a refusal comes with its reason.
async function send(path, body) {
  let answer;
  try {
    answer = await fetch(path, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { 'HX-Request': 'true', 'X-XSRF-TOKEN': csrfToken() },
    });
  } catch {
    return { refused: `<div class="alert alert-danger" role="alert">${desk.dataset.failed}</div>` };
  }
  if (answer.headers.get('HX-Redirect')) {
    location.href = answer.headers.get('HX-Redirect');
  }
  if (answer.type === 'opaqueredirect') {
    return {};
  }
  const text = await answer.text();
  return answer.ok ? { part: text } : { refused: text };
}

async function refresh() {
  const place = placeOf(here);
  const answer = await fetch(desk.dataset.desk, { headers: { 'HX-Request': 'true' } }).catch(() => null);
  if (!answer?.ok) {
    say(desk.dataset.failed, null);
    return;
  }
  replaceQueues(await answer.text());
  if (place && !here.isConnected) {
    const lines = [...desk.querySelectorAll(`#${place.queue} .desk-item`)];
    go(lines[Math.min(place.at, lines.length - 1)] ?? desk.querySelector('.desk-item'));
  }
}

// A line that is still there stays as it is, with what is ticked, typed or open in it.
function replaceQueues(html) {
  const fresh = document.createElement('div');
  fresh.innerHTML = html;
  const focused = desk.contains(document.activeElement) ? document.activeElement : null;
  for (const line of fresh.querySelectorAll('.desk-item')) {
    const kept = desk.querySelector(`#${line.closest('.desk-queue').id} [data-item="${line.dataset.item}"]`);
    if (kept) {
      line.replaceWith(kept);
    }
  }
  desk.replaceChildren(...fresh.childNodes);
  htmx.process(desk);
  desk.querySelectorAll('.desk-queue').forEach(showTicked);
  if (focused?.isConnected) {
    focused.focus({ preventScroll: true });
  }
}

function placeOf(line) {
  return line?.isConnected
    ? { queue: line.closest('.desk-queue').id, at: [...line.parentElement.children].indexOf(line) }
    : null;
}

// Ticks
desk.addEventListener('change', (event) => {
  const queue = event.target.closest('.desk-queue');
  if (event.target.matches('[data-tick-all]')) {
    ticks(queue).forEach((tick) => { tick.checked = event.target.checked; });
  }
  if (event.target.matches('[data-tick-all], [data-tick]')) {
    showTicked(queue);
  }
});

// A phone shows fewer lines: what one does not see is not ticked with the others.
function ticks(queue) {
  return [...queue.querySelectorAll('[data-tick]')].filter((tick) => tick.offsetParent !== null);
}

function ticked(queue) {
  return ticks(queue).filter((tick) => tick.checked).map((tick) => tick.value);
}

function showTicked(queue) {
  const many = queue.querySelector('[data-many]');
  if (many) {
    const count = ticked(queue).length;
    const text = many.querySelector('[data-many-count]');
    text.textContent = text.dataset.manyCount.replace('#', count);
    many.hidden = count === 0;
    queue.querySelector('[data-tick-all]').checked = count > 0 && count === ticks(queue).length;
  }
}

// Parts that open below a line
desk.addEventListener('click', async (event) => {
  const opener = event.target.closest('[data-part-from]');
  if (!opener || event.ctrlKey || event.metaKey) {
    return;
  }
  event.preventDefault();
  const inline = inlineOf(opener);
  const open = opener.getAttribute('aria-expanded') === 'true';
  opener.setAttribute('aria-expanded', String(!open));
  if (open) {
    inline.replaceChildren();
    return;
  }
  const answer = await fetch(opener.dataset.partFrom, { headers: { 'HX-Request': 'true' } }).catch(() => null);
  if (!answer) {
    say(desk.dataset.failed, null);
    return;
  }
  inline.innerHTML = await answer.text();
  htmx.process(inline);
  inline.querySelector('button, a')?.focus();
});

function inlineOf(element) {
  return element.closest('[data-item]')?.querySelector('[data-inline]') ?? manyInline(element.closest('[data-many]'));
}

function manyInline(many) {
  let inline = many.querySelector('[data-inline]');
  if (!inline) {
    inline = document.createElement('div');
    inline.dataset.inline = '';
    many.append(inline);
  }
  return inline;
}

// Keys
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not([type=checkbox]), textarea, select, dialog, [role=combobox]')) {
    if (event.key === 'Escape' && event.target.closest('[data-desk]')) {
      event.target.closest('details')?.removeAttribute('open');
      event.target.closest('.desk-item')?.querySelector('.desk-what').focus();
    }
    return;
  }
  const key = event.key.toLowerCase();
  if (key === 'j' || key === 'k') {
    const lines = [...desk.querySelectorAll('.desk-item')].filter((line) => line.offsetParent !== null);
    const at = lines.indexOf(here);
    go(lines[key === 'j' ? Math.min(at + 1, lines.length - 1) : Math.max(at - 1, 0)]);
  } else if (key === 'u' && lastUndo) {
    lastUndo();
  } else if (key === 'x' && here) {
    here.querySelector('[data-tick]')?.click();
  } else if (/^[a-z]$/.test(key) && here) {
    pressKey(key);
  } else {
    return;
  }
  event.preventDefault();
});

// With lines ticked a key means all of them, else the line one stands on.
function pressKey(key) {
  const queue = here.closest('.desk-queue');
  const many = queue.querySelector('[data-many]');
  const target = (many && !many.hidden && many.querySelector(`[data-key="${key}"]`)) || here.querySelector(`.desk-acts [data-key="${key}"]`);
  if (!target) {
    return;
  }
  if (target.matches('input')) {
    target.focus();
  } else if (target.matches('summary')) {
    target.parentElement.open = true;
    target.parentElement.querySelector('input[name=reason]').focus();
  } else {
    target.click();
  }
}

function go(line) {
  if (line) {
    mark(line);
    line.querySelector('.desk-what').focus({ preventScroll: true });
    line.scrollIntoView({ block: 'nearest' });
  }
}

function mark(line) {
  here?.classList.remove('is-here');
  here = line;
  here.classList.add('is-here');
}

desk.addEventListener('focusin', (event) => {
  const line = event.target.closest('.desk-item');
  if (line) {
    mark(line);
  }
});

function setBusy(form, busy) {
  form.querySelectorAll('button').forEach((button) => { button.disabled = busy; });
}

function say(text, undo) {
  const note = document.createElement('div');
  note.className = 'toast-note';
  const words = document.createElement('span');
  words.textContent = text;
  note.append(words);
  lastUndo = undo;
  if (undo) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-sm';
    button.textContent = desk.dataset.undo;
    button.addEventListener('click', undo);
    note.append(button);
  }
  document.getElementById('toasts').replaceChildren(note);
}

function plain(html) {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent.trim();
}
