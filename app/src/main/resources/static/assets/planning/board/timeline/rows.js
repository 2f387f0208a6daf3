// Which speakers have a row, and in what order.
import { chosen } from '../filters.js';
import { selectedTalk, state } from '../state.js';
import { openingsOf } from './openings.js';

const collator = new Intl.Collator(document.documentElement.lang);
const controls = document.getElementById('timeline-rows');
let ranked = null;

export async function rows() {
  const { speakers } = state.data;
  rank(speakers);
  const wanted = controls.elements.rows.value;
  const area = controls.elements.area?.value ?? '';
  const name = controls.elements.name.value.trim().toLocaleLowerCase();
  const held = filtered();
  let kept = speakers.filter((speaker) =>
    (area === '' || speaker.group === area)
    && (name === '' || speaker.name.toLocaleLowerCase().includes(name) || speaker.unit.toLocaleLowerCase().includes(name))
    && (!held || held.has(speaker))
    && (wanted !== 'talks' || speaker.talks.length > 0)
    && (wanted !== 'free' || (speaker.talks.length === 0 && speaker.free.length > 0))
    && (wanted !== 'all' || speaker.talks.length > 0 || speaker.booked.length > 0 || speaker.free.length > 0));
  const talk = selectedTalk();
  if (wanted === 'able' && talk) {
    const openings = await openingsOf(talk);
    kept = kept.filter((speaker) => speaker === talk.speaker || openings.best.has(speaker.number));
    const price = (speaker) => (speaker === talk.speaker ? -Infinity : openings.best.get(speaker.number));
    return kept.sort((one, other) => price(one) - price(other) || one.rank - other.rank);
  }
  return kept.sort((one, other) => other.talks.length - one.talks.length || one.rank - other.rank);
}

function rank(speakers) {
  if (ranked !== speakers) {
    ranked = speakers;
    [...speakers].sort((one, other) => collator.compare(one.name, other.name)).forEach((speaker, index) => { speaker.rank = index; });
  }
}

// The board's filter looks at talks: then only speakers of such talks have a row. Null when it keeps all.
function filtered() {
  const text = chosen('q').trim();
  if (['state', 'unit', 'topic'].every((name) => chosen(name) === '') && text === '') {
    return null;
  }
  const held = new Set(state.talks.map((talk) => talk.speaker));
  if (text !== '' && ['state', 'unit', 'topic'].every((name) => chosen(name) === '')) {
    state.data.speakers.filter((speaker) => speaker.name.includes(text) || speaker.unit.includes(text)).forEach((speaker) => held.add(speaker));
  }
  return held;
}
