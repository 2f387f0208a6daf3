// The page of what was not sent yet: each entry with what became of it, to be taken back or corrected.
import { filled } from './outbox.js';

const LOOKS = { waiting: 'state-wait', sending: 'state-wait', refused: 'state-bad' };

export function showList(box) {
  const list = document.querySelector('#outbox-list');
  if (!list) {
    return;
  }
  const button = document.querySelector('#outbox-send');
  const template = document.querySelector('#outbox-entry');
  button.addEventListener('click', () => sendNow(box, button));
  const draw = async () => {
    const entries = await box.store.all();
    document.querySelector('#outbox-none').hidden = entries.length > 0;
    document.querySelector('#outbox-login').hidden = !box.login || entries.length === 0;
    button.hidden = !entries.some((entry) => entry.state !== 'refused');
    list.replaceChildren(...entries.map((entry) => card(box, template, entry)));
  };
  box.addEventListener('change', draw);
}

async function sendNow(box, button) {
  const label = button.querySelector('span');
  const text = label.textContent;
  button.disabled = true;
  label.textContent = button.dataset.busy;
  await box.tryNow();
  button.disabled = false;
  label.textContent = text;
}

function card(box, template, entry) {
  const words = template.dataset;
  const row = template.content.cloneNode(true);
  const part = (name) => row.querySelector(`[data-${name}]`);
  part('what').textContent = entry.what;
  part('summary').textContent = entry.summary;
  part('made-at').textContent = filled(words.made, moment(entry.made.wall));
  part('state').textContent = entry.grant === box.grant ? words[`state${entry.state[0].toUpperCase()}${entry.state.slice(1)}`] : words.role;
  part('state').classList.add(LOOKS[entry.state]);
  part('reason').textContent = entry.text;
  part('reason').hidden = entry.text === '';
  part('correct').hidden = !entry.correctable || entry.state === 'sending';
  part('correct').href = `${entry.page}#outbox=${entry.id}`;
  part('withdraw').addEventListener('click', () => withdraw(box, words, entry));
  return row;
}

async function withdraw(box, words, entry) {
  if (entry.state === 'sending' && !confirm(words.sure)) {
    return;
  }
  const unchanged = (found) => found.state === entry.state;
  if (!(await box.store.change(entry.id, unchanged, () => null))) {
    alert(words.late);
  }
  box.tell({});
}

function moment(wall) {
  const format = { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false };
  return new Intl.DateTimeFormat(document.documentElement.lang, format).format(wall);
}
