// Sets light or dark before anything is drawn: the reader's choice, else what his system prefers.
(() => {
  const chosen = document.cookie.match(/(?:^|; )theme=(light|dark)/);
  const dark = chosen ? chosen[1] === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.setAttribute('data-bs-theme', dark ? 'dark' : 'light');
})();
