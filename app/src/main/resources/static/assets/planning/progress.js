// Shows how the search goes: figures and the curve of the cost. The stream itself is followed by lectern.js.
const box = document.querySelector('.plan-progress');
const number = new Intl.NumberFormat('en-US');
const note = box.querySelector('[data-note]');

box.addEventListener('job', (event) => {
  const news = event.detail;
  if (news.state === 'RUNNING') {
    note.textContent = news.detail.total ? note.dataset.searching : note.dataset.building;
  }
  if (news.detail.total) {
    write('served', `${number.format(news.detail.served)} / ${number.format(news.detail.total)}`);
    write('cost', number.format(news.detail.cost));
    write('rate', number.format(news.detail.rate));
    write('elapsed', box.dataset.elapsedNote.replace('{0}', Math.round(news.detail.elapsed)).replace('{1}', box.dataset.seconds));
    draw(news.detail.curve);
  }
});

function write(name, text) {
  box.querySelector(`[data-${name}]`).textContent = text;
}

// The curve: time to the right, cost upwards, the range of what was seen.
function draw(curve) {
  const costs = curve.map((point) => point[1]);
  const least = Math.min(...costs);
  const range = Math.max(1, Math.max(...costs) - least);
  const points = curve.map(([at, cost]) => {
    const x = 600 * Math.min(1, at / Number(box.dataset.seconds));
    const y = 150 - 140 * (cost - least) / range;
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  box.querySelector('[data-curve]').setAttribute('points', points.join(' '));
}
