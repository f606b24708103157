import { describe, expect, it, onTestFinished } from 'vitest';
import { startDynamoDb } from '../../infra/local/dynamodb.ts';
import { openFrontDoor } from '../../infra/local/front-door.ts';
import type { Listening } from '../../infra/local/listening.ts';
import { startS3 } from '../../infra/local/s3.ts';
import { startSes } from '../../infra/local/ses.ts';
import { startSns } from '../../infra/local/sns.ts';
import { emptyDirectory, sendAsWritten } from './wire.ts';

const now = () => 0;
const standIns: Record<string, () => Promise<Listening>> = {
  DynamoDB: () => startDynamoDb(),
  S3: () => startS3({ directory: emptyDirectory(), now }),
  SES: () => startSes({ directory: emptyDirectory(), now }),
  SNS: () => startSns({ topicArn: 'arn:aws:sns:ap-southeast-1:000000000000:feedback', now }),
};
const ports: Record<string, () => Promise<Listening>> = {
  ...standIns,
  'the front door': () => openFrontDoor({ now, invoke: async () => ({ statusCode: 200, headers: {}, body: 'trang' }) }),
};

async function opened(start: (() => Promise<Listening>) | undefined): Promise<string> {
  const { endpoint, close } = (await start?.()) ?? { endpoint: '', close: async () => {} };
  onTestFinished(close);
  return endpoint;
}

const asking = (endpoint: string, headers: Record<string, string>, method = 'POST') =>
  sendAsWritten(endpoint, { path: '/', method, headers });

describe.each(Object.keys(ports))('%s of this machine', name => {
  it('answers to its own name alone: no page gets in that lets its own name point here', async () => {
    const endpoint = await opened(ports[name]);
    const { port } = new URL(endpoint);
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      'localhost:1',
      `127.0.0.1.evil.example:${port}`,
    ]) {
      const { status, body } = await asking(endpoint, { host, 'content-length': '0' });
      expect([host, status]).toEqual([host, 421]);
      expect(body).toBe(`Máy này chỉ trả lời ở ${endpoint}; hãy mở đúng địa chỉ đó.\n`);
    }
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
      const { status } = await asking(endpoint, { host, 'content-length': '0' });
      expect([host, status]).not.toEqual([host, 421]);
    }
  });
});

describe.each(Object.keys(standIns))('the stand-in for %s', name => {
  it('answers no page, whatever its site: neither what it posts blindly nor what it asks leave for', async () => {
    const endpoint = await opened(standIns[name]);
    for (const origin of ['https://evil.example', 'null', endpoint])
      for (const method of ['POST', 'OPTIONS', 'PUT'])
        expect(await asking(endpoint, { origin, 'content-length': '0' }, method)).toEqual({
          status: 403,
          body: 'Cổng này dành cho chương trình trên máy này; không trang nào được hỏi.\n',
        });
  });
});
