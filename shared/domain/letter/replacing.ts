import { dateLine } from '../calendar/day.ts';
import type { Replaces } from '../compilation/replaces.ts';
import { documentKinds } from '../office/document-kind.ts';
import type { ReportDefinition } from '../office/report-definition.ts';
import type { Block } from './letter.ts';

/** What opens a letter that takes the place of another: which one, and what it says otherwise. */
export function replacing(
  { document = 'cong-van', kyHieu }: Pick<ReportDefinition, 'document' | 'kyHieu'>,
  { so = '\u00a0'.repeat(6), date, changes }: Replaces,
): Block[] {
  const { said } = documentKinds[document];
  const which = `${said} số ${so}/${kyHieu} ${dateLine(date)}`;
  const opening = `${said} này thay thế ${which}${changes.length > 0 ? '; nội dung thay đổi:' : '.'}`;
  return [
    { kind: 'paragraph', runs: [{ text: opening }] },
    ...changes.map(change => ({ kind: 'dash' as const, runs: [{ text: `${changeInWords(change)}.` }] })),
  ];
}

/** "Kim ngạch xuất khẩu: 138,8 triệu USD, nay sửa thành 139,2 triệu USD". */
export function changeInWords({ label, before, after }: Replaces['changes'][number]): string {
  const [old, now] = [before, after].map(said => said.replace(/[.;]{1,3}$/, '') || '(không có nội dung)');
  return `${label.replace(/[.;:]{1,3}$/, '')}: ${old}, nay sửa thành ${now}`;
}
