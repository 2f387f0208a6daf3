// Copies the address, or marks it where a page may not copy.
document.querySelector('[data-feed-copy]')?.addEventListener('click', async (event) => {
  const button = event.currentTarget;
  const address = document.querySelector('[data-feed-address]');
  address.select();
  try {
    await navigator.clipboard.writeText(address.value);
    button.querySelector('span').textContent = button.dataset.copied;
  } catch {
    address.focus();
  }
});
