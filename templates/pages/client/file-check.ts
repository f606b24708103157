/// <reference lib="dom" />

/**
 * Where a file is asked about, its hash is reckoned here, and only that is sent: no file leaves the browser, however large. Where
 * the browser cannot (a page without TLS), the file is sent, as it is without a script.
 */
export function checkFilesHere(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-check-file]');
  const file = form?.querySelector<HTMLInputElement>('input[type=file]');
  const hash = form?.querySelector<HTMLInputElement>('input[name=hash]');
  const { subtle } = window.crypto;
  if (!form || !file || !hash || !subtle) return;
  for (const note of document.querySelectorAll<HTMLElement>('[data-in-browser]')) note.hidden = false;
  form.addEventListener('submit', async event => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    event.preventDefault();
    const digest = new Uint8Array(await subtle.digest('SHA-256', await chosen.arrayBuffer()));
    hash.value = [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('');
    file.value = '';
    form.submit();
  });
}
