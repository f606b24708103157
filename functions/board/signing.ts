import { readFiled } from '../../shared/aws/archive.ts';
import { currentDepartment, departmentPublished } from '../../shared/aws/departments.ts';
import { editionNumbered } from '../../shared/aws/editions.ts';
import { type Link, linkOf, recordLink, useUp } from '../../shared/aws/links.ts';
import { periodNamed } from '../../shared/aws/periods.ts';
import { config } from '../../shared/config.ts';
import type { Edition, EditionFile } from '../../shared/domain/compilation/edition.ts';
import { standsWith } from '../../shared/domain/delivery/turns.ts';
import { asIssued } from '../../shared/domain/issuing/issued-edition.ts';
import { isSigning, toBeSigned, waitingReturn } from '../../shared/domain/issuing/signing.ts';
import { verdictInWords } from '../../shared/domain/issuing/verdict.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { stepsOf } from '../../shared/domain/office/issuing.ts';
import { reportNamed } from '../../shared/domain/office/owing.ts';
import { problem } from '../../shared/domain/problem.ts';
import { reasonTyped } from '../../shared/domain/text/reason.ts';
import { type Answer, download, json, page, seeOther } from '../../shared/http/answer.ts';
import { formOf, postedBy } from '../../shared/http/body.ts';
import { type Request, wantsJson } from '../../shared/http/request.ts';
import { newToken } from '../../shared/token.ts';
import { type IssuingPage, issuingPage } from '../../templates/pages/issuing.ts';
import { changedSince, type Draft, draftAsked, shownOf } from './issuing.ts';
import { backSaying } from './outcome.ts';
import { saidOf } from './resend.ts';
import { passageTaking, take, takeIn, whyNotLooked } from './returned-file.ts';
import type { Room } from './session.ts';

/**
 * Signing is done outside, by what the office has. Here the file goes out and comes back: by whoever is signed in, or by a program, at
 * addresses that serve once.
 */

/** POST …/signed: the file, signed. Taken at once where it is intact; else the page says what was found, and asks for words. */
export async function bringBack(room: Room, request: Request): Promise<Answer> {
  const here = await signingAsked(room, request);
  const { fields, file } = postedBy(request);
  const { edition, staff, department, period, now } = here;
  const why = looked(edition, fields) ? whyNotLooked(file, edition) : changedSince;
  if (why !== undefined || !file) return refusing(room, here, request, { wrong: why ?? changedSince });
  const at = standing(edition);
  const { taken } = await takeIn(room, { edition, department, who: staff.id, now }, file);
  const { report, month } = period;
  return taken
    ? backSaying(period, { act: 'draft', did: 'pass', at }, '/issuing')
    : seeOther(`/board/${report}/${month}/issuing`);
}

/** POST …/take: the file that came back is taken, though it is not intact, for a reason. */
export async function takeAnyway(room: Room, request: Request): Promise<Answer> {
  const here = await signingAsked(room, request);
  const { edition, staff, period, now } = here;
  const form = formOf(request);
  const typed = form.get('words') ?? '';
  const waiting = waitingReturn(edition);
  if (!looked(edition, form) || !waiting || waiting.file.sha256 !== form.get('returned'))
    return refusing(room, here, request, { wrong: changedSince, typed });
  const words = reasonTyped(typed);
  if (!words.success)
    return refusing(room, here, request, { wrong: `Hãy ghi rõ lý do: ${saidOf(words.error)}.`, typed });
  const at = standing(edition);
  const passage = passageTaking({ edition, who: staff.id, now }, waiting, words.data);
  if (!passage || !(await take(room, edition, { passage })))
    return refusing(room, here, request, { wrong: changedSince, typed });
  return backSaying(period, { act: 'draft', did: 'pass', at }, '/issuing');
}

/** How long an address serves that a program fetches a file at, or brings it back to: a working morning. Milliseconds. */
const addressLife = 4 * 3_600_000;

/** POST …/addresses: two addresses for a signing program, each to be used once; they are said here and nowhere again. */
export async function makeAddresses(room: Room, request: Request): Promise<Answer> {
  const here = await signingAsked(room, request);
  const { edition, staff, now } = here;
  if (!looked(edition, formOf(request)) || !toBeSigned(edition))
    return refusing(room, here, request, { wrong: changedSince });
  const { report, month, number, turn = 0 } = edition;
  const until = now + addressLife;
  const recorded = async (opens: 'to-sign' | 'signed') => {
    const token = newToken();
    const expiresAt = Math.floor(until / 1_000);
    await recordLink(room.table, token, { opens, report, month, number, turn, staff: staff.id, expiresAt });
    return `${config('BASE_URL').BASE_URL}/api/signing/${token}`;
  };
  const addresses = { fetch: await recorded('to-sign'), bring: await recorded('signed'), until };
  return page(issuingPage({ ...(await shownOf(room, here)), addresses }));
}

/** GET /api/signing/{token}: the file to be signed, once. Who only asks how long it is uses nothing up. */
export async function fetchToSign(room: Room, request: Request): Promise<Answer> {
  const { parameters, method, receivedAt } = request;
  const open = method === 'HEAD' ? linkOf : useUp;
  const { edition } = await turnOf(room, await open(room.table, parameters.token ?? '', receivedAt), 'to-sign');
  const filed = toBeSigned(edition) as EditionFile;
  return download(await readFiled(room.archive, filed), filed);
}

/**
 * POST /api/signing/{token}: the file, signed, as signing programs bring it: a form with a file, answered with the status and name they
 * read. The address is used up before the file is looked into.
 */
export async function bringBackByAddress(room: Room, request: Request): Promise<Answer> {
  const { parameters, receivedAt: now } = request;
  const link = await useUp(room.table, parameters.token ?? '', now);
  const { edition, department, who } = await turnOf(room, link, 'signed');
  const { file } = postedBy(request);
  const why = whyNotLooked(file, edition);
  const { report, month } = edition;
  const told = {
    FileName: edition.files.pdf.name,
    FileServer: `${config('BASE_URL').BASE_URL}/board/${report}/${month}/issuing`,
  };
  if (why !== undefined || !file) return json({ Status: false, Message: why, ...told });
  const { returned, taken } = await takeIn(room, { edition, department, who, now }, file);
  const found = [verdictInWords[returned.verdict], ...returned.differences].join(' ');
  const next = taken ? '' : ' Mở trang ban hành để xem, rồi ký lại hoặc nhận kèm lý do.';
  return json({ Status: taken, Message: `${found}${next}`, ...told });
}

type Signing = Draft & { edition: Edition };

/** The draft that a person brings a signed file back to. @throws Problem 401, 403, 404, 409 */
async function signingAsked(room: Room, request: Request): Promise<Signing> {
  const here = await draftAsked(room, request, 'look on');
  const { edition, period, steps, department, staff } = here;
  if (period.state !== 'drafted' || !edition?.passage) throw problem.noDraft();
  if (!standsWith({ edition, steps, office: department }).some(({ id }) => id === staff.id)) throw problem.notAllowed();
  return { ...here, edition };
}

/** Whether an act is done to the draft that was looked at, where it stood; and that is where files come back. */
function looked(edition: Edition, form: URLSearchParams): boolean {
  const { pdf } = asIssued(edition).files;
  const stands = edition.passage && isSigning(edition.passage.stands) && toBeSigned(edition);
  return Boolean(stands) && form.get('pdf') === pdf.sha256 && form.get('turn') === String(edition.turn);
}

function standing({ passage }: Edition) {
  const stands = passage?.stands;
  if (!stands || !isSigning(stands)) throw problem.noDraft();
  return stands;
}

async function refusing(
  room: Room,
  here: Draft,
  request: Request,
  { wrong, typed = '' }: { wrong: string; typed?: string },
): Promise<Answer> {
  if (wantsJson(request)) throw problem.faultyFields([{ field: 'file', message: wrong }]);
  const refused: IssuingPage['refused'] = { did: 'pass', field: 'words', wrong, typed, number: '' };
  return page(issuingPage({ ...(await shownOf(room, here)), refused }), 422);
}

/** The turn that an address was made for, while it lasts and is that person's. @throws Problem 404 */
async function turnOf(
  { table, archive }: Room,
  link: Link | undefined,
  opens: 'to-sign' | 'signed',
): Promise<{ edition: Edition; department: Department; who: string }> {
  if (link?.opens !== 'to-sign' && link?.opens !== 'signed') throw problem.unknownLink();
  const [edition, period, published] = await Promise.all([
    editionNumbered(table, link),
    periodNamed(table, link),
    currentDepartment(archive),
  ]);
  if (!edition || !period || !published || link.opens !== opens || period.state !== 'drafted')
    throw problem.unknownLink();
  const pinned = await departmentPublished(archive, period.definition);
  const steps = stepsOf(reportNamed(pinned, period.report) ?? {}) ?? [];
  const { department } = published;
  const isTheirs = standsWith({ edition, steps, office: department }).some(({ id }) => id === link.staff);
  if (edition.turn !== link.turn || !isTheirs || !edition.passage || !isSigning(edition.passage.stands))
    throw problem.unknownLink();
  if (!toBeSigned(edition)) throw problem.unknownLink();
  return { edition, department, who: link.staff };
}
