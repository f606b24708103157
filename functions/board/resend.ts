import { wake } from '../../shared/aws/archive.ts';
import { audit } from '../../shared/aws/audit.ts';
import { editionsOf } from '../../shared/aws/editions.ts';
import { enterMails, mailsOf } from '../../shared/aws/ledger.ts';
import { putBackOnAgenda } from '../../shared/aws/put-back.ts';
import { isRecalled } from '../../shared/domain/compilation/recall.ts';
import { isSettled, mailName } from '../../shared/domain/delivery/mail.ts';
import { isLetter, sendingAgain } from '../../shared/domain/delivery/sending-again.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import { MailAddress } from '../../shared/domain/office/mail-address.ts';
import { reportNamed } from '../../shared/domain/office/owing.ts';
import { type Fault, problem } from '../../shared/domain/problem.ts';
import { Reason } from '../../shared/domain/text/reason.ts';
import { type Answer, page } from '../../shared/http/answer.ts';
import { formOf } from '../../shared/http/body.ts';
import { type Request, wantsJson } from '../../shared/http/request.ts';
import { resendPage } from '../../templates/pages/resend.ts';
import { backSaying } from './outcome.ts';
import { periodAsked } from './pages.ts';
import { atTheBoard, type Room } from './session.ts';

/**
 * POST /board/{report}/{month}/resend: the letter again to one recipient, with a reason, to the same address or a mended one.
 * The house never sends a letter twice by itself; a person who knows that it did not arrive may, and is asked first when one
 * has just left for that address.
 */
export async function resend(room: Room, request: Request): Promise<Answer> {
  const { staff, department } = await atTheBoard(room, request, 'send again');
  const { table, archive } = room;
  const { receivedAt: now } = request;
  const period = await periodAsked(room, request);
  const form = formOf(request);
  const ledger = await mailsOf(table, period);
  const sent = ledger.find(mail => mailName(mail) === form.get('mail'));
  if (!sent || !isLetter(sent) || !isSettled(sent.state)) throw problem.notFound();
  const edition = (await editionsOf(table, period)).at(-1);
  if (edition && isRecalled(edition)) throw problem.recalledLetter();
  if (edition?.reissue) throw problem.replacedLetter();

  const { address, reason, faults } = fieldsOf(form);
  const document = documentInWords(reportNamed(department, period.report)?.document);
  const shown = { department: department.name, document, period, typed: { mail: mailName(sent), address, reason } };
  if (faults.length > 0) {
    const faulty = problem.faultyFields(faults);
    if (wantsJson(request)) throw faulty;
    return page(resendPage({ ...shown, faults }), faulty.details.status);
  }
  const wanted = {
    address,
    to: sent.to,
    knowing: form.get('knowing') ?? undefined,
    edition: edition?.replaces && edition.number,
  };
  const again = sendingAgain(period, wanted, { ledger, now });
  if (again.kind === 'just left') {
    if (wantsJson(request)) throw problem.justLeft();
    return page(resendPage({ ...shown, justLeft: again.mail }), 409);
  }
  const [entered] = again.kind === 'send' ? await enterMails(table, [again.notice], now) : [];
  if (entered) {
    const detail = `${address}: ${reason}`;
    await audit(table, period, { at: now, who: staff.id, what: 'gửi lại công văn', detail });
  }
  // Also when it was entered before: whoever entered it may have come no further.
  await putBackOnAgenda(table, period);
  await wake(archive, 'filed', period);
  const going = entered ?? (again.kind === 'on its way' ? again.mail : undefined);
  return backSaying(period, { act: 'resend', done: entered !== undefined, mail: going && mailName(going) });
}

/** What was typed, cleaned where it is right, and what is wrong with it. */
function fieldsOf(form: URLSearchParams): { reason: string; address: string; faults: Fault[] } {
  const typed = { reason: form.get('reason') ?? '', address: (form.get('address') ?? '').trim() };
  const reason = Reason.safeParse(typed.reason);
  const address = MailAddress.safeParse(typed.address);
  const faults = [
    reason.success ? [] : { field: 'reason', message: `Hãy ghi lý do gửi lại: ${saidOf(reason.error)}.` },
    address.success ? [] : { field: 'address', message: 'Phải là một địa chỉ thư điện tử, ví dụ vt@so.gov.vn.' },
  ];
  return { reason: reason.data ?? typed.reason, address: address.data ?? typed.address, faults: faults.flat() };
}

/** What a schema found wrong, in the words it has for that. */
export function saidOf({ issues }: { issues: { message: string }[] }): string {
  return issues[0]?.message ?? 'chưa đúng';
}
