import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { nameOf } from '../../shared/domain/inspection/outbox.ts';
import { tellFault } from './hindrance.ts';
import { type Listening, listening } from './listening.ts';
import { type Account, generousAccount, overLimit } from './ses-account.ts';
import { type Faults, plannedFaults } from './ses-faults.ts';
import { eventsOf, type FeedbackEvent } from './ses-feedback.ts';
import { type Message, messageFrom, type Refusal, refusalOf, type Sent } from './ses-message.ts';
import { refusalNamed } from './ses-refusals.ts';
import { clearUnfinished, writeWhole } from './whole-file.ts';

export type Ses = {
  /** Every accepted mail is written here, as NNN-<recipient>.eml; the numbers go on where an earlier run ended. */
  directory: string;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Receives what SES publishes of a mail. */
  onFeedback?: (event: FeedbackEvent) => void;
};

type PostOffice = Ses & {
  outbox: Sent[];
  faults: Faults;
  account: Account;
  overLimit: () => Refusal | undefined;
  /** The number of the last mail that was written whole. */
  last: number;
};

/**
 * Stands in for SES: SendRawEmail and GetSendQuota of its query API, and faults on demand. `outbox` holds every mail
 * accepted in this run, the oldest first. test/local/ses.test.ts specifies it.
 */
export async function startSes(ses: Ses): Promise<Listening & Pick<PostOffice, 'outbox' | 'faults' | 'account'>> {
  mkdirSync(ses.directory, { recursive: true });
  clearUnfinished(ses.directory);
  const account = generousAccount();
  const office: PostOffice = {
    ...ses,
    outbox: [],
    faults: plannedFaults(),
    account,
    overLimit: overLimit(account),
    last: lastNumberIn(ses.directory),
  };
  const server = createServer(async (request, response) => {
    try {
      await serve(office, request, response);
    } catch (error) {
      if (request.errored) return;
      tellFault(office.directory, error);
      refuse(response, broken);
    }
  });
  return { ...(await listening(server)), outbox: office.outbox, faults: office.faults, account };
}

async function serve(office: PostOffice, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = new URLSearchParams(await text(request));
  const action = asked.get('Action');
  if (action === 'GetSendQuota') answer(response, action, quotaOf(office.account));
  else if (action === 'SendRawEmail') await send(office, messageFrom(asked), response);
  else refuse(response, { status: 400, code: 'InvalidAction', message: `Could not find operation ${action}` });
}

async function send(office: PostOffice, message: Message, response: ServerResponse): Promise<void> {
  const fault = office.faults.of(message.destinations[0] ?? '');
  if (fault === 'silence') return;
  if (fault === 'drop') return void response.destroy();
  const planned = fault === 'break' ? broken : refusalNamed(fault);
  const refusal = refusalOf(message) ?? planned ?? office.overLimit();
  if (refusal) return refuse(response, refusal);
  const sent = file(office, message, (await simpleParser(message.raw)).subject ?? '');
  for (const event of eventsOf(sent, fault, office.now())) office.onFeedback?.(event);
  if (fault === 'accept-then-drop') response.destroy();
  else if (fault === 'accept-then-500') refuse(response, broken);
  else answer(response, 'SendRawEmail', `<MessageId>${sent.messageId}</MessageId>`);
}

function quotaOf({ perDay, perSecond, sentToday }: Account): string {
  return `<Max24HourSend>${perDay}</Max24HourSend><MaxSendRate>${perSecond}</MaxSendRate><SentLast24Hours>${sentToday}</SentLast24Hours>`;
}

const broken: Refusal = { status: 500, code: 'InternalFailure', message: 'The request processing has failed.' };

function file(office: PostOffice, message: Message, subject: string): Sent {
  const { directory, outbox } = office;
  const number = office.last + 1;
  const recipients = nameOf(message.destinations.join('+'));
  const path = join(directory, `${String(number).padStart(3, '0')}-${recipients}.eml`);
  writeWhole(path, message.raw);
  office.last = number;
  const sent = { ...message, number, messageId: randomUUID(), subject, file: path };
  outbox.push(sent);
  return sent;
}

function lastNumberIn(directory: string): number {
  return Math.max(0, ...readdirSync(directory).map(name => Number(/^(\d+)-.*\.eml$/.exec(name)?.[1] ?? 0)));
}

const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/';

function answer(response: ServerResponse, action: string, result: string): void {
  const metadata = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  response.writeHead(200, { 'content-type': 'text/xml' });
  response.end(
    `<${action}Response xmlns="${namespace}"><${action}Result>${result}</${action}Result>${metadata}</${action}Response>`,
  );
}

function refuse(response: ServerResponse, { status, code, message }: Refusal): void {
  const type = status < 500 ? 'Sender' : 'Receiver';
  const told = message.replace(/[&<>]|\p{Cc}/gu, character => `&#${character.charCodeAt(0)};`);
  response.writeHead(status, { 'content-type': 'text/xml' });
  response.end(
    `<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type><Code>${code}</Code><Message>${told}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  );
}
