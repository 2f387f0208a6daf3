// Pages as they were last seen. The server says which may be kept (Lectern-Keep) and whose they are (Lectern-Account).
import { PAGES, addMissing, inShells, tidy } from './shell.js';

const PATIENCE = 4_000;
const FRESH_ENOUGH = 3_600_000;
const MOST = 80;
const HOMES = ['/station', '/tasks'];
let wiped = 0;

// From the network when it answers soon, else as it was last seen, else a page that says that there is no signal.
export async function page(event, release) {
  const since = wiped;
  const network = fetch(event.request).then((response) => {
    // A clone that nobody reads would hold a whole download in memory.
    const seen = response.headers.has('Lectern-Keep') ? response.clone() : response;
    event.waitUntil(remember(event.request.url, seen, release, since));
    return response;
  });
  event.waitUntil(network.catch(() => {}));
  const copy = await find(event.request.url);
  try {
    const response = await (copy ? Promise.race([network, tooSlow()]) : network);
    return copy && [502, 503, 504].includes(response.status) ? asKept(copy) : response;
  } catch {
    return copy ? asKept(copy) : elsewhere(event.request.url);
  }
}

function tooSlow() {
  return new Promise((resolve, reject) => setTimeout(() => reject(new Error('too slow')), PATIENCE));
}

// Fetches pages beforehand that will be wanted without a signal; the first one in any case, others when they are old.
export async function keepAll(paths, release) {
  const since = wiped;
  for (const [number, path] of paths.entries()) {
    const copy = number === 0 ? undefined : await find(path);
    if (!copy || Date.now() - Number(copy.headers.get('Lectern-Kept-At')) > FRESH_ENOUGH || copy.headers.get('Lectern-Shell') !== release.version) {
      try {
        const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', redirect: 'error' });
        await remember(path, response, release, since);
      } catch {
        return;
      }
    }
  }
  await tidy(release);
}

async function remember(address, response, release, since) {
  const account = response.headers.get('Lectern-Account');
  // Somebody may have gone out or come in while this was on its way: then it is the former one's.
  if (!account || wiped !== since) {
    return;
  }
  await forgetOthers(account);
  const path = pathOf(address);
  if (!response.ok || !response.headers.has('Lectern-Keep') || !path) {
    return;
  }
  const html = await response.text();
  await addMissing(release, new Set([...html.matchAll(/(?:src|href)="(\/(?:assets|webjars)\/[^"]+)"/g)].map((found) => found[1])));
  const headers = {
    'Content-Type': response.headers.get('Content-Type'),
    'Content-Security-Policy': response.headers.get('Content-Security-Policy') ?? '',
    'Lectern-Shell': release.version,
    'Lectern-Kept-At': String(Date.now()),
  };
  if (wiped === since) {
    const cache = await caches.open(PAGES + account);
    await cache.put(path, new Response(html, { headers }));
    const kept = await cache.keys();
    await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST)).map((old) => cache.delete(old)));
  }
}

// The language of a page is not part of its address; a page with filters is not kept.
function pathOf(address) {
  const url = new URL(address, self.location.origin);
  url.searchParams.delete('lang');
  return url.search ? null : url.pathname;
}

async function find(address) {
  const path = new URL(address, self.location.origin).pathname;
  for (const name of await caches.keys()) {
    const found = name.startsWith(PAGES) ? await (await caches.open(name)).match(path) : undefined;
    if (found) {
      return found;
    }
  }
  return undefined;
}

// Says of itself that it is old: the page shows as of when.
async function asKept(copy) {
  const html = (await copy.text()).replace('<html ', '<html data-kept ');
  const headers = new Headers(copy.headers);
  return new Response(html, { headers });
}

// The first address leads home; anything else that is not kept says so.
async function elsewhere(address) {
  if (new URL(address).pathname === '/') {
    for (const home of HOMES) {
      if (await find(home)) {
        return Response.redirect(home);
      }
    }
  }
  return nothing('page');
}

export async function nothing(why) {
  const found = await inShells('/offline');
  const html = found ? (await found.text()).replace('<html ', `<html data-why="${why}" `) : '';
  return new Response(html, { status: 503, headers: found?.headers });
}

// Forgets everything: somebody goes out or comes in.
export function wipe() {
  wiped += 1;
  return forgetOthers('');
}

async function forgetOthers(account) {
  const names = (await caches.keys()).filter((name) => name.startsWith(PAGES) && name !== PAGES + account);
  await Promise.all(names.map((name) => caches.delete(name)));
}
