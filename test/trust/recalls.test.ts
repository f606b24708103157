import { PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { SendRawEmailCommand } from '@aws-sdk/client-ses';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { auditedIn } from '../../infra/department/audit.ts';
import { wake } from '../../shared/aws/archive.ts';
import { auditTrail } from '../../shared/aws/audit.ts';
import { publish } from '../../shared/aws/departments.ts';
import { editionsOf } from '../../shared/aws/editions.ts';
import { agenda } from '../../shared/aws/periods.ts';
import { decideRecall } from '../../shared/aws/recalls.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import type { Recall } from '../../shared/domain/compilation/recall.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import type { Ends } from './lives.ts';
import { copyOf, environment, type Kept, memoryHouse, nothingKept, putInPlace } from './memory-house.ts';

/** A letter that went out is recalled and stands again, with the process that decides, or that mails, ended before each write. */

const services = vi.hoisted(() => new Map<string, unknown>());
vi.mock('../../shared/aws/client.ts', () => ({ once: (service: string) => services.get(service) }));

const october = { report: 'bao-cao-thang', month: '2021-10' } as const;
const at = (day: string, time: string) => instantAt(day, time);
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
  const mail = ['a@tinh.example', 'b@tinh.example'];
  const report = reportWith({ first: '2021-10', last: '2021-10', addressees: [{ name: 'Sở Khác', mail }] });
  await publish(house.archive, departmentWith(report));
  await house.tickAt(at('2021-11-01', '08:00'));
  for (const time of ['16:00', '16:05']) await house.tickAt(at('2021-11-16', time));
});

/** Recalled at nine, pressed again later, taken back at ten, pressed again: a write of the ones counted from 1 is the end of its process. */
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
  const decide = (decided: Recall['decided'], time: string) =>
    house.acting(async () => {
      const wanted = { decided, reason: `lúc ${time}`, who: 'tong-hop', at: at('2021-11-17', time) };
      await decideRecall(house.table, october, wanted);
      await wake(house.archive, 'filed', october);
    });
  const ticks = async (...times: string[]) => {
    for (const time of times) await house.tickAt(at('2021-11-17', time));
    await house.hear();
  };
  await decide('recalled', '09:00');
  await ticks('09:05');
  await decide('recalled', '09:07');
  await ticks('09:10', '09:25', '09:30');
  await decide('stands', '10:00');
  await ticks('10:05');
  await decide('stands', '10:07');
  await ticks('10:10', '10:25', '10:30', '11:30', '11:35', '11:50');
  const [edition] = await editionsOf(house.table, october);
  const acts = (await auditTrail(house.table, october)).filter(({ what }) => /thu hồi/.test(what));
  const sent = kept.outbox.flatMap(({ tags, destinations }) =>
    /^(recall|stand)-/.test(tags.step ?? '') ? [`${tags.step} ${destinations}`] : [],
  );
  return {
    writes,
    recall: edition?.recall,
    acts: acts.map(({ what }) => what),
    sent: sent.sort(),
    breaches: (await auditedIn(house.table, house.archive, undefined)).breaches,
    inHand: await agenda(house.table),
  };
}

const told = ['a', 'b'].map(name => `${name}@tinh.example`);
const all = ['recall-1', 'stand-2'].flatMap(step => told.map(address => `${step} ${address}`));

describe('a recall, and what takes it back', () => {
  it('is decided once, entered once and told once to each', async () => {
    const { acts, sent, recall, breaches, inHand } = await livedWith(0);
    expect({ acts, sent, breaches, inHand }).toEqual({
      acts: ['thu hồi công văn', 'thôi thu hồi công văn'],
      ...{ sent: all, breaches: [], inHand: [] },
    });
    expect(recall).toMatchObject({ number: 2, decided: 'stands' });
  });

  it('is no other where the process ends before any of its writes, but for a mail whose fate nobody knows', async () => {
    const { writes } = await livedWith(0);
    for (let before = 1; before <= writes; before += 1) {
      const { acts, sent, recall, breaches, inHand } = await livedWith(before);
      const lacking = all.filter(mail => !sent.includes(mail));
      expect({ acts, recall: recall?.number, breaches, inHand }, `before write ${before}`).toEqual({
        ...{ acts: ['thu hồi công văn', 'thôi thu hồi công văn'], recall: 2, breaches: [], inHand: [] },
      });
      expect(new Set(sent).size, `twice, before write ${before}`).toBe(sent.length);
      expect(lacking.length, `${lacking}, before write ${before}`).toBeLessThanOrEqual(1);
    }
  });
});
