import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Session } from '../../shared/aws/access.ts';
import { publish } from '../../shared/aws/departments.ts';
import { keyOf } from '../../shared/aws/heads.ts';
import { openSession } from '../../shared/aws/sessions.ts';
import { type HandingIn, handIn } from '../../shared/aws/submissions.ts';
import { inBatches } from '../../shared/batches.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { recordOpened } from '../journeys/opened.ts';
import type { Town } from '../journeys/town.ts';

export const deadline = instantAt('2021-11-16', '16:00');
const secrets = new Map<string, string>();

/** The secret of the session that a unit has in a period that was opened with nothing handed in. */
export function secretOf({ report }: Pick<Period, 'report'>, unit: string): string {
  return secrets.get(`${report} ${unit}`) ?? '';
}

/** A period of an office with so many units, opened without mailing anybody; each has handed in when `full`. */
export async function largePeriod(town: Town, id: string, size: number, full: boolean): Promise<Period> {
  const definition = reportWith({ id, tasks: Array.from({ length: Math.min(size, 500) }, (_, at) => taskOf(at)) });
  const history = [{ period: '2021-09', indicator: 'xuat-khau', value: '100' }];
  const hash = await publish(town.archive, { ...departmentWith(definition), history });
  const units = Array.from({ length: size }, (_, at) => ({ id: `don-vi-${at}`, name: `Đơn vị ${at}`, mail: [] }));
  const window = { from: '2021-10-01', to: '2021-10-31' };
  const shards = Math.ceil(size / 500);
  const period: Period = {
    report: id,
    month: '2021-10',
    state: 'open',
    definition: hash,
    opensAt: 0,
    deadline,
    reminders: [],
    window,
    units,
    shards,
  };
  await recordOpened(town.table, period);
  await inBatches(units, 32, async ({ id: unit }) => {
    const session = { head: { ...period, unit }, epoch: 0, until: deadline + 86_400_000 };
    if (full) await handIn(town.table, handingIn(session));
    else secrets.set(`${id} ${unit}`, await openSession(town.table, session));
  });
  return period;
}

function handingIn(session: Session): HandingIn {
  const { unit } = session.head;
  return { session, basedOn: 0, key: unit, hash: unit, answers, submission, receivedAt: 1 };
}

function taskOf(at: number) {
  return { id: `viec-${at}`, text: 'Nhiệm vụ được giao', group: 'chung', owner: [{ unit: `don-vi-${at}` }] };
}

const answers = { figures: {}, outcomes: { 'nhiem-vu': '- Đã hoàn thành kế hoạch tháng.' } };
const submission = { figures: {}, outcomes: { 'nhiem-vu': '- Đã hoàn thành kế hoạch tháng.' }, further: '' };

/** The bare conditional write by which the heads of a period are fenced, 32 at a time, as the SDK alone would do it. */
export function fenceBare(town: Town, period: Period): Promise<unknown> {
  return inBatches(period.units, 32, ({ id: unit }) => {
    const { pk, sk } = keyOf({ ...period, unit });
    return town.table.client.send(
      new UpdateItemCommand({
        TableName: town.table.name,
        Key: { pk: { S: pk }, sk: { S: sk } },
        UpdateExpression: 'SET fencedAt = if_not_exists(fencedAt, :at)',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':at': { N: String(deadline) } },
        ReturnValues: 'ALL_NEW',
      }),
    );
  });
}
