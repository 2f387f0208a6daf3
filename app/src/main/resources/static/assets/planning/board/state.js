// What the board shows and which talk is selected. The views listen: `data` is told when the plan changed, `filter`
// when other talks are looked at, `select` when another talk is selected, `view` when another view is shown.
export const board = document.getElementById('board');
export const words = board.dataset;
export const plan = words.plan;
export const news = new EventTarget();
export const state = { data: null, talks: [], selected: new URLSearchParams(location.search).get('talk'), view: words.view };

export function on(what, listener) {
  news.addEventListener(what, (event) => listener(event.detail));
}

export function tell(what, detail) {
  news.dispatchEvent(new CustomEvent(what, { detail }));
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
  remember('talk', id);
  tell('select', { id, by });
}

export function selectedTalk() {
  return state.data?.byId.get(state.selected) ?? null;
}

export async function load() {
  const answer = await fetch(`/plans/${plan}/board.json`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  state.data = unpack(await answer.json());
}

// Rows of arrays become talks that point at their venue, speaker and topic.
function unpack(raw) {
  const venues = raw.venues.map(([name, lat, lon, unit], index) => ({ index, name, lat, lon, unit }));
  const speakers = raw.speakers.map(([id, name, lat, lon]) => ({ id, name, lat, lon }));
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
    days,
  }));
  return { ...raw, venues, speakers, talks, byId: new Map(talks.map((talk) => [talk.id, talk])) };
}
