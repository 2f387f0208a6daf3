// Ticks all requests of the page that wait for approval; without a script each has its own box.
const all = document.querySelector('[data-tick-all]');
const ticks = [...document.querySelectorAll('tbody input[type=checkbox][name=id]')];
if (all && ticks.length > 0) {
  all.hidden = false;
  all.addEventListener('change', () => {
    ticks.forEach(tick => { tick.checked = all.checked; });
  });
  ticks.forEach(tick => tick.addEventListener('change', () => {
    all.checked = ticks.every(each => each.checked);
  }));
}
