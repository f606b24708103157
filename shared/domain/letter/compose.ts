import { dateLine } from '../calendar/day.ts';
import type { Report } from '../compilation/report.ts';
import { documentKinds } from '../office/document-kind.ts';
import { printedLines } from '../office/recipient.ts';
import type { ReportDefinition } from '../office/report-definition.ts';
import type { FormHead } from '../office/table.ts';
import { unitName } from '../office/unit.ts';
import type { Composed } from './composed.ts';
import type { Block, Letter, PhuLuc } from './letter.ts';
import { filledPhrase } from './phrase.ts';
import { replacing } from './replacing.ts';
import { tableOf } from './table.ts';
import { valuesOf } from './values.ts';
import { worded } from './wording.ts';

/**
 * Composes the letter of a report: every word decided, nothing left to compute. Its layout is NĐ 30/2020/NĐ-CP, Phụ lục I.
 * @throws {WordingFault} when letter.md names what the report does not have; `npm run department -- check` finds it first
 */
export function compose(composed: Composed): Letter {
  const { department, definition, report, date, so, undated, banXemTruoc } = composed;
  return {
    quocHieu: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    tieuNgu: 'Độc lập - Tự do - Hạnh phúc',
    coQuanChuQuan: department.coQuanChuQuan,
    coQuanBanHanh: department.coQuanBanHanh,
    soKyHieu: { ...(so !== undefined && { so }), kyHieu: `/${definition.kyHieu}` },
    diaDanh: `${department.diaDanh}, ${undated ? blankDate : dateLine(date)}`,
    ...(undated && { chuaNgay: true as const }),
    tenLoai: documentKinds[definition.document ?? 'cong-van'].tenLoai,
    trichYeu: subject(definition, report),
    kinhGui: definition.addressees.map(addressee => addressee.name),
    body: bodyOf(composed),
    quyenHan: definition.signer.quyenHan,
    chucVu: definition.signer.chucVu,
    nguoiKy: definition.signer.nguoiKy,
    noiNhan: printedLines(definition, report.month),
    doKhan: definition.doKhan,
    nguoiSoan: definition.nguoiSoan,
    diaChi: department.diaChi,
    phuLuc: annexesOf(composed),
    banXemTruoc,
  };
}

/** What a letter takes the place of stands after its legal bases, before all that it tells. */
function bodyOf(composed: Composed): Block[] {
  const { definition, replaces } = composed;
  const body = worded(definition.wording, valuesOf(composed));
  if (!replaces) return body;
  const bases = body.filter(
    ({ kind }, at) => kind === 'basis' && body.slice(0, at).every(each => each.kind === 'basis'),
  );
  return [...bases, ...replacing(definition, replaces), ...body.slice(bases.length)];
}

/** "V/v báo cáo …" of a công văn; a named document has its subject under its name. The term may stand in it as in a phrase. */
export function subject(
  { document = 'cong-van', trichYeu, yearBegins }: Pick<ReportDefinition, 'document' | 'trichYeu' | 'yearBegins'>,
  report: Pick<Report, 'month'>,
): string {
  const worded = filledPhrase(trichYeu, report.month, yearBegins);
  return document === 'cong-van' ? `V/v ${worded}` : worded;
}

/** Room for a few digits. */
const blank = '\u00a0'.repeat(6);
const blankDate = `ngày${blank}tháng${blank}năm${blank}${blank}`;

/** The tables that stand after the letter. One that has no rows is no annex. */
function annexesOf({ department, definition, report, date, so = blank, undated }: Composed): PhuLuc[] {
  const { said } = documentKinds[definition.document ?? 'cong-van'];
  const ngay = undated ? blankDate : dateLine(date);
  const kemTheo = `(Kèm theo ${said} số ${so}/${definition.kyHieu} ${ngay} của ${department.name})`;
  const nameOf = (unit: string) => unitName(department, unit);
  return (definition.tables ?? []).flatMap(table => {
    const placed = table.annex ? tableOf(table, { definition, report, nameOf }) : undefined;
    if (!placed) return [];
    const worded = (text: string) => filledPhrase(text, report.month, definition.yearBegins);
    const form = table.form && formWith(table.form, worded);
    return [{ tieuDe: worded(table.title), kemTheo, body: [placed], orientation: table.orientation, form }];
  });
}

/** The head and foot of a form, in the words of its term. */
function formWith(form: FormHead, worded: (text: string) => string): FormHead {
  const parts = Object.entries(form).map(([part, said]) => [
    part,
    Array.isArray(said) ? said.map(worded) : said && worded(said),
  ]);
  return Object.fromEntries(parts) as FormHead;
}
