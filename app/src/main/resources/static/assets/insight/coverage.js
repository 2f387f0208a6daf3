// The map of last talks, drawn beside the table that says the same; and ticking villages.
'use strict';

const COLOURS = { NEVER: '#8f2f24', OVER_YEAR: '#d1664f', OVER_HALF: '#f0b48c', OVER_QUARTER: '#c6dae3', RECENT: '#5d93b3' };
// Strokes over the colour, so that the two longest gaps are told apart without it.
const STROKES = { NEVER: ['M0 0L8 8M8 0L0 8', 'rgba(255, 255, 255, 0.4)'], OVER_YEAR: ['M0 8L8 0', 'rgba(255, 255, 255, 0.75)'] };
const SVG = 'http://www.w3.org/2000/svg';

drawPatterns();
const mapBox = document.getElementById('coverage-map');
if (mapBox) {
  startMap(mapBox);
}
for (const form of document.querySelectorAll('#gaps, #close')) {
  startTicks(form);
}

function drawPatterns() {
  const holder = document.createElementNS(SVG, 'svg');
  holder.setAttribute('width', '0');
  holder.setAttribute('height', '0');
  holder.setAttribute('aria-hidden', 'true');
  holder.style.position = 'absolute';
  for (const [gap, [path, stroke]] of Object.entries(STROKES)) {
    const pattern = document.createElementNS(SVG, 'pattern');
    for (const [name, value] of Object.entries({ id: `pattern-${gap}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' })) {
      pattern.setAttribute(name, value);
    }
    const ground = document.createElementNS(SVG, 'rect');
    ground.setAttribute('width', '8');
    ground.setAttribute('height', '8');
    ground.setAttribute('fill', COLOURS[gap]);
    const lines = document.createElementNS(SVG, 'path');
    lines.setAttribute('d', path);
    lines.setAttribute('stroke', stroke);
    lines.setAttribute('stroke-width', '1');
    pattern.append(ground, lines);
    holder.append(pattern);
  }
  document.body.append(holder);
  for (const swatch of document.querySelectorAll('rect.gap-NEVER, rect.gap-OVER_YEAR')) {
    if (swatch.closest('.gap-swatch')) {
      swatch.style.fill = fillOf(swatch.getAttribute('class').slice('gap-'.length));
    }
  }
}

function fillOf(gap) {
  return STROKES[gap] ? `url(#pattern-${gap})` : COLOURS[gap];
}

async function geoJson(address) {
  const answer = address ? await fetch(address, { headers: { Accept: 'application/geo+json, application/json' } }).catch(() => null) : null;
  return answer?.ok && !answer.redirected ? answer.json() : null;
}

async function startMap(box) {
  const [villages, outlines, borders] = await Promise.all([geoJson(box.dataset.villages), geoJson(box.dataset.outlines), geoJson(box.dataset.borders)]);
  const known = new Map((villages ?? []).map((village) => [village.id, village]));
  const drawn = (outlines?.features ?? []).filter((feature) => feature.geometry && known.has(feature.properties.id));
  const outlined = new Set(drawn.map((feature) => feature.properties.id));
  const dots = [...known.values()].filter((village) => !outlined.has(village.id) && village.lat !== null && village.lon !== null);
  if (drawn.length + dots.length === 0) {
    box.hidden = true;
    box.closest('.coverage-panes').classList.add('without-map');
    document.getElementById('map-missing').hidden = false;
    return;
  }
  const map = L.map(box, {
    attributionControl: false, zoomSnap: 0.1, scrollWheelZoom: false, keyboard: false, zoomControl: !L.Browser.mobile, dragging: !L.Browser.mobile,
  });
  const words = wordsOf(box);
  const enliven = (shape, village) => {
    shape.bindTooltip(() => label(village, words), { sticky: true });
    shape.on('click', () => { location.href = addressOf(box, village); });
  };
  const shown = L.featureGroup().addTo(map);
  L.geoJSON({ type: 'FeatureCollection', features: drawn }, {
    style: (feature) => ({
      color: '#ffffff', weight: 0.75, fillOpacity: 1, fillColor: fillOf(known.get(feature.properties.id).gap),
    }),
    onEachFeature: (feature, shape) => enliven(shape, known.get(feature.properties.id)),
  }).addTo(shown);
  if (borders) {
    L.geoJSON(borders, { interactive: false, style: { color: '#2f3e52', weight: 1.25, fill: false } }).addTo(shown);
  }
  for (const village of dots) {
    const dot = L.circleMarker([village.lat, village.lon], {
      radius: 5, color: '#2f3e52', weight: 1, fillOpacity: 1, fillColor: fillOf(village.gap),
    }).addTo(shown);
    enliven(dot, village);
  }
  const fit = () => map.fitBounds(shown.getBounds(), { padding: [6, 6] });
  fit();
  new ResizeObserver(() => {
    map.invalidateSize();
    fit();
  }).observe(box);
  box.dataset.drawn = String(drawn.length + dots.length);
}

function wordsOf(box) {
  const gaps = new Map([...document.querySelectorAll('#legend [data-gap]')]
    .map((entry) => [entry.dataset.gap, entry.querySelector('.coverage-class-name').textContent]));
  return { gaps, last: box.dataset.last, coming: box.dataset.coming };
}

function label(village, words) {
  const text = document.createElement('span');
  const name = document.createElement('strong');
  name.textContent = village.name;
  text.append(name, ' ', words.gaps.get(village.gap));
  for (const [day, said] of [[village.last, words.last], [village.coming, words.coming]]) {
    if (day) {
      text.append(document.createElement('br'), said.replace('{0}', day));
    }
  }
  return text;
}

// One level down: the county or town that the village lies in, or the village itself.
function addressOf(box, village) {
  const part = box.dataset.town === 'true' ? null : document.querySelector(`#parts tr[data-code="${village.part}"]`);
  return part ? part.dataset.href : box.dataset.open.replace('UNIT', village.id);
}

// Ticks: one, a page, all that match; with shift from the last one to this one.
function startTicks(form) {
  const boxes = [...form.querySelectorAll('tbody input[name=village]')];
  const page = form.querySelector('[data-tick-page]');
  const all = form.querySelector('[data-tick-all]');
  const told = form.querySelector('[data-ticked]');
  const button = form.querySelector('.coverage-act .btn-primary');
  let last = -1;
  const tell = () => {
    const number = boxes.filter((box) => box.checked).length;
    const any = number > 0 || Boolean(all?.checked);
    told.textContent = all?.checked || number === 0 ? '' : told.dataset.ticked.replace('COUNT', number);
    button.disabled = !any;
    button.closest('.coverage-act').classList.toggle('is-ticked', any);
    if (page) {
      page.checked = number === boxes.length && number > 0;
      page.indeterminate = number > 0 && number < boxes.length;
    }
  };
  boxes.forEach((box, at) => box.addEventListener('click', (event) => {
    if (event.shiftKey && last >= 0) {
      for (let between = Math.min(last, at); between <= Math.max(last, at); between++) {
        boxes[between].checked = box.checked;
      }
    }
    last = at;
    if (all && !box.checked) {
      all.checked = false;
    }
    tell();
  }));
  page?.addEventListener('change', () => {
    boxes.forEach((box) => { box.checked = page.checked; });
    tell();
  });
  all?.addEventListener('change', () => {
    boxes.forEach((box) => { box.checked = all.checked; });
    tell();
  });
  window.addEventListener('pageshow', tell);
  tell();
}
