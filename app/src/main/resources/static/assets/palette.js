// The command palette: Ctrl-K or ⌘K opens it, arrows choose, Enter goes there, Escape closes.
const palette = document.getElementById('palette');
const paletteField = palette.querySelector('[role=combobox]');
const paletteList = palette.querySelector('[role=listbox]');
const paletteNone = palette.querySelector('[data-none]');
let paletteTimer = 0;
let paletteAsked = 0;
let paletteAt = -1;

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    palette.open ? palette.close() : openPalette();
  }
});

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-palette-open]')) {
    openPalette();
  } else if (event.target.closest('[data-palette-close]') || event.target === palette) {
    palette.close();
  }
});

function openPalette() {
  palette.showModal();
  paletteField.select();
  paletteSearch();
}

paletteField.addEventListener('input', () => {
  clearTimeout(paletteTimer);
  paletteTimer = setTimeout(paletteSearch, 120);
});

async function paletteSearch() {
  const number = ++paletteAsked;
  const address = new URL(palette.dataset.source, location.href);
  address.searchParams.set('q', paletteField.value.trim());
  const answer = await fetch(address, { headers: { 'HX-Request': 'true' } }).catch(() => null);
  if (number !== paletteAsked) {
    return;
  }
  if (answer?.headers.get('HX-Redirect')) {
    location.href = answer.headers.get('HX-Redirect');
    return;
  }
  paletteList.innerHTML = answer?.ok ? await answer.text() : '';
  const found = paletteOptions().length > 0;
  paletteField.setAttribute('aria-expanded', String(found));
  paletteNone.hidden = found;
  paletteNone.textContent = found ? '' : answer?.ok ? paletteNone.dataset.none : palette.dataset.failed;
  markOption(found ? 0 : -1);
}

function paletteOptions() {
  return [...paletteList.querySelectorAll('[role=option]')];
}

function markOption(at) {
  paletteAt = at;
  paletteOptions().forEach((option, number) => {
    option.setAttribute('aria-selected', String(number === at));
    if (number === at) {
      option.scrollIntoView({ block: 'nearest' });
    }
  });
  if (at < 0) {
    paletteField.removeAttribute('aria-activedescendant');
  } else {
    paletteField.setAttribute('aria-activedescendant', paletteOptions()[at].id);
  }
}

paletteField.addEventListener('keydown', (event) => {
  const options = paletteOptions();
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps && options.length > 0) {
    event.preventDefault();
    markOption((paletteAt + steps[event.key] + options.length) % options.length);
  } else if (event.key === 'Enter' && !event.isComposing && options[paletteAt]) {
    event.preventDefault();
    options[paletteAt].click();
  }
});
