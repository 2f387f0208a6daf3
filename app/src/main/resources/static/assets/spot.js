// A place on a map without tiles: shown, or chosen by a click (data-chooses; then the fields lat and lon follow).
for (const box of document.querySelectorAll('[data-spot]')) {
  makeSpot(box);
}

async function makeSpot(box) {
  const colour = '#c8392b';
  const map = L.map(box, { attributionControl: false, zoomSnap: 0.5, scrollWheelZoom: !('chooses' in box.dataset) ? false : true });
  L.control.scale({ imperial: false }).addTo(map);
  const place = () => {
    const lat = parseFloat(box.dataset.lat);
    const lon = parseFloat(box.dataset.lon);
    return Number.isFinite(lat) && Number.isFinite(lon) && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? L.latLng(lat, lon) : null;
  };
  let dot = null;
  const draw = () => {
    const at = place();
    dot?.remove();
    dot = at === null ? null : L.circleMarker(at, { radius: 8, color: '#ffffff', weight: 2, fillColor: colour, fillOpacity: 1 }).addTo(map);
    return at;
  };

  let outline = null;
  const look = async () => {
    outline?.remove();
    outline = null;
    if (box.dataset.unit) {
      const answer = await fetch(`/units/${box.dataset.unit}/outline`).catch(() => null);
      if (answer?.status === 200 && !answer.redirected) {
        outline = L.geoJSON(await answer.json(), { interactive: false, style: { color: '#4d6480', weight: 1.5, fillColor: '#8fa3bb', fillOpacity: 0.12 } }).addTo(map);
      }
    }
    const bounds = outline?.getBounds();
    const at = draw();
    if (bounds?.isValid()) {
      map.fitBounds(at === null ? bounds : bounds.extend(at), { padding: [12, 12] });
    } else if (at !== null) {
      map.setView(at, 12);
    } else {
      map.setView([33, 112], 4);
    }
  };
  await look();

  if ('chooses' in box.dataset) {
    const form = box.closest('form');
    const [lat, lon] = ['lat', 'lon'].map((name) => form.elements[name]);
    const set = (at) => {
      box.dataset.lat = at.lat;
      box.dataset.lon = at.lng;
    };
    map.on('click', (event) => {
      const at = event.latlng.wrap();
      lat.value = at.lat.toFixed(5);
      lon.value = at.lng.toFixed(5);
      set(at);
      draw();
    });
    for (const field of [lat, lon]) {
      field.addEventListener('change', () => {
        box.dataset.lat = lat.value;
        box.dataset.lon = lon.value;
        const at = draw();
        if (at !== null) {
          map.panTo(at);
        }
      });
    }
    form.addEventListener('picked', (event) => {
      if (event.target.querySelector('[name=unit]')) {
        box.dataset.unit = event.detail.id;
        look();
      }
    });
  }
}
