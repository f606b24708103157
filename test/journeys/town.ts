import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, browserAt } from '../../infra/local/browser.ts';
import { standingClock } from '../../infra/local/clock.ts';
import { deskOf } from '../../infra/local/desk/desk.ts';
import { openDoor } from '../../infra/local/desk/doors.ts';
import { handInByLink } from '../../infra/local/hand-in.ts';
import { type Host, startHost } from '../../infra/local/host.ts';
import type { Listening } from '../../infra/local/listening.ts';
import { mailsTo, opened } from '../../infra/local/mailbox.ts';
import { archiveNamed } from '../../shared/aws/archive.ts';
import { currentDepartment, publish } from '../../shared/aws/departments.ts';
import { editionsOf } from '../../shared/aws/editions.ts';
import { mailsOf } from '../../shared/aws/ledger.ts';
import { periodNamed } from '../../shared/aws/periods.ts';
import { tableNamed } from '../../shared/aws/table.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import type { Answers } from '../../shared/domain/collection/answers.ts';
import type { Department } from '../../shared/domain/office/department.ts';

/**
 * An office at work on the local host, for tests that go through the front door: what is asserted is what people and
 * programs see, and what was written down.
 */
export type Town = Awaited<ReturnType<typeof foundTown>>;

export async function foundTown(department: Department, [date, time]: [string, string], dynamoDb?: Listening) {
  const directory = mkdtempSync(join(tmpdir(), 'tong-hop-'));
  const clock = standingClock(instantAt(date, time));
  const host: Host = await startHost({
    directory,
    clock,
    own: deskOf(() => host, join(directory, 'outbox')),
    dynamoDb,
    // By Vitest it is, before all tests (test/client-built.ts).
    built: 'VITEST' in process.env,
  });
  const table = tableNamed('tong-hop');
  const archive = archiveNamed('tong-hop');
  await publish(archive, department);

  const at = async (day: string, hour: string) => {
    clock.moveTo(instantAt(day, hour));
    await host.tick();
  };
  /** The link a unit was mailed last, as it stands in the mail. */
  const linkOf = async (address: string) => {
    const sent = host.outbox.findLast(
      mail => mail.destinations.includes(address) && !/^(edition|resend|receipt|answer)-/.test(mail.tags.step ?? ''),
    );
    const link = sent && (await opened(sent)).link;
    if (!link) throw new Error(`no link was mailed to ${address}`);
    return link;
  };
  /** The link a member of staff is mailed who asks in a browser to sign in at the board. */
  const signInLinkAskedIn = async (browser: Browser, address: string) => {
    await browser.post('/sign-in', { address, to: '/board' });
    await host.quiet();
    return linkOf(address);
  };
  /** A link to the board as this machine's desk makes one: it opens in any browser. */
  const signInLinkOf = async (address: string) => {
    const office = await currentDepartment(archive);
    const staff = office?.department.staff.find(({ mail }) => mail === address);
    const path = await openDoor(table, `staff ${staff?.id}`, clock.now());
    return `${host.address}${path}?to=/board`;
  };
  return {
    ...host,
    table,
    archive,
    directory,
    /** Moves the clock and lets the schedule tick. */
    at,
    setClock: (day: string, hour: string) => clock.moveTo(instantAt(day, hour)),
    publish: (changed: Department) => publish(archive, changed),
    linkOf,
    signInLinkAskedIn,
    signInLinkOf,
    /** The cookie a link is exchanged for, as a program would send it back. */
    cookieFor: async (link: string) => {
      const sent = { method: 'POST', headers: { origin: host.address }, redirect: 'manual' } as const;
      return (await fetch(link, sent)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    },
    /** A browser in which a member of staff has signed in. */
    staffAt: async (address: string) => {
      const browser = browserAt(host.address);
      await browser.post(await signInLinkAskedIn(browser, address));
      return browser;
    },
    tokenOf: async (address: string) => new URL(await linkOf(address)).pathname.split('/').at(-1) ?? '',
    handIn: async (address: string, answers: Answers) => handInByLink(host.address, await linkOf(address), answers),
    mailsTo: (address: string, step: string) => mailsTo(host.outbox, address, step),
    period: (report: string, month: string) => periodNamed(table, { report, month }),
    editions: (report: string, month: string) => editionsOf(table, { report, month }),
    ledger: (report: string, month: string) => mailsOf(table, { report, month }),
    leave: async () => {
      await host.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
