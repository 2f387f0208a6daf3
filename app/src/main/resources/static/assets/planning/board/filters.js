// Which talks are looked at. The list is filtered on the server by the same form.
import { remember, state, tell } from './state.js';
import { dayOf } from './times.js';

const form = document.getElementById('board-filters');

export function chosen(name) {
  return new FormData(form).get(name) ?? '';
}

export function listen() {
  let typing = 0;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(apply, 250);
  });
}

function apply() {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
  if (state.selected) {
    query.set('talk', state.selected);
  }
  history.replaceState(null, '', `?${query}`);
  remember('view', state.view);
  filter();
  tell('filter');
}

export function filter() {
  const day = chosen('day');
  const group = chosen('unit');
  const topic = chosen('topic');
  const wanted = chosen('state');
  const text = chosen('q').trim();
  state.talks = state.data.talks.filter((talk) =>
    (day === '' || daysOf(talk).includes(Number(day)))
    && (group === '' || talk.group === group)
    && (topic === '' || String(talk.topicNumber) === topic)
    && (wanted === '' || isIn(talk, wanted))
    && (text === '' || [talk.venue.name, talk.venue.unit, talk.topic, talk.speaker?.name ?? ''].some((word) => word.includes(text))));
}

function daysOf(talk) {
  return talk.speaker ? [dayOf(talk.start)] : talk.days;
}

function isIn(talk, wanted) {
  switch (wanted) {
    case 'served': return talk.speaker !== null;
    case 'unserved': return talk.speaker === null;
    case 'hand': return talk.byHand;
    default: return talk.clash;
  }
}
