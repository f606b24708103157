import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt, hiddenField } from '../../infra/local/browser.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

const said = 'Phòng đã kiểm tra các chợ và siêu thị trên địa bàn, chưa phát hiện vi phạm.';
const same = 'Giống hệt lời đã nộp kỳ trước';
const answers = { figures: { 'xuat-khau': { state: 'none' } }, outcomes: { mot: said } } as const;
let town: Town;

/** Phòng A hands in for October; its words of then are before it in November. */
beforeAll(async () => {
  const tasks = [{ id: 'mot', text: 'Kiểm tra chợ', group: 'chung', owner: [{ unit: 'phong-a' }] }];
  town = await foundTown(departmentWith(reportWith({ tasks })), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  await town.handIn('phong-a@so.example', answers);
  await town.at('2021-12-01', '08:00');
});
afterAll(() => town.leave());

describe('the words of the term before, handed in as those of this one', () => {
  it('are told to who hands them in, and to the coordinator, and are taken all the same', async () => {
    const browser = browserAt(town.address);
    const form = await browser.post(await town.linkOf('phong-a@so.example'));
    const check = await browser.post('/form', {
      ...{ key: hiddenField(form, 'key'), basedOn: hiddenField(form, 'basedOn'), act: 'check' },
      ...{ 'figures.xuat-khau.state': 'none', 'outcomes.mot': said },
    });
    expect(check.text).toContain('Đọc lại 1 chỗ');
    expect(check.text).toContain(same);

    await town.handIn('phong-a@so.example', answers);
    const board = await town.staffAt('tong-hop@so.example');
    expect((await board.get('/board/bao-cao-thang/2021-11/units/phong-a')).text).toContain(same);
    expect((await board.get('/board/bao-cao-thang/2021-10/units/phong-a')).text).not.toContain(same);
  });
});
