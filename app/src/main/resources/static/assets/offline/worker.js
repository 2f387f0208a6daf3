// The service worker: opens the pages that the phone kept when there is no signal, and sends what waits when the
// browser wakes it for that. It keeps nothing but what the server marks, and of one account at a time.
import { addShell, asset, tidy } from './shell.js';
import { keepAll, nothing, page, wipe } from './kept.js';
import { flush } from './send.js';

// Whoever goes in or out leaves nothing behind for the next one.
const DOORS = ['/login', '/logout', '/logout/everywhere', '/demo/enter'];

export function start(release) {
  self.addEventListener('install', (event) => event.waitUntil(addShell(release).then(() => self.skipWaiting())));
  self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim().then(() => tidy(release))));
  self.addEventListener('fetch', (event) => answer(event, release));
  self.addEventListener('message', (event) => {
    if (event.data.keep) {
      event.waitUntil(keepAll(event.data.keep, release));
    }
    if (event.data.wipe) {
      event.waitUntil(wipe());
    }
  });
  self.addEventListener('sync', (event) => {
    if (event.tag === 'outbox') {
      event.waitUntil(sendNow());
    }
  });
}

function answer(event, release) {
  const request = event.request;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) {
    return;
  }
  if (request.mode === 'navigate') {
    if (request.method === 'GET') {
      event.respondWith(page(event, release));
    } else {
      event.respondWith(DOORS.includes(url.pathname) ? throughDoor(request, url) : fetch(request).catch(() => nothing('form')));
    }
  } else if (request.method === 'GET' && /^\/(assets|webjars)\//.test(url.pathname)) {
    event.respondWith(asset(request));
  }
}

async function throughDoor(request, url) {
  await wipe();
  try {
    const response = await fetch(request);
    await wipe();
    return response;
  } catch {
    return nothing(url.pathname.startsWith('/logout') ? 'logout' : 'form');
  }
}

// Fails when something is left, so that the browser wakes us again.
async function sendNow() {
  const news = await flush();
  const channel = new BroadcastChannel('lectern-outbox');
  channel.postMessage(news);
  channel.close();
  if (news.wait > 0) {
    throw new Error('there is still no signal');
  }
}
