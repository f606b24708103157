import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

/** One address of Nơi nhận for each thing that can go wrong. */
const addresses = [
  ...['duoc', 'tu-choi', 'cham', 'mat-tra-loi', 'loi-500', 'tra-lai', 'thu-rac', 'ma-doc'],
  ...['vang-mat', 'day-sau', 'day', 'den-cham', 'khong-nhan'],
].map(name => `${name}@nhan.example`);

let town: Town;

beforeAll(async () => {
  const report = reportWith({
    recipients: addresses.map((address, at) => ({ id: `noi-${at}`, line: `Nơi ${at}`, mail: [address] })),
  });
  town = await foundTown(departmentWith(report), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  town.faults.plan('tu-choi@nhan.example', 'address-blacklisted');
  town.faults.plan('cham@nhan.example', 'throttle', 2);
  town.faults.plan('mat-tra-loi@nhan.example', 'accept-then-drop');
  town.faults.plan('loi-500@nhan.example', 'accept-then-500');
  town.faults.plan('tra-lai@nhan.example', 'bounce');
  town.faults.plan('thu-rac@nhan.example', 'complain');
  town.faults.plan('ma-doc@nhan.example', 'reject');
  town.faults.plan('vang-mat@nhan.example', 'out-of-office');
  town.faults.plan('day-sau@nhan.example', 'full-after-all');
  town.faults.plan('day@nhan.example', 'full');
  town.faults.plan('den-cham@nhan.example', 'delay');
  town.faults.plan('khong-nhan@nhan.example', 'soft-bounce');
  await town.at('2021-11-16', '16:00');
  for (const minute of ['05', '10', '15', '20']) await town.at('2021-11-16', `16:${minute}`);
});
afterAll(() => town.leave());

const stateOf = async (address: string) =>
  (await town.ledger('bao-cao-thang', '2021-10')).find(mail => mail.step === 'edition-1' && mail.address === address)
    ?.state;

describe('a mail is sent at most once, and never silently not at all', () => {
  it.each([
    ['duoc', 'delivered', 1],
    ['tu-choi', 'refused', 0],
    ['cham', 'delivered', 1],
    ['mat-tra-loi', 'delivered', 1],
    ['loi-500', 'delivered', 1],
    ['tra-lai', 'bounced', 1],
    ['thu-rac', 'complained', 1],
    ['ma-doc', 'undelivered', 1],
    ['vang-mat', 'delivered', 1],
    ['day-sau', 'undelivered', 1],
    ['day', 'undelivered', 1],
    ['den-cham', 'delayed', 1],
    ['khong-nhan', 'undelivered', 1],
  ])('%s ends %s, and SES accepted it %i times', async (name, state, accepted) => {
    expect(await stateOf(`${name}@nhan.example`)).toBe(state);
    expect(town.mailsTo(`${name}@nhan.example`, 'edition-1')).toHaveLength(accepted);
  });

  it('moves the ledger forward only: reports told again, or late, change nothing', async () => {
    const bounced = town.mailsTo('tra-lai@nhan.example', 'edition-1')[0];
    const tags = Object.fromEntries(Object.entries(bounced?.tags ?? {}).map(([name, value]) => [name, [value]]));
    const mail = { messageId: bounced?.messageId, timestamp: '2021-11-16T09:30:00Z', tags };
    for (const eventType of ['Delivery', 'Send', 'Bounce'])
      await town.invoke('track-delivery', town.notify({ eventType, mail }));
    expect(await stateOf('tra-lai@nhan.example')).toBe('bounced');
  });

  it('tells the coordinator of each that did not arrive why, and asks for another address only where that is at fault', async () => {
    const { text } = await (await town.staffAt('tong-hop@so.example')).get('/board/bao-cao-thang/2021-10');
    const rows = text.split('<tr>').flatMap(row => {
      const [, name] = /data-name="Địa chỉ"><span>([\w-]+)@nhan\.example/.exec(row) ?? [];
      const [, told = ''] = /<small>(.*?)<\/small>/.exec(row) ?? [];
      return name ? [[name, told] as const] : [];
    });
    const told = new Map(rows);
    for (const name of ['duoc', 'vang-mat']) expect(told.get(name)).toBe('');
    for (const name of ['tu-choi', 'tra-lai']) expect(told.get(name)).toContain('Hỏi địa chỉ đúng');
    for (const name of ['day-sau', 'day', 'khong-nhan']) expect(told.get(name)).toContain('Không phải sửa địa chỉ');
    for (const name of ['day-sau', 'day']) expect(told.get(name)).toContain('Hộp thư của người nhận đầy');
    expect(told.get('den-cham')).toContain('Không phải làm gì');
    expect(told.get('ma-doc')).toContain('Chắc chắn chưa ai nhận được');
  });

  it('holds the report issued once nothing is left to send', async () => {
    expect((await town.period('bao-cao-thang', '2021-10'))?.state).toBe('issued');
  });
});
