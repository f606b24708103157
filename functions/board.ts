import { officeToAsk } from '../shared/aws/office-to-ask.ts';
import { countRefusal } from '../shared/aws/refusals.ts';
import { config } from '../shared/config.ts';
import { boardPath } from '../shared/domain/delivery/sign-in.ts';
import type { ToAsk } from '../shared/domain/office/contact.ts';
import type { ProblemDetails } from '../shared/domain/problem.ts';
import { page } from '../shared/http/answer.ts';
import { atTheEdge, type Routes } from '../shared/http/edge.ts';
import type { Request } from '../shared/http/request.ts';
import { problemPage } from '../templates/pages/problem.ts';
import { signInPage } from '../templates/pages/sign-in.ts';
import { askToRelease, askToRevoke, release, remind, revoke, sendLink } from './board/actions.ts';
import {
  downloadByLink,
  downloadFromBoard,
  downloadReturned,
  showBoard,
  showDownload,
  showPeriod,
} from './board/pages.ts';
import { sendPreview, showPreview } from './board/preview.ts';
import { resend } from './board/resend.ts';
import { cookieName, room } from './board/session.ts';
import { askToSignIn, openSession, showSignIn, showSignInLink, signOut } from './board/sign-in.ts';
import { showYear } from './board/year.ts';

/** Loaded when one is asked for: every other page starts without the charts, what one unit handed in, and the steps of a draft. */
const figures = () => import('./board/figures.ts');
const unit = () => import('./board/unit.ts');
const extending = () => import('./board/extend.ts');
const editing = () => import('./board/editing.ts');
const correcting = () => import('./board/correct.ts');
const corrections = () => import('./board/corrections.ts');
const recalling = () => import('./board/recall.ts');
const issuing = () => import('./board/issuing.ts');
/** With what reads signatures and certificates; nothing else here does. */
const signing = () => import('./board/signing.ts');

export const routes: Routes = {
  'GET /sign-in': request => showSignIn(room(), request),
  'POST /sign-in': request => askToSignIn(room(), request),
  'GET /sign-in/{token}': request => showSignInLink(room(), request),
  'POST /sign-in/{token}': request => openSession(room(), request),
  'POST /sign-out': request => signOut(room(), request),
  'GET /board': request => showBoard(room(), request),
  'GET /board/{report}/{month}': request => showPeriod(room(), request),
  'GET /board/{report}/{month}/preview': request => showPreview(room(), request),
  'GET /board/{report}/{month}/preview/{file}': request => sendPreview(room(), request),
  'GET /board/{report}/{month}/figures': async request => (await figures()).showFigures(room(), request),
  'GET /board/{report}/{month}/figures/{indicator}': async request => (await figures()).showIndicator(room(), request),
  'GET /board/{report}/{month}/lists/{list}': async request => (await figures()).showList(room(), request),
  'GET /board/{report}/{month}/tables/{file}': async request =>
    (await import('./board/tables.ts')).sendTable(room(), request),
  'GET /board/{report}/{month}/units/{unit}': async request => (await unit()).showUnit(room(), request),
  'GET /board/{report}/{month}/units/{unit}/edit': async request => (await editing()).showEditing(room(), request),
  'POST /board/{report}/{month}/edit': async request => (await editing()).edit(room(), request),
  'POST /board/{report}/{month}/mend': async request => (await unit()).askForMending(room(), request),
  'GET /board/{report}/{month}/units/{unit}/correct': async request =>
    (await correcting()).showCorrect(room(), request),
  'POST /board/{report}/{month}/units/{unit}/correct': async request =>
    (await correcting()).askToCorrect(room(), request),
  'GET /board/{report}/{month}/corrections': async request => (await corrections()).showCorrections(room(), request),
  'POST /board/{report}/{month}/corrections': async request =>
    (await corrections()).decideOnCorrection(room(), request),
  'GET /board/{report}/{month}/reissue': async request => (await corrections()).askToReissue(room(), request),
  'POST /board/{report}/{month}/reissue': async request => (await corrections()).reissue(room(), request),
  'GET /board/{report}/{month}/release': request => askToRelease(room(), request),
  'POST /board/{report}/{month}/release': request => release(room(), request),
  'POST /board/{report}/{month}/extend': async request => (await extending()).extend(room(), request),
  'GET /board/{report}/{month}/recall': async request => (await recalling()).askToRecall(room(), request),
  'POST /board/{report}/{month}/recall': async request => (await recalling()).recall(room(), request),
  'POST /board/{report}/{month}/remind': request => remind(room(), request),
  'POST /board/{report}/{month}/link': request => sendLink(room(), request),
  'GET /board/{report}/{month}/revoke': request => askToRevoke(room(), request),
  'POST /board/{report}/{month}/revoke': request => revoke(room(), request),
  'POST /board/{report}/{month}/resend': request => resend(room(), request),
  'GET /board/{report}/{month}/issuing': async request => (await issuing()).showIssuing(room(), request),
  'GET /board/{report}/{month}/issuing/confirm': async request => (await issuing()).askBefore(room(), request),
  'POST /board/{report}/{month}/issuing/pass': async request => (await issuing()).pass(room(), request),
  'POST /board/{report}/{month}/issuing/approve': async request => (await issuing()).approve(room(), request),
  'POST /board/{report}/{month}/issuing/number': async request => (await issuing()).number(room(), request),
  'POST /board/{report}/{month}/issuing/return': async request => (await issuing()).sendBack(room(), request),
  'POST /board/{report}/{month}/issuing/resubmit': async request => (await issuing()).resubmit(room(), request),
  'POST /board/{report}/{month}/issuing/redraft': async request => (await issuing()).redraft(room(), request),
  'POST /board/{report}/{month}/issuing/signed': async request => (await signing()).bringBack(room(), request),
  'POST /board/{report}/{month}/issuing/take': async request => (await signing()).takeAnyway(room(), request),
  'POST /board/{report}/{month}/issuing/addresses': async request => (await signing()).makeAddresses(room(), request),
  'GET /api/signing/{token}': async request => (await signing()).fetchToSign(room(), request),
  'POST /api/signing/{token}': async request => (await signing()).bringBackByAddress(room(), request),
  'GET /board/{report}/{month}/{edition}/returned/{file}': request => downloadReturned(room(), request),
  'GET /board/{report}/{month}/{edition}/{file}': request => downloadFromBoard(room(), request),
  'GET /years/{report}/{year}': request => showYear(room(), request),
  'GET /kiem-tra': async () => (await import('./board/file-check.ts')).showFileCheck(room()),
  'POST /kiem-tra': async request => (await import('./board/file-check.ts')).checkFile(room(), request),
  'GET /download/{token}': request => showDownload(room(), request),
  'GET /download/{token}/{file}': request => downloadByLink(room(), request),
};

/** Where staff look on, and let a held letter go. */
export const handler = atTheEdge({
  routes,
  baseUrl: () => config('BASE_URL').BASE_URL,
  cookieIn: ({ cookies }) => cookies[cookieName],
  countRefusal: (address, now) => countRefusal(room().table, address, now),
  problemPage: async (details, request) =>
    page(refusal(details, request, await officeToAsk(room().archive)), details.status),
});

/** Who has to sign in is asked to, and led on to where they were going. */
function refusal(details: ProblemDetails, { method, path, event }: Request, asked: ToAsk): string {
  if (details.type === 'no-staff-session' || details.type === 'stale-sign-in')
    return signInPage({
      to: boardPath(method === 'POST' ? path.replace(/\/[^/]+$/, '') : path),
      refused: details,
      ...asked,
    });
  if (details.type === 'used-sign-in')
    return signInPage({ to: boardPath(event.queryStringParameters?.to), refused: details, ...asked });
  return problemPage(details, asked, [{ to: '/board', name: 'Về bảng tổng hợp' }]);
}
