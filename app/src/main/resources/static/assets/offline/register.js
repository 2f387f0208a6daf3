// Registers the service worker and tells it which pages will be wanted without a signal: this one, and where it leads.
const ALWAYS = ['/outbox'];

export async function keepPages() {
  if (!('serviceWorker' in navigator)) {
    return;
  }
  try {
    await navigator.serviceWorker.register('/sw.js', { type: 'module', updateViaCache: 'none' });
    const registration = await navigator.serviceWorker.ready;
    const isOld = document.documentElement.hasAttribute('data-kept');
    if (!isOld && navigator.onLine) {
      registration.active.postMessage({ keep: wanted() });
    }
  } catch (refused) {
    // An old browser, or a window that keeps nothing: pages open with a signal only.
    console.info(refused);
  }
}

function wanted() {
  const links = [...document.querySelectorAll('a[data-keep]')].map((link) => link.pathname);
  const places = [...document.querySelectorAll('.bottombar-link')].slice(0, 2).map((link) => link.pathname);
  return [...new Set([location.pathname, ...ALWAYS, ...places, ...links])];
}
