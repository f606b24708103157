import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserAt, hiddenField, hiddenFields, type Page } from '../../infra/local/browser.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith({ document: 'bao-cao', whenMissing: 'hold' })), [
    '2021-11-01',
    '08:00',
  ]);
  await town.at('2021-11-01', '08:00');
  // Near its end, so that nobody has to sign in twice.
  await town.at('2021-11-16', '15:00');
});
afterAll(() => town.leave());

it('calls a báo cáo a công văn on no page and in no mail of its month', async () => {
  const seen: Page[] = [];
  const see = async (coming: Promise<Page>) => {
    const page = await coming;
    seen.push(page);
    return page;
  };
  const unit = browserAt(town.address);
  const form = await see(unit.post(await town.linkOf('phong-a@so.example')));
  const typed = { basedOn: '0', 'figures.xuat-khau.value': '98', 'figures.xuat-khau.state': 'reported' };
  const keyed = { ...typed, key: hiddenField(form, 'key') };
  await see(unit.post(form.address, { ...keyed, act: 'preview' }));
  const check = await see(unit.post(form.address, { ...keyed, act: 'check' }));
  const receipt = await see(unit.post(form.address, hiddenFields(check)));
  expect(receipt.address).toContain('/receipt/');
  const other = browserAt(town.address);
  const empty = await see(other.post(await town.linkOf('phong-b@so.example')));
  const wanting = await see(other.post(empty.address, { ...hiddenFields(empty), act: 'check' }));
  expect(wanting.text).toContain('Báo cáo ghi các nhiệm vụ này là chưa có báo cáo');

  const board = await town.staffAt('tong-hop@so.example');
  const period = '/board/bao-cao-thang/2021-10';
  await see(board.get(`${period}/units/phong-a`));
  const asked = { unit: 'phong-a', revision: '1', reason: 'Số chưa khớp' };
  await see(board.post(`${period}/mend`, asked));
  await see(unit.get(form.address));
  await see(board.get(period));
  await town.at('2021-11-16', '16:00');
  await town.quiet();
  await see(unit.get(form.address));
  expect((await see(unit.get(receipt.address))).text).toContain('Bằng chứng báo cáo được lập từ bản này');
  await see(board.get('/board'));
  await see(board.get(period));
  await see(board.get(`${period}/revoke?unit=phong-a`));
  await see(board.post(`${period}/extend`, { until: '', reason: '' }));
  await see(board.get(`${period}/release`));
  await see(board.post(`${period}/release`));
  await town.quiet();
  await see(board.get(period));
  const again = {
    mail: `edition-1 ${(await town.ledger('bao-cao-thang', '2021-10')).find(({ step }) => step === 'edition-1')?.recipient}`,
  };
  await see(board.post(`${period}/resend`, { ...again, address: 'sai', reason: '' }));
  const right = { ...again, address: 'so-khdt@tinh.example', reason: 'chưa thấy' };
  const question = await see(board.post(`${period}/resend`, right));
  await see(board.post(`${period}/resend`, { ...right, knowing: hiddenField(question, 'knowing') }));
  await town.quiet();

  expect(seen.map(({ status }) => status).filter(status => ![200, 409, 422].includes(status))).toEqual([]);
  const read = [
    ...seen.map(({ address, text }) => [address, text]),
    ...(await Promise.all(town.outbox.map(async sent => [sent.tags.step, (await opened(sent)).text ?? '']))),
  ];
  expect(read.length).toBeGreaterThan(20);
  expect(
    read.flatMap(([where, text = '']) => (/.{0,30}công văn.{0,20}/i.exec(text) ?? []).map(found => [where, found])),
  ).toEqual([]);
});
