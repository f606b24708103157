import { setTimeout } from 'node:timers/promises';
import { wake } from '../../shared/aws/archive.ts';
import { asksTooOften } from '../../shared/aws/asking-to-sign-in.ts';
import { currentDepartment } from '../../shared/aws/departments.ts';
import { enterMails, mailsOf } from '../../shared/aws/ledger.ts';
import { officeToAsk } from '../../shared/aws/office-to-ask.ts';
import { opensAnywhere } from '../../shared/aws/sign-in-links.ts';
import { monthAt } from '../../shared/domain/calendar/day.ts';
import { boardPath, signIn, signInNotice } from '../../shared/domain/delivery/sign-in.ts';
import { sameAddress } from '../../shared/domain/office/mail-address.ts';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, page, seeOther } from '../../shared/http/answer.ts';
import { formOf } from '../../shared/http/body.ts';
import type { Request } from '../../shared/http/request.ts';
import { isToken, sha256 } from '../../shared/token.ts';
import { type OpeningPage, openingBoardPage } from '../../templates/pages/opening-board.ts';
import { signInPage } from '../../templates/pages/sign-in.ts';
import { askedFrom, askerCookie, askerIn } from './asker.ts';
import { endSession, type Room, staffSessionFor } from './session.ts';

/** GET /sign-in: asks for the address a link is to be mailed to. */
export async function showSignIn({ archive }: Room, request: Request): Promise<Answer> {
  return page(signInPage({ ...(await officeToAsk(archive)), to: pathAsked(request) }));
}

/** What asking takes is told in whole steps of this, milliseconds: longer than it takes to write what an address is mailed. */
const step = 250;

/** POST /sign-in: mails a link to an address of staff. The answer is the same, and as late, for an address nobody has. */
export async function askToSignIn(room: Room, request: Request): Promise<Answer> {
  const form = formOf(request);
  const mailbox = (form.get('address') ?? '').trim().toLowerCase();
  const to = boardPath(form.get('to'));
  const secret = askerIn(request);
  const asked = { mailbox, to, asker: sha256(secret), from: request.event.requestContext.http.sourceIp };
  await inWholeSteps(mailLinkTo(room, asked, request.receivedAt));
  const answer = page(signInPage({ ...(await officeToAsk(room.archive)), to, asked: true }));
  return { ...answer, cookies: [askerCookie(secret)] };
}

/** Waits for work to end, and for the step of time in which it does: nobody can tell from the answer how long it took. */
async function inWholeSteps(work: Promise<void>): Promise<void> {
  let ended = false;
  const ending = Promise.allSettled([work]).then(() => {
    ended = true;
  });
  do await setTimeout(step);
  while (!ended);
  await ending;
  return work;
}

type Asked = { mailbox: string; to: string; asker: string; from: string };

/** Whether the office knows the mailbox is asked last: who asks is counted all the same. */
async function mailLinkTo({ table, archive }: Room, { mailbox, to, asker, from }: Asked, now: number): Promise<void> {
  const month = { report: signIn, month: monthAt(now) };
  const [published, ledger, tooOften] = await Promise.all([
    currentDepartment(archive),
    mailsOf(table, month),
    asksTooOften(table, { from, mailbox }, now),
  ]);
  const staff = published?.department.staff.find(({ mail }) => sameAddress(mail, mailbox));
  const notice = staff && signInNotice(staff, { path: to, asker }, { ledger, tooOften, now });
  if (!notice) return;
  await enterMails(table, [notice], now);
  await wake(archive, 'asked', month);
}

/**
 * GET /sign-in/{token}: one button, and in a browser that has not asked for a link a code to be typed, since mail scanners open
 * links and press buttons. Looking changes nothing, and tells nothing of a link that is known and one that is not.
 */
export async function showSignInLink({ table, archive }: Room, request: Request): Promise<Answer> {
  const { token = '' } = request.parameters;
  const opens = askedFrom(request) !== undefined || (await opensAnywhere(table, token, request.receivedAt));
  return page(openingPage(request, { ...(await officeToAsk(archive)), asksCode: !opens }));
}

/** POST /sign-in/{token}: the link for a session, where a person shows it; else it asks for the code, and the link serves on. */
export async function openSession(room: Room, request: Request): Promise<Answer> {
  const [asker, code] = [askedFrom(request), codeTyped(request)];
  const shown = { asker, code, now: request.receivedAt };
  const session = await staffSessionFor(room, request.parameters.token ?? '', shown);
  if (session) return seeOther(pathAsked(request), [session]);
  const asks = { asksCode: true, wrong: code !== undefined };
  return page(openingPage(request, { ...(await officeToAsk(room.archive)), ...asks }), 422);
}

function openingPage(request: Request, asked: Omit<OpeningPage, 'action'>): string {
  const { token } = request.parameters;
  if (!isToken(token)) throw problem.usedSignIn();
  return openingBoardPage({ ...asked, action: `/sign-in/${token}?to=${encodeURIComponent(pathAsked(request))}` });
}

/** A program that only presses a button sends no form; people type a code with a blank in it, or without. */
function codeTyped(request: Request): string | undefined {
  const typed = request.event.body
    ? formOf(request)
        .get('code')
        ?.replace(/[\s.-]/g, '')
    : undefined;
  return typed || undefined;
}

/** POST /sign-out. */
export async function signOut(room: Room, request: Request): Promise<Answer> {
  return seeOther('/sign-in', [await endSession(room, request)]);
}

function pathAsked({ event }: Request): string {
  return boardPath(event.queryStringParameters?.to);
}
