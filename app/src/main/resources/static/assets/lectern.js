// What every page needs. Pages bring their own scripts beside it.

// The forgery token goes with every htmx request.
document.addEventListener('htmx:configRequest', (event) => {
  event.detail.headers['X-XSRF-TOKEN'] = csrfToken();
});

// A refused part (409, 422 …) carries its reason: show it where the answer was to go.
document.addEventListener('htmx:beforeSwap', (event) => {
  const status = event.detail.xhr.status;
  if (status >= 400 && event.detail.xhr.getResponseHeader('Content-Type')?.startsWith('text/html')) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-theme-switch]')) {
    switchTheme();
  }
  const row = event.target.closest('tr[data-href]');
  if (row && !event.target.closest('a, button, input, label, select, textarea, td[data-field], .grid-tick')) {
    location.href = row.dataset.href;
  }
  const print = event.target.closest('[data-print]');
  if (print) {
    window.print();
  }
});

// A filter that was changed sends its form at once.
document.addEventListener('change', (event) => {
  if (event.target.matches('form[data-filter] select, form[data-filter] input[type=date], form[data-filter] input[type=checkbox]')) {
    event.target.form.requestSubmit();
  }
});

// A form is sent once, and asks before it does what cannot be undone.
document.addEventListener('submit', (event) => {
  const form = event.target;
  const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
  if (question && !confirm(question)) {
    event.preventDefault();
    return;
  }
  if (form.method === 'post' && !form.hasAttribute('hx-post')) {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = 'yes';
    window.addEventListener('pageshow', () => delete form.dataset.sent, { once: true });
  }
});

// Empty filters do not clutter the address.
document.addEventListener('formdata', (event) => {
  if (event.target.matches('form[data-filter]')) {
    for (const [name, value] of [...event.formData.entries()]) {
      if (value === '') {
        event.formData.delete(name);
      }
    }
  }
});

// <div data-job="…"> follows a job: fills [data-job-bar] and [data-job-note], tells the page, goes on when it is over.
for (const box of document.querySelectorAll('[data-job]')) {
  followJob(box);
}

function followJob(box) {
  const source = new EventSource(`/jobs/${box.dataset.job}/events`);
  const show = (event) => {
    const news = JSON.parse(event.data);
    news.detail = JSON.parse(news.detail);
    const bar = box.querySelector('[data-job-bar]');
    if (bar) {
      bar.style.width = `${news.done / 10}%`;
      bar.setAttribute('aria-valuenow', Math.round(news.done / 10));
    }
    box.dispatchEvent(new CustomEvent('job', { detail: news, bubbles: true }));
    return news;
  };
  source.addEventListener('progress', show);
  source.addEventListener('over', (event) => {
    source.close();
    location.href = show(event).page;
  });
}

function csrfToken() {
  return document.querySelector('meta[name=csrf]').content;
}

function switchTheme() {
  const root = document.documentElement;
  const next = root.getAttribute('data-bs-theme') === 'dark' ? 'light' : 'dark';
  root.setAttribute('data-bs-theme', next);
  document.cookie = `theme=${next}; path=/; max-age=31536000; samesite=lax`;
  document.dispatchEvent(new CustomEvent('theme', { detail: next }));
}
