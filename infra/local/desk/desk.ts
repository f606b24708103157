import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { archiveNamed, downloadAddress } from '../../../shared/aws/archive.ts';
import { currentDepartment } from '../../../shared/aws/departments.ts';
import { editionsOf } from '../../../shared/aws/editions.ts';
import { allPeriods } from '../../../shared/aws/periods.ts';
import { tableNamed } from '../../../shared/aws/table.ts';
import { filesOf } from '../../../shared/domain/compilation/edition.ts';
import { asIssued } from '../../../shared/domain/issuing/issued-edition.ts';
import { type Answer, page, seeOther } from '../../../shared/http/answer.ts';
import { isOnTheClock } from '../clock.ts';
import type { Own } from '../front-door.ts';
import { bucketName, type Host, tableName } from '../host.ts';
import { openedMail } from '../mailbox.ts';
import { doorsOf, openDoor } from './doors.ts';
import { nextHappenings } from './happenings.ts';
import { type DeskPage, deskPage, deskPath, type FiledMail, mailPage, refusedPage } from './page.ts';

/** How many mails the desk shows, the newest first. */
const mostMails = 100;

/**
 * The desk of `npm start`: the clock with buttons to move it, every mail that was sent, the archive. It belongs to the local
 * host and is no part of the functions. `outbox` is the folder the mails lie in; `host` is asked for once it runs.
 */
export function deskOf(host: () => Host, outbox: string): Own {
  return async event => {
    const { method, path } = event.requestContext.http;
    const [, top, what, file, attachment] = path.split('/');
    if (`/${top}` !== deskPath) return undefined;
    if (method === 'POST' && event.headers.origin !== host().address) return fromElsewhere();
    if (method === 'POST' && what === 'clock') return moveClock(host(), event);
    if (method === 'POST' && what === 'door') return goThrough(host(), event);
    if (what === 'mail' && file) return showMail(outbox, file, attachment);
    return unframed(deskPage(await desk(host(), outbox)));
  };
}

/** A page of another site must not move the clock, nor frame ours so that it is moved unawares. */
function fromElsewhere(): Answer {
  return unframed(refusedPage('Yêu cầu này đến từ một trang khác. Hãy mở bàn thử, rồi bấm lại ở đó.'), 403);
}

function unframed(html: string, statusCode = 200): Answer {
  const answer = page(html, statusCode);
  return { ...answer, headers: { ...answer.headers, 'content-security-policy': "frame-ancestors 'none'" } };
}

async function moveClock(host: Host, event: APIGatewayProxyEventV2): Promise<Answer> {
  const typed = new URLSearchParams(event.body ?? '').get('to') ?? '';
  const to = /^\d{1,15}$/.test(typed) ? Number(typed) : Number.NaN;
  if (!isOnTheClock(to)) {
    const sentence =
      'Đồng hồ chỉ chuyển được tới một lúc từ năm 2000 đến năm 2099. Hãy bấm một mốc có sẵn trên bàn thử.';
    return unframed(refusedPage(sentence), 400);
  }
  host.clock.moveTo(to);
  await host.tick();
  return seeOther(deskPath);
}

/** As whoever the desk names, to the page their mail would bring them to. */
async function goThrough(host: Host, event: APIGatewayProxyEventV2): Promise<Answer> {
  const part = new URLSearchParams(event.body ?? '').get('part') ?? '';
  return seeOther((await openDoor(tableNamed(tableName), part, host.clock.now())) ?? deskPath);
}

async function desk(host: Host, outbox: string): Promise<DeskPage> {
  const archive = archiveNamed(bucketName);
  const table = tableNamed(tableName);
  const now = host.clock.now();
  const department = (await currentDepartment(archive))?.department;
  const editions = (await Promise.all((await allPeriods(table)).map(name => editionsOf(table, name)))).flat();
  return {
    department: department?.name ?? '',
    now,
    happenings: department ? nextHappenings(department, now) : [],
    doors: department ? await doorsOf(table, department) : [],
    mails: await Promise.all(
      filesIn(outbox)
        .slice(0, mostMails)
        .map(file => mailIn(outbox, file)),
    ),
    editions: await Promise.all(
      editions.map(async edition => ({
        edition,
        files: await Promise.all(
          filesOf(asIssued(edition)).map(async filed => ({
            name: filed.name,
            address: await downloadAddress(archive, { filed, from: now, seconds: 3_600 }),
          })),
        ),
      })),
    ),
  };
}

async function showMail(outbox: string, file: string, attachment: string | undefined): Promise<Answer> {
  const name = filesIn(outbox).find(each => each === file || encodeURIComponent(each) === file);
  if (!name) return unframed(refusedPage('Không có thư này. Hãy chọn một thư trên bàn thử.'), 404);
  const mail = await mailIn(outbox, name);
  const attached = attachment === undefined ? undefined : mail.attachments[Number(attachment)];
  if (!attached) return unframed(mailPage(mail));
  const headers = { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attached.name)}` };
  return { statusCode: 200, headers, body: attached.content.toString('base64'), isBase64Encoded: true };
}

/** The newest first. */
function filesIn(outbox: string): string[] {
  const numberOf = (file: string) => Number.parseInt(file, 10);
  return readdirSync(outbox)
    .filter(file => file.endsWith('.eml'))
    .sort((one, other) => numberOf(other) - numberOf(one));
}

async function mailIn(outbox: string, file: string): Promise<FiledMail> {
  return { file, ...(await openedMail(readFileSync(join(outbox, file)))) };
}
