// A line drawn around venues on the map, with the mouse or a finger. While it waits to be drawn the map stands still.
import { chart } from './map.js';
import { state } from './state.js';

export class Lasso {
  constructor(done) {
    this.done = done;
    this.map = chart();
    this.box = this.map.getContainer();
    this.points = [];
    this.map.dragging.disable();
    this.box.classList.add('is-lasso');
    this.begin = (event) => this.#begin(event);
    this.move = (event) => this.#move(event);
    this.finish = () => this.#finish();
    this.box.addEventListener('pointerdown', this.begin, { capture: true });
  }

  #begin(event) {
    if (event.target.closest('.leaflet-control')) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.line?.remove();
    this.points = [this.#at(event)];
    this.line = L.polygon(this.points, { color: '#c8392b', weight: 2, fillOpacity: 0.12, interactive: false }).addTo(this.map);
    document.addEventListener('pointermove', this.move);
    document.addEventListener('pointerup', this.finish, { once: true });
  }

  #at(event) {
    const { left, top } = this.box.getBoundingClientRect();
    return this.map.containerPointToLatLng([event.clientX - left, event.clientY - top]);
  }

  #move(event) {
    this.points.push(this.#at(event));
    this.line.setLatLngs(this.points);
  }

  #finish() {
    document.removeEventListener('pointermove', this.move);
    this.#rest();
    this.done(this.points.length < 3 ? new Set() : new Set(state.data.venues.filter((venue) => inside(venue, this.points))));
  }

  #rest() {
    this.box.removeEventListener('pointerdown', this.begin, { capture: true });
    this.box.classList.remove('is-lasso');
    this.map.dragging.enable();
  }

  end() {
    this.#rest();
    this.line?.remove();
  }
}

// By how often a ray to the east crosses the line.
function inside({ lat, lon }, line) {
  let within = false;
  for (let i = 0, j = line.length - 1; i < line.length; j = i++) {
    const one = line[i];
    const other = line[j];
    if ((one.lat > lat) !== (other.lat > lat) && lon < (other.lng - one.lng) * (lat - one.lat) / (other.lat - one.lat) + one.lng) {
      within = !within;
    }
  }
  return within;
}
