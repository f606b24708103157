import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { type HeadName, keyOf } from '../../shared/aws/heads.ts';
import { inBatches } from '../../shared/batches.ts';
import { formAddress } from '../../shared/domain/collection/form-address.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { newKey, sha256 } from '../../shared/token.ts';
import type { Town } from '../journeys/town.ts';
import { deadline, largePeriod, secretOf } from './large-office.ts';
import { quantile, type Row, sideBySide } from './sampling.ts';

const outcome = '- Đã hoàn thành kế hoạch tháng, phối hợp với các đơn vị liên quan và báo cáo đúng hạn.\n'.repeat(6);
const [offices, units] = [3, 500];

/** A unit's first hand-in through the whole function, beside the one bare write that it comes down to. */
export async function handIn(town: Town): Promise<Row[]> {
  const { handler } = await import('../../functions/collect.ts');
  const handInAt = handler as (event: unknown, context: unknown) => Promise<{ statusCode: number }>;
  const opened = (id: string) =>
    inBatches([...Array(offices).keys()], 1, at => largePeriod(town, `${id}-${at}`, units, false));
  const [ours, bare] = [await opened('nop'), await opened('tran')];
  // Each clerk has opened the form before: the process knows their session.
  for (const period of ours) await inBatches(period.units, 16, ({ id }) => handInAt(request('GET', period, id), {}));
  const acts = ours.flatMap(period => period.units.map(({ id }) => request('POST', period, id))).values();
  const writes = bare.flatMap(period => period.units.map(({ id }) => ({ ...period, unit: id }))).values();
  const samples = await sideBySide(
    async () => {
      const { statusCode } = await handInAt(acts.next().value, {});
      if (statusCode !== 303) throw new Error('a hand-in was not taken');
    },
    () => writeBare(town, writes.next().value),
    { times: offices * units - 200, warm: 200 },
  );
  return (
    [
      ['p50', 0.5, 1.1],
      ['p99', 0.99, 1.15],
    ] as const
  ).map(([name, share, target]) => ({
    ratio: `a hand-in, ${name} / the one bare UpdateItem`,
    target,
    value: quantile(samples.one, share) / quantile(samples.other, share),
  }));
}

/** What API Gateway makes of a clerk's request. */
export function request(method: string, period: Period, unit: string) {
  const body = new URLSearchParams({
    key: newKey(),
    basedOn: '0',
    act: 'confirm',
    [`outcomes.viec-${unit.split('-').at(-1)}`]: outcome,
  });
  const path = formAddress({ ...period, unit });
  return {
    version: '2.0',
    rawPath: path,
    pathParameters: { report: period.report, month: period.month, unit },
    headers: { origin: process.env.BASE_URL, 'content-type': 'application/x-www-form-urlencoded' },
    cookies: [`__Host-phien=${secretOf(period, unit)}`],
    requestContext: { http: { method, path, sourceIp: '127.0.0.1' }, timeEpoch: deadline - 60_000 },
    body: method === 'POST' ? body.toString() : '',
    isBase64Encoded: false,
  };
}

async function writeBare(town: Town, unit: HeadName | undefined): Promise<void> {
  if (!unit) throw new Error('no unit is left');
  const { pk, sk } = keyOf(unit);
  const text = JSON.stringify({ figures: {}, outcomes: { viec: outcome }, further: '' });
  await town.table.client.send(
    new UpdateItemCommand({
      TableName: town.table.name,
      Key: { pk: { S: pk }, sk: { S: sk } },
      UpdateExpression:
        'SET revision = :revision, #key = :key, #hash = :hash, answers = :answers, submission = :submission, receivedAt = :receivedAt REMOVE draft, draftedAt',
      ConditionExpression: 'attribute_not_exists(fencedAt) AND revision = :basedOn AND attribute_not_exists(epoch)',
      ExpressionAttributeNames: { '#key': 'key', '#hash': 'hash' },
      ExpressionAttributeValues: {
        ':basedOn': { N: '0' },
        ':revision': { N: '1' },
        ':key': { S: newKey() },
        ':hash': { S: sha256(text) },
        ':answers': { S: text },
        ':submission': { S: text },
        ':receivedAt': { N: String(deadline - 60_000) },
      },
      ReturnValues: 'ALL_NEW',
    }),
  );
}
