import { handler as compileReport } from '../../functions/compile-report.ts';
import { handler as deliverReport } from '../../functions/deliver-report.ts';
import { handler as openPeriods } from '../../functions/open-periods.ts';
import { handler as trackDelivery } from '../../functions/track-delivery.ts';
import type { FeedbackEvent } from '../../infra/local/ses-feedback.ts';
import { feedback, marks, tick } from '../../infra/manifest.ts';
import { tickAt } from '../../shared/domain/calendar/tick.ts';
import { calling, type Ends, living } from './lives.ts';
import { memoryArchive } from './memory-archive.ts';
import { type Accepted, memoryPost } from './memory-post.ts';
import { type MemoryTable, memoryTable } from './memory-table.ts';

const handlers = {
  'open-periods': openPeriods,
  'compile-report': compileReport,
  'deliver-report': deliverReport,
  'track-delivery': trackDelivery as (event: unknown) => Promise<void>,
};
export type Woken = keyof typeof handlers;

/** Whose process may end. */
export type Lives = Woken | 'board';

/** Lambda brings what SES reports again to a function that ended, this often (infra/delivery.ts). */
const broughtAgain = 2;

/** What the functions are told; to be set before they are woken. */
export const environment = {
  TABLE: 'memory',
  ARCHIVE: 'memory',
  BASE_URL: 'https://so.example',
  SENDER: 'bao-cao@so.example',
  CONFIGURATION_SET: 'tong-hop',
  FEEDBACK_TOPIC: 'arn:aws:sns:ap-southeast-1:000000000000:feedback',
  FEEDBACK_SIGNER: 'https://sns.example',
};

/** All that outlives a process: what is in the table and the archive, what was mailed, what SES has still to report of it. */
export type Kept = {
  items: MemoryTable['items'];
  files: Map<string, Uint8Array>;
  outbox: Accepted[];
  reported: FeedbackEvent[];
};

export function nothingKept(): Kept {
  return { items: new Map(), files: new Map(), outbox: [], reported: [] };
}

export function copyOf({ items, files, outbox, reported }: Kept): Kept {
  return {
    items: new Map([...items].map(([pk, partition]) => [pk, new Map(partition)])),
    files: new Map(files),
    outbox: [...outbox],
    reported: [...reported],
  };
}

/**
 * The functions that nobody waits for, over services in memory, woken as the manifest says. One is woken after the other has
 * ended, so that the same processes end at the same calls each time; `endsIn` says where, `declines` when SES says no to everybody.
 */
export function memoryHouse(kept: Kept, endsIn: (name: Lives) => Ends, declines = (_now: number) => false) {
  const { items, files, outbox, reported } = kept;
  const marked: Woken[] = [];
  let now = 0;

  const onPut = (key: string) => {
    const mark = Object.values(marks).find(({ prefix }) => key.startsWith(prefix));
    if (mark) marked.push(mark.wakes);
  };
  const clients = {
    dynamodb: memoryTable(calling, items).client,
    s3: memoryArchive(calling, { files, onPut }).client,
    ses: memoryPost(calling, {
      ...{ outbox, now: () => now, onFeedback: event => reported.push(event), declines: () => declines(now) },
    }),
  };

  const wake = (name: Woken, event: unknown) => living(endsIn(name), () => handlers[name](event));
  return {
    clients,
    table: { name: environment.TABLE, client: clients.dynamodb },
    archive: { bucket: environment.ARCHIVE, client: clients.s3 },
    outbox,
    /** The schedule ticks, and whoever finds a mark is woken. */
    tickAt: async (instant: number) => {
      now = instant;
      for (const name of tick.wakes) {
        await wake(name, tickAt(now));
        for (let next = marked.shift(); next; next = marked.shift()) await wake(next, tickAt(now));
      }
    },
    /** Somebody acts at the board, in a process that may end as well. */
    acting: async (act: () => Promise<void>) => {
      await living(endsIn('board'), act);
      for (let next = marked.shift(); next; next = marked.shift()) await wake(next, tickAt(now));
    },
    /** What SES has reported since is brought. */
    hear: async () => {
      for (const event of reported.splice(0)) {
        let told: unknown = 'nothing';
        for (let time = 0; time <= broughtAgain && told === 'nothing'; time += 1)
          told = await wake(feedback.wakes, { Records: [{ Sns: { Message: JSON.stringify(event) } }] });
      }
    },
  };
}

export type MemoryHouse = ReturnType<typeof memoryHouse>;

/** Puts the clients of a house where the functions under test find those of this process. */
export function putInPlace(
  { clients }: Pick<ReturnType<typeof memoryHouse>, 'clients'>,
  services: Map<string, unknown>,
): void {
  for (const [service, client] of Object.entries(clients)) services.set(service, client);
}
