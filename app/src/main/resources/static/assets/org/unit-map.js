// Draws a unit with what lies below it. A click on a unit opens it; the list beside the map says the same in words.
'use strict';

const box = document.getElementById('unit-map');
if (box) {
  drawUnits(box);
}

async function drawUnits(box) {
  const map = L.map(box, { zoomSnap: 0.25, attributionControl: false, scrollWheelZoom: false });
  const below = await geoJson(box.dataset.boundaries);
  const shown = below?.features?.length ? below : await geoJson(box.dataset.outline);
  if (!shown) {
    box.hidden = true;
    return;
  }
  const layer = L.geoJSON(shown, {
    style: { color: '#4d6480', weight: 1.25, fillColor: '#8fa3bb', fillOpacity: 0.18 },
    onEachFeature: (feature, outline) => {
      outline.bindTooltip(feature.properties.name, { sticky: true });
      if (below?.features?.length) {
        outline.on('click', () => { location.href = `/units/${feature.properties.id}`; });
        outline.on('mouseover', () => outline.setStyle({ fillOpacity: 0.4 }));
        outline.on('mouseout', () => outline.setStyle({ fillOpacity: 0.18 }));
      }
    },
  }).addTo(map);
  map.fitBounds(layer.getBounds(), { padding: [8, 8] });
}

async function geoJson(address) {
  const answer = await fetch(address);
  return answer.status === 200 ? answer.json() : null;
}
