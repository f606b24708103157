import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditedIn } from '../../infra/department/audit.ts';
import { readFiled } from '../../shared/aws/archive.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { inWords } from './in-words.ts';
import { foundTown, type Town } from './town.ts';

/** Sown by each unit every month; the quarter's report takes it from there, and asks one unit for a task of its own. */
const sown = {
  ...exports,
  code: 'gieo-cay',
  name: 'Diện tích gieo cấy',
  phrase: 'Diện tích gieo cấy {kỳ}',
  unitOfMeasure: 'ha',
  owner: [],
  owedBy: ['phong-a', 'phong-b'],
  comparisons: [],
  limits: { change: '9999' },
};
const monthly = reportWith({ indicators: [sown], tasks: [], first: '2021-07', wording: '{{ so_lieu.gieo-cay }}\n' });
const { owedBy: _, ...asThere } = sown;
const quarterly = reportWith({
  id: 'quy',
  name: 'Báo cáo quý',
  cadence: 'quarter',
  first: '2021-Q3',
  opening: { month: 1, day: 1, at: '08:00' },
  deadline: { month: 1, day: 20, at: '16:00', onDayOff: 'next' },
  trichYeu: 'báo cáo {kỳ}',
  indicators: [{ ...asThere, source: { report: 'bao-cao-thang', indicator: 'gieo-cay' } }],
  tasks: [],
  wording: '{{ so_lieu.gieo-cay }}\n',
});

let town: Town;

/** Both units hand in a month's figure, and its letter goes out. */
async function month(day: string, due: string, [a, b]: [string, string]): Promise<void> {
  await town.at(day, '08:00');
  for (const [unit, value] of [
    ['phong-a', a],
    ['phong-b', b],
  ] as const)
    await town.handIn(`${unit}@so.example`, { figures: { 'gieo-cay': { state: 'reported', value } }, outcomes: {} });
  await town.at(due, '16:00');
}

async function letterOf(term: string): Promise<string> {
  const [edition] = await town.editions('quy', term);
  if (!edition) throw new Error(`no letter of ${term}`);
  return inWords(new TextDecoder().decode(await readFiled(town.archive, edition.files.html)));
}

beforeAll(async () => {
  town = await foundTown(departmentWith(monthly, quarterly), ['2021-08-01', '07:00']);
  await month('2021-08-01', '2021-08-16', ['10,5', '20']);
  await month('2021-09-01', '2021-09-16', ['1', '2']);
});
afterAll(() => town.leave());

describe('a figure of the month, in the quarter’s report', () => {
  it('names the month that is still to be issued, at the board and in the preview, and no unit is asked again', async () => {
    await town.at('2021-10-01', '08:00');
    expect((await town.period('quy', '2021-Q3'))?.units).toEqual([]);
    const board = await town.staffAt('tong-hop@so.example');
    const preview = inWords((await board.get('/board/quy/2021-Q3/preview')).text);
    expect(preview).toContain('Diện tích gieo cấy quý III/2021 chưa có số liệu tháng 9/2021.');
    const figures = inWords((await board.get('/board/quy/2021-Q3/figures')).text);
    expect(figures).toContain('Cần xem trước: 1 chỉ tiêu Diện tích gieo cấy: chưa có số liệu tháng 9/2021');
    expect(figures).toContain('lấy từ Báo cáo tháng');
    expect(figures).not.toContain('Chưa nộp');
  });

  it('is the sum of its three months in the letter, by unit too, once the third is issued', async () => {
    await month('2021-10-01', '2021-10-18', ['100', '200']);
    await town.at('2021-10-20', '16:00');
    expect(await letterOf('2021-Q3')).toContain('Diện tích gieo cấy quý III/2021 đạt 333,5 ha.');
    const board = await town.staffAt('tong-hop@so.example');
    const sheet = (await board.get('/board/quy/2021-Q3/tables/thang.csv')).text.split('\r\n');
    expect(sheet.slice(1, 4).map(line => line.split(';').slice(3, 6).join(' '))).toEqual([
      'lấy từ Báo cáo tháng báo cáo 333,5',
      'Phòng A báo cáo 111,5',
      'Phòng B báo cáo 222',
    ]);
  });

  it('is not guessed in the letter of a quarter two of whose months were never issued', async () => {
    await month('2021-11-01', '2021-11-16', ['1', '1']);
    await town.at('2022-01-10', '08:00');
    await town.at('2022-01-20', '16:00');
    const letter = await letterOf('2021-Q4');
    expect(letter).toContain('Diện tích gieo cấy quý IV/2021 chưa có số liệu tháng 11/2021, tháng 12/2021.');
  });

  it('is found as it was by the audit, though no unit gave it', async () => {
    expect((await auditedIn(town.table, town.archive)).breaches).toEqual([]);
  });
});
