import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { Refused } from './s3-refused.ts';

/** Where an object lies: below the directory, in its bucket, under its key. */
export type Place = { directory: string; bucket: string; key: string };

/** What is told of an object without opening it. `lastModified` in ISO 8601. */
export type About = {
  contentType: string;
  contentDisposition?: string | undefined;
  etag: string;
  size: number;
  lastModified: string;
};

export type NewObject = Pick<About, 'contentType' | 'contentDisposition' | 'lastModified'> & { content: Buffer };

/** Marks of the two files of an object. Keys are encoded, so no key ends in one, or names a folder that does. */
const contentMark = '@content';
const aboutMark = '@about.json';

/**
 * Keeps an object, whole or not at all; what lay there before is replaced, unless it is to be `onlyIfAbsent`.
 * Synchronous, so that of many that want to be the first only one is.
 * @throws Refused 412 PreconditionFailed, 400 KeyTooLongError
 */
export function keep(
  place: Place,
  { content, ...told }: NewObject,
  { onlyIfAbsent }: { onlyIfAbsent: boolean },
): About {
  const path = pathOf(place);
  if (onlyIfAbsent && existsSync(path + contentMark)) throw new Refused('PreconditionFailed');
  const about = { ...told, etag: etagOf(content), size: content.byteLength };
  const unfinished = join(place.directory, '.unfinished', randomUUID());
  mkdirSync(dirname(unfinished), { recursive: true });
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(unfinished, content, { flush: true });
    writeFileSync(path + aboutMark, JSON.stringify(about));
    renameSync(unfinished, path + contentMark);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw isTooLong(error) ? new Refused('KeyTooLongError') : error;
  }
  return about;
}

/** Opens an object; undefined when there is none. */
export function open(place: Place): { about: About; content: Buffer } | undefined {
  const path = pathOf(place);
  if (!existsSync(path + contentMark)) return undefined;
  return { about: aboutAt(path), content: readFileSync(path + contentMark) };
}

/** What lies in a bucket below a prefix, in the order of the keys. */
export function listed({ directory, bucket }: Omit<Place, 'key'>, prefix: string): { key: string; about: About }[] {
  const root = join(directory, bucket);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith(contentMark))
    .map(entry => join(entry.parentPath, entry.name).slice(0, -contentMark.length))
    .map(path => ({ key: relative(root, path).split(sep).map(decodeURIComponent).join('/'), path }))
    .filter(({ key }) => key.startsWith(prefix))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ key, path }) => ({ key, about: aboutAt(path) }));
}

export function createBucket({ directory, bucket }: Omit<Place, 'key'>): void {
  mkdirSync(join(directory, bucket), { recursive: true });
}

export function bucketExists({ directory, bucket }: Omit<Place, 'key'>): boolean {
  return existsSync(join(directory, bucket));
}

/** Encoded part by part: a key may hold what a file name may not. */
function pathOf({ directory, bucket, key }: Place): string {
  return join(directory, bucket, ...key.split('/').map(encodeURIComponent));
}

function aboutAt(path: string): About {
  return JSON.parse(readFileSync(path + aboutMark, 'utf8')) as About;
}

function etagOf(content: Buffer): string {
  return `"${createHash('md5').update(content).digest('hex')}"`;
}

function isTooLong(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENAMETOOLONG';
}
