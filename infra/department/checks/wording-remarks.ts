import { documentInWords, documentKinds } from '../../../shared/domain/office/document-kind.ts';
import { codesWritten } from '../../../shared/domain/office/written-names.ts';
import { uncapitalised } from '../../../shared/domain/text/capitalised.ts';
import type { FolderFault } from '../fault.ts';
import type { ReportFile } from '../report-file.ts';

/** What is printed as it is written and seldom meant so: told, not refused. */
export function wordingRemarks({ yaml, definition, wordingFile }: ReportFile): FolderFault[] {
  return [
    ...subjectRemarks(definition).map(remark => ({ file: yaml.file, line: yaml.lineOf(['trichYeu']), ...remark })),
    ...definition.wording.split('\n').flatMap((text, at) => {
      const remark = remarkOnLine(text);
      return remark ? [{ file: wordingFile, line: at + 1, ...remark }] : [];
    }),
    ...unusedLists(definition).map(remark => ({ file: wordingFile, line: 1, ...remark })),
  ];
}

/** The letter puts "V/v" before a subject, which then goes on in small letters (NĐ 30/2020, Phụ lục I, ô 5b). */
function subjectRemarks({ document = 'cong-van', trichYeu }: ReportFile['definition']) {
  if (documentKinds[document].abbreviation !== undefined) return [];
  const twice = /^(V\/v|Về việc)\s+/i.exec(trichYeu)?.[0];
  if (twice !== undefined)
    return [{ message: `trích yếu in thành "V/v ${trichYeu}"`, hint: `bỏ "${twice.trim()}": chữ V/v có sẵn` }];
  if (!/^\p{Lu}\p{Ll}/u.test(trichYeu)) return [];
  const hint = `sau "V/v" viết thường: ${uncapitalised(trichYeu)}; tên riêng thì để nguyên`;
  return [{ message: `trích yếu in thành "V/v ${trichYeu}"`, hint }];
}

function remarkOnLine(text: string) {
  if (/^\s*\|/.test(text)) {
    const hint = 'khai báo bảng ở tables trong report.yaml, annex: false, rồi đặt {{ bang.mã }} ở đây';
    return { message: 'bảng viết bằng dấu "|" in ra nguyên văn', hint };
  }
  const apart = /(?:[\d]|\}\})[ \u00a0]+%(?!\})/.exec(text)?.[0];
  if (apart === undefined) return undefined;
  return { message: `dấu % đứng cách số: "${apart}"`, hint: 'viết liền: 71,2%' };
}

/** Rows that units are asked for and no part of the letter tells of. */
function unusedLists({ document, lists = [], tables = [], indicators, wording }: ReportFile['definition']) {
  const computed = indicators.flatMap(({ formula }) => formula ?? []).flatMap(codesWritten);
  return lists.flatMap(({ id }) => {
    const inTable = tables.some(({ rows }) => rows.of === 'list' && rows.list === id);
    if (inTable || computed.includes(id) || wording.includes(`bang_ke.${id}`)) return [];
    const hint = `đi qua các dòng: {% for dong in bang_ke.${id} %} … {% endfor %}, hoặc thêm một bảng ở tables`;
    return [{ message: `${documentInWords(document)} không in bảng kê "${id}"`, hint }];
  });
}
