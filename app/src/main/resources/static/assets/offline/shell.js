// The files that pages need. Each address carries its file's version, so a kept page always finds exactly its own, and
// files of two releases never meet on one page.
const SHELL = 'lectern-shell-';
export const PAGES = 'lectern-pages-';

export async function addShell({ version, files }) {
  const cache = await caches.open(SHELL + version);
  // Without cookies: what everybody's phone keeps is nobody's.
  await Promise.all(
    files.map(async (file) => {
      const response = await fetch(file, { cache: file.startsWith('/offline') ? 'reload' : 'default', credentials: 'omit' });
      if (!response.ok) {
        throw new Error(`${file} answered ${response.status}`);
      }
      await cache.put(file, response);
    }),
  );
}

// What else a page that is kept refers to.
export async function addMissing({ version }, files) {
  const cache = await caches.open(SHELL + version);
  for (const file of files) {
    if (!(await inShells(file))) {
      const response = await fetch(file, { credentials: 'omit' });
      if (response.ok) {
        await cache.put(file, response);
      }
    }
  }
}

export async function asset(request) {
  return (await inShells(request)) ?? fetch(request);
}

export async function inShells(file) {
  for (const name of await caches.keys()) {
    const found = name.startsWith(SHELL) ? await (await caches.open(name)).match(file) : undefined;
    if (found) {
      return found;
    }
  }
  return undefined;
}

// After a new release took over: files of older ones go, but for those that a kept page still needs.
export async function tidy({ version }) {
  const needed = new Set([SHELL + version]);
  const names = await caches.keys();
  for (const name of names.filter((each) => each.startsWith(PAGES))) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      needed.add(SHELL + (await cache.match(request)).headers.get('Lectern-Shell'));
    }
  }
  await Promise.all(names.filter((each) => each.startsWith(SHELL) && !needed.has(each)).map((each) => caches.delete(each)));
}
