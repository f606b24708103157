import {
  DynamoDBServiceException,
  ProvisionedThroughputExceededException,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Compiled, Making } from '../../functions/compile-report/file-edition.ts';
import { type Archive, file } from '../../shared/aws/archive.ts';
import { timesExtended } from '../../shared/domain/office/extension.ts';
import { publishOffice } from './a-period.ts';
import { calling } from './lives.ts';
import { memoryArchive } from './memory-archive.ts';
import { type MemoryTable, memoryTable } from './memory-table.ts';
import { faultsIn, type Room, Schedule, type Trouble } from './schedules.ts';
import type { Around } from './turns.ts';

/** How many schedules are played; SCHEDULES says otherwise. */
const count = Number(process.env.SCHEDULES ?? 20_000);

const services = vi.hoisted(() => new Map<string, unknown>());
vi.mock('../../shared/aws/client.ts', () => ({ once: (service: string) => services.get(service) }));

/** Of a unit that cannot be closed it is logged each time: here in one of four schedules. */
vi.mock('../../shared/log.ts', () => ({ log: { info: () => {}, warn: () => {}, error: () => {} } }));

/** The figures are filed, the letter is not set: how it looks is for other tests, and takes a thousand times as long. */
vi.mock('../../functions/compile-report/file-edition.ts', () => ({
  fileEdition: async (archive: Archive, { period, report }: Compiled, { number, at }: Making) => {
    const content = new TextEncoder().encode(JSON.stringify(report));
    const name = { folder: 'editions', name: 'report', extension: 'json', mediaType: 'application/json' };
    const filed = await file(archive, { ...name, content });
    const head = { coQuanBanHanh: '', kyHieu: '', diaDanh: '', trichYeu: '', kinhGui: [] };
    const files = { docx: filed, pdf: filed, html: filed, report: filed };
    const { report: id, month, definition } = period;
    const { missing } = report;
    return {
      report: id,
      month,
      number,
      definition,
      date: '',
      head,
      addressees: [],
      files,
      pages: 1,
      missing,
      held: holds && timesExtended(period) === 0,
      at,
    };
  },
}));

/** Whether the first letter waits. */
let holds = false;

let archive: Archive;
let files: Map<string, Uint8Array>;
let hash: string;
let s: fc.Scheduler | undefined;

/** Every call waits for its turn, as the scheduler chooses, and again before its answer arrives. */
const inTurn: Around = async (command, take) => {
  await s?.schedule(Promise.resolve());
  const answer = await calling(command, () => {
    refuseFencing(command);
    return take();
  });
  await s?.schedule(Promise.resolve());
  return answer;
};

/** Whose head is not let be fenced, and why. */
let refused: { sk: string; trouble: Trouble } | undefined;

function refuseFencing(command: unknown): void {
  if (!(command instanceof UpdateItemCommand) || command.input.Key?.sk?.S !== refused?.sk) return;
  if (!command.input.UpdateExpression?.includes('fencedAt')) return;
  const told = { message: 'no', $metadata: {} };
  if (refused?.trouble === 'unfenced')
    throw new DynamoDBServiceException({ ...told, name: 'ValidationException', $fault: 'client' });
  refused = undefined;
  throw new ProvisionedThroughputExceededException(told);
}

/** Lays a trouble upon a head in the table. */
const troubling =
  (items: MemoryTable['items']): Room['trouble'] =>
  (unit, trouble) => {
    const sk = `UNIT#${unit}`;
    const partition = [...items.values()].find(heads => heads.has(sk));
    const head = partition?.get(sk);
    refused = trouble === 'unfenced' || trouble === 'slow' ? { sk, trouble } : undefined;
    if (trouble === 'gone') partition?.delete(sk);
    if (trouble === 'unreadable' && head) partition?.set(sk, { ...head, submission: { S: '{' } });
  };

const interleave = (scheduler: fc.Scheduler | undefined) => {
  s = scheduler;
};

beforeAll(async () => {
  Object.assign(process.env, { TABLE: 'memory', ARCHIVE: 'memory' });
  const memory = memoryArchive(inTurn);
  files = memory.files;
  archive = { bucket: 'memory', client: memory.client };
  services.set('s3', archive.client);
  hash = await publishOffice(archive);
});

describe('handing in and closing', () => {
  it(`keeps the promise in ${count} schedules: accepted if and only if in the letter, one letter, or one more where the first was held and its period extended, no revision lost, nobody held up by another`, async () => {
    const property = fc.asyncProperty(fc.scheduler(), Schedule, async (scheduler, schedule) => {
      for (const key of files.keys()) if (key.startsWith('editions/')) files.delete(key);
      const { client, items } = memoryTable(inTurn);
      refused = undefined;
      services.set('dynamodb', client);
      const table = { name: 'memory', client };
      expect(
        await faultsIn(
          {
            table,
            archive,
            hash,
            interleave,
            hold: held => {
              holds = held;
            },
            trouble: troubling(items),
          },
          schedule,
          scheduler,
        ),
      ).toEqual([]);
    });
    // Of a fault put in on purpose it is enough to be found: a smaller schedule that finds it is read by nobody.
    await fc.assert(property, { numRuns: count, endOnFailure: process.env.MUTANT !== undefined });
  }, 300_000);
});
