import { setTimeout } from 'node:timers/promises';
import { wake } from '../../shared/aws/archive.ts';
import { currentDepartment } from '../../shared/aws/departments.ts';
import { mailsOf, plan } from '../../shared/aws/ledger.ts';
import { boardPath, monthAt, signIn, signInNotice } from '../../shared/domain/delivery/sign-in.ts';
import { type Answer, page, seeOther } from '../../shared/http/answer.ts';
import { formOf } from '../../shared/http/body.ts';
import type { Request } from '../../shared/http/request.ts';
import { linkPage } from '../../templates/pages/link.ts';
import { signInPage } from '../../templates/pages/sign-in.ts';
import { endSession, type Room, staffSessionFor } from './session.ts';

/** GET /sign-in: asks for the address a link is to be mailed to. */
export function showSignIn(request: Request): Answer {
  return page(signInPage({ to: pathAsked(request) }));
}

/** How long it takes at the least to be answered, milliseconds: longer than it takes to write what an address is mailed. */
const answersAfter = 250;

/** POST /sign-in: mails a link to an address of staff. The answer is the same, and no sooner, for an address nobody has. */
export async function askToSignIn(room: Room, request: Request): Promise<Answer> {
  const form = formOf(request);
  const address = (form.get('address') ?? '').trim().toLowerCase();
  const to = boardPath(form.get('to'));
  await Promise.all([mailLinkTo(room, address, to, request.receivedAt), setTimeout(answersAfter)]);
  return page(signInPage({ to, asked: true }));
}

async function mailLinkTo({ table, archive }: Room, address: string, to: string, now: number): Promise<void> {
  const month = { report: signIn, month: monthAt(now) };
  const [published, ledger] = await Promise.all([currentDepartment(archive), mailsOf(table, month)]);
  const staff = published?.department.staff.find(({ mail }) => mail.toLowerCase() === address);
  const notice = staff && signInNotice(staff, to, ledger, now);
  if (!notice) return;
  await plan(table, month, [notice], now);
  await wake(archive, 'asked', month);
}

/** GET /sign-in/{token}: one button; looking changes nothing, since mail scanners look first. */
export function showSignInLink(request: Request): Answer {
  return page(
    linkPage({
      title: 'Bảng tổng hợp',
      explanation: 'Bấm nút dưới đây để mở bảng tổng hợp. Đường dẫn trong thư dùng được một lần.',
      button: 'Mở bảng tổng hợp',
      action: `/sign-in/${request.parameters.token}?to=${encodeURIComponent(pathAsked(request))}`,
    }),
  );
}

/** POST /sign-in/{token}: the link for a session. */
export async function openSession(room: Room, request: Request): Promise<Answer> {
  const session = await staffSessionFor(room, request.parameters.token ?? '', request.receivedAt);
  return seeOther(pathAsked(request), [session]);
}

/** POST /sign-out. */
export async function signOut(room: Room, request: Request): Promise<Answer> {
  return seeOther('/sign-in', [await endSession(room, request)]);
}

function pathAsked({ event }: Request): string {
  return boardPath(event.queryStringParameters?.to);
}
