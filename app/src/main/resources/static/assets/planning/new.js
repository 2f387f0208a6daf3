// The order of a plan: choosing the unit, and keeping the figures below the form true.
const form = document.getElementById('plan-form');
const change = document.getElementById('plan-unit-change');

change?.addEventListener('click', () => {
  const search = document.getElementById('plan-unit-search');
  search.hidden = !search.hidden;
  change.setAttribute('aria-expanded', String(!search.hidden));
  if (!search.hidden) {
    const field = document.getElementById('plan-unit-q');
    field.focus();
    htmx.trigger(field, 'open');
  }
});

form.addEventListener('click', (event) => {
  const chosen = event.target.closest('[data-unit]');
  if (chosen) {
    document.getElementById('plan-unit').value = chosen.dataset.unit;
    document.getElementById('plan-unit-name').textContent = chosen.dataset.name;
    document.getElementById('plan-unit-search').hidden = true;
    change.setAttribute('aria-expanded', 'false');
    change.focus();
    refresh();
  }
});

form.addEventListener('change', (event) => {
  if (event.target.type === 'date') {
    refresh();
  }
});

function refresh() {
  htmx.trigger('#plan-extent', 'refresh');
}
