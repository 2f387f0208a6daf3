// Forms with data-outbox="what it is": they are kept first and sent then, so that nothing is lost on the way.
import { stamp } from './clock.js';

const PATIENCE = 6_000;

export function watchForms(box) {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.outbox === undefined || event.defaultPrevented) {
      return;
    }
    event.preventDefault();
    hand(box, form, event.submitter);
  });
}

// What nobody queues (withdrawing, free times) waits for the signal, and says so.
export function markWhatNeedsSignal() {
  if (!document.documentElement.hasAttribute('data-kept')) {
    return;
  }
  const words = document.querySelector('.as-of').dataset.needs;
  for (const form of document.querySelectorAll('main form[method=post]:not([data-outbox])')) {
    for (const control of form.elements) {
      control.disabled = true;
    }
    const note = document.createElement('p');
    note.className = 'needs-signal';
    note.textContent = words;
    form.prepend(note);
  }
}

async function hand(box, form, submitter) {
  let entry;
  try {
    entry = await box.add(read(form, submitter));
  } catch {
    // The phone has no room left. From here on the form goes one way only, or it would arrive twice under two keys.
    sendPlainly(form, submitter);
    return;
  }
  box.handing = true;
  if (form.dataset.replaces) {
    await box.store.remove(Number(form.dataset.replaces));
  }
  const outcome = await box.handIn(entry, PATIENCE);
  if (outcome?.to) {
    location.assign(outcome.to);
  } else if (outcome?.status === 422 && outcome.token) {
    // It is still here, under the eyes of whoever typed it in: the page itself says what is wrong, beside the field.
    await box.store.remove(entry.id);
    setField(form, '_csrf', outcome.token);
    sendPlainly(form, submitter);
  } else if (outcome) {
    location.assign('/outbox');
  } else {
    location.assign(box.home);
  }
}

function read(form, submitter) {
  const fields = [...new FormData(form, submitter).entries()].filter(([name]) => name !== '_csrf' && name !== 'key');
  return {
    key: crypto.randomUUID(),
    what: form.dataset.outbox,
    summary: summary(form, submitter),
    action: new URL(form.action).pathname,
    fields,
    page: location.pathname,
    correctable: shown(form).length > 0,
    made: stamp(),
  };
}

// What people would say they typed in.
function summary(form, submitter) {
  const said = shown(form)
    .map((field) => {
      if (field.type === 'radio' || field.type === 'checkbox') {
        return field.checked ? field.closest('label').textContent : '';
      }
      return field.tagName === 'SELECT' ? (field.value ? field.selectedOptions[0].text : '') : field.value;
    })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  if (submitter?.name) {
    said.push(submitter.textContent.trim());
  }
  return said.join(' · ');
}

function shown(form) {
  return [...form.elements].filter((field) => field.name && !['hidden', 'submit', 'button', 'fieldset'].includes(field.type));
}

function sendPlainly(form, submitter) {
  if (submitter?.name) {
    setField(form, submitter.name, submitter.value);
  }
  form.submit();
}

function setField(form, name, value) {
  const field = form.elements[name] instanceof HTMLInputElement && form.elements[name].type === 'hidden' ? form.elements[name] : form.appendChild(document.createElement('input'));
  Object.assign(field, { type: 'hidden', name, value });
}

// /somewhere#outbox=7: the form there shows entry 7, to be corrected and sent in its place.
export async function fillFrom(box) {
  const id = Number(location.hash.match(/^#outbox=(\d+)$/)?.[1]);
  const entry = id ? (await box.store.all()).find((each) => each.id === id) : undefined;
  const form = entry && [...document.querySelectorAll('form[data-outbox]')].find((each) => new URL(each.action).pathname === entry.action);
  if (!form) {
    return;
  }
  form.dataset.replaces = String(id);
  form.closest('details')?.setAttribute('open', '');
  for (const field of shown(form)) {
    const values = entry.fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === 'radio' || field.type === 'checkbox') {
      field.checked = values.includes(field.value);
    } else if (values.length > 0) {
      field.value = values[0];
    }
  }
  form.scrollIntoView({ block: 'center' });
}
