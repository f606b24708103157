import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { archiveNamed, downloadAddress } from '../../../shared/aws/archive.ts';
import { currentDepartment } from '../../../shared/aws/departments.ts';
import { editionsOf } from '../../../shared/aws/editions.ts';
import { allPeriods } from '../../../shared/aws/periods.ts';
import { tableNamed } from '../../../shared/aws/table.ts';
import { type Answer, page, seeOther } from '../../../shared/http/answer.ts';
import type { Own } from '../front-door.ts';
import { bucketName, type Host, tableName } from '../host.ts';
import { openedMail } from '../mailbox.ts';
import { doorsOf, openDoor } from './doors.ts';
import { nextHappenings } from './happenings.ts';
import { type DeskPage, deskPage, deskPath, type FiledMail, mailPage } from './page.ts';

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
    if (method === 'POST' && what === 'clock') return moveClock(host(), event);
    if (method === 'POST' && what === 'door') return goThrough(host(), event);
    if (what === 'mail' && file) return showMail(outbox, file, attachment);
    return page(deskPage(await desk(host(), outbox)));
  };
}

/** A page of another site must not move the clock. */
async function moveClock(host: Host, event: APIGatewayProxyEventV2): Promise<Answer> {
  const to = Number(new URLSearchParams(event.body ?? '').get('to'));
  if (event.headers.origin === host.address && Number.isFinite(to) && to > 0) {
    host.clock.moveTo(to);
    await host.tick();
  }
  return seeOther(deskPath);
}

/** As whoever the desk names, to the page their mail would bring them to. */
async function goThrough(host: Host, event: APIGatewayProxyEventV2): Promise<Answer> {
  const part = new URLSearchParams(event.body ?? '').get('part') ?? '';
  const isOurs = event.headers.origin === host.address;
  return seeOther((isOurs && (await openDoor(tableNamed(tableName), part, host.clock.now()))) || deskPath);
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
          Object.values(edition.files).map(async filed => ({
            name: filed.name,
            address: await downloadAddress(archive, { filed, from: now, seconds: 3_600 }),
          })),
        ),
      })),
    ),
  };
}

async function showMail(outbox: string, file: string, attachment: string | undefined): Promise<Answer> {
  const name = decodeURIComponent(file);
  if (!filesIn(outbox).includes(name)) return seeOther(deskPath);
  const mail = await mailIn(outbox, name);
  const attached = attachment === undefined ? undefined : mail.attachments[Number(attachment)];
  if (!attached) return page(mailPage(mail));
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
