// A field that narrows a long list of boxes to tick.
for (const field of document.querySelectorAll('[data-narrows]')) {
  const boxes = document.getElementById(field.dataset.narrows);
  field.addEventListener('input', () => {
    const wanted = field.value.trim().toLowerCase();
    for (const box of boxes.querySelectorAll('label')) {
      box.hidden = wanted !== '' && !box.textContent.toLowerCase().includes(wanted);
    }
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
    }
  });
}
