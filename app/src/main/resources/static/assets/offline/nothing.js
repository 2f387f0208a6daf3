// The page for when there is no signal: in the reader's language, with what his phone has.
const chinese = !/(?:^|; )lang=en/.test(document.cookie);
document.documentElement.lang = chinese ? 'zh-CN' : 'en';
const why = document.documentElement.dataset.why ?? 'page';
for (const part of document.querySelectorAll('[data-lang]')) {
  if (part.lang === document.documentElement.lang) {
    part.hidden = false;
  } else {
    part.remove();
  }
}
for (const part of document.querySelectorAll('[data-because]')) {
  part.hidden = part.dataset.because !== why;
}
document.title = document.querySelector('[data-lang] h1').textContent;
for (const button of document.querySelectorAll('[data-again]')) {
  button.addEventListener('click', () => location.reload());
}
addEventListener('online', () => why === 'page' && location.reload());

const names = (await caches.keys()).filter((name) => name.startsWith('lectern-pages-'));
for (const link of document.querySelectorAll('a[data-kept-page]')) {
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).match(link.pathname)));
  link.hidden = !kept.some(Boolean);
}
for (const list of document.querySelectorAll('[data-kept-pages]')) {
  list.hidden = !list.querySelector('a:not([hidden])');
}
