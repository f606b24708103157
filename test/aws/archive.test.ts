import { createServer } from 'node:http';
import { CreateBucketCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listening } from '../../infra/local/listening.ts';
import { startS3 } from '../../infra/local/s3.ts';
import {
  type Archive,
  archiveNamed,
  downloadAddress,
  file,
  putText,
  read,
  readFiled,
  wake,
} from '../../shared/aws/archive.ts';
import { sha256 } from '../../shared/token.ts';
import { emptyDirectory, reaching } from '../local/wire.ts';

const now = Date.parse('2021-11-16T09:00:00Z');
const content = new TextEncoder().encode('Kính gửi');
const letter = {
  folder: 'editions',
  name: 'Công văn 10/2021 "ước".pdf',
  extension: 'pdf',
  mediaType: 'application/pdf',
};

async function anArchive(frozen: string[] = []): Promise<Archive> {
  const standIn = await startS3({ directory: emptyDirectory(), now: () => now + 59_000, frozen });
  const client = new S3Client({ ...reaching(standIn.endpoint), forcePathStyle: true });
  onTestFinished(() => {
    client.destroy();
    return standIn.close();
  });
  await client.send(new CreateBucketCommand({ Bucket: 'luu-tru' }));
  return { client, bucket: 'luu-tru' };
}

describe('a file of the archive', () => {
  it('lies under its hash, so that filing it again is harmless, and is read back checked', async () => {
    const archive = await anArchive();
    const filed = await file(archive, { ...letter, content });
    const { name, mediaType } = letter;
    const hash = sha256(content);
    expect(filed).toEqual({ name, mediaType, key: `editions/${hash}.pdf`, sha256: hash, size: content.byteLength });
    expect(await file(archive, { ...letter, content })).toEqual(filed);
    expect(Buffer.from(await readFiled(archive, filed))).toEqual(Buffer.from(content));
  });

  it('is never overwritten: whoever comes second finds it there, and leaves it as it is', async () => {
    const archive = await anArchive(['editions/*']);
    const filed = await file(archive, { ...letter, content });
    await expect(putText(archive, filed.key, 'Kính gửi ai khác')).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(await file(archive, { ...letter, content })).toEqual(filed);
    expect(Buffer.from(await readFiled(archive, filed))).toEqual(Buffer.from(content));
  });

  it.each([
    [[409, 409, 200], 3, 'is filed'],
    [[412], 1, 'is filed'],
    [[409, 409, 409, 409, 409], 5, 'is not filed'],
    [[403], 1, 'is not filed'],
  ])('that another is filing at the same time is asked for again, not for ever: %j', async (statuses, times, what) => {
    const asked: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      asked.push(request.headers['if-none-match']);
      request.resume().on('end', () => response.writeHead(statuses[asked.length - 1] ?? 500).end());
    });
    const { endpoint, close } = await listening(server);
    const client = new S3Client({ ...reaching(endpoint), forcePathStyle: true, maxAttempts: 1 });
    const filing = file({ client, bucket: 'luu-tru' }, { ...letter, content });
    expect(
      await filing.then(
        () => 'is filed',
        () => 'is not filed',
      ),
    ).toBe(what);
    expect(asked).toEqual(Array(times).fill('*'));
    client.destroy();
    await close();
  });

  it('that is not what was filed, or is gone, is not given out', async () => {
    const archive = await anArchive();
    const filed = await file(archive, { ...letter, content });
    await expect(readFiled(archive, { ...filed, key: 'khong-co' })).rejects.toThrow(
      'not in the archive as filed: khong-co',
    );
    await putText(archive, filed.key, 'Kính gửi ai khác');
    await expect(readFiled(archive, filed)).rejects.toThrow(`not in the archive as filed: ${filed.key}`);
  });

  it('is downloaded under the name people see, for so many seconds and no longer', async () => {
    const archive = await anArchive();
    const filed = await file(archive, { ...letter, content });
    const download = async (seconds: number) => fetch(await downloadAddress(archive, { filed, from: now, seconds }));
    const answer = await download(60);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(content));
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent(letter.name)}`,
    );
    expect((await download(58)).status).toBe(403);
  });
});

describe('what lies under a key', () => {
  it('is nothing where nothing was put, and a fault of S3 is no nothing', async () => {
    const archive = await anArchive();
    expect(await read(archive, 'khong-co')).toBeUndefined();
    await expect(read({ ...archive, bucket: 'khong-co' }, 'khong-co')).rejects.toThrow();
  });

  it('is the JSON that was put there last', async () => {
    const archive = await anArchive();
    for (const text of ['{"n":1}', '{"n":2}']) await putText(archive, 'departments/current.json', text);
    const found = await read(archive, 'departments/current.json');
    expect(new TextDecoder().decode(found)).toBe('{"n":2}');
    const about = await archive.client.send(
      new HeadObjectCommand({ Bucket: archive.bucket, Key: 'departments/current.json' }),
    );
    expect(about.ContentType).toBe('application/json');
  });
});

describe('a mark', () => {
  it.each(['filed', 'asked'] as const)('"%s" names the period whoever it wakes has work with', async mark => {
    const archive = await anArchive();
    const october = { report: 'bao-cao-thang', month: '2021-10', state: 'compiled' };
    await wake(archive, mark, october);
    const found = await read(archive, `${mark}/bao-cao-thang/2021-10.json`);
    expect(JSON.parse(new TextDecoder().decode(found))).toEqual({ report: 'bao-cao-thang', month: '2021-10' });
  });
});

describe('the archive', () => {
  it('is reached by one client for the life of the process, its bucket in the path: a stand-in has no other name', () => {
    const [one, other] = [archiveNamed('mot'), archiveNamed('hai')];
    expect([one.bucket, other.bucket]).toEqual(['mot', 'hai']);
    expect(one.client).toBe(other.client);
    expect(one.client.config.forcePathStyle).toBe(true);
  });
});
