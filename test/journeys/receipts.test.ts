import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserAt } from '../../infra/local/browser.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { agenda } from '../../shared/aws/periods.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

const given = (value: string) => ({ figures: { 'xuat-khau': { state: 'reported' as const, value } }, outcomes: {} });

let town: Town;

beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
});
afterAll(() => town.leave());

const receipts = () =>
  town.outbox.flatMap(({ destinations, tags }) =>
    tags.step?.startsWith('receipt-') ? [`${tags.step} ${destinations}`] : [],
  );

describe('a receipt by mail', () => {
  it('goes to the unit with the next tick, once, and says what was taken down', async () => {
    await town.handIn('phong-a@so.example', given('138,8'));
    await town.at('2021-11-01', '08:05');
    await town.at('2021-11-01', '08:10');
    expect(receipts()).toEqual(['receipt-1 phong-a@so.example']);
    const [sent] = town.mailsTo('phong-a@so.example', 'receipt-1');
    const mail = sent && (await opened(sent));
    expect(mail?.subject).toContain('Biên nhận báo cáo tháng 10/2021, lần 1');
    expect(mail?.text).toContain('Kim ngạch xuất khẩu tháng 10 đạt 138,8 triệu USD.');
    expect(mail?.text).toContain('Trước 16 giờ 00, thứ Ba ngày 16/11/2021');
    expect(mail?.text).toContain('tong-hop@so.example');
  });

  it('leads back to the form, which takes another hand-in', async () => {
    const [sent] = town.mailsTo('phong-a@so.example', 'receipt-1');
    const { link = '' } = sent ? await opened(sent) : {};
    const browser = browserAt(town.address);
    const { text } = await browser.post(link);
    expect(text).toContain('138,8');
  });

  it('is of the latest revision only', async () => {
    await town.handIn('phong-a@so.example', given('139'));
    await town.handIn('phong-a@so.example', given('140'));
    await town.at('2021-11-01', '08:15');
    expect(receipts()).toEqual(['receipt-1 phong-a@so.example', 'receipt-3 phong-a@so.example']);
  });

  it('reaches who handed in just before the close as well, and only then is the period done with', async () => {
    town.setClock('2021-11-16', '15:59');
    await town.handIn('phong-b@so.example', { figures: {}, outcomes: { 'nhiem-vu': 'xong' } });
    town.faults.plan('phong-b@so.example', 'throttle', 1);
    await town.at('2021-11-16', '16:00');
    await town.at('2021-11-16', '16:05');
    expect(await agenda(town.table)).not.toContainEqual(expect.objectContaining({ month: '2021-10' }));
    expect(receipts().filter(receipt => receipt.endsWith('phong-b@so.example'))).toEqual([
      'receipt-1 phong-b@so.example',
    ]);
  });
});
