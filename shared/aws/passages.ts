import type { Edition, Returned } from '../domain/compilation/edition.ts';
import type { DraftAct, Numbered, Passage } from '../domain/compilation/passage.ts';
import { verdictInWords } from '../domain/issuing/verdict.ts';
import type { Extension } from '../domain/office/extension.ts';
import { canonical } from '../domain/text/canonical.ts';
import { audit, auditAll, digestOf } from './audit.ts';
import { editionKey, editionNumbered } from './editions.ts';
import { type Table, update } from './table.ts';

type Taken = {
  passage: Passage;
  numbered?: Numbered | undefined;
  extension?: Extension | undefined;
  returned?: Returned | undefined;
};

/**
 * Takes an edition on by one act; false when it is not where it was seen to stand any more, and then nothing is changed. One
 * write: where it stands, who brought it there, the number it was given, the signed file it came back as, and for whom its period
 * is opened again.
 */
export async function takeTurn(
  table: Table,
  edition: Edition,
  { passage, numbered, extension, returned }: Taken,
): Promise<boolean> {
  const given = { passage, turn: passage.acts.length, ...(numbered && { numbered }), ...(extension && { extension }) };
  const item = await update(table, editionKey(edition), {
    set: [...Object.keys(given).map(name => `${name} = :${name}`), ...(returned ? [oneMoreReturned] : [])],
    condition: 'turn = :was',
    values: {
      ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`:${name}`, value])),
      ':was': edition.turn,
      ...(returned && { ':none': [], ':back': [returned] }),
    },
  });
  // An answer may have been lost, and the write tried again by the client: what stands there is then this very act.
  return item !== undefined || canonical((await editionNumbered(table, edition))?.passage ?? {}) === canonical(passage);
}

const oneMoreReturned = 'returned = list_append(if_not_exists(returned, :none), :back)';

/** Enters a file that came back from signing, wherever the draft stands by now: what came back is kept, taken or not. */
export async function enterReturned(table: Table, edition: Edition, returned: Returned): Promise<void> {
  await update(table, editionKey(edition), {
    set: [oneMoreReturned],
    condition: 'attribute_exists(passage)',
    values: { ':none': [], ':back': [returned] },
  });
}

/** Tells in the trail that a file came back from signing, and what was found of it. */
export async function tellReturned(table: Table, edition: Edition, returned: Returned): Promise<void> {
  const { at, who, verdict, differences, file } = returned;
  const found = [verdictInWords[verdict], ...differences].join(' ');
  const told = { detail: `bản ${edition.number}, PDF ${file.sha256}: ${found}`, holds: [digestOf(returned)] };
  await audit(table, edition, { at, who, what: 'tệp ký trả về', ...told });
}

type Printed = NonNullable<Edition['printed']>;

/** Enters the files that bear an edition's number, once: first in the trail, by the hour the number was given. */
export async function enterPrinted(table: Table, edition: Edition, printed: Printed): Promise<boolean> {
  const { number, passage } = edition;
  const at = passage?.acts.at(-1)?.when ?? edition.at;
  const told = {
    detail: `bản ${number}, số ${printed.so}, PDF ${printed.pdf.sha256}`,
    holds: [digestOf(printed)],
  };
  await audit(table, edition, { at, who: 'compile-report', what: 'in số và ngày', ...told });
  const item = await update(table, editionKey(edition), {
    set: ['printed = :printed'],
    condition: 'attribute_exists(numbered) AND attribute_not_exists(printed)',
    values: { ':printed': printed },
  });
  return item !== undefined;
}

const names: Record<DraftAct['did'], Record<DraftAct['at'], string>> = {
  pass: {
    content: 'kiểm tra nội dung xong',
    form: 'kiểm tra thể thức xong',
    approval: 'duyệt',
    number: 'cấp số',
    signature: 'ký số',
    stamp: 'đóng dấu số',
    coordinator: '',
  },
  return: {
    content: 'trả lại, chưa đạt nội dung',
    form: 'trả lại, chưa đạt thể thức',
    approval: 'trả lại, chưa duyệt',
    number: 'trả lại, chưa cấp số',
    signature: 'trả lại, chưa ký số',
    stamp: 'trả lại, chưa đóng dấu số',
    coordinator: '',
  },
  resubmit: { content: '', form: '', approval: '', number: '', signature: '', stamp: '', coordinator: 'trình lại' },
  redraft: {
    content: 'lập lại dự thảo',
    form: 'lập lại dự thảo',
    approval: 'lập lại dự thảo',
    number: 'lập lại dự thảo',
    signature: 'lập lại dự thảo',
    stamp: 'lập lại dự thảo',
    coordinator: 'lập lại dự thảo',
  },
};

/** Enters each act of an edition in the trail, by what it says itself: however often it is entered, it is there once. */
export function enterActs(table: Table, { report, month, number, passage, numbered }: Edition): Promise<void> {
  const acts = (passage?.acts ?? []).map(act => {
    const { did, at, who, when, words } = act;
    const given = numbered && did === 'pass' && at === 'number' ? `, số ${numbered.number} ngày ${numbered.date}` : '';
    const signed = act.signed ? `, PDF ${act.signed}` : '';
    const detail = `bản ${number}${given}${signed}${words ? `: ${words}` : ''}`;
    return { at: when, who, what: names[did][at], detail, holds: [digestOf(act)] };
  });
  return auditAll(table, { report, month }, acts);
}
