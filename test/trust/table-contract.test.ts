import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { createTable, startDynamoDb } from '../../infra/local/dynamodb.ts';
import { type Change, get, putOnce, query, type Table, update } from '../../shared/aws/table.ts';
import { reaching } from '../local/wire.ts';
import { startDynoxide } from './dynoxide.ts';
import { memoryTable } from './memory-table.ts';

/** Every kind of change the house makes, with its condition. `n` is 0 to 3. */
const changes = (n: number): Change[] => [
  { set: ['fencedAt = if_not_exists(fencedAt, :n)'], condition: 'attribute_exists(pk)', values: { ':n': n } },
  {
    set: ['revision = :next', '#key = :text'],
    remove: ['draft'],
    add: ['usedKeys :texts'],
    condition:
      'attribute_not_exists(fencedAt) AND revision = :n AND access.#who > :n AND NOT #key = :text AND NOT contains(usedKeys, :text)',
    names: { '#key': 'key', '#who': 'a' },
    values: { ':n': n, ':next': n + 1, ':text': `t${n % 2}`, ':texts': new Set([`t${n % 2}`, 't9']) },
  },
  {
    set: ['revision = :next'],
    condition: 'attribute_not_exists(fencedAt) AND revision = :n AND attribute_not_exists(epoch)',
    values: { ':n': n, ':next': n + 1 },
  },
  {
    set: ['draft = :text'],
    condition: 'attribute_exists(pk) AND attribute_not_exists(fencedAt) AND epoch = :n',
    values: { ':n': n, ':text': 'nháp' },
  },
  {
    set: ['revision = :n', '#at = :n', 'access = if_not_exists(access, :none)'],
    condition: 'attribute_not_exists(pk) OR #at <= :n',
    names: { '#at': 'at' },
    values: { ':n': n, ':none': {} },
  },
  {
    set: ['epoch = if_not_exists(epoch, :none) + :one'],
    remove: ['access'],
    condition: 'attribute_exists(pk)',
    values: { ':none': 0, ':one': 1 },
  },
  {
    set: ['#state = :to'],
    condition: '#state IN (:from0, :from1)',
    names: { '#state': 'state' },
    values: { ':from0': `s${n}`, ':from1': 's0', ':to': `s${n + 1}` },
  },
  {
    set: ['done = :true', 'putBack = putBack + :one'],
    condition: 'putBack = :n',
    values: { ':true': true, ':one': 1, ':n': n },
  },
];

const Sk = fc.constantFrom('UNIT#a', 'UNIT#b', 'UNIT#á', 'REVISION#a#00001');
const Step = fc.oneof(
  fc.record({ does: fc.constant('put' as const), sk: Sk, n: fc.nat(3) }),
  fc.record({ does: fc.constant('get' as const), sk: Sk }),
  fc.record({ does: fc.constant('query' as const), prefix: fc.constantFrom('', 'UNIT#', 'REVISION#') }),
  fc.record({ does: fc.constant('update' as const), sk: Sk, n: fc.nat(3), change: fc.nat(changes(0).length - 1) }),
);
type Step = typeof Step extends fc.Arbitrary<infer Value> ? Value : never;

function take(table: Table, pk: string, step: Step): Promise<unknown> {
  if (step.does === 'get') return get(table, { pk, sk: step.sk });
  if (step.does === 'query') return query(table, pk, step.prefix);
  if (step.does === 'update') return update(table, { pk, sk: step.sk }, changes(step.n)[step.change] as Change);
  return putOnce(table, { pk, sk: step.sk, revision: step.n, putBack: step.n, state: `s${step.n}`, access: { a: 2 } });
}

/** Whatever speaks DynamoDB here; dynoxide only where its package installs. */
const standIns = new Map([
  ['dynalite', await startDynamoDb()],
  ['dynoxide', await startDynoxide()],
]);
afterAll(() => Promise.all([...standIns.values()].map(standIn => standIn?.close())));

async function tableAt(endpoint: string): Promise<Table> {
  const table = { name: 'contract', client: new DynamoDBClient(reaching(endpoint)) };
  onTestFinished(() => table.client.destroy());
  await createTable(table.client, table.name);
  return table;
}

describe('the table in memory', () => {
  it.for([...standIns].filter(([, standIn]) => standIn))(
    'answers whatever the house asks as %s does',
    async ([, standIn]) => {
      const onTheWire = await tableAt(standIn?.endpoint ?? '');
      const property = fc.asyncProperty(fc.array(Step, { minLength: 5, maxLength: 25 }), async steps => {
        const inMemory = { name: 'contract', client: memoryTable().client };
        const pk = randomUUID();
        for (const step of steps) expect(await take(inMemory, pk, step)).toEqual(await take(onTheWire, pk, step));
      });
      await fc.assert(property, { numRuns: 150 });
    },
  );

  it('refuses what the house never says, rather than guess', async () => {
    const table = { name: 'contract', client: memoryTable().client };
    await putOnce(table, { pk: 'P', sk: 'S' });
    await expect(update(table, { pk: 'P', sk: 'S' }, { set: ['a = :a'], condition: 'a >= :a' })).rejects.toThrow(
      'not a condition of the house',
    );
  });
});
