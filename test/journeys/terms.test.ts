import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opened } from '../../infra/local/mailbox.ts';
import type { Cadence } from '../../shared/domain/calendar/term.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

/** A named document to nobody in particular, of each cadence but the month's. */
const reports = (['quarter', 'half-year', 'nine-months', 'year'] as const).map((cadence: Cadence) =>
  reportWith({
    id: cadence,
    name: `Báo cáo định kỳ ${cadence}`,
    cadence,
    first: { month: '2021-01', quarter: '2021-Q1', 'half-year': '2021-S1', 'nine-months': '2021-9M', year: '2021' }[
      cadence
    ],
    document: 'bao-cao',
    kyHieu: 'BC-SCT',
    trichYeu: 'Tình hình {kỳ}',
    addressees: [],
    recipients: [{ id: 'ubnd', line: 'UBND tỉnh (b/c)', mail: ['ubnd@tinh.example'] }],
    indicators: [{ ...exports, phrase: 'Kim ngạch xuất khẩu {kỳ}' }],
    tasks: [],
    wording: '{{ so_lieu.xuat-khau }}\n',
  }),
);

const said = [
  {
    ...{ report: 'quarter', term: '2021-Q4', words: 'quý IV/2021', file: 'quý IV-2021', column: 'Quý IV' },
    ...{ compared: ['Quý III/2021', 'Quý IV/2020'] },
  },
  {
    ...{ report: 'half-year', term: '2021-S2', words: '6 tháng cuối năm 2021', file: '6 tháng cuối năm 2021' },
    ...{ column: '6 tháng cuối', compared: ['6 tháng đầu năm 2021', '6 tháng cuối năm 2020'] },
  },
  {
    ...{ report: 'nine-months', term: '2021-9M', words: '9 tháng đầu năm 2021', file: '9 tháng đầu năm 2021' },
    ...{ column: '9 tháng đầu', compared: ['9 tháng đầu năm 2020'] },
  },
  {
    ...{ report: 'year', term: '2021', words: 'năm 2021', file: 'năm 2021', column: 'Cả năm', compared: ['Năm 2020'] },
  },
];

let town: Town;
const history = [...said.map(({ term }) => term), '2021-Q3', '2021-S1'].map(term => ({
  ...{ period: term === '2021-Q3' || term === '2021-S1' ? term : term.replace('2021', '2020') },
  ...{ indicator: 'xuat-khau', value: '100' },
}));

beforeAll(async () => {
  town = await foundTown({ ...departmentWith(...reports), history }, ['2021-10-01', '08:00']);
  for (const [day, due] of [
    ['2021-10-01', '2021-10-18'],
    ['2022-01-01', '2022-01-17'],
  ] as const) {
    await town.at(day, '08:00');
    await town.at(due, '16:00');
  }
});
afterAll(() => town.leave());

describe.each(said)('the report of $words', ({ report, term, words, file, column, compared }) => {
  it('is asked for, filed and mailed under its own words, and says nothing to nobody', async () => {
    const mails = await Promise.all(town.outbox.map(opened));
    const name = `Báo cáo định kỳ ${report}`;
    const subjects = mails.map(({ subject }) => subject);
    expect(subjects).toContain(`Đề nghị báo cáo ${words}: ${name}`);
    expect(subjects).toContain(`Đã mở kỳ báo cáo ${words}: ${name}`);
    expect(subjects).toContain(`Báo cáo đã lập và đang gửi: ${name}, ${words}`);
    const letter = mails.find(({ subject }) => subject === `SỞ MẪU: Tình hình ${words}`);
    expect(letter?.text).toContain('Báo cáo gửi kèm thư này');
    expect(letter?.text).not.toMatch(/Kính gửi|[Cc]ông văn/);
    expect(letter?.attachments.map(each => each.name)).toEqual(
      ['docx', 'pdf'].map(each => `Báo cáo BC-SCT ${file}.${each}`),
    );
  });

  it('stands at the board and in its year under its own words, beside each term it is compared with once', async () => {
    const board = await town.staffAt('tong-hop@so.example');
    const [page, year, figures, preview] = await Promise.all(
      [
        `/board/${report}/${term}`,
        `/years/${report}/2021`,
        `/board/${report}/${term}/figures`,
        `/board/${report}/${term}/preview`,
      ].map(async at => (await board.get(at)).text),
    );
    expect(page).toContain(`Báo cáo định kỳ ${report}, ${words}</h1>`);
    expect(page).toContain('<h2>Báo cáo</h2>');
    expect(page).not.toContain('<h2>Công văn</h2>');
    expect(year).toContain(`aria-label="${column}">${column}</a>`);
    expect(preview).toContain(`Kim ngạch xuất khẩu ${words} chưa có số liệu báo cáo.`);
    const heads = [...(figures ?? '').matchAll(/<th scope="col" class="number">([^<]*)</g)].map(([, head]) => head);
    expect(heads.slice(1)).toEqual(compared);
  });
});

it('the board shows periods by their deadlines, whatever their lengths', async () => {
  const board = await town.staffAt('tong-hop@so.example');
  const { text } = await board.get('/board');
  const periods = [...text.matchAll(/<a href="\/board\/([a-z-]+)\/([^"]+)">/g)].map(
    ([, report, term]) => `${report} ${term}`,
  );
  expect(periods.slice(-2).sort()).toEqual(['nine-months 2021-9M', 'quarter 2021-Q3']);
});
