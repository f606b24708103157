import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { keyOf } from '../../shared/aws/heads.ts';
import type { Period } from '../../shared/domain/period.ts';
import { newKey, sha256 } from '../../shared/token.ts';
import type { Town } from '../journeys/town.ts';
import { deadline, largePeriod, secret } from './large-office.ts';
import { quantile, type Row, sideBySide } from './sampling.ts';

const count = 300;
const outcome = '- Đã hoàn thành kế hoạch tháng, phối hợp với các đơn vị liên quan và báo cáo đúng hạn.\n'.repeat(6);

/** A unit's first hand-in through the whole function, beside the one bare write that it comes down to. */
export async function handIn(town: Town): Promise<Row[]> {
  const period = await largePeriod(town, 'nop', count, false);
  const bare = await largePeriod(town, 'tran', count, false);
  for (const { id } of period.units) await town.invoke('collect', request('GET', period, id));
  const [ours, raw] = [period.units.values(), bare.units.values()];
  const samples = await sideBySide(
    async () => {
      const answer = await town.invoke('collect', request('POST', period, ours.next().value?.id ?? ''));
      if ((answer as { statusCode: number }).statusCode !== 303) throw new Error('a hand-in was not taken');
    },
    () => writeBare(town, bare, raw.next().value?.id ?? ''),
    { times: count - 20, warm: 20 },
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
export function request(method: string, { report, month, shards }: Period, unit: string) {
  const body = new URLSearchParams({
    key: newKey(),
    basedOn: '0',
    [`outcomes.viec-${unit.split('-').at(-1)}`]: outcome,
  });
  return {
    version: '2.0',
    rawPath: '/form',
    headers: { origin: process.env.BASE_URL, 'content-type': 'application/x-www-form-urlencoded' },
    cookies: [`__Host-phien=${[report, month, unit, shards, secret].join('~')}`],
    requestContext: { http: { method, path: '/form', sourceIp: '127.0.0.1' }, timeEpoch: deadline - 60_000 },
    body: method === 'POST' ? body.toString() : '',
    isBase64Encoded: false,
  };
}

async function writeBare(town: Town, period: Period, unit: string): Promise<void> {
  const { pk, sk } = keyOf({ ...period, unit });
  const text = JSON.stringify({ figures: {}, outcomes: { viec: outcome }, further: '' });
  await town.table.client.send(
    new UpdateItemCommand({
      TableName: town.table.name,
      Key: { pk: { S: pk }, sk: { S: sk } },
      UpdateExpression:
        'SET revision = :revision, #key = :key, #hash = :hash, answers = :answers, submission = :submission, receivedAt = :receivedAt REMOVE draft, draftedAt',
      ConditionExpression: 'attribute_not_exists(fencedAt) AND revision = :basedOn AND access.#digest > :receivedAt',
      ExpressionAttributeNames: { '#key': 'key', '#hash': 'hash', '#digest': sha256(secret) },
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
