// A tap on a number fills it in and sends the report: the second of two taps.
document.addEventListener('click', (event) => {
  const preset = event.target.closest('[data-preset]');
  if (preset) {
    preset.form.elements.people.value = preset.dataset.preset;
  }
});
