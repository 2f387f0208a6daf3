// Shows how a search goes: figures, and the cost and the talks served over time. Any `.plan-live` of a page is drawn, those
// that htmx brings later too. One with `data-live` follows its job by itself and says `live-over` when it ends.
const number = new Intl.NumberFormat('en-US');
const charts = new WeakMap();

// The page follows a job (lectern.js) and says so at the box around.
document.addEventListener('job', (event) => {
  const box = event.target.closest('.plan-live') ?? event.target.querySelector('.plan-live');
  if (box) {
    show(box, event.detail);
  }
});

document.addEventListener('htmx:load', (event) => {
  if (event.target.matches('.plan-live[data-live]')) {
    follow(event.target);
  }
  for (const box of event.target.querySelectorAll('.plan-live[data-live]')) {
    follow(box);
  }
});
for (const box of document.querySelectorAll('.plan-live[data-live]')) {
  follow(box);
}

export function follow(box) {
  if (box.dataset.followed) {
    return;
  }
  box.dataset.followed = 'yes';
  const source = new EventSource(`/jobs/${box.dataset.live}/events`);
  const hear = (event) => {
    const news = JSON.parse(event.data);
    news.detail = JSON.parse(news.detail);
    const bar = box.querySelector('[data-job-bar]');
    bar.style.width = `${news.done / 10}%`;
    bar.setAttribute('aria-valuenow', Math.round(news.done / 10));
    show(box, news);
    return news;
  };
  source.addEventListener('progress', (event) => {
    if (box.isConnected) {
      hear(event);
    } else {
      source.close();
    }
  });
  source.addEventListener('over', (event) => {
    source.close();
    box.dispatchEvent(new CustomEvent('live-over', { detail: hear(event), bubbles: true }));
  });
}

function show(box, news) {
  const note = box.querySelector('[data-note]');
  const text = news.detail.total ? note.dataset.searching : note.dataset.building;
  if (news.state === 'RUNNING' && note.textContent !== text) {
    note.textContent = text;
  }
  if (!news.detail.total) {
    return;
  }
  const { served, total, cost, full, elapsed, curve } = news.detail;
  write(box, 'served', `${number.format(served)} / ${number.format(total)}`);
  write(box, 'cost', number.format(cost));
  write(box, 'full', full < 0 ? '–' : fill(box.dataset.secondsNote, full.toFixed(1)));
  write(box, 'elapsed', fill(box.dataset.elapsedNote, Math.round(elapsed), box.dataset.seconds));
  box.querySelector('[data-curve]').setAttribute('aria-label',
    fill(box.dataset.curveNote, number.format(curve[0][1]), number.format(cost), number.format(served), number.format(total)));
  draw(box, curve, total, full);
}

function write(box, name, text) {
  box.querySelector(`[data-${name}]`).textContent = text;
}

function fill(text, ...values) {
  return values.reduce((filled, value, index) => filled.replace(`{${index}}`, value), text);
}

// The library is large and many pages show no search: it comes with the first curve.
let library;
function echartsFrom(address) {
  library ??= window.echarts ? Promise.resolve() : new Promise((arrived, failed) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = arrived;
    script.onerror = failed;
    document.head.append(script);
  });
  return library;
}

async function draw(box, curve, total, full) {
  await echartsFrom(box.dataset.echarts);
  const place = box.querySelector('[data-curve]');
  if (!place.isConnected) {
    return;
  }
  let chart = charts.get(place);
  if (!chart) {
    chart = window.echarts.init(place);
    charts.set(place, chart);
    new ResizeObserver(() => chart.resize()).observe(place);
  }
  chart.setOption(options(box, curve, total, full));
}

// The cost falls on the left scale, the talks served rise on the right one.
function options(box, curve, total, full) {
  const style = getComputedStyle(box);
  const text = { color: style.color, fontFamily: style.fontFamily, fontSize: 12 };
  const axis = { axisLabel: text, nameTextStyle: text, splitLine: { show: false }, axisLine: { show: false }, axisTick: { show: false } };
  const last = curve.at(-1);
  return {
    animation: false,
    grid: { left: 8, right: 8, top: 34, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 14, itemHeight: 4, textStyle: text, selectedMode: false },
    xAxis: { type: 'value', min: 0, max: Math.max(Number(box.dataset.seconds), last[0]), axisLabel: { ...text, formatter: (at) => fill(box.dataset.secondsNote, at) }, splitLine: { show: false }, axisTick: { show: false }, axisLine: { lineStyle: { color: '#7d8a99' } } },
    yAxis: [
      { ...axis, type: 'value', scale: true, splitNumber: 3, axisLabel: { ...text, formatter: (cost) => number.format(cost) } },
      { ...axis, type: 'value', min: 0, max: total, interval: total, axisLabel: { ...text, formatter: (served) => number.format(served) } },
    ],
    series: [
      {
        name: box.dataset.costName, type: 'line', step: 'end', showSymbol: false, lineStyle: { width: 2.5, color: '#c8392b' }, itemStyle: { color: '#c8392b' },
        data: curve.map(([at, cost]) => [at, cost]),
        markLine: full < 0 ? { data: [] } : {
          symbol: 'none', silent: true, lineStyle: { color: '#7d8a99', type: 'dashed' },
          label: { ...text, position: 'insideEndTop', rotate: 0, align: 'left', padding: [0, 0, 0, 4], formatter: box.dataset.fullName }, data: [{ xAxis: full }],
        },
      },
      {
        name: box.dataset.servedName, type: 'line', step: 'end', showSymbol: false, yAxisIndex: 1, lineStyle: { width: 2, color: '#4f86b5' }, itemStyle: { color: '#4f86b5' }, areaStyle: { color: '#4f86b5', opacity: 0.12 },
        data: curve.map(([at, , served]) => [at, served]),
      },
    ],
  };
}
