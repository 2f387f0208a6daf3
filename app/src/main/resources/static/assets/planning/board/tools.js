// The buttons above the views: take back, pin.
import { on, say, selectedTalk, state } from './state.js';

const undo = document.getElementById('board-undo');
const pin = document.getElementById('board-pin');

export function listen() {
  on('select', show);
  on('data', show);
}

function show() {
  if (!undo || !state.data) {
    return;
  }
  const [kind, talks] = state.data.undo;
  undo.disabled = kind === undefined;
  undo.title = kind === undefined ? '' : say('plan.undo.what', say(`plan.step.${kind}`), talks);
  const talk = selectedTalk();
  pin.disabled = !talk?.speaker;
  pin.setAttribute('aria-pressed', String(talk?.pinned ?? false));
}
