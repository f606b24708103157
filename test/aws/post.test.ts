import { SESClient } from '@aws-sdk/client-ses';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { refusals } from '../../infra/local/ses-refusals.ts';
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
  it.each(Object.values(refusals))(
    'certainly was not sent when SES says no: $code',
    async ({ status, code, message }) => {
      const { posted, times } = await sentTo(refusing(status, code, message));
      // The SDK calls by their class those that its model knows.
      const reason = expect.stringMatching(new RegExp(`^${code}(Exception)?: `));
      expect([posted, times]).toEqual([{ kind: 'declined', reason }, 1]);
      expect(posted).toMatchObject({ reason: expect.stringContaining(message) });
    },
  );

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

  it.each([
    ['nobody is there', { code: 'ECONNREFUSED' }],
    ['the name is unknown', { code: 'ENOTFOUND' }],
    ['the name cannot be asked for', { code: 'EAI_AGAIN' }],
    ['there is no way', { code: 'EHOSTUNREACH' }],
    ['it takes too long to connect', { code: 'ETIMEDOUT', syscall: 'connect' }],
    ['it is broken off while connecting', { code: 'ECONNRESET', syscall: 'connect' }],
    [
      'each of its addresses is dead',
      { errors: [{ code: 'ECONNREFUSED' }, { code: 'ETIMEDOUT', syscall: 'connect' }] },
    ],
    ['the certificate is not its own', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }],
    ['the certificate has expired', { code: 'CERT_HAS_EXPIRED' }],
    ['nobody signed the certificate', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
    [
      'TLS is broken off',
      {
        code: 'ECONNRESET',
        message: 'Client network socket disconnected before secure TLS connection was established',
      },
    ],
    [
      'the SDK waits no longer for it',
      { name: 'TimeoutError', message: 'the request socket did not establish a connection with the server' },
    ],
  ])('certainly was not sent when the line never stood: %s', async (_, broken) => {
    const posted = await send(breakingBy(broken), parcel);
    expect(posted).toEqual({ kind: 'declined', reason: expect.stringMatching(/^Unreached: /) });
  });

  it.each([
    ['the line is reset', { code: 'ECONNRESET', syscall: 'read' }],
    ['the pipe breaks', { code: 'EPIPE', syscall: 'write' }],
    ['TLS fails', { code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' }],
    ['one of its addresses answered', { errors: [{ code: 'ECONNREFUSED' }, { code: 'ECONNRESET', syscall: 'read' }] }],
    ['nobody knows', {}],
  ])('is of unknown fate when the line broke later: %s', async (_, broken) => {
    expect((await send(breakingBy(broken), parcel)).kind).toBe('unknown');
  });

  it('certainly was not sent when the house cannot say who it is: nobody was asked', async () => {
    const credentials = () => Promise.reject(Object.assign(new Error('none'), { name: 'CredentialsProviderError' }));
    const unsigned = { ...post, client: new SESClient({ ...reaching(wire.endpoint), maxAttempts: 1, credentials }) };
    wire.asked.length = 0;
    expect(await send(unsigned, parcel)).toEqual({ kind: 'declined', reason: 'CredentialsProviderError: none' });
    expect(wire.asked).toEqual([]);
  });
});

/** A post whose line breaks so, before anything is known. */
function breakingBy(broken: object): Post {
  const handle = () => Promise.reject(Object.assign(new Error('broken'), broken));
  return { ...post, client: new SESClient({ ...reaching(wire.endpoint), maxAttempts: 1, requestHandler: { handle } }) };
}

describe('silence', () => {
  it('is waited out for 20 seconds: then the fate of the mail is unknown, and the function goes on', async () => {
    // Known to the client after its first request.
    await sentTo(taking('m-1'));
    const handler = post.client.config.requestHandler as { httpHandlerConfigs?: () => unknown };
    expect(handler.httpHandlerConfigs?.()).toMatchObject({
      connectionTimeout: 5_000,
      requestTimeout: 20_000,
      throwOnRequestTimeout: true,
    });
  });
});

it('each mail has a line of its own: none is kept from an earlier one, which may be dead by then', async () => {
  const lines: (string | undefined)[] = [];
  wire.answer = (response, asked) => {
    lines.push(response.req.headers.connection);
    taking('m-1')(response, asked);
  };
  await send(post, parcel);
  await send(post, parcel);
  expect(lines).toEqual(['close', 'close']);
});
