import { GetObjectCommand, PutObjectCommand, type PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';
import { SESClient, SendRawEmailCommand, type SendRawEmailCommandInput } from '@aws-sdk/client-ses';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startS3 } from '../../infra/local/s3.ts';
import { startSes } from '../../infra/local/ses.ts';
import { startSns } from '../../infra/local/sns.ts';
import { announce, emptyDirectoryUntil, reaching } from './wire.ts';

/** What the other services take, to the limit and one past it, each refused with the name and the words of AWS. */

const directory = emptyDirectoryUntil(afterAll);
const now = () => Date.now();
const [s3, ses, sns] = await Promise.all([
  startS3({ directory }),
  startSes({ directory: `${directory}/outbox`, now }),
  startSns({ topicArn: 'arn:aws:sns:ap-southeast-1:000000000000:feedback', now }),
]);
const archive = new S3Client({ ...reaching(s3.endpoint), forcePathStyle: true });
const post = new SESClient({ ...reaching(ses.endpoint), maxAttempts: 1 });
afterAll(async () => {
  archive.destroy();
  post.destroy();
  await Promise.all([s3.close(), ses.close(), sns.close()]);
});

const Bucket = 'archive';
beforeAll(() => fetch(`${s3.endpoint}/${Bucket}`, { method: 'PUT', headers: { authorization: 'AWS4-HMAC-SHA256' } }));

describe('S3 on one machine takes, and one more it refuses,', () => {
  const put = (given: Partial<PutObjectCommandInput>) =>
    archive.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x', ...given }));

  it('a key of 1,024 bytes', async () => {
    const key = (size: number) => Array(6).fill('k'.repeat(170)).join('/').padEnd(size, 'k').slice(-size);
    expect(Buffer.byteLength(key(1_024))).toBe(1_024);
    await put({ Key: key(1_024) });
    await expect(put({ Key: key(1_025) })).rejects.toMatchObject({
      name: 'KeyTooLongError',
      message: 'Your key is too long.',
    });
  });

  it('2 KB of metadata, names and values together', async () => {
    const told = (size: number) => put({ Metadata: { a: 'x'.repeat(size - 1) } });
    await told(2_048);
    await expect(told(2_049)).rejects.toMatchObject({ name: 'MetadataTooLarge' });
  });

  it('a presigned address of seven days', async () => {
    await put({});
    const address = (seconds: number) =>
      getSignedUrl(archive, new GetObjectCommand({ Bucket, Key: 'k' }), { expiresIn: seconds });
    expect((await fetch(await address(604_800))).status).toBe(200);
    const longer = (await address(604_800)).replace('X-Amz-Expires=604800', 'X-Amz-Expires=604801');
    const refused = await fetch(longer);
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringContaining('<Code>AuthorizationQueryParametersError</Code>'),
    ]);
  });

  it('an object of 5 GB', async () => {
    expect(await announce(s3.endpoint, `/${Bucket}/k`, 5 * 1024 ** 3 + 1)).toContain('<Code>EntityTooLarge</Code>');
  });
});

describe('SES on one machine takes, and one more it refuses,', () => {
  const send = (given: Partial<SendRawEmailCommandInput>) =>
    post.send(
      new SendRawEmailCommand({
        Source: 'bao-cao@so.example',
        Destinations: ['nhan@noi.example'],
        RawMessage: { Data: Buffer.from('Subject: a\r\n\r\nb\r\n') },
        ...given,
      }),
    );
  const saying = (says: string) => ({ name: 'InvalidParameterValue', message: expect.stringContaining(says) });

  it('50 recipients', async () => {
    const to = (count: number) => Array.from({ length: count }, (_, at) => `nhan-${at}@noi.example`);
    await send({ Destinations: to(50) });
    await expect(send({ Destinations: to(51) })).rejects.toMatchObject(saying('Recipient count exceeds 50.'));
  });

  it('an address of 320 characters, 64 of them before the "@"', async () => {
    const address = (local: number, all: number) => `${'a'.repeat(local)}@`.padEnd(all - 3, 'b').concat('.vn');
    await send({ Destinations: [address(64, 320)] });
    await expect(send({ Destinations: [address(64, 321)] })).rejects.toMatchObject(saying('Local address'));
    await expect(send({ Destinations: [address(65, 100)] })).rejects.toMatchObject(saying('Local address'));
  });

  it('50 tags, their names and values of 256 letters, digits, "_" and "-"', async () => {
    const tags = (count: number) => Array.from({ length: count }, (_, at) => ({ Name: `t${at}`, Value: 'v' }));
    await send({ Tags: tags(50) });
    await expect(send({ Tags: tags(51) })).rejects.toMatchObject(saying('Tag count exceeds 50.'));
    const tag = (letters: string) => [{ Name: letters, Value: letters }];
    await send({ Tags: tag('aZ0_-'.padEnd(256, 'x')) });
    await expect(send({ Tags: tag('x'.repeat(257)) })).rejects.toMatchObject(saying('Invalid tag'));
    await expect(send({ Tags: tag('a.b') })).rejects.toMatchObject(saying('Invalid tag'));
  });

  it('a line of 1,000 characters with its CRLF', async () => {
    const line = (size: number) => Buffer.from(`Subject: a\r\n\r\n${'x'.repeat(size - 2)}\r\nb\r\n`);
    await send({ RawMessage: { Data: line(1_000) } });
    await expect(send({ RawMessage: { Data: line(1_001) } })).rejects.toMatchObject(saying('longer than 1000'));
  });
});

describe('SNS on one machine', () => {
  it('takes a message of 256 KB, and no longer one', () => {
    const message = (size: number) => 'x'.repeat(size - 2);
    expect(sns.notify(message(262_144)).Records).toHaveLength(1);
    expect(() => sns.notify(message(262_145))).toThrow('Invalid parameter: Message too long');
  });
});
