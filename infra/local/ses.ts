import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { type Listening, listening } from './listening.ts';
import { type FaultKind, type Faults, plannedFaults } from './ses-faults.ts';
import { feedbackEvent } from './ses-feedback.ts';

/** A mail that was accepted. */
export type Sent = {
  number: number;
  messageId: string;
  source: string;
  destinations: string[];
  subject: string;
  tags: Record<string, string>;
  raw: Buffer;
  file: string;
};

export type Ses = {
  /** Every accepted mail is written here, as NNN-<recipient>.eml. */
  directory: string;
  now: () => number;
  topicArn: string;
  /** Receives what SES would publish of a mail, as SNS hands it to a function. */
  onFeedback?: (event: unknown) => void;
};

/** SES takes no more, bytes of the message after base64 (SES quotas). */
const largest = 10 * 1024 * 1024;

/** Stands in for SES: SendRawEmail and GetSendQuota of its query API, and faults on demand. */
export async function startSes(ses: Ses): Promise<Listening & { outbox: Sent[]; faults: Faults }> {
  mkdirSync(ses.directory, { recursive: true });
  const outbox: Sent[] = [];
  const faults = plannedFaults();
  const server = createServer(async (request, response) => {
    const asked = new URLSearchParams(await textOf(request));
    if (asked.get('Action') === 'GetSendQuota') return answer(response, 'GetSendQuota', quota);
    const destinations = listOf(asked, 'Destinations.member');
    const fault = faults.of(destinations[0] ?? '');
    const refusal = refusalOf(asked, fault);
    if (refusal) return refuse(response, ...refusal);
    if (fault === 'silence') return;
    const sent = await accept(ses, asked, destinations, outbox.length + 1);
    outbox.push(sent);
    for (const type of eventsAfter(fault)) ses.onFeedback?.(feedbackEvent(sent, type, ses));
    if (fault === 'accept-then-drop') return response.destroy();
    if (fault === 'accept-then-500') return refuse(response, 500, 'InternalFailure');
    answer(response, 'SendRawEmail', `<MessageId>${sent.messageId}</MessageId>`);
  });
  return { ...(await listening(server)), outbox, faults };
}

const quota =
  '<Max24HourSend>50000.0</Max24HourSend><MaxSendRate>14.0</MaxSendRate><SentLast24Hours>0.0</SentLast24Hours>';

function refusalOf(asked: URLSearchParams, fault: FaultKind | undefined): [number, string] | undefined {
  if (asked.get('Action') !== 'SendRawEmail') return [400, 'InvalidAction'];
  if (fault === 'throttle') return [400, 'Throttling'];
  if (fault === 'refuse' || !(asked.get('Source') ?? '').includes('@')) return [400, 'MessageRejected'];
  return (asked.get('RawMessage.Data')?.length ?? 0) > largest ? [400, 'InvalidParameterValue'] : undefined;
}

function eventsAfter(fault: FaultKind | undefined): ('Send' | 'Delivery' | 'Bounce' | 'Complaint')[] {
  if (fault === 'bounce') return ['Send', 'Bounce'];
  if (fault === 'complain') return ['Send', 'Delivery', 'Complaint'];
  return ['Send', 'Delivery'];
}

async function accept(ses: Ses, asked: URLSearchParams, destinations: string[], number: number): Promise<Sent> {
  const raw = Buffer.from(asked.get('RawMessage.Data') ?? '', 'base64');
  const { subject = '' } = await simpleParser(raw);
  const names = listOf(asked, 'Tags.member', '.Name');
  const values = listOf(asked, 'Tags.member', '.Value');
  const recipient = (destinations[0] ?? 'nobody').replace(/[^\w.@-]/g, '_');
  const file = join(ses.directory, `${String(number).padStart(3, '0')}-${recipient}.eml`);
  writeFileSync(file, raw);
  return {
    number,
    messageId: randomUUID(),
    source: asked.get('Source') ?? '',
    destinations,
    subject,
    tags: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])),
    raw,
    file,
  };
}

/** The query API numbers a list's members from 1: "Destinations.member.1". */
function listOf(asked: URLSearchParams, list: string, part = ''): string[] {
  const members: string[] = [];
  for (let at = 1; asked.has(`${list}.${at}${part}`); at += 1) members.push(asked.get(`${list}.${at}${part}`) ?? '');
  return members;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/';

function answer(response: ServerResponse, action: string, result: string): void {
  response.writeHead(200, { 'content-type': 'text/xml' });
  response.end(
    `<${action}Response xmlns="${namespace}"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${action}Response>`,
  );
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'text/xml' });
  response.end(
    `<ErrorResponse xmlns="${namespace}"><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${code}</Code><Message>${code}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  );
}
