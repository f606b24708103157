import { setTimeout } from 'node:timers/promises';
import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { EditionFile } from '../domain/compilation/edition.ts';
import { sha256 } from '../token.ts';
import { once } from './client.ts';

/** The archive: files under keys that carry their content's hash, so that writing one again is harmless. */
export type Archive = { client: S3Client; bucket: string };

export type NewFile = { folder: string; name: string; extension: string; mediaType: string; content: Uint8Array };

export function archiveNamed(bucket: string): Archive {
  return { bucket, client: once('s3', () => new S3Client({ forcePathStyle: true })) };
}

/** Files content under its hash and says where it lies; `name` is what people see when they download it. */
export async function file(
  archive: Archive,
  { folder, name, extension, mediaType, content }: NewFile,
): Promise<EditionFile> {
  const hash = sha256(content);
  const key = `${folder}/${hash}.${extension}`;
  await putOnce(archive, { Bucket: archive.bucket, Key: key, Body: content, ContentType: mediaType });
  return { name, key, mediaType, sha256: hash, size: content.byteLength };
}

/**
 * Puts a file where none lies yet; who finds one there has filed it before. The archive lets nobody overwrite such a file, so
 * it is asked for in no other way (infra/records.ts). While another is putting the same, S3 says so (409) and is asked again.
 */
async function putOnce(archive: Archive, input: PutObjectCommandInput, attempts = 5): Promise<void> {
  try {
    await archive.client.send(new PutObjectCommand({ ...input, IfNoneMatch: '*' }));
  } catch (error) {
    const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
    if (status === 412) return;
    if (status !== 409 || attempts <= 1) throw error;
    await setTimeout(100);
    await putOnce(archive, input, attempts - 1);
  }
}

/** Puts text under a name of its own: the pointer to the department in force, a mark. */
export async function putText(archive: Archive, key: string, text: string): Promise<void> {
  await archive.client.send(
    new PutObjectCommand({ Bucket: archive.bucket, Key: key, Body: text, ContentType: 'application/json' }),
  );
}

/**
 * Leaves the mark that wakes at once whoever has work with a period: "filed", an edition to be mailed; "asked", a mail somebody
 * asked for; "drafts", a draft to be made anew, or to be printed with its number. The tick would find the work anyway.
 */
export function wake(
  archive: Archive,
  mark: 'filed' | 'asked' | 'drafts',
  period: { report: string; month: string },
): Promise<void> {
  const { report, month } = period;
  return putText(archive, `${mark}/${report}/${month}.json`, JSON.stringify({ report, month }));
}

/** Reads what lies under a key; undefined when nothing does. */
export async function read(archive: Archive, key: string): Promise<Uint8Array | undefined> {
  try {
    const { Body } = await archive.client.send(new GetObjectCommand({ Bucket: archive.bucket, Key: key }));
    return await Body?.transformToByteArray();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

/** Reads a filed file and checks it against its hash. @throws when it is missing or not what was filed */
export async function readFiled(archive: Archive, filed: Pick<EditionFile, 'key' | 'sha256'>): Promise<Uint8Array> {
  const content = await read(archive, filed.key);
  if (!content || sha256(content) !== filed.sha256) throw new Error(`not in the archive as filed: ${filed.key}`);
  return content;
}

/** The same of a file that holds JSON. */
export async function readJson(archive: Archive, filed: Pick<EditionFile, 'key' | 'sha256'>): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await readFiled(archive, filed)));
}

export type Download = { filed: EditionFile; from: number; seconds: number };

/** An address from which a filed file can be downloaded for some seconds from an instant, under the name people see. */
export function downloadAddress(archive: Archive, { filed, from, seconds }: Download): Promise<string> {
  const name = encodeURIComponent(filed.name);
  return getSignedUrl(
    archive.client,
    new GetObjectCommand({
      Bucket: archive.bucket,
      Key: filed.key,
      ResponseContentType: filed.mediaType,
      ResponseContentDisposition: `attachment; filename*=UTF-8''${name}`,
    }),
    { expiresIn: seconds, signingDate: new Date(from) },
  );
}
