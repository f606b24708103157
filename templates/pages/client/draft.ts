/// <reference lib="dom" />

/** What a clerk is typing, kept in the browser until it was handed in: no closed tab and no lost session loses it. */

type Draft = { basedOn: string; fields: [string, string][] };

const notDrafted = new Set(['key', 'basedOn', 'pasted', 'sheet']);

export function keepDraft(form: HTMLFormElement, name: string): void {
  const all = [...new FormData(form)].map(([field, value]): [string, string] => [field, String(value)]);
  const basedOn = all.find(([field]) => field === 'basedOn')?.[1] ?? '';
  const draft: Draft = { basedOn, fields: all.filter(([field]) => !notDrafted.has(field)) };
  try {
    localStorage.setItem(storedAs(name), JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing, or is full: the form works without drafts.
  }
}

/**
 * Fills a form with its draft, unless the page came back with faults (then it shows what was typed last) or a newer revision
 * was handed in since. Says so, and offers to drop it.
 */
export function restoreDraft(form: HTMLFormElement, name: string): void {
  const draft = draftNamed(name);
  const basedOn = form.querySelector<HTMLInputElement>('[name=basedOn]')?.value;
  if (!draft || draft.basedOn !== basedOn || form.dataset.handIn === 'again') return;
  let changed = false;
  for (const [field, value] of draft.fields) {
    const input = form.elements.namedItem(field);
    if (input instanceof RadioNodeList || !input || !('value' in input) || input.value === value) continue;
    input.value = value;
    changed = true;
  }
  if (changed) offerToDrop(form, name);
}

export function forgetDraft(name: string): void {
  try {
    localStorage.removeItem(storedAs(name));
  } catch {
    // Nothing was kept, so nothing is left.
  }
}

function offerToDrop(form: HTMLFormElement, name: string): void {
  const note = document.createElement('p');
  note.setAttribute('role', 'status');
  note.textContent = 'Đã khôi phục nội dung đang nhập dở trên máy này. ';
  const drop = document.createElement('button');
  drop.type = 'button';
  drop.className = 'secondary outline';
  drop.textContent = 'Bỏ, lấy lại bản đã nộp';
  drop.addEventListener('click', () => {
    forgetDraft(name);
    location.reload();
  });
  note.append(drop);
  form.prepend(note);
}

function draftNamed(name: string): Draft | undefined {
  try {
    return JSON.parse(localStorage.getItem(storedAs(name)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function storedAs(name: string): string {
  return `ban-nhap ${name}`;
}
