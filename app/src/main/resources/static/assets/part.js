// A part of the page that nobody serves stays quietly as it is.
document.addEventListener('htmx:beforeSwap', (event) => {
  if (event.detail.target.matches('[data-part]') && event.detail.xhr.status === 404) {
    event.detail.shouldSwap = false;
  }
});
