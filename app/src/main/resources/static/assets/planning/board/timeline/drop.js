// Asks the server for what was dropped, pinned or taken back, and shows what came of it.
import { change, say, select, selectedTalk, state, tell } from '../state.js';
import { clock, dayName, dayOf } from '../times.js';
import * as note from './note.js';
import { redraw, view } from './view.js';

const told = document.getElementById('board-told');

export async function drop(talk, speaker, start, from) {
  const answer = await change(`talks/${talk.id}/move`, { speaker: speaker.id, start });
  view.openings = null;
  if (!answer.done) {
    note.springBack(from?.isConnected ? from : document.getElementById(`tl-${talk.id}`));
    refused(say('plan.move.no', speaker.name, `${dayName(state.data.firstDay, dayOf(start))} ${clock(start)}`), answer.refused);
    redraw();
    return false;
  }
  note.hide();
  done(say('plan.move.done', talk.topic, speaker.name, `${dayName(state.data.firstDay, dayOf(start))} ${clock(start)}`));
  await changed(talk.id);
  return true;
}

export async function togglePin() {
  const talk = selectedTalk();
  if (!talk?.speaker) {
    return;
  }
  const answer = await change(`talks/${talk.id}/pin`, { pinned: !talk.pinned });
  if (!answer.done) {
    refused(say('plan.pin.no'), answer.refused);
    return;
  }
  done(say(talk.pinned ? 'plan.pin.freed' : 'plan.pin.done', talk.topic));
  await changed(talk.id);
}

export async function undo() {
  if (state.data.undo.length === 0) {
    return;
  }
  const [kind, talks] = state.data.undo;
  const answer = await change('undo', {});
  if (!answer.done) {
    refused(say('plan.undo.no'), answer.refused);
    return;
  }
  done(say('plan.undo.done', say(`plan.step.${kind}`), talks));
  await changed(answer.talks.length === 1 ? answer.talks[0] : state.selected);
}

// The plan is another one now: map, timeline, list and figures come again.
async function changed(id) {
  await new Promise((loaded) => tell('changed', loaded));
  if (id) {
    select(id, 'change');
  }
}

function done(text) {
  told.className = 'board-told is-done';
  told.replaceChildren(paragraph(text));
  note.announce(text);
  clearTimeout(told.leaves);
  told.leaves = setTimeout(() => told.replaceChildren(), 8000);
}

export function refused(head, reasons) {
  clearTimeout(told.leaves);
  told.className = 'board-told is-refused';
  const list = document.createElement('ul');
  for (const reason of reasons) {
    const item = document.createElement('li');
    item.textContent = reason;
    list.append(item);
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'btn';
  close.textContent = say('action.close');
  close.addEventListener('click', () => told.replaceChildren());
  told.replaceChildren(paragraph(head), list, close);
}

function paragraph(text) {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}
