// What waits, for this account: counts it on the page, and sends it whenever there is a chance.
import { flush } from './send.js';
import { open } from './store.js';

const FIRST_WAIT = 5;
const LONGEST_WAIT = 300;
const SENT = 'lectern-sent';

export async function outbox() {
  const [account, grant, home] = document.querySelector('meta[name=outbox]').content.split(' ');
  return new Outbox(account, grant, home, await open(account));
}

class Outbox extends EventTarget {
  constructor(account, grant, home, store) {
    super();
    Object.assign(this, { account, grant, home, store, login: false, wait: FIRST_WAIT, timer: 0, handing: false, outcomes: new Map() });
    this.channel = new BroadcastChannel('lectern-outbox');
    this.note = document.querySelector('.outbox-note');
  }

  start() {
    this.channel.addEventListener('message', (event) => this.hear(event.data));
    addEventListener('online', () => this.tryNow());
    document.addEventListener('visibilitychange', () => document.hidden || this.tryNow());
    addEventListener('pageshow', () => {
      this.handing = false;
      this.show();
    });
    document.addEventListener('submit', (event) => this.warn(event), true);
    this.sayWhatWasSent();
    this.show();
    this.tryNow();
  }

  async add(entry) {
    const added = await this.store.add({ ...entry, grant: this.grant, state: 'waiting', text: '' });
    navigator.storage?.persist?.();
    this.tell({});
    return added;
  }

  // Hands an entry in. What became of it: { to } when it was taken, { status } when it was refused, undefined when
  // nobody knows yet. Whoever was faster, another tab or the worker, has told.
  async handIn(entry, patience) {
    const { token } = await Promise.race([this.send(), new Promise((resolve) => setTimeout(resolve, patience, {}))]);
    const outcome = this.outcomes.get(entry.key);
    return outcome && { ...outcome, token };
  }

  // The browser wakes the worker when there is a signal, where it can.
  async wakeLater() {
    const registration = await navigator.serviceWorker?.getRegistration();
    registration?.sync?.register('outbox').catch(() => {});
  }

  // Sends all that waits, now; the news of it also goes to the other tabs.
  async send() {
    const news = await flush(this.account);
    this.login = news.login;
    this.learn(news);
    this.tell(news);
    this.waitForNext(news.wait);
    return news;
  }

  async tryNow() {
    this.wait = FIRST_WAIT;
    await this.tryAgain();
  }

  async tryAgain() {
    clearTimeout(this.timer);
    if ((await this.store.all()).some((entry) => entry.state !== 'refused' && entry.grant === this.grant)) {
      const news = await this.send();
      if (news.sent.length > 0) {
        this.renew(news.sent);
      }
    }
  }

  waitForNext(wait) {
    clearTimeout(this.timer);
    if (wait > 0) {
      this.wakeLater();
      this.timer = setTimeout(() => this.tryAgain(), Math.max(wait, this.wait) * 1000);
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    }
  }

  learn({ sent = [], refused = [] }) {
    for (const each of [...sent, ...refused]) {
      this.outcomes.set(each.key, each);
    }
  }

  tell(news) {
    this.channel.postMessage(news);
    this.show();
  }

  // Another tab or the worker has changed something.
  hear(news) {
    this.login = news.login ?? this.login;
    this.learn(news);
    this.show();
    if (news.sent?.length > 0) {
      this.renew(news.sent);
    }
  }

  // What the page says is old now. Whoever is typing is left alone.
  renew(sent) {
    if (this.handing) {
      return;
    }
    sessionStorage.setItem(SENT, sent.map((each) => each.what).join(' · '));
    const isTyping = [...document.querySelectorAll('main form[data-outbox]')].some((form) => form.contains(document.activeElement));
    if (isTyping || document.querySelector('#outbox-list')) {
      this.sayWhatWasSent();
    } else {
      location.reload();
    }
  }

  sayWhatWasSent() {
    const what = sessionStorage.getItem(SENT);
    if (what) {
      sessionStorage.removeItem(SENT);
      const toast = document.createElement('div');
      toast.className = 'toast-note';
      toast.textContent = filled(this.note.dataset.sent, what);
      document.querySelector('#toasts').append(toast);
      setTimeout(() => toast.remove(), 8000);
    }
  }

  // The note at the top of the page, and a mark beside each thing that waits.
  async show() {
    const entries = await this.store.all();
    const refused = entries.filter((entry) => entry.state === 'refused').length;
    const words = this.note.dataset;
    const why = refused > 0 ? filled(words.refused, refused) : this.login ? words.login : words.waiting;
    this.note.hidden = entries.length === 0 || location.pathname === '/outbox';
    this.note.classList.toggle('is-refused', refused > 0);
    this.note.querySelector('[data-outbox-count]').textContent = `${filled(words.count, entries.length)} · ${why}`;
    for (const mark of document.querySelectorAll('[data-unsent]')) {
      const entry = entries.findLast((each) => each.action === mark.dataset.unsent && each.state !== 'refused');
      mark.hidden = !entry;
      mark.querySelector('[data-unsent-summary]').textContent = entry?.summary ?? '';
      for (const form of document.querySelectorAll(`form[data-outbox][action="${mark.dataset.unsent}"]`)) {
        form.hidden = Boolean(entry) && String(entry.id) !== form.dataset.replaces;
      }
    }
    this.dispatchEvent(new Event('change'));
  }

  // Logging out keeps what waits, for this account only; the pages go.
  warn(event) {
    if (!event.target.action?.includes('/logout') || this.note.hidden) {
      return;
    }
    if (!confirm(filled(this.note.dataset.logout, this.count()))) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }

  count() {
    return this.note.querySelector('[data-outbox-count]').textContent.match(/\d+/)[0];
  }
}

export function filled(text, value) {
  return text.replace('{0}', value);
}
