import { AuditEntry, Link as Chained } from '../../../shared/aws/audit.ts';
import { Head } from '../../../shared/aws/heads.ts';
import { IssuedFile } from '../../../shared/aws/issued-files.ts';
import { Link } from '../../../shared/aws/links.ts';
import { SeriesItem } from '../../../shared/aws/series.ts';
import type { Item, Key } from '../../../shared/aws/table.ts';
import { Correction } from '../../../shared/domain/collection/correction.ts';
import { Edit } from '../../../shared/domain/collection/edit.ts';
import { MendRequest } from '../../../shared/domain/collection/mend-request.ts';
import { Edition } from '../../../shared/domain/compilation/edition.ts';
import { MailEntry } from '../../../shared/domain/delivery/mail.ts';
import { GivenNumber } from '../../../shared/domain/issuing/numbers.ts';
import { Period } from '../../../shared/domain/office/period.ts';

/** Every kind of item there is in the table: under which keys, and of which fields. Whatever else is found is nobody's. */
export const kinds = {
  period: { pk: /^PERIOD#[^#]+#[^#]+$/, sk: /^PERIOD$/, fields: Object.keys(Period.shape) },
  head: { pk: /^PERIOD#/, sk: /^UNIT#[^#]+$/, fields: Object.keys(Head.shape) },
  revision: {
    pk: /^PERIOD#/,
    sk: /^REVISION#[^#]+#\d{5}$/,
    fields: [
      ...['report', 'month', 'unit', 'revision', 'key', 'hash', 'answers', 'submission', 'receivedAt'],
      ...['sum', 'previous'],
    ],
  },
  text: { pk: /^PERIOD#/, sk: /^(DRAFT|LATE)#[^#]+$/, fields: ['answers', 'revision', 'at', 'sum'] },
  mend: { pk: /^PERIOD#/, sk: /^MEND#[^#]+#\d{5}$/, fields: Object.keys(MendRequest.shape) },
  edit: { pk: /^PERIOD#/, sk: /^EDIT#\d{5}$/, fields: Object.keys(Edit.shape) },
  correction: { pk: /^PERIOD#/, sk: /^CORRECTION#[^#]+#\d{5}$/, fields: Object.keys(Correction.shape) },
  pressed: {
    pk: /^PERIOD#/,
    sk: /^PRESSED#[^#]+#[0-9a-f]{32}$/,
    fields: ['answers', 'revision', 'at', 'sum', 'key', 'basedOn', 'seen', 'said', 'expiresAt'],
  },
  tree: { pk: /^PERIOD#[^#]+#[^#]+$/, sk: /^RECEIPTS#[0-9a-f]{64}$/, fields: ['hashes'] },
  part: { pk: /^(PERIOD|EDITION)#/, sk: /^PARTS#[0-9a-f]{64}#\d{4}$/, fields: ['bytes'] },
  agenda: { pk: /^AGENDA$/, sk: /^[^#]+#[^#]+$/, fields: ['report', 'month', 'putBack', 'done'] },
  edition: { pk: /^EDITION#[^#]+#[^#]+$/, sk: /^\d{3}$/, fields: [...Object.keys(Edition.shape), 'lists'] },
  file: { pk: /^FILE#[0-9a-f]{64}$/, sk: /^FILE$/, fields: Object.keys(IssuedFile.shape) },
  'files entered': { pk: /^FILE#ALL$/, sk: /^ENTERED$/, fields: [] },
  number: { pk: /^NUMBER#\d{4}#.+$/, sk: /^\d{5}$/, fields: Object.keys(GivenNumber.shape) },
  mail: { pk: /^MAIL#[^#]+#[^#]+$/, sk: /^[^#]+#[^#]+$/, fields: Object.keys(MailEntry.shape) },
  act: {
    pk: /^AUDIT#[^#]+#[^#]+$/,
    sk: /^(\d{6}|[^#]+#[0-9a-f]{16})$/,
    fields: [...Object.keys(AuditEntry.shape), ...Object.keys(Chained.shape)],
  },
  series: {
    pk: /^SERIES#[^#]+$/,
    sk: /^\d{4}(-[0-9QSM]{2})?(#[a-z0-9-]+)?$/,
    fields: Object.keys(SeriesItem.shape),
  },
  link: {
    pk: /^LINK#[0-9a-f]{64}$/,
    sk: /^LINK$/,
    fields: [...new Set(Link.def.options.flatMap(option => Object.keys(option.shape))), 'usedAt'],
  },
  session: {
    pk: /^SESSION#[0-9a-f]{64}$/,
    sk: /^SESSION$/,
    fields: ['report', 'month', 'unit', 'shards', 'epoch', 'until', 'expiresAt'],
  },
  count: { pk: /^(REFUSED|ASKED)#[0-9a-f]{64}$/, sk: /^\d+$/, fields: ['refused', 'asked', 'expiresAt'] },
  askers: { pk: /^ASKERS$/, sk: /^KEY$/, fields: ['day', 'key', 'expiresAt'] },
} as const satisfies Record<string, { pk: RegExp; sk: RegExp; fields: readonly string[] }>;

export type Kind = keyof typeof kinds;

/** Of what is only passing the keys alone are looked at. */
export const passing: readonly (Kind | undefined)[] = ['link', 'session', 'pressed', 'count', 'askers'];

/** The kind of item that may lie under a key; undefined for a key that the house never makes. */
export function kindOf({ pk, sk }: Key): Kind | undefined {
  return (Object.keys(kinds) as Kind[]).find(kind => kinds[kind].pk.test(pk) && kinds[kind].sk.test(sk));
}

/** The fields of an item that its kind has not. */
export function strangeFields(item: Item): string[] {
  const kind = kindOf(item as Key);
  const known: readonly string[] = kind ? kinds[kind].fields : [];
  return Object.keys(item).filter(field => !['pk', 'sk', ...known].includes(field));
}
