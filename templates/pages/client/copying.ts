/// <reference lib="dom" />

/** Beside a text that was not taken, a button that copies it whole. */
export function offerCopying(): void {
  for (const text of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'secondary';
    button.textContent = 'Sao chép';
    button.addEventListener('click', async () => {
      text.select();
      await navigator.clipboard?.writeText(text.value);
      button.textContent = 'Đã sao chép';
    });
    text.after(button);
  }
}

export function offerPrinting(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
}
