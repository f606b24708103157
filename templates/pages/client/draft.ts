/// <reference lib="dom" />
import { buttonFor } from './button.ts';

/**
 * What a clerk is typing, kept in the browser until it was handed in: no closed tab and no lost session loses it. Of each field it
 * also keeps what the house had filled it with then, so that a draft never takes the place of what the house fills in since.
 */

/** A field of the form, or a list with all its rows: what it holds, what the house filled it with, and how to fill it. */
export type Draftable = { name: string; value: () => string; served: () => string; fill: (text: string) => void };

/**
 * What is kept of one: what the house had filled it with, and what was typed; `since`, what it filled it with in answer to a press of a
 * button, which it does again for as long as it remembers the press.
 */
type Typed = { was: string; typed: string; since?: string };
type Draft = Map<string, Typed>;

export type Drafting = {
  form: HTMLFormElement;
  /** Names the draft: report, month and unit. */
  name: string;
  /** The lists of the form, whose rows come and go. */
  lists: Draftable[];
  /** Is told that fields were filled. */
  filled: () => void;
};

/** Keeps what was typed in fields, or in a list. */
type Keeping = { keepFields: (fields: Element[]) => void; keepList: (list: Draftable) => void };

/**
 * Fills a form with its draft, and says so; returns what keeps it. Where the house fills a field as it did when the typing began,
 * what was typed comes back; where it fills it otherwise by now, that stays, and what was typed is offered. A page that answers a
 * press of a button shows all that was typed, and is the draft.
 */
export function attendDraft(drafting: Drafting): Keeping {
  const { form, name, lists } = drafting;
  const all = () => [...lists, ...plainFields(form)];
  const stored = draftNamed(name);
  const answers = form.dataset.handIn === 'again';
  const wasOf = (field: Draftable) => (answers ? (stored.get(field.name)?.was ?? '') : field.served());
  const keep = (fields: Draftable[], evenUntouched = false) => {
    const draft = draftNamed(name);
    for (const field of fields) {
      const kept = { was: wasOf(field), typed: field.value(), ...(answers ? { since: field.served() } : {}) };
      if (evenUntouched || kept.was !== kept.typed) draft.set(field.name, kept);
      else draft.delete(field.name);
    }
    store(name, draft);
  };
  if (answers) keep(all());
  else {
    // What was typed before this script had come is typed all the same.
    keep(all().filter(field => field.value() !== field.served()));
    restore(drafting, all(), keep);
  }
  // What the house had filled in cannot be seen on the page that answers.
  form.addEventListener('submit', () => keep(all(), true));
  return { keepFields: typedIn => keep(plainFields(form, typedIn)), keepList: list => keep([list]) };
}

export function forgetDraft(name: string): void {
  try {
    localStorage.removeItem(storedAs(name));
  } catch {
    // Nothing was kept, so nothing is left.
  }
}

function restore({ form, name, filled }: Drafting, fields: Draftable[], keep: (fields: Draftable[]) => void): void {
  const draft = draftNamed(name);
  const differing = fields.flatMap(field => {
    const kept = draft.get(field.name);
    return kept && kept.typed !== kept.was && kept.typed !== field.value() ? [{ field, ...kept }] : [];
  });
  const [mine = [], older = []] = [true, false].map(asThen =>
    differing.filter(({ field, was, since }) => (was === field.served() || since === field.served()) === asThen),
  );
  for (const { field, typed } of mine) field.fill(typed);
  store(name, new Map(differing.map(({ field, ...kept }) => [field.name, kept])));
  if (mine.length > 0) {
    const drop = () => {
      forgetDraft(name);
      location.assign(`${location.pathname}?saved=1`);
    };
    const act = `Bỏ, lấy lại ${form.dataset.saved}`;
    tell(form, 'Đã khôi phục nội dung đang nhập dở trên máy này.', [{ act, does: drop }]);
  }
  if (older.length === 0) return;
  const settle = (take: boolean) => () => {
    for (const { field, typed } of take ? older : []) field.fill(typed);
    keep(older.map(({ field }) => field));
    filled();
  };
  tell(
    form,
    `Trên máy này còn nội dung nhập dở từ trước, khác với nội dung đang hiện ở ${older.length} ô; chưa dùng.`,
    [
      { act: 'Lấy nội dung nhập dở', does: settle(true) },
      { act: 'Bỏ nội dung ấy', does: settle(false) },
    ],
  );
}

type Way = { act: string; does: () => void };

function tell(form: HTMLFormElement, said: string, ways: Way[]): void {
  const note = document.createElement('p');
  note.setAttribute('role', 'status');
  note.append(`${said} `);
  for (const { act, does } of ways) {
    const button = buttonFor(act, () => {
      note.remove();
      does();
    });
    note.append(button, ' ');
  }
  form.prepend(note);
}

const notDrafted = /^(key|basedOn|seen|sheet|pasted(\..*)?)$/;

/** The fields of which each is kept by itself. */
function plainFields(form: HTMLFormElement, among: Iterable<Element> = form.elements): Draftable[] {
  return [...among].flatMap(field => {
    if (!isTyped(field) || notDrafted.test(field.name) || field.name.startsWith('lists.')) return [];
    return [{ name: field.name, value: () => field.value, served: () => servedIn(field), fill: filling(field) }];
  });
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isTyped(field: Element): field is Field {
  return /^(INPUT|TEXTAREA|SELECT)$/.test(field.tagName) && field.hasAttribute('name');
}

/** What the house filled a field with. */
export function servedIn(field: Field): string {
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  const chosen = [...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0];
  return chosen?.value ?? '';
}

function filling(field: Field): (text: string) => void {
  return text => {
    field.value = text;
  };
}

function store(name: string, draft: Draft): void {
  if (draft.size === 0) {
    forgetDraft(name);
    return;
  }
  const fields = [...draft].map(([field, { was, typed, since }]) =>
    since === undefined ? [field, was, typed] : [field, was, typed, since],
  );
  try {
    localStorage.setItem(storedAs(name), JSON.stringify({ fields }));
  } catch {
    // A browser that keeps nothing, or is full: the form works without drafts.
  }
}

/** Drafts were once kept whole, without what the house had filled in: of those, what was typed came into empty fields. */
type Stored = { fields?: ([string, string] | [string, string, string, string?])[] };

function draftNamed(name: string): Draft {
  try {
    const { fields = [] } = (JSON.parse(localStorage.getItem(storedAs(name)) ?? '{}') ?? {}) as Stored;
    return new Map(
      fields.map(([field, was, typed, since]) => [
        field,
        typed === undefined ? { was: '', typed: was } : { was, typed, ...(since === undefined ? {} : { since }) },
      ]),
    );
  } catch {
    return new Map();
  }
}

function storedAs(name: string): string {
  return `ban-nhap ${name}`;
}
