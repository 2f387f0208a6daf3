// What the planner's rules say of one talk at every speaker and minute. Asked once, then only looked up, so that
// a drag stays at the screen's pace.
import { json, plan, say, state } from '../state.js';
import { clock, DAY, dayName, dayOf } from '../times.js';

let known = null;

export function openingsOf(talk) {
  const version = state.data.version;
  if (known?.talk !== talk.id || known.version !== version) {
    known = { talk: talk.id, version, asked: json(`/plans/${plan}/talks/${talk.id}/openings.json`).then(unpack) };
    known.asked.catch(() => { known = null; });
  }
  return known.asked;
}

function unpack(raw) {
  const open = new Map();
  const best = new Map();
  const total = raw.changes.map((terms) => terms.reduce((sum, value) => sum + value, 0));
  for (const [speaker, from, to, number] of raw.open) {
    if (!open.has(speaker)) {
      open.set(speaker, []);
    }
    open.get(speaker).push({ from, to, total: total[number], terms: raw.changes[number] });
    best.set(speaker, Math.min(best.get(speaker) ?? Infinity, total[number]));
  }
  return { ...raw, open, best, skilled: new Set(raw.skilled), tooLow: new Set(raw.tooLow), full: new Set(raw.full) };
}

// The opening that holds the start, or the nearest one within some minutes.
export function judge(openings, talk, speaker, start, tolerance) {
  const all = openings.open.get(speaker.number) ?? [];
  let nearest = null;
  let away = tolerance + 1;
  let at = start;
  for (const opening of all) {
    const distance = start < opening.from ? opening.from - start : start > opening.to ? start - opening.to : 0;
    if (distance < away) {
      nearest = opening;
      away = distance;
      at = Math.min(opening.to, Math.max(opening.from, start));
    }
  }
  if (nearest && !isBooked(speaker, at, talk)) {
    return { start: at, allowed: true, total: nearest.total, terms: named(openings, nearest.terms) };
  }
  return { start, allowed: false, reasons: reasons(openings, talk, speaker, start) };
}

function isBooked(speaker, start, talk) {
  return speaker.booked.some((each) => start < each.to && each.from < start + talk.minutes);
}

function named(openings, values) {
  return openings.terms.map((name, index) => ({ name, value: values[index] })).filter((term) => term.value !== 0)
    .sort((one, other) => Math.abs(other.value) - Math.abs(one.value));
}

// Why not, in the order in which one would mend it.
function reasons(openings, talk, speaker, start) {
  const end = start + talk.minutes;
  const other = speaker.talks.find((each) => each.id !== talk.id && each.start < end && start < each.start + each.minutes);
  if (other) {
    return [say('plan.move.overlaps', speaker.name, clock(other.start), clock(other.start + other.minutes), other.topic, other.venue.name)];
  }
  if (isBooked(speaker, start, talk)) {
    return [say('plan.broken.booked')];
  }
  if (!openings.skilled.has(speaker.number)) {
    return [say('plan.broken.skill')];
  }
  if (openings.tooLow.has(speaker.number)) {
    return [say('plan.broken.tier')];
  }
  if (openings.full.has(speaker.number)) {
    return [say('plan.broken.cap')];
  }
  const found = [];
  if (!openings.windows.some(([from, to]) => from <= start && start <= to)) {
    const [from, to] = nearestWindow(openings.windows, start);
    found.push(say('plan.move.window', `${dayName(state.data.firstDay, dayOf(from))} ${clock(from)}–${dayOf(from) === dayOf(to) ? clock(to) : `${dayName(state.data.firstDay, dayOf(to))} ${clock(to)}`}`));
  }
  if (openings.taken.some(([from, to]) => start < to && from < end)) {
    found.push(say('plan.broken.venue'));
  }
  const shift = shiftOf(speaker, start, end);
  if (!shift) {
    found.push(say('plan.broken.shift'));
  }
  return found.length > 0 ? found : [say(`plan.broken.${wayThatFails(speaker, talk, shift, start, end)}`)];
}

function nearestWindow(windows, start) {
  return windows.reduce((best, window) => (away(window, start) < away(best, start) ? window : best));
}

function away([from, to], start) {
  return start < from ? from - start : Math.max(0, start - to);
}

function shiftOf(speaker, start, end) {
  for (let i = 0; i < speaker.free.length; i += 2) {
    if (speaker.free[i] <= start && end <= speaker.free[i] + speaker.free[i + 1]) {
      return [speaker.free[i], speaker.free[i] + speaker.free[i + 1]];
    }
  }
  return null;
}

function wayThatFails(speaker, talk, [from, to], start, end) {
  const near = speaker.talks.filter((each) => each.id !== talk.id && from <= each.start && each.start < to);
  const before = near.some((each) => each.start < start);
  const after = near.some((each) => each.start > start);
  if (!before && (after || start - from < to - end)) {
    return 'fromHome';
  }
  return after || before ? 'travel' : 'home';
}

// The next start, backwards or forwards, at which this speaker could begin; steps of five minutes, and the ends of stretches.
export function step(openings, speaker, start, by) {
  const starts = [];
  for (const { from, to } of openings.open.get(speaker.number) ?? []) {
    for (let at = from; at <= to; at += 5 - at % 5) {
      starts.push(at);
    }
  }
  return by > 0 ? starts.find((at) => at > start) ?? start : starts.findLast((at) => at < start) ?? start;
}

export function nearestStart(openings, speaker, start) {
  let found = null;
  for (const { from, to } of openings.open.get(speaker.number) ?? []) {
    const at = Math.min(to, Math.max(from, start));
    if (found === null || Math.abs(at - start) < Math.abs(found - start)) {
      found = at;
    }
  }
  return found;
}

// The verdict in words, for the pointer's note and for the ear.
export function spoken(verdict, speaker) {
  const at = verdict.start === null ? '' : `${dayName(state.data.firstDay, dayOf(verdict.start))} ${clock(verdict.start)}`;
  const head = `${speaker.name} · ${at}`;
  if (!verdict.allowed) {
    return { head, price: say('plan.move.refused'), lines: verdict.reasons };
  }
  const price = verdict.total === 0 ? say('plan.move.same') : say(verdict.total < 0 ? 'plan.move.cheaper' : 'plan.move.dearer', Math.abs(verdict.total));
  const lines = verdict.terms.map((term) => say(`plan.price.${term.name}.${term.value > 0 ? 'more' : 'less'}`, Math.abs(term.value)));
  return { head, price, lines };
}

export { DAY };
