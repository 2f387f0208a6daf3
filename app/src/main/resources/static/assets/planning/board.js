// The draft as map, list and timeline with one selection. The talks come as one compact answer; map and timeline draw
// them here, the list is paged on the server, and both obey the same filter form.
const board = document.getElementById('board');
const filters = document.getElementById('board-filters');
const detail = document.getElementById('detail');
const words = board.dataset;
const plan = words.plan;
const language = document.documentElement.lang;
const SPEAKERS_A_PAGE = 30;
const DAYS_A_PAGE = 7;
const FIRST_HOUR = 6;
const HOURS = 16;
const NEAREST = 14; // zoom at which a village fills the map: a single venue has no extent of its own
const state = { data: null, talks: [], selected: new URLSearchParams(location.search).get('talk'), page: 0, week: 0, view: words.view };
let map = null;
let marks = null;
let route = null;

for (const tab of board.querySelectorAll('[role=tab]')) {
  tab.addEventListener('click', () => show(tab.dataset.view));
  tab.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const tabs = [...board.querySelectorAll('[role=tab]')];
      const next = tabs[(tabs.indexOf(tab) + (event.key === 'ArrowRight' ? 1 : tabs.length - 1)) % tabs.length];
      next.focus();
      next.click();
    }
  });
}

let typing = 0;
filters.addEventListener('submit', (event) => event.preventDefault());
filters.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(applyFilters, 250);
});

document.addEventListener('click', (event) => {
  const chosen = event.target.closest('[data-talk]');
  if (chosen) {
    event.preventDefault();
    select(chosen.dataset.talk);
  }
  if (event.target.closest('[data-close-detail]')) {
    closeDetail();
  }
  const turn = event.target.closest('[data-turn]');
  if (turn) {
    state[turn.dataset.turn] += Number(turn.dataset.by);
    drawTimeline();
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && detail.classList.contains('is-open')) {
    closeDetail();
  }
});

// The server tells after a change that the plan is another one now.
document.body.addEventListener('planChanged', load);
document.addEventListener('theme', () => marks && drawMap());
document.body.addEventListener('htmx:afterSettle', (event) => {
  if (event.target === detail) {
    detail.querySelector('h2')?.focus({ preventScroll: true });
    detail.scrollTop = 0;
  }
  markSelected();
});

show(state.view);
load();

async function load() {
  const answer = await fetch(`/plans/${plan}/board.json`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    document.getElementById('board-note').textContent = words.failed;
    return;
  }
  const first = state.data === null;
  state.data = unpack(await answer.json());
  document.getElementById('board-note').textContent = '';
  filter();
  draw();
  if (first && state.selected) {
    select(state.selected);
  }
}

// Rows of arrays become talks that point at their venue, speaker and topic.
function unpack(raw) {
  const venues = raw.venues.map(([name, lat, lon, unit], index) => ({ index, name, lat, lon, unit }));
  const speakers = raw.speakers.map(([id, name, lat, lon]) => ({ id, name, lat, lon }));
  const talks = raw.talks.map(([id, venue, topic, group, minutes, speaker, start, flags, days]) => ({
    id,
    venue: venues[venue],
    topic: raw.topics[topic],
    group: String(group),
    minutes,
    speaker: speaker < 0 ? null : speakers[speaker],
    start,
    byHand: (flags & 1) !== 0,
    clash: (flags & 2) !== 0,
    days,
  }));
  return { ...raw, venues, speakers, talks, byId: new Map(talks.map((talk) => [talk.id, talk])) };
}

function chosen(name) {
  return new FormData(filters).get(name) ?? '';
}

function applyFilters() {
  const query = new URLSearchParams([...new FormData(filters)].filter(([, value]) => value !== ''));
  query.set('view', state.view);
  history.replaceState(null, '', `?${query}`);
  state.page = 0;
  filter();
  draw();
  htmx.trigger('#board-list', 'refresh');
}

function filter() {
  const day = chosen('day');
  const group = chosen('unit');
  const topic = chosen('topic');
  const wanted = chosen('state');
  const text = chosen('q').trim();
  state.talks = state.data.talks.filter((talk) =>
    (day === '' || daysOf(talk).includes(Number(day)))
    && (group === '' || talk.group === group)
    && (topic === '' || String(state.data.topics.indexOf(talk.topic)) === topic)
    && (wanted === '' || isIn(talk, wanted))
    && (text === '' || [talk.venue.name, talk.venue.unit, talk.topic, talk.speaker?.name ?? ''].some((word) => word.includes(text))));
}

function daysOf(talk) {
  return talk.speaker ? [dayOf(talk.start)] : talk.days;
}

function dayOf(minute) {
  return Math.floor(minute / 1440);
}

function isIn(talk, wanted) {
  switch (wanted) {
    case 'served': return talk.speaker !== null;
    case 'unserved': return talk.speaker === null;
    case 'hand': return talk.byHand;
    default: return talk.clash;
  }
}

function show(view) {
  state.view = view;
  for (const tab of board.querySelectorAll('[role=tab]')) {
    const here = tab.dataset.view === view;
    tab.setAttribute('aria-selected', String(here));
    tab.tabIndex = here ? 0 : -1;
    document.getElementById(`board-${tab.dataset.view}`).hidden = !here;
  }
  const query = new URLSearchParams(location.search);
  query.set('view', view);
  history.replaceState(null, '', `?${query}`);
  draw();
}

function draw() {
  if (state.data) {
    if (state.view === 'map') {
      drawMap();
    }
    if (state.view === 'timeline') {
      drawTimeline();
    }
  }
}

/* ---- the map ---- */

function drawMap() {
  if (!map) {
    openMap();
  }
  map.invalidateSize();
  marks.clearLayers();
  for (const [venue, talks] of byVenue(state.talks)) {
    const left = talks.filter((talk) => !talk.speaker).length;
    const clash = talks.some((talk) => talk.clash);
    const mark = L.circleMarker([venue.lat, venue.lon], {
      radius: 5 + Math.min(9, 2 * Math.sqrt(talks.length - 1)),
      color: left > 0 ? '#c8392b' : clash ? '#8a5b00' : '#ffffff',
      weight: left > 0 || clash ? 3 : 1,
      fillColor: left === talks.length ? '#ffffff' : clash ? '#d99a1c' : '#3b6ea5',
      fillOpacity: 0.9,
    });
    mark.bindTooltip(() => note(venue, talks, left));
    mark.on('click', () => (talks.length === 1 ? select(talks[0].id) : choose(venue, talks)));
    marks.addLayer(mark);
  }
  drawRoute();
}

function openMap() {
  map = L.map('board-canvas', { preferCanvas: true, zoomSnap: 0.25, attributionControl: false });
  L.control.scale({ imperial: false }).addTo(map);
  const all = L.latLngBounds(state.data.venues.map((venue) => [venue.lat, venue.lon]));
  map.fitBounds(all.pad(0.05), { maxZoom: NEAREST });
  marks = L.layerGroup().addTo(map);
  route = L.layerGroup().addTo(map);
  fetch(words.boundaries).then((answer) => (answer.ok ? answer.json() : null)).then((shapes) => {
    if (shapes) {
      const areas = L.geoJSON(shapes, { interactive: false, style: { color: '#7d8a99', weight: 1, fillColor: '#7d8a99', fillOpacity: 0.06 } }).addTo(map);
      areas.bringToBack();
    }
  }).catch(() => null);
}

function byVenue(talks) {
  const groups = new Map();
  for (const talk of talks) {
    groups.set(talk.venue, [...(groups.get(talk.venue) ?? []), talk]);
  }
  return groups;
}

function note(venue, talks, left) {
  const box = document.createElement('div');
  const name = document.createElement('strong');
  name.textContent = venue.name;
  const count = document.createElement('div');
  count.textContent = words.venueNote.replace('{0}', talks.length).replace('{1}', left);
  box.append(name, count);
  return box;
}

// Several talks at one venue: the reader chooses in the panel.
function choose(venue, talks) {
  const head = document.createElement('div');
  head.className = 'detail-head';
  const title = document.createElement('h2');
  title.tabIndex = -1;
  title.textContent = venue.name;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'btn detail-close';
  close.dataset.closeDetail = '';
  close.textContent = words.close;
  head.append(title, close);
  const list = document.createElement('div');
  list.className = 'card-list';
  for (const talk of [...talks].sort((one, other) => one.start - other.start)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'board-card';
    button.dataset.talk = talk.id;
    const what = document.createElement('strong');
    what.textContent = talk.topic;
    const who = document.createElement('span');
    who.textContent = talk.speaker ? `${dayName(dayOf(talk.start))} ${clock(talk.start)} · ${talk.speaker.name}` : words.unserved;
    button.append(what, who);
    list.append(button);
  }
  detail.replaceChildren(head, list);
  openDetail();
}

// The day of the selected speaker: home, talks in order, home.
function drawRoute() {
  route.clearLayers();
  const talk = state.data.byId.get(state.selected);
  if (!talk) {
    return;
  }
  if (!talk.speaker) {
    L.circleMarker([talk.venue.lat, talk.venue.lon], { radius: 13, color: '#c8392b', weight: 3, fill: false }).addTo(route);
    return;
  }
  const stops = state.data.talks
    .filter((other) => other.speaker === talk.speaker && dayOf(other.start) === dayOf(talk.start))
    .sort((one, other) => one.start - other.start);
  const home = [talk.speaker.lat, talk.speaker.lon];
  const line = [home, ...stops.map((stop) => [stop.venue.lat, stop.venue.lon]), home];
  L.polyline(line, { color: '#ffffff', weight: 6, opacity: 0.9 }).addTo(route);
  L.polyline(line, { color: '#2f3e52', weight: 3, dashArray: '2 6' }).addTo(route);
  L.marker(home, { icon: L.divIcon({ className: 'board-route-home', iconSize: [16, 16] }), keyboard: false })
    .bindTooltip(`${words.home} ${talk.speaker.name}`).addTo(route);
  stops.forEach((stop, index) => {
    const icon = L.divIcon({ className: 'board-route-number', iconSize: [26, 26], html: String(index + 1) });
    L.marker([stop.venue.lat, stop.venue.lon], { icon, keyboard: false, zIndexOffset: 1000 })
      .bindTooltip(`${clock(stop.start)} ${stop.venue.name}`, { permanent: stop === talk, direction: 'top', offset: [0, -12] })
      .on('click', () => select(stop.id)).addTo(route);
  });
  if (!map.getBounds().contains(L.latLngBounds(line))) {
    map.fitBounds(L.latLngBounds(line).pad(0.3), { maxZoom: map.getZoom() });
  }
}

/* ---- the timeline ---- */

function drawTimeline() {
  const box = document.getElementById('board-rows');
  const speakers = speakersInOrder();
  const pages = Math.max(1, Math.ceil(speakers.length / SPEAKERS_A_PAGE));
  state.page = Math.min(Math.max(0, state.page), pages - 1);
  const weeks = Math.ceil(state.data.days / DAYS_A_PAGE);
  state.week = Math.min(Math.max(0, state.week), weeks - 1);
  const one = chosen('day');
  const days = one !== '' ? [Number(one)] : busyDays(state.week * DAYS_A_PAGE, Math.min(state.data.days, (state.week + 1) * DAYS_A_PAGE));
  const rows = speakers.slice(state.page * SPEAKERS_A_PAGE, (state.page + 1) * SPEAKERS_A_PAGE);
  document.getElementById('board-rows-none').hidden = speakers.length > 0;
  box.parentElement.hidden = speakers.length === 0;
  box.replaceChildren(head(days), body(rows, days));
  turnable('page', pages, state.page, words.pageNote);
  turnable('week', one === '' ? weeks : 1, state.week, words.weekNote);
  markSelected();
}

// Days on which nobody speaks take no room.
function busyDays(from, to) {
  const busy = new Set(state.talks.filter((talk) => talk.speaker).map((talk) => dayOf(talk.start)));
  const days = range(from, to);
  return days.some((day) => busy.has(day)) ? days.filter((day) => busy.has(day)) : days;
}

function speakersInOrder() {
  const bySpeaker = new Map();
  for (const talk of state.talks) {
    if (talk.speaker) {
      bySpeaker.set(talk.speaker, [...(bySpeaker.get(talk.speaker) ?? []), talk]);
    }
  }
  return [...bySpeaker].sort(([one, some], [other, more]) => more.length - some.length || one.name.localeCompare(other.name, language));
}

function head(days) {
  const row = document.createElement('tr');
  row.append(cell('th', words.speaker));
  for (const day of days) {
    const name = cell('th', dayName(day));
    name.scope = 'col';
    name.className = 'timeline-day';
    if (days.length === 1) {
      name.append(scale());
    }
    row.append(name);
  }
  const part = document.createElement('thead');
  part.append(row);
  return part;
}

function scale() {
  const hours = document.createElement('div');
  hours.className = 'timeline-scale';
  for (let hour = 0; hour < HOURS; hour += 2) {
    const tick = document.createElement('span');
    tick.textContent = `${FIRST_HOUR + hour}:00`;
    tick.style.left = `${100 * hour / HOURS}%`;
    hours.append(tick);
  }
  return hours;
}

function body(rows, days) {
  const part = document.createElement('tbody');
  for (const [speaker, talks] of rows) {
    const row = document.createElement('tr');
    const name = cell('th', '');
    name.scope = 'row';
    const link = document.createElement('span');
    link.className = 'timeline-name';
    link.textContent = speaker.name;
    const count = document.createElement('span');
    count.className = 'text-secondary';
    count.textContent = words.talksNote.replace('{0}', talks.length);
    name.append(link, count);
    row.append(name);
    for (const day of days) {
      const box = cell('td', '');
      const here = talks.filter((talk) => dayOf(talk.start) === day).sort((one, other) => one.start - other.start);
      if (here.length > 0) {
        box.dataset.day = dayName(day);
        box.append(days.length === 1 ? toScale(here) : stacked(here));
      }
      row.append(box);
    }
    part.append(row);
  }
  return part;
}

function stacked(talks) {
  const all = document.createDocumentFragment();
  for (const talk of talks) {
    all.append(chip(talk));
  }
  return all;
}

function toScale(talks) {
  const box = document.createElement('div');
  box.className = 'timeline-hours';
  for (const talk of talks) {
    const button = chip(talk);
    const from = talk.start % 1440 - FIRST_HOUR * 60;
    button.style.left = `${Math.max(0, 100 * from / (HOURS * 60))}%`;
    button.style.width = `${100 * talk.minutes / (HOURS * 60)}%`;
    box.append(button);
  }
  return box;
}

function chip(talk) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `timeline-talk${talk.byHand ? ' is-hand' : ''}${talk.clash ? ' is-clash' : ''}`;
  button.dataset.talk = talk.id;
  button.title = `${clock(talk.start)}–${clock(talk.start + talk.minutes)} ${talk.venue.name} · ${talk.topic}`;
  const time = document.createElement('b');
  time.textContent = clock(talk.start);
  button.append(time, ` ${talk.venue.name}`);
  return button;
}

function turnable(name, total, here, note) {
  const box = document.getElementById(`board-${name}`);
  box.hidden = total <= 1;
  box.querySelector('span').textContent = note.replace('{0}', here + 1).replace('{1}', total);
  const [back, on] = box.querySelectorAll('button');
  back.disabled = here === 0;
  on.disabled = here === total - 1;
}

/* ---- the selection ---- */

function select(id) {
  state.selected = id;
  openDetail();
  htmx.ajax('GET', `/plans/${plan}/talks/${id}`, { target: '#detail', swap: 'innerHTML' });
  const query = new URLSearchParams(location.search);
  query.set('talk', id);
  history.replaceState(null, '', `?${query}`);
  markSelected();
  if (map && state.view === 'map') {
    drawRoute();
  }
}

function markSelected() {
  for (const mark of board.querySelectorAll('[data-talk]')) {
    const here = mark.dataset.talk === state.selected;
    (mark.closest('tr[data-row]') ?? mark).classList.toggle('is-selected', here);
  }
}

function openDetail() {
  detail.classList.add('is-open');
}

function closeDetail() {
  detail.classList.remove('is-open');
}

/* ---- words for times ---- */

function dayName(day) {
  const date = new Date(`${state.data.firstDay}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + day);
  return new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' }).format(date);
}

function clock(minute) {
  const inDay = minute % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

function cell(kind, text) {
  const made = document.createElement(kind);
  made.textContent = text;
  return made;
}

function range(from, to) {
  return Array.from({ length: to - from }, (unused, index) => from + index);
}
