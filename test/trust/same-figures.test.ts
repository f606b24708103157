import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFiled } from '../../shared/aws/archive.ts';
import { monthsAfter } from '../../shared/domain/calendar/month.ts';
import { Report } from '../../shared/domain/compilation/report.ts';
import { sentence } from '../../shared/domain/letter/sentence.ts';
import { writeNumeral } from '../../shared/domain/text/numeral.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { readDocx } from '../templates/letter/read-docx.ts';
import { readPdf } from '../templates/letter/read-pdf.ts';

let town: Town;
let month = '2021-01';

beforeAll(async () => {
  const deadline = { month: 1, day: 16, at: '16:00', onDayOff: 'keep' as const };
  town = await foundTown(departmentWith(reportWith({ deadline, reminders: [] })), ['2021-02-01', '07:00']);
});
afterAll(() => town.leave());

/** How a text reads when it does not matter where a line breaks. */
const unspaced = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

/** Lives the next month, in which each value is handed in after the other; what the letter then says, in each of its files. */
async function monthWith(values: string[], outcome: string) {
  const now = month;
  month = monthsAfter(month, 1);
  await town.at(`${month}-01`, '08:00');
  for (const value of values) {
    const figures = { 'xuat-khau': { state: 'reported' as const, value: writeNumeral(value), note: 'số thử' } };
    expect((await town.handIn('phong-a@so.example', { figures, outcomes: {} })).status).toBe(200);
  }
  await town.handIn('phong-b@so.example', { figures: {}, outcomes: { 'nhiem-vu': outcome } });
  await town.at(`${month}-16`, '16:00');
  const [edition] = await town.editions('bao-cao-thang', now);
  if (!edition) throw new Error(`no letter of ${now}`);
  const { docx, pdf, report } = edition.files;
  const { pages } = await readPdf(await readFiled(town.archive, pdf));
  return {
    now,
    report: Report.parse(JSON.parse(new TextDecoder().decode(await readFiled(town.archive, report)))),
    docx: readDocx(await readFiled(town.archive, docx)).paragraphs.map(({ text }) => text),
    pdf: pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(''),
  };
}

describe('the figures of a letter', () => {
  it('are those handed in last, the same in report.json, DOCX and PDF', async () => {
    const value = fc.integer({ min: 0, max: 999_999 }).map(cents => (cents / 100).toFixed(2));
    const outcome = fc.constantFrom('- Đã hoàn thành', '+ Đạt 95,5% kế hoạch', 'Số 272/TB-VPCP', 'a < b && "c"');
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 3 }), outcome, async (values, text) => {
        const { now, report, docx, pdf } = await monthWith(values, text);
        const [figure] = report.figures;
        expect(Number(figure?.value)).toBe(Number(values.at(-1)));
        const said = figure ? sentence(exports, figure, { term: now }) : 'nothing';
        for (const words of [said, text.replace(/^[-+] /, '')]) {
          expect(docx.some(paragraph => paragraph.includes(words))).toBe(true);
          expect(unspaced(pdf)).toContain(unspaced(words));
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);
});
