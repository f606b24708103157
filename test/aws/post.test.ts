import { SESClient } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Post, postFrom, send } from '../../shared/aws/post.ts';
import { reaching } from '../local/wire.ts';
import { type Answering, aWire, refusing, taking, type Wire } from './a-wire.ts';

let wire: Wire;
let post: Post;

beforeAll(async () => {
  wire = await aWire();
  const { endpoint, region, credentials } = reaching(wire.endpoint);
  vi.stubEnv('AWS_ENDPOINT_URL_SES', endpoint);
  vi.stubEnv('AWS_REGION', region);
  vi.stubEnv('AWS_ACCESS_KEY_ID', credentials.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', credentials.secretAccessKey);
  post = postFrom('bao-cao@so.example', 'nha');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await wire.close();
});

const parcel = {
  id: { report: 'bao-cao-thang', month: '2021-10', step: 'edition-1', recipient: '0'.repeat(32) },
  to: 'nhan@noi.example',
  message: new TextEncoder().encode('Subject: thư'),
};

/** Sends the parcel to a post that answers so, and says what became of it and how often it was asked. */
async function sentTo(answer: Answering) {
  wire.asked.length = 0;
  wire.answer = answer;
  return { posted: await send(post, parcel), times: wire.asked.length };
}

describe('a mail that the post takes', () => {
  it('goes to one address, from the house, tagged so that SES’s report finds its entry', async () => {
    expect((await sentTo(taking('m-1'))).posted).toEqual({ kind: 'sent', messageId: 'm-1' });
    const [{ Action, Version, 'RawMessage.Data': data, ...said } = {}] = wire.asked.map(fields =>
      Object.fromEntries(fields),
    );
    expect(said).toEqual({
      Source: 'bao-cao@so.example',
      'Destinations.member.1': 'nhan@noi.example',
      ConfigurationSetName: 'nha',
      'Tags.member.1.Name': 'report',
      'Tags.member.1.Value': 'bao-cao-thang',
      'Tags.member.2.Name': 'month',
      'Tags.member.2.Value': '2021-10',
      'Tags.member.3.Name': 'step',
      'Tags.member.3.Value': 'edition-1',
      'Tags.member.4.Name': 'recipient',
      'Tags.member.4.Value': '0'.repeat(32),
    });
    expect(Buffer.from(data ?? '', 'base64').toString()).toBe('Subject: thư');
  });

  it('is of unknown fate when SES does not say which mail it took', async () => {
    const { posted } = await sentTo(taking(''));
    expect(posted).toEqual({ kind: 'unknown', reason: 'SES không trả mã thư' });
  });
});

describe('a mail that the post does not take', () => {
  it.each([
    ['Throttling', 400],
    ['ThrottlingException', 429],
    ['TooManyRequestsException', 429],
    ['LimitExceededException', 400],
    ['AccountSendingPausedException', 400],
  ])('may be sent again when it is asked to slow down: %s', async (code, status) => {
    const { posted, times } = await sentTo(refusing(status, code));
    expect([posted.kind, times]).toEqual(['throttled', 1]);
  });

  it.each([
    ['MessageRejected', 400],
    ['MailFromDomainNotVerifiedException', 400],
    ['AccessDenied', 403],
    ['AnythingNew', 499],
  ])('is refused for good when SES says no: %s, with its reason', async (code, status) => {
    const { posted } = await sentTo(refusing(status, code));
    expect(posted).toEqual({ kind: 'refused', reason: expect.stringMatching(/^\w+: vì sao$/) });
  });

  it.each([
    ['InternalFailure', 500],
    ['ServiceUnavailable', 503],
    ['Throttling', 503],
  ])('is of unknown fate when SES fails, and is never sent again of itself: %s, %d', async (code, status) => {
    const { posted, times } = await sentTo(refusing(status, code));
    expect([posted.kind, times]).toEqual(['unknown', 1]);
  });

  it('is of unknown fate when the line breaks before an answer, and is sent once', async () => {
    const { posted, times } = await sentTo(response => response.destroy());
    expect([posted.kind, times]).toEqual(['unknown', 1]);
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND'])('may be sent again when nobody was there to hear of it: %s', async code => {
    expect(await send(nobodyAt(code), parcel)).toEqual({ kind: 'throttled', reason: expect.stringContaining(code) });
  });

  it('is of unknown fate when the line broke in another way', async () => {
    expect((await send(nobodyAt('ECONNRESET'), parcel)).kind).toBe('unknown');
  });
});

/** A post whose line breaks so, before anything is known. */
function nobodyAt(code: string): Post {
  const handle = () => Promise.reject(Object.assign(new Error(code), { code }));
  return { ...post, client: new SESClient({ ...reaching(wire.endpoint), maxAttempts: 1, requestHandler: { handle } }) };
}

describe('silence', () => {
  it('is waited out for 20 seconds: then the fate of the mail is unknown, and the function goes on', async () => {
    // Known to the client after its first request.
    await sentTo(taking('m-1'));
    const handler = post.client.config.requestHandler as { httpHandlerConfigs?: () => unknown };
    expect(handler.httpHandlerConfigs?.()).toMatchObject({
      requestTimeout: 20_000,
      throwOnRequestTimeout: true,
    });
  });
});
