import { wake } from '../../shared/aws/archive.ts';
import { audit } from '../../shared/aws/audit.ts';
import { mailsOf, plan } from '../../shared/aws/ledger.ts';
import { putBackOnAgenda } from '../../shared/aws/periods.ts';
import { isSettled, type MailEntry } from '../../shared/domain/delivery/mail.ts';
import { resendNotice } from '../../shared/domain/delivery/notices.ts';
import { MailAddress } from '../../shared/domain/office/mail-address.ts';
import { problem } from '../../shared/domain/problem.ts';
import { Reason } from '../../shared/domain/text/reason.ts';
import { type Answer, seeOther } from '../../shared/http/answer.ts';
import { formOf } from '../../shared/http/body.ts';
import type { Request } from '../../shared/http/request.ts';
import { periodAsked } from './pages.ts';
import { atTheBoard, type Room } from './session.ts';

/**
 * POST /board/{report}/{month}/resend: the letter again to one recipient, with a reason, to the same address or a mended one.
 * The house never sends a letter twice by itself; a person who knows that it did not arrive may.
 */
export async function resend(room: Room, request: Request): Promise<Answer> {
  const { staff } = await atTheBoard(room, request, 'send again');
  const { table, archive } = room;
  const period = await periodAsked(room, request);
  const form = formOf(request);
  const ledger = await mailsOf(table, period);
  const sent = ledger.find(({ step, recipient }) => `${step} ${recipient}` === form.get('mail'));
  if (!sent || !isLetter(sent) || !isSettled(sent.state)) throw problem.notFound();

  const { reason, address } = fieldsOf(form);
  const notice = resendNotice(period, { address, to: sent.to }, ledger);
  if (notice) {
    await plan(table, period, [notice], request.receivedAt);
    const detail = `${address}: ${reason}`;
    await audit(table, period, { at: request.receivedAt, who: staff.id, what: 'gửi lại công văn', detail });
  }
  // Also when it was entered before: whoever entered it may have come no further.
  await putBackOnAgenda(table, period);
  await wake(archive, 'filed', period);
  return seeOther(`/board/${period.report}/${period.month}`);
}

function isLetter({ step, to }: MailEntry): boolean {
  return to.kind === 'recipient' && /^(edition|resend)-/.test(step);
}

/** @throws Problem 422 */
function fieldsOf(form: URLSearchParams): { reason: string; address: string } {
  const reason = Reason.safeParse(form.get('reason') ?? '');
  const address = MailAddress.safeParse((form.get('address') ?? '').trim());
  if (reason.success && address.success) return { reason: reason.data, address: address.data };
  const faults = [
    reason.success
      ? undefined
      : {
          field: 'reason',
          message: 'Hãy ghi lý do gửi lại, trên một dòng, không có ký tự ẩn hay ký tự đổi chiều chữ.',
        },
    address.success ? undefined : { field: 'address', message: 'Phải là một địa chỉ thư điện tử, ví dụ vt@so.gov.vn.' },
  ];
  throw problem.faultyFields(faults.filter(fault => fault !== undefined));
}
