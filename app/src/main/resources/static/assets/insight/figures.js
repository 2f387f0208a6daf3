// Draws the map and the trend from the tables of the page, which stay as their text alternative.
'use strict';

// From few to many; the last two carry white text.
const COLOURS = ['#e4edf5', '#bdd3e6', '#8cb2d3', '#4f86b5', '#22507f'];
const NO_TALK = '#f4f4f2';
const MOST_LABELS = 14;

const mapBox = document.getElementById('map');
const trendBox = document.getElementById('trend');
let measure = 'talks';
let drawMap = () => {};
let drawTrend = () => {};

if (trendBox) {
  startTrend();
}
if (mapBox) {
  startMap();
}

for (const choice of document.querySelectorAll('input[name=measure]')) {
  choice.addEventListener('change', () => {
    measure = choice.value;
    drawMap();
    drawTrend();
  });
  if (choice.checked) {
    measure = choice.value;
  }
}
document.addEventListener('theme', () => drawTrend());

function figuresOf(row) {
  return {
    talks: Number(row.dataset.talks),
    attendances: Number(row.dataset.attendances),
    text: { talks: row.dataset.talksText, attendances: row.dataset.attendancesText },
  };
}

function startTrend() {
  const chart = echarts.init(trendBox);
  const points = [...document.querySelectorAll('#trend-table tbody tr')]
    .map((row) => ({ name: row.dataset.short, long: row.cells[0].textContent, ...figuresOf(row) }));
  drawTrend = () => {
    const style = getComputedStyle(document.body);
    const longest = Math.max(...points.map((point) => point.text[measure].length));
    const upright = trendBox.clientWidth / points.length < longest * 8 + 4; // pixels that labels need side by side
    chart.setOption({
      animation: false,
      grid: { left: 8, right: 8, top: upright ? 52 : 28, bottom: 28 },
      textStyle: { fontFamily: style.fontFamily },
      tooltip: {
        renderMode: 'richText',
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: ([bar]) => `${points[bar.dataIndex].long}  ${points[bar.dataIndex][measure].toLocaleString('en')}`,
      },
      xAxis: {
        type: 'category',
        data: points.map((point) => point.name),
        axisTick: { show: false },
        axisLabel: { color: style.color, fontSize: 12, hideOverlap: true },
        axisLine: { lineStyle: { color: '#7d8a99' } },
      },
      yAxis: { type: 'value', show: false },
      series: [{
        type: 'bar',
        data: points.map((point) => point[measure]),
        barCategoryGap: '25%',
        itemStyle: { color: '#4f86b5', borderRadius: [2, 2, 0, 0] },
        label: {
          show: true,
          position: 'top',
          color: style.color,
          fontSize: 12,
          ...(upright ? { rotate: 90, align: 'left', verticalAlign: 'middle', distance: 6 } : {}),
          formatter: (bar) => (bar.value === 0 ? '' : points[bar.dataIndex].text[measure]),
        },
        labelLayout: { hideOverlap: true },
      }],
    });
  };
  drawTrend();
  new ResizeObserver(() => {
    chart.resize();
    drawTrend();
  }).observe(trendBox);
}

async function startMap() {
  let outlines = null;
  try {
    const answer = await fetch(mapBox.dataset.boundaries, { headers: { Accept: 'application/geo+json, application/json' } });
    const body = await answer.text();
    outlines = answer.ok ? JSON.parse(body) : null;
  } catch {
    outlines = null;
  }
  const units = new Map([...document.querySelectorAll('#parts tbody tr[data-id]')]
    .map((row) => [row.dataset.id, { name: row.dataset.name, href: row.dataset.href, ...figuresOf(row) }]));
  const known = (outlines?.features ?? []).filter((feature) => feature.geometry && units.has(feature.properties.id));
  if (known.length === 0) {
    mapBox.hidden = true;
    mapBox.closest('.figures-views').classList.add('without-map');
    document.getElementById('map-missing').hidden = false;
    return;
  }
  showMap(known, units);
}

function showMap(known, units) {
  const map = L.map(mapBox, {
    attributionControl: false, zoomControl: false, zoomSnap: 0.1, scrollWheelZoom: false, keyboard: false, dragging: !L.Browser.mobile,
  });
  const layer = L.geoJSON({ type: 'FeatureCollection', features: known }, {
    onEachFeature: (feature, shape) => {
      const unit = units.get(feature.properties.id);
      shape.on('click', () => {
        if (unit.href) {
          location.href = unit.href;
        }
      });
      shape.on('mouseover', () => shape.setStyle({ weight: 3 }).bringToFront());
      shape.on('mouseout', () => shape.setStyle({ weight: 1 }));
    },
  }).addTo(map);
  map.fitBounds(layer.getBounds(), { padding: [4, 4] });
  new ResizeObserver(() => {
    map.invalidateSize();
    map.fitBounds(layer.getBounds(), { padding: [4, 4] });
  }).observe(mapBox);

  const labels = L.layerGroup().addTo(map);
  map.on('resize zoomend', () => hideCrowded(labels));

  drawMap = () => {
    const bounds = classBounds([...units.values()].map((unit) => unit[measure]).filter((value) => value > 0));
    const labelled = known.length <= MOST_LABELS;
    labels.clearLayers();
    const bySize = layer.getLayers().map((shape) => ({ shape, ring: largestRing(shape.feature.geometry) }))
      .sort((one, other) => Math.abs(area(other.ring)) - Math.abs(area(one.ring)));
    for (const { shape, ring } of bySize) {
      const unit = units.get(shape.feature.properties.id);
      const step = stepOf(unit[measure], bounds);
      shape.setStyle({ color: '#5b6b7d', weight: 1, fillOpacity: 1, fillColor: step < 0 ? NO_TALK : COLOURS[step] });
      shape.unbindTooltip();
      shape.bindTooltip(label(unit, false), { sticky: true });
      if (labelled) {
        labels.addLayer(L.tooltip(inside(ring), {
          content: label(unit, true), permanent: true, direction: 'center', className: step >= 3 ? 'map-label on-dark' : 'map-label',
        }));
      }
    }
    hideCrowded(labels);
    drawLegend(bounds);
  };
  drawMap();
}

function largestRing(geometry) {
  const rings = geometry.type === 'MultiPolygon' ? geometry.coordinates.map((polygon) => polygon[0]) : [geometry.coordinates[0]];
  return rings.reduce((best, ring) => (Math.abs(area(ring)) > Math.abs(area(best)) ? ring : best));
}

// Twice the signed area.
function area(ring) {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0);
}

// A point well inside: the middle of the widest stretch at one of some latitudes.
function inside(ring) {
  const ys = ring.map(([, y]) => y);
  const low = Math.min(...ys);
  const high = Math.max(...ys);
  let best = { width: -1, x: ring[0][0], y: ring[0][1] };
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const y = low + (high - low) * share;
    const crossings = ring.flatMap(([x1, y1], index) => {
      const [x2, y2] = ring[(index + 1) % ring.length];
      return (y1 > y) === (y2 > y) ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
    }).sort((one, other) => one - other);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const width = crossings[index + 1] - crossings[index];
      if (width > best.width * 1.2) {
        best = { width, x: (crossings[index] + crossings[index + 1]) / 2, y };
      }
    }
  }
  return [best.y, best.x];
}

// Where two labels would overlap, the smaller unit's goes; pointing at the unit still names it.
function hideCrowded(labels) {
  const kept = [];
  labels.eachLayer((tooltip) => {
    const element = tooltip.getElement();
    element.style.visibility = '';
    const box = element.getBoundingClientRect();
    const crowded = kept.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom);
    if (crowded) {
      element.style.visibility = 'hidden';
    } else {
      kept.push(box);
    }
  });
}

function label(unit, twoLines) {
  const text = document.createElement('span');
  text.append(unit.name, twoLines ? document.createElement('br') : ' ', unit.text[measure]);
  return text;
}

// Upper bounds of at most five classes with about as many units each, rounded to two digits.
function classBounds(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const bounds = [];
  for (let step = 1; step <= COLOURS.length && sorted.length > 0; step++) {
    const value = sorted[Math.ceil((sorted.length * step) / COLOURS.length) - 1];
    const round = step === COLOURS.length ? value : rounded(value);
    if (bounds.length === 0 || round > bounds.at(-1)) {
      bounds.push(round);
    }
  }
  return bounds;
}

function rounded(value) {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / unit) * unit;
}

function stepOf(value, bounds) {
  if (value <= 0) {
    return -1;
  }
  const found = bounds.findIndex((bound) => value <= bound);
  const step = found < 0 ? bounds.length - 1 : found;
  return bounds.length === 1 ? 2 : Math.round((step * (COLOURS.length - 1)) / (bounds.length - 1));
}

function drawLegend(bounds) {
  const legend = document.getElementById('legend');
  legend.replaceChildren();
  addLegend(legend, NO_TALK, legend.dataset.none);
  bounds.forEach((bound, index) => {
    const from = index === 0 ? 1 : bounds[index - 1] + 1;
    const text = from >= bound ? bound.toLocaleString('en') : `${from.toLocaleString('en')}–${bound.toLocaleString('en')}`;
    addLegend(legend, COLOURS[stepOf(bound, bounds)], text);
  });
}

function addLegend(legend, colour, text) {
  const entry = document.createElement('li');
  const swatch = document.createElement('span');
  swatch.style.background = colour;
  entry.append(swatch, text);
  legend.append(entry);
}
