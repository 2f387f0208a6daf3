// What the board shows and which talk is selected. The views listen: `data` is told when the plan changed, `filter`
// when other talks are looked at, `select` when another talk is selected, `view` when another view is shown.
export const board = document.getElementById('board');
export const words = board.dataset;
export const plan = words.plan;
export const isDraft = words.draft === 'true';
export const news = new EventTarget();
export const state = { data: null, talks: [], selected: new URLSearchParams(location.search).get('talk'), view: words.view };
let people = null;

export function on(what, listener) {
  news.addEventListener(what, (event) => listener(event.detail));
}

export function tell(what, detail) {
  news.dispatchEvent(new CustomEvent(what, { detail }));
}

// A sentence of the page's bundle, filled.
export function say(key, ...values) {
  const sentences = document.getElementById('board-words').content;
  const text = sentences.querySelector(`[data-word="${key}"]`)?.textContent ?? key;
  return values.reduce((filled, value, index) => filled.replaceAll(`{${index}}`, value), text);
}

// The selection stands in the address, so that it survives a reload and can be sent to a colleague.
export function remember(name, value) {
  const query = new URLSearchParams(location.search);
  query.set(name, value);
  history.replaceState(null, '', `?${query}`);
}

// by: where it was chosen; that view need not bring it into sight.
export function select(id, by) {
  state.selected = id;
  document.getElementById('board-selected').value = id;
  remember('talk', id);
  tell('select', { id, by });
}

export function selectedTalk() {
  return state.data?.byId.get(state.selected) ?? null;
}

// The speakers stay the same as long as the plan has its problem; only the talks come again.
export async function load() {
  people ??= json(`/plans/${plan}/speakers.json?of=${words.problem}`).then(unpackSpeakers);
  const [speakers, raw] = await Promise.all([people, json(`/plans/${plan}/board.json`)]);
  state.data = unpack(raw, speakers);
}

export async function json(address) {
  const answer = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return answer.json();
}

// Sends a change; the server says whether it stands, or why not.
export async function change(path, values) {
  const body = new URLSearchParams({ ...values, version: state.data.version });
  try {
    const answer = await fetch(`/plans/${plan}/${path}`, {
      method: 'POST',
      headers: { Accept: 'application/json', 'X-XSRF-TOKEN': document.querySelector('meta[name=csrf]').content },
      body,
    });
    const told = await answer.json();
    return { ...told, done: answer.ok, refused: answer.ok ? [] : told.refused ?? [say('plan.move.failed')] };
  } catch (failure) {
    return { done: false, refused: [say('plan.move.failed')], talks: [] };
  }
}

// Rows of arrays become speakers, and talks that point at their venue and speaker.
function unpackSpeakers(raw) {
  return raw.speakers.map(([id, name, unit, group, lat, lon, free], number) => (
    { number, id, name, unit: raw.units[unit], group: String(group), lat, lon, free, talks: [], booked: [], rank: 0 }));
}

function unpack(raw, speakers) {
  const venues = raw.venues.map(([name, lat, lon, unit], index) => ({ index, name, lat, lon, unit }));
  for (const speaker of speakers) {
    speaker.talks = [];
    speaker.booked = [];
  }
  const talks = raw.talks.map(([id, venue, topic, group, minutes, speaker, start, flags, days]) => ({
    id,
    venue: venues[venue],
    topic: raw.topics[topic],
    topicNumber: topic,
    group: String(group),
    minutes,
    speaker: speaker < 0 ? null : speakers[speaker],
    start,
    byHand: (flags & 1) !== 0,
    clash: (flags & 2) !== 0,
    pinned: (flags & 4) !== 0,
    days,
  }));
  for (const talk of talks) {
    talk.speaker?.talks.push(talk);
  }
  for (const [speaker, from, to] of raw.booked) {
    speakers[speaker].booked.push({ from, to });
  }
  for (const speaker of speakers) {
    speaker.talks.sort((one, other) => one.start - other.start);
  }
  return { ...raw, venues, speakers, talks, byId: new Map(talks.map((talk) => [talk.id, talk])) };
}
