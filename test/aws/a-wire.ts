import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { SESClient } from '@aws-sdk/client-ses';
import { onTestFinished } from 'vitest';
import { type Listening, listening } from '../../infra/local/listening.ts';
import type { Post } from '../../shared/aws/post.ts';
import { reaching } from '../local/wire.ts';

export type Answering = (response: ServerResponse, asked: URLSearchParams) => void;

/** Whoever answers on a line where SES is expected: each call is written down and answered as a test says. */
export type Wire = Listening & { answer: Answering; asked: URLSearchParams[] };

export async function aWire(answer: Answering = taking('m-1')): Promise<Wire> {
  const asked: URLSearchParams[] = [];
  const server = createServer(async (request, response) => {
    const call = new URLSearchParams(await text(request));
    asked.push(call);
    wire.answer(response, call);
  });
  const wire: Wire = { ...(await listening(server)), answer, asked };
  return wire;
}

/** A post at the end of such a line, for the length of a test. */
export async function aPost(answer?: Answering): Promise<{ post: Post; wire: Wire }> {
  const wire = await aWire(answer);
  const client = new SESClient({ ...reaching(wire.endpoint), maxAttempts: 1 });
  onTestFinished(() => {
    client.destroy();
    return wire.close();
  });
  return { post: { client, sender: 'bao-cao@so.example', configurationSet: 'nha' }, wire };
}

export function taking(messageId: string): Answering {
  return response => result(response, 'SendRawEmail', `<MessageId>${messageId}</MessageId>`);
}

export function allowing(quota: { perSecond?: number; perDay?: number; sentToday?: number }): Answering {
  const told = { MaxSendRate: quota.perSecond, Max24HourSend: quota.perDay, SentLast24Hours: quota.sentToday };
  const fields = Object.entries(told).map(([name, value]) =>
    value === undefined ? '' : `<${name}>${value}</${name}>`,
  );
  return response => result(response, 'GetSendQuota', fields.join(''));
}

export function refusing(status: number, code: string, message = 'vì sao'): Answering {
  const told = message.replaceAll('<', '&lt;');
  return response => {
    const type = status < 500 ? 'Sender' : 'Receiver';
    response.writeHead(status, { 'content-type': 'text/xml' });
    response.end(
      `<ErrorResponse><Error><Type>${type}</Type><Code>${code}</Code><Message>${told}</Message></Error></ErrorResponse>`,
    );
  };
}

function result(response: ServerResponse, action: string, fields: string): void {
  response.end(`<${action}Response><${action}Result>${fields}</${action}Result></${action}Response>`);
}
