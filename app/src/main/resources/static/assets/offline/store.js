// What was typed in and not sent yet, in the phone's own database: one for each account, so that nobody sees or sends
// what another typed in on the same phone. It survives reloads, restarts and logging out.
const ENTRIES = 'entries';

// An entry: { id, key, grant, what, summary, action, fields, page, correctable, made, state, text }
// id is the order in which they were typed in. state: waiting, sending (the answer did not come), refused (text says why).
export async function open(account) {
  const request = indexedDB.open(`lectern-outbox-${account}`, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(ENTRIES, { keyPath: 'id', autoIncrement: true });
  const database = await done(request);
  database.onversionchange = () => database.close();
  return {
    all: () => inTransaction(database, 'readonly', (entries) => done(entries.getAll())),
    add: (entry) => inTransaction(database, 'readwrite', async (entries) => ({ ...entry, id: await done(entries.add(entry)) })),
    remove: (id) => inTransaction(database, 'readwrite', (entries) => done(entries.delete(id))),
    // Changes an entry if it is there and the condition holds for it; tells whether it did.
    change: (id, condition, change) =>
      inTransaction(database, 'readwrite', async (entries) => {
        const entry = await done(entries.get(id));
        if (!entry || !condition(entry)) {
          return false;
        }
        const changed = change(entry);
        await done(changed ? entries.put(changed) : entries.delete(id));
        return true;
      }),
    close: () => database.close(),
  };
}

// Resolves when the transaction is on disk, not before: what the page calls kept is kept.
function inTransaction(database, mode, work) {
  const transaction = database.transaction(ENTRIES, mode, { durability: 'strict' });
  const over = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  return work(transaction.objectStore(ENTRIES)).then((result) => over.then(() => result));
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
