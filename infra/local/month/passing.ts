import { editionsOf } from '../../../shared/aws/editions.ts';
import type { DraftAct } from '../../../shared/domain/compilation/passage.ts';
import { standsWith } from '../../../shared/domain/delivery/turns.ts';
import { isSigning } from '../../../shared/domain/issuing/signing.ts';
import { stepsOf } from '../../../shared/domain/office/issuing.ts';
import { reportNamed } from '../../../shared/domain/office/owing.ts';
import { stepWords } from '../../../templates/step-words.ts';
import { type Browser, browserAt, hiddenField } from '../browser.ts';
import type { Host } from '../host.ts';
import { opened } from '../mailbox.ts';
import type { Asked } from './asked.ts';
import { table } from './out.ts';
import { step } from './told.ts';

/**
 * Takes each draft of the term through the steps of its office, as its people do: by the mail, the sign-in and the page. The first
 * one to see it after another sends it back once, so that this is seen, too.
 */
export async function passDrafts(host: Host, { department, month }: Asked): Promise<void> {
  const browsers = new Map<string, Browser>();
  for (const { id: report } of department.reports) {
    let sentBack = false;
    for (let draft = await draftOf(report); draft; draft = await draftOf(report)) {
      const returns: boolean = !sentBack && draft.turn === 1;
      sentBack ||= returns;
      await actOn(host, await signedIn(draft), { ...draft, returns });
    }
  }

  /** The browser of whoever acts, who signs in by mail where they have not yet. */
  async function signedIn({ doer: { mail }, address }: Draft): Promise<Browser> {
    const known = browsers.get(mail);
    if (known) return known;
    const browser = browserAt(host.address);
    browsers.set(mail, browser);
    await browser.post('/sign-in', { address: mail, to: address });
    await host.quiet();
    const sent = host.outbox.findLast(
      ({ destinations, tags }) => destinations.includes(mail) && tags.report === 'sign-in',
    );
    await browser.post((sent && (await opened(sent)).link) ?? address);
    return browser;
  }

  /** Where the draft of a report stands, and with whom; undefined once it waits for nobody. */
  async function draftOf(report: string) {
    const edition = (await editionsOf(table(), { report, month })).at(-1);
    const definition = reportNamed(department, report);
    const steps = definition && stepsOf(definition);
    const [doer] = edition && steps ? standsWith({ edition, steps, office: department }) : [];
    const stands = edition?.passage?.stands;
    if (!edition || !doer || !stands || stands === 'withdrawn' || stands === 'through') return undefined;
    // Signed outside, by what the office has: here it stays until then.
    if (isSigning(stands)) return undefined;
    return { edition, doer, stands, turn: edition.turn ?? 0, address: `/board/${report}/${month}/issuing` };
  }
}

type Draft = {
  doer: { name: string; mail: string };
  stands: Exclude<DraftAct['at'], 'signature' | 'stamp'>;
  address: string;
};

async function actOn(
  host: Host,
  browser: Browser,
  { doer, stands, address, returns }: Draft & { returns: boolean },
): Promise<void> {
  const page = await browser.get(address);
  const looked = { pdf: hiddenField(page, 'pdf'), turn: hiddenField(page, 'turn') };
  const paths = { content: 'pass', form: 'pass', approval: 'approve', number: 'number', coordinator: 'resubmit' };
  const words = returns ? 'Xem lại câu chữ của mục 2' : stands === 'coordinator' ? 'Đã xem lại' : '';
  const done = await browser.post(`${address}/${returns ? 'return' : paths[stands]}`, { ...looked, words });
  if (done.status !== 200) throw new Error(`${doer.name}: ${done.text}`);
  await host.quiet();
  const did = returns ? `trả lại, "${words}"` : stepWords[stands].done.toLocaleLowerCase('vi');
  step(`  ${doer.name} mở đường dẫn trong thư, đọc dự thảo: ${did}`);
}
