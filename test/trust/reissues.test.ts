import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { takeDown } from '../../functions/collect/hand-in.ts';
import { askedOf } from '../../functions/collect/room.ts';
import { auditedIn } from '../../infra/department/audit.ts';
import { wake } from '../../shared/aws/archive.ts';
import { askForCorrection, decideCorrection } from '../../shared/aws/corrections.ts';
import { publish } from '../../shared/aws/departments.ts';
import { editionsOf } from '../../shared/aws/editions.ts';
import { headOf } from '../../shared/aws/heads.ts';
import { agenda, periodNamed } from '../../shared/aws/periods.ts';
import { putBackOnAgenda } from '../../shared/aws/put-back.ts';
import { decideReissue } from '../../shared/aws/reissuing.ts';
import { issuedFigures } from '../../shared/aws/series.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import type { Ends } from './lives.ts';
import { copyOf, environment, type Kept, memoryHouse, nothingKept, putInPlace } from './memory-house.ts';

/** A letter that went out is corrected and replaced, with whoever does a part of it ended before each of its writes. */

const services = vi.hoisted(() => new Map<string, unknown>());
vi.mock('../../shared/aws/client.ts', () => ({ once: (service: string) => services.get(service) }));

const october = { report: 'bao-cao-thang', month: '2021-10' } as const;
const head = { ...october, unit: 'phong-a', shards: 1 };
const at = (time: string, day = '2021-11-17') => instantAt(day, time);
let issued: Kept;

function houseOf(kept: Kept, endsIn: () => Ends = () => () => undefined) {
  const house = memoryHouse(kept, endsIn);
  putInPlace(house, services);
  return house;
}

beforeAll(async () => {
  Object.assign(process.env, environment, { POWERTOOLS_LOG_LEVEL: 'SILENT' });
  issued = nothingKept();
  const house = houseOf(issued);
  const { table } = house;
  const mail = ['a@tinh.example', 'b@tinh.example'];
  const indicators = [{ ...exports, comparisons: [] }];
  const report = {
    first: '2021-10',
    last: '2021-10',
    indicators,
    tasks: [],
    reminders: [],
    wording: '- {{ so_lieu.xuat-khau }}\n',
  };
  await publish(house.archive, departmentWith(reportWith({ ...report, addressees: [{ name: 'Sở Khác', mail }] })));
  await house.tickAt(at('08:00', '2021-11-01'));
  const found = await headOf(table, head);
  if (!found) throw new Error('no head');
  const answers = { figures: { 'xuat-khau': { state: 'reported' as const, value: '138,8' } }, outcomes: {} };
  await takeDown(
    { table },
    {
      session: { head, epoch: 0, until: Infinity },
      asked: await askedOf({ table }, head),
      shown: async () => found,
      handing: { key: 'key', basedOn: 0, answers },
      receivedAt: at('08:01', '2021-11-01'),
    },
  );
  for (const time of ['16:00', '16:05', '17:05']) await house.tickAt(at(time, '2021-11-16'));
});

/** Each act is done twice, as by somebody who was not answered the first time. */
async function livedWith(before: number) {
  const kept = copyOf(issued);
  let writes = 0;
  const house = houseOf(kept, () => command => {
    const isWrite = [PutItemCommand, UpdateItemCommand, PutObjectCommand, SendRawEmailCommand].some(
      writing => command instanceof writing,
    );
    if (isWrite) writes += 1;
    return isWrite && writes === before ? 'before' : undefined;
  });
  const { table, archive } = house;
  const who = 'tong-hop';
  const asked = { ...october, unit: 'phong-a', field: 'figures.xuat-khau.value', label: 'Xuất khẩu', before: '138,8' };
  const acts = [
    async () => {
      await askForCorrection(table, { shards: 1 }, { ...asked, after: '139,2', reason: 'nhầm', at: at('09:00') });
    },
    async () => {
      await putBackOnAgenda(table, october);
      await decideCorrection(table, { ...head, number: 1 }, { accepted: true, who, at: at('09:30') });
      await wake(archive, 'filed', october);
    },
    async () => {
      const [period, edition] = [await periodNamed(table, october), (await editionsOf(table, october)).at(-1)];
      const corrections = [{ unit: 'phong-a', number: 1 }];
      if (period?.state === 'issued' && edition?.number === 1)
        await decideReissue(table, period, edition, { number: 1, corrections, who, at: at('10:00') });
    },
  ];
  for (const [index, act] of acts.entries()) {
    await house.acting(act);
    await house.acting(act);
    const hour = String(9 + index).padStart(2, '0');
    for (const minute of ['35', '40', '55']) await house.tickAt(at(`${hour}:${minute}`));
    await house.hear();
  }
  for (const time of ['12:00', '12:05', '12:20', '13:20', '13:25']) await house.tickAt(at(time));
  const editions = await editionsOf(table, october);
  const sent = kept.outbox.flatMap(({ tags, destinations }) =>
    /^(edition-[^1]|ask|answer|receipt-2)/.test(tags.step ?? '')
      ? [`${tags.step?.replace(/[0-9a-f]{16}/, '…')} ${destinations}`]
      : [],
  );
  return {
    writes,
    editions: editions.map(({ number, replaces }) => [number, replaces?.changes.length]),
    revision: (await headOf(table, head))?.revision,
    figure: (await issuedFigures(table, october.report, [october.month]))[0]?.figures['xuat-khau'],
    state: (await periodNamed(table, october))?.state,
    breaches: (await auditedIn(table, archive, undefined)).breaches,
    inHand: await agenda(table),
    sent: sent.sort(),
  };
}

const all = [
  'answer-1 phong-a@so.example',
  'ask-… tong-hop@so.example',
  'edition-2 a@tinh.example',
  'edition-2 b@tinh.example',
  'receipt-2 phong-a@so.example',
];
const whole = {
  editions: [
    [1, undefined],
    [2, 1],
  ],
  ...{ revision: 2, figure: '139.2', state: 'issued', breaches: [], inHand: [] },
};

describe('a letter in the place of another', () => {
  it('is made once, with what was corrected, and goes to each who had the first', async () => {
    const { writes: _, sent, ...lived } = await livedWith(0);
    expect(lived).toEqual(whole);
    expect(sent).toEqual(all);
  });

  it('is no other where a process ends before any of its writes, but for a mail whose fate nobody knows', async () => {
    const { writes } = await livedWith(0);
    for (let before = 1; before <= writes; before += 1) {
      const { writes: _, sent, ...lived } = await livedWith(before);
      expect(lived, `before write ${before}`).toEqual(whole);
      expect(new Set(sent).size, `twice, before write ${before}`).toBe(sent.length);
      expect(all.filter(mail => !sent.includes(mail)).length, `before write ${before}`).toBeLessThanOrEqual(1);
    }
  });
});
