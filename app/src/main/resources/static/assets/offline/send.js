// Sends what waits, one after the other in the order in which it was typed in. Pages and the service worker share it.
import { claim } from './clock.js';
import { open } from './store.js';

const PATIENCE = 20_000;
const ASKING_PATIENCE = 8_000;
const OUTBOX = { 'Lectern-Outbox': '1' };

// Only one tab of the phone, or its worker, sends at a time; the server knows each entry by its key should that fail.
export function flush(account) {
  return navigator.locks ? navigator.locks.request('lectern-outbox', () => sendAll(account)) : sendAll(account);
}

// What came of it: { sent: [{ key, what, to }], refused: [{ key, status }], login, wait, token }. `login` says that
// somebody must log in first, `wait` after how many seconds to try again (0 for: nothing is left to try).
async function sendAll(account) {
  const news = { sent: [], refused: [], login: false, wait: 0, token: '' };
  let ready = await askReady();
  if (!ready || ready === 'login' || (account && ready.account !== account)) {
    return { ...news, login: Boolean(ready), wait: ready ? 0 : 1 };
  }
  const store = await open(ready.account);
  try {
    for (const entry of await store.all()) {
      if (entry.state === 'refused' || entry.grant !== ready.grant || !(await mark(store, entry))) {
        continue;
      }
      let answer = await post(entry, ready.token);
      if (answer.status === 403) {
        ready = await askReady();
        if (ready?.account && ready.grant === entry.grant) {
          answer = await post(entry, ready.token);
        }
      }
      if (!(await settle(store, entry, answer, news))) {
        break;
      }
    }
    news.token = ready?.token ?? '';
    return news;
  } finally {
    store.close();
  }
}

// Who is signed in here now, with a fresh forgery token; 'login' when nobody is; null when there is no signal.
async function askReady() {
  const answer = await ask('/outbox/ready', { headers: OUTBOX }, ASKING_PATIENCE);
  if (answer.status === 401 || answer.status === 403) {
    return 'login';
  }
  return answer.status === 200 ? answer.body : null;
}

// From now on it may have arrived. Whoever took it back a moment ago was faster.
function mark(store, entry) {
  return store.change(entry.id, () => true, (found) => ({ ...found, state: 'sending' }));
}

function post(entry, token) {
  const body = new URLSearchParams([...entry.fields, ['key', entry.key]]);
  const headers = { ...OUTBOX, ...claim(entry.made), 'X-XSRF-TOKEN': token };
  return ask(entry.action, { method: 'POST', headers, body }, PATIENCE);
}

// Only JSON counts as an answer: a hotel's log-in page is none.
async function ask(address, options, patience) {
  try {
    const response = await fetch(address, {
      ...options,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    const isJson = response.headers.get('Content-Type')?.startsWith('application/json');
    if (isJson) {
      return { status: response.status, body: await response.json(), wait: Number(response.headers.get('Retry-After')) };
    }
    return { status: response.status === 401 ? 401 : 0 };
  } catch {
    return { status: 0 };
  }
}

// Writes down what came of an entry; tells whether to go on with the next.
async function settle(store, entry, answer, news) {
  if (answer.status >= 200 && answer.status < 300) {
    await store.remove(entry.id);
    news.sent.push({ key: entry.key, what: entry.what, to: answer.body.to });
    return true;
  }
  if (answer.status === 401) {
    await store.change(entry.id, () => true, (found) => ({ ...found, state: 'waiting' }));
    news.login = true;
    return false;
  }
  const later = answer.status === 0 || answer.status === 408 || answer.status === 429 || answer.status >= 500;
  if (later) {
    news.wait = Math.max(1, answer.wait || 0);
    return false;
  }
  await store.change(entry.id, () => true, (found) => ({ ...found, state: 'refused', text: answer.body.text }));
  news.refused.push({ key: entry.key, status: answer.status });
  return true;
}
