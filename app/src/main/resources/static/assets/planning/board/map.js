// The map: venues of the talks that are looked at, the units' boundaries, and the selected speaker's day.
import { choose } from './detail.js';
import { on, select, selectedTalk, state, words } from './state.js';
import { clock, dayOf } from './times.js';

const NEAREST = 14; // zoom at which a village fills the map: a single venue has no extent of its own
let map = null;
let marks = null;
let route = null;
let moved = false;

export function listen() {
  on('select', () => map && drawRoute());
  document.addEventListener('theme', () => map && draw());
}

// On a wide desk the map stands above the panel while list or timeline is shown.
export function place(alone) {
  const section = document.getElementById('board-map');
  const home = alone ? document.getElementById('board-views') : document.getElementById('board-side');
  if (section.parentElement !== home) {
    home.prepend(section);
    moved = true;
  }
  section.classList.toggle('is-beside', !alone);
  if (!alone) {
    section.hidden = false;
    section.removeAttribute('role');
  } else {
    section.role = 'tabpanel';
  }
}

// For whoever draws upon it.
export function chart() {
  return map;
}

export function draw() {
  if (!map) {
    open();
  }
  map.invalidateSize();
  if (moved) {
    // Its box has another size now: what was in sight need not be any more.
    showAll();
    moved = false;
  }
  marks.clearLayers();
  for (const [venue, talks] of byVenue(state.talks)) {
    const left = talks.filter((talk) => !talk.speaker).length;
    const clash = talks.some((talk) => talk.clash);
    const mark = L.circleMarker([venue.lat, venue.lon], {
      radius: radius(talks.length),
      color: left > 0 ? '#c8392b' : clash ? '#8a5b00' : '#ffffff',
      weight: left > 0 || clash ? 2.5 : 0.75,
      fillColor: left === talks.length ? '#ffffff' : clash ? '#d99a1c' : '#3b6ea5',
      fillOpacity: 0.9,
    });
    mark.bindTooltip(() => note(venue, talks, left));
    mark.talks = talks.length;
    mark.on('click', () => (talks.length === 1 ? select(talks[0].id, 'map') : choose(venue, talks)));
    marks.addLayer(mark);
  }
  drawRoute();
}

function open() {
  map = L.map('board-canvas', { preferCanvas: true, zoomSnap: 0.25, attributionControl: false });
  L.control.scale({ imperial: false }).addTo(map);
  showAll();
  marks = L.layerGroup().addTo(map);
  route = L.layerGroup().addTo(map);
  map.on('zoomend', () => marks.eachLayer((mark) => mark.setRadius(radius(mark.talks))));
  fetch(words.boundaries).then((answer) => (answer.ok ? answer.json() : null)).then((shapes) => {
    if (shapes) {
      const areas = L.geoJSON(shapes, { interactive: false, style: { color: '#7d8a99', weight: 1, fillColor: '#7d8a99', fillOpacity: 0.06 } }).addTo(map);
      areas.bringToBack();
    }
  }).catch(() => null);
}

// A whole city's venues are small dots, so that one sees where there are many; nearer they are easy to hit.
function radius(talks) {
  const most = Math.min(6, Math.max(2.5, map.getZoom() - 6));
  return most + Math.min(9, 2 * Math.sqrt(talks - 1)) * most / 6;
}

function byVenue(talks) {
  const groups = new Map();
  for (const talk of talks) {
    const group = groups.get(talk.venue);
    if (group) {
      group.push(talk);
    } else {
      groups.set(talk.venue, [talk]);
    }
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

function showAll() {
  const all = L.latLngBounds(state.data.venues.map((venue) => [venue.lat, venue.lon]));
  map.fitBounds(all.pad(0.05), { maxZoom: NEAREST, animate: false });
}

// The day of the selected speaker: home, talks in order, home.
function drawRoute() {
  route.clearLayers();
  const talk = selectedTalk();
  if (!talk) {
    return;
  }
  if (!talk.speaker) {
    L.circleMarker([talk.venue.lat, talk.venue.lon], { radius: 13, color: '#c8392b', weight: 3, fill: false }).addTo(route);
    bringIntoSight([[talk.venue.lat, talk.venue.lon]]);
    return;
  }
  const stops = talk.speaker.talks.filter((other) => dayOf(other.start) === dayOf(talk.start));
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
      .on('click', () => select(stop.id, 'map')).addTo(route);
  });
  bringIntoSight(line);
}

function bringIntoSight(points) {
  const bounds = L.latLngBounds(points);
  if (!map.getBounds().pad(-0.1).contains(bounds)) {
    map.fitBounds(bounds.pad(0.3), { maxZoom: map.getZoom() });
  }
}
