// Planning a part again: units from a list or a lasso drawn on the map, then progress, then keep it or put it back.
import { Lasso } from './lasso.js';
import { on, plan, say, state, tell } from './state.js';
import { refused, undo } from './timeline/drop.js';

const panel = document.getElementById('board-part');
const opener = document.getElementById('board-part-open');
let lasso = null;

export function listen() {
  if (!panel) {
    return;
  }
  opener.addEventListener('click', () => (panel.hidden ? open('?afresh=true') : close()));
  panel.addEventListener('click', (event) => {
    if (event.target.closest('[data-close-part]')) {
      close();
    } else if (event.target.closest('[data-part-again]')) {
      open('?afresh=true');
    } else if (event.target.closest('[data-part-back]')) {
      putBack();
    } else if (event.target.closest('[data-lasso]')) {
      draw(event.target.closest('[data-lasso]'));
    }
  });
  panel.addEventListener('input', (event) => event.target.matches('[data-narrow]') && narrow(event.target.value.trim()));
  // While it runs the draft must not move: what was chosen holds for this version only.
  panel.addEventListener('live-over', async () => {
    await new Promise((loaded) => tell('changed', loaded));
    await open('');
  });
  // A refusal is told above; what was chosen stays.
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.target === panel && event.detail.xhr.status >= 400) {
      event.detail.shouldSwap = false;
      refused(opener.textContent.trim(), [reason(event.detail.xhr.responseText)]);
    }
  });
  on('data', () => {
    const version = panel.querySelector('[name=version]');
    if (version) {
      version.value = state.data.version;
    }
  });
  fetch(`/plans/${plan}/part/running`).then((answer) => answer.status === 200 && open('')).catch(() => null);
}

function reason(page) {
  const text = new DOMParser().parseFromString(page, 'text/html').querySelector('[role=alert], main, body')?.textContent;
  return text?.trim() || say('plan.move.failed');
}

async function open(query) {
  panel.hidden = false;
  opener.setAttribute('aria-expanded', 'true');
  document.getElementById('board-side').classList.add('has-part');
  await htmx.ajax('GET', `/plans/${plan}/part${query}`, { target: '#board-part', swap: 'innerHTML' });
  panel.querySelector('h2')?.focus({ preventScroll: true });
  panel.scrollIntoView({ block: 'nearest' });
}

function close() {
  panel.hidden = true;
  panel.replaceChildren();
  lasso?.end();
  lasso = null;
  opener.setAttribute('aria-expanded', 'false');
  document.getElementById('board-side').classList.remove('has-part');
  opener.focus();
}

async function putBack() {
  await undo();
  close();
}

function narrow(text) {
  for (const unit of panel.querySelectorAll('.part-unit')) {
    unit.hidden = text !== '' && !unit.textContent.includes(text) && !unit.querySelector('input').checked;
  }
}

function draw(button) {
  const on = button.getAttribute('aria-pressed') === 'true';
  button.setAttribute('aria-pressed', String(!on));
  lasso?.end();
  lasso = null;
  if (!on) {
    if (state.view !== 'map') {
      document.getElementById('tab-map').click();
    }
    lasso = new Lasso((venues) => {
      button.setAttribute('aria-pressed', 'false');
      caught(venues);
    });
  } else {
    caught(new Set());
  }
}

// The talks at the venues inside, whatever the filter shows.
function caught(venues) {
  const talks = state.data.talks.filter((talk) => venues.has(talk.venue));
  panel.querySelector('[name=talks]').value = talks.map((talk) => talk.id).join(',');
  const told = panel.querySelector('[data-caught]');
  told.textContent = talks.length === 0 ? told.dataset.none : told.dataset.some.replace('{0}', venues.size).replace('{1}', talks.length);
}
