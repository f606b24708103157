import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type PutObjectCommandInput,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startS3 } from '../../infra/local/s3.ts';
import { localSecret } from '../../infra/local/s3-presigned.ts';
import { answersElsewhere, emptyDirectory, hangUpHalfway, reaching, refusalOf, sendAsWritten } from './wire.ts';

const Bucket = 'archive';
const signingDate = new Date('2021-10-25T17:00:00Z');
const everyByte = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7 + (at >> 8)) % 256));

describe('S3 on one machine: objects', () => {
  it.each([
    ['a buffer', () => ({ Body: everyByte })],
    ['a text', () => ({ Body: 'Kính gửi: Ủy ban nhân dân thành phố\r\n' })],
    ['nothing', () => ({ Body: '' })],
    [
      'a stream, which the SDK sends in chunks with its checksum behind',
      () => ({ Body: inPieces(everyByte), ContentLength: everyByte.byteLength }),
    ],
    ['a buffer with a SHA-256', () => ({ Body: everyByte, ChecksumAlgorithm: 'SHA256' as const })],
  ])('gives back the bytes that were put: %s', async (_, body) => {
    const { client } = await start();
    const Key = '2021-10/công văn (bản 1)/báo cáo & số liệu "ước", 50% +.docx';
    await put(client, Key, body());
    const sent = body().Body;
    expect(await bytesOf(client, Key)).toEqual(Buffer.from(sent instanceof Readable ? everyByte : sent));
  });

  it('keeps what kind of file it is and under which name people see it', async () => {
    const { client } = await start();
    await put(client, 'letter', {
      Body: 'abc',
      ContentType: 'application/pdf',
      ContentDisposition: 'inline; filename="a.pdf"',
    });
    const told = {
      ContentType: 'application/pdf',
      ContentDisposition: 'inline; filename="a.pdf"',
      ContentLength: 3,
      ETag: `"${createHash('md5').update('abc').digest('hex')}"`,
      LastModified: signingDate,
    };
    expect(await client.send(new GetObjectCommand({ Bucket, Key: 'letter' }))).toMatchObject(told);
    expect(await client.send(new HeadObjectCommand({ Bucket, Key: 'letter' }))).toMatchObject(told);
  });

  it('replaces what lay under the key', async () => {
    const { client } = await start();
    await put(client, 'current.json', { Body: 'a longer one' });
    await put(client, 'current.json', { Body: 'new' });
    expect(await textOf(client, 'current.json')).toBe('new');
  });

  it('keeps apart keys of which one begins with the other, or that differ in their case or accents only', async () => {
    const { client } = await start();
    const keys = ['a', 'a/b', 'a/b/c', 'a@object', 'a@object/b', 'a%2Fb', 'bao', 'báo', 'báo'.normalize('NFD')];
    for (const key of keys) await put(client, key, { Body: `of ${key}` });
    for (const key of keys) expect(await textOf(client, key)).toBe(`of ${key}`);
  });

  it('names what is missing as S3 does: the product asks by that name', async () => {
    const { client } = await start();
    await expect(client.send(new GetObjectCommand({ Bucket, Key: 'none' }))).rejects.toBeInstanceOf(NoSuchKey);
    expect(await refusalOf(client.send(new HeadObjectCommand({ Bucket, Key: 'none' })))).toEqual({
      status: 404,
      name: 'NotFound',
    });
    expect(await refusalOf(client.send(new GetObjectCommand({ Bucket: 'other', Key: 'a' })))).toEqual({
      status: 404,
      name: 'NoSuchBucket',
    });
  });

  it('has everything again after a restart', async () => {
    const directory = emptyDirectory();
    const before = await start({ directory });
    await put(before.client, 'letter', { Body: everyByte });
    await before.stop();
    const { client } = await start({ directory });
    expect(await bytesOf(client, 'letter')).toEqual(everyByte);
  });
});

describe('S3 on one machine: a put', () => {
  it('is refused when something lies there and nothing should: what is filed once is never overwritten', async () => {
    const { client } = await start();
    await put(client, 'edition', { Body: 'first', IfNoneMatch: '*' });
    expect(await refusalOf(put(client, 'edition', { Body: 'second', IfNoneMatch: '*' }))).toEqual({
      status: 412,
      name: 'PreconditionFailed',
    });
    expect(await textOf(client, 'edition')).toBe('first');
  });

  it('is put once and never again where that is said, as the bucket’s policy has it', async () => {
    const { client } = await start({ frozen: ['editions/*', 'departments/????.json'] });
    for (const key of ['editions/a/b.pdf', 'departments/abcd.json']) {
      expect(await refusalOf(put(client, key, { Body: 'a' }))).toEqual({ status: 403, name: 'AccessDenied' });
      await put(client, key, { Body: 'a', IfNoneMatch: '*' });
      expect(await refusalOf(put(client, key, { Body: 'b' }))).toEqual({ status: 403, name: 'AccessDenied' });
      expect(await textOf(client, key)).toBe('a');
    }
    for (const key of ['departments/current.json', 'editions', 'departmentsXabcd.json', 'filed/a'])
      for (const Body of ['a', 'b']) await put(client, key, { Body });
  });

  it('lets exactly one of 25 win that want to be the first', async () => {
    const { client } = await start();
    const puts = Array.from({ length: 25 }, (_, writer) =>
      put(client, 'edition', { Body: `by ${writer}`, IfNoneMatch: '*' }),
    );
    const outcomes = await Promise.allSettled(puts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
    expect(await textOf(client, 'edition')).toBe(`by ${winner}`);
  });

  it.each([
    ['CRC32', { ChecksumCRC32: 'AAAAAA==' }],
    ['SHA-256', { ChecksumSHA256: createHash('sha256').update('other').digest('base64') }],
    ['MD5', { ContentMD5: createHash('md5').update('other').digest('base64') }],
  ])('is refused when its content is not what its %s says: nothing damaged is filed', async (_, checksum) => {
    const { client, directory } = await start();
    expect(await refusalOf(put(client, 'letter', { Body: 'content', ...checksum }))).toEqual({
      status: 400,
      name: 'BadDigest',
    });
    expect(readdirSync(join(directory, Bucket))).toEqual([]);
  });

  it.each([
    [
      'its checksum behind the chunks is wrong',
      '5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n',
      'BadDigest',
    ],
    ['the promised checksum is missing', '5\r\nhello\r\n0\r\n\r\n', 'IncompleteBody'],
    ['it ends before its last chunk', '5\r\nhel', 'IncompleteBody'],
    ['it is shorter than announced', '2\r\nhe\r\n0\r\nx-amz-checksum-crc32:zR4pTA==\r\n\r\n', 'IncompleteBody'],
    ['its chunks have no size', 'hello\r\nhello\r\n', 'IncompleteBody'],
  ])('in chunks is refused when %s', async (_, body, code) => {
    const { endpoint, client } = await start();
    const response = await fetch(`${endpoint}/${Bucket}/letter`, {
      method: 'PUT',
      headers: {
        authorization: 'AWS4-HMAC-SHA256',
        'content-encoding': 'aws-chunked',
        'x-amz-decoded-content-length': '5',
        'x-amz-trailer': 'x-amz-checksum-crc32',
      },
      body,
    });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(`<Code>${code}</Code>`)]);
    await expect(client.send(new GetObjectCommand({ Bucket, Key: 'letter' }))).rejects.toBeInstanceOf(NoSuchKey);
  });

  it('is refused with a checksum that cannot be verified here, rather than believed', async () => {
    const { client } = await start();
    expect(await refusalOf(put(client, 'letter', { Body: 'content', ChecksumSHA1: 'AAAA' }))).toMatchObject({
      status: 501,
    });
  });

  it('leaves nothing behind when the caller hangs up halfway, and the next one is served', async () => {
    const { client, endpoint, directory } = await start();
    await hangUpHalfway(endpoint, `PUT /${Bucket}/letter HTTP/1.1\r\nauthorization: AWS4-HMAC-SHA256`);
    expect(readdirSync(directory)).toEqual([Bucket]);
    await put(client, 'letter', { Body: 'whole' });
    expect(readdirSync(join(directory, '.unfinished'))).toEqual([]);
  });

  it('is told to the host once it is kept: it wakes the delivery of what was filed', async () => {
    const told: { bucket: string; key: string; content: Promise<string> }[] = [];
    const { client } = await start({
      onObjectCreated: created => told.push({ ...created, content: textOf(client, created.key) }),
    });
    await put(client, 'filed/số 1', { Body: 'mark' });
    await refusalOf(put(client, 'filed/số 2', { Body: 'mark', ChecksumCRC32: 'AAAAAA==' }));
    expect(told).toEqual([{ bucket: Bucket, key: 'filed/số 1', content: expect.any(Promise) }]);
    expect(await told[0]?.content).toBe('mark');
  });
});

describe('S3 on one machine: a list', () => {
  it('names what begins with the prefix, in order, page by page', async () => {
    const { client } = await start();
    const keys = Array.from({ length: 7 }, (_, at) => `kỳ/2021-10/${at} & "<tệp>"`);
    for (const key of [...keys.toReversed(), 'kỳ/2021-1', 'kỳ/2021-11/0']) await put(client, key, { Body: key });
    const pages: string[][] = [];
    for await (const page of paginateListObjectsV2({ client, pageSize: 3 }, { Bucket, Prefix: 'kỳ/2021-10/' })) {
      pages.push((page.Contents ?? []).map(({ Key = '' }) => Key));
    }
    expect(pages).toEqual([keys.slice(0, 3), keys.slice(3, 6), keys.slice(6)]);
  });

  it('tells of each object what a look at it would', async () => {
    const { client } = await start();
    const { ETag } = await put(client, 'letter', { Body: 'abc' });
    const { Contents, KeyCount, IsTruncated } = await client.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents).toEqual([{ Key: 'letter', ETag, Size: 3, LastModified: signingDate }]);
    expect([KeyCount, IsTruncated]).toEqual([1, false]);
  });

  it('is empty when nothing begins with the prefix', async () => {
    const { client } = await start();
    expect((await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'x' }))).Contents).toBeUndefined();
  });
});

describe('S3 on one machine: a presigned address', () => {
  it('serves the file to whoever holds it, under the name and kind it says', async () => {
    const { address } = await started();
    const response = await fetch(address);
    expect([response.status, await response.text()]).toEqual([200, 'the letter']);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe(disposition);
  });

  it('is good to its last second, and refused from its end on by the clock of the host, not of the machine', async () => {
    const { address, clock } = await started();
    clock.now = signingDate.getTime() + 59_999;
    expect((await fetch(address)).status).toBe(200);
    clock.now += 1;
    const response = await fetch(address);
    expect([response.status, await response.text()]).toEqual([
      403,
      expect.stringContaining('<Code>AccessDenied</Code>'),
    ]);
  });

  it.each([
    ['for another key', (address: string) => address.replace('c%C3%B4ng', 'other')],
    ['for longer', (address: string) => address.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000')],
    ['for a later time', (address: string) => address.replace(/X-Amz-Date=2021\d{4}/, 'X-Amz-Date=20991231')],
    ['under another name', (address: string) => address.replace('filename', 'filenamf')],
    ['with more asked', (address: string) => `${address}&response-content-type=text%2Fhtml`],
    ['with another signature', (address: string) => address.replace(/(X-Amz-Signature=)\w{4}/, '$10000')],
  ])('is refused when it was changed: %s', async (_, change) => {
    const { address } = await started();
    const changed = change(address);
    expect(changed).not.toBe(address);
    const response = await fetch(changed);
    expect([response.status, await response.text()]).toEqual([
      403,
      expect.stringContaining('<Code>SignatureDoesNotMatch</Code>'),
    ]);
  });

  it('is refused when it was signed with another secret', async () => {
    const { endpoint } = await started();
    const stranger = clientOf(endpoint, 'another secret');
    expect((await fetch(await addressOf(stranger))).status).toBe(403);
  });

  it('opens nothing for another method than it was signed for', async () => {
    const { address, client } = await started();
    expect((await fetch(address, { method: 'PUT', body: 'forged' })).status).toBe(403);
    expect(await textOf(client, letter)).toBe('the letter');
  });

  it('is needed: without any signature nothing is served', async () => {
    const { address } = await started();
    expect((await fetch(address.replace(/\?.*/, ''))).status).toBe(403);
  });

  const letter = 'công văn/số 1.pdf';
  const disposition = "attachment; filename*=UTF-8''b%C3%A1o%20c%C3%A1o%20%281%29.pdf";

  function addressOf(client: S3Client) {
    const asked = {
      Bucket,
      Key: letter,
      ResponseContentType: 'application/pdf',
      ResponseContentDisposition: disposition,
    };
    return getSignedUrl(client, new GetObjectCommand(asked), { expiresIn: 60, signingDate });
  }

  async function started() {
    const begun = await start();
    await put(begun.client, letter, { Body: 'the letter' });
    return { ...begun, address: await addressOf(begun.client) };
  }
});

describe('S3 on one machine: its walls', () => {
  it.each([
    '/archive/../../secret',
    '/archive/%2e%2e/%2e%2e/secret',
    '/archive/..%2f..%2fsecret',
    '/archive/a/..%5c..%5csecret',
    '/../secret',
    '/..%2fsecret/a',
    '/archive/a//b',
    '/archive/a%00',
    '/archive/%zz',
  ])('puts and serves nothing outside its directory: %s', async path => {
    const directory = emptyDirectory();
    const { endpoint } = await start({ directory: join(directory, 'inside') });
    for (const method of ['PUT', 'GET']) {
      const { status, body } = await sendAsWritten(endpoint, { path, method, headers: { authorization: 'any' } });
      expect([status, body]).toEqual([400, expect.stringMatching(/<Code>Invalid(URI|BucketName)<\/Code>/)]);
    }
    expect(readdirSync(directory)).toEqual(['inside']);
    expect(readdirSync(join(directory, 'inside'), { recursive: true })).toEqual([Bucket]);
  });

  it('says that it cannot do what it cannot, rather than half of it', async () => {
    const { client } = await start();
    for (const asked of [
      client.send(new DeleteObjectCommand({ Bucket, Key: 'a' })),
      client.send(new ListObjectsV2Command({ Bucket, Delimiter: '/' })),
      put(client, 'a', { Body: 'b', IfMatch: '"c"' }),
    ]) {
      expect(await refusalOf(asked)).toMatchObject({ status: 501, name: 'NotImplemented' });
    }
  });

  it('refuses a key that the disk cannot hold, and goes on', async () => {
    const { client } = await start();
    expect(await refusalOf(put(client, 'ệ'.repeat(200), { Body: 'a' }))).toEqual({
      status: 400,
      name: 'KeyTooLongError',
    });
    await expect(client.send(new GetObjectCommand({ Bucket, Key: 'ệ'.repeat(200) }))).rejects.toBeInstanceOf(NoSuchKey);
  });

  it('listens on 127.0.0.1 only: nobody in the office network reads the archive', async () => {
    const { endpoint } = await start();
    expect(await answersElsewhere(endpoint)).toBe(false);
  });
});

async function start(wanted: Partial<Parameters<typeof startS3>[0]> = {}) {
  const clock = { now: signingDate.getTime() };
  const directory = wanted.directory ?? emptyDirectory();
  const { endpoint, close } = await startS3({ now: () => clock.now, ...wanted, directory });
  const client = clientOf(endpoint);
  await client.send(new CreateBucketCommand({ Bucket }));
  onTestFinished(close);
  return { client, endpoint, directory, clock, stop: close };
}

/** One attempt: a refusal is told at once, not after the SDK has tried again. */
function clientOf(endpoint: string, secretAccessKey = localSecret): S3Client {
  const { credentials, ...reached } = reaching(endpoint);
  const client = new S3Client({
    ...reached,
    credentials: { ...credentials, secretAccessKey },
    forcePathStyle: true,
    maxAttempts: 1,
  });
  onTestFinished(() => client.destroy());
  return client;
}

function put(client: S3Client, Key: string, given: Omit<PutObjectCommandInput, 'Bucket' | 'Key'>) {
  return client.send(new PutObjectCommand({ Bucket, Key, ...given }));
}

async function bytesOf(client: S3Client, Key: string): Promise<Buffer> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
}

async function textOf(client: S3Client, Key: string): Promise<string> {
  return (await bytesOf(client, Key)).toString();
}

function inPieces(bytes: Buffer): Readable {
  return Readable.from([bytes.subarray(0, 1), bytes.subarray(1, 100_000), bytes.subarray(100_000)]);
}
