import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { sha256 } from '../../shared/token.ts';
import { refused } from './s3-refused.ts';

/** Where an object lies: below the directory, in its bucket, under its key. */
export type Place = { directory: string; bucket: string; key: string };

/** What is told of an object besides its content. `lastModified` in ISO 8601. */
export type About = {
  contentType: string;
  contentDisposition?: string | undefined;
  lastModified: string;
  etag: string;
  size: number;
  /** A digest of all of this; objects from before have none. */
  sum?: string;
};

export type Stored = { about: About; content: Buffer };

/** Ends the name of every object's file. Keys are encoded, so none ends in it or names a folder that does. */
const mark = '@object';

/**
 * Keeps an object, whole or not at all: one file, the first line of which tells of the rest. What lay there before is
 * replaced, unless the object is to be kept only if there is none: asked in one breath with putting it there, so that of many
 * who want to be the first one is.
 * @throws Refused 412 PreconditionFailed, 400 KeyTooLongError
 */
export async function keep(
  place: Place,
  object: Omit<About, 'etag' | 'size' | 'sum'> & { content: Buffer; onlyIfAbsent: boolean },
): Promise<About> {
  const { content, onlyIfAbsent, ...told } = object;
  const path = pathOf(place);
  const described = { ...told, etag: etagOf(content), size: content.byteLength };
  const about = { ...described, sum: sumOf(described) };
  const unfinished = join(unfinishedIn(place), randomUUID());
  mkdirSync(dirname(unfinished), { recursive: true });
  await writeFile(unfinished, [`${JSON.stringify(about)}\n`, content], { flush: true });
  try {
    if (onlyIfAbsent && existsSync(path)) throw refused('PreconditionFailed');
    mkdirSync(dirname(path), { recursive: true });
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw (error as NodeJS.ErrnoException).code === 'ENAMETOOLONG' ? refused('KeyTooLongError') : error;
  }
  return about;
}

/** Takes away what a process that was killed had not finished. */
export function clearUnfinished(place: Pick<Place, 'directory'>): void {
  rmSync(unfinishedIn(place), { recursive: true, force: true });
}

function unfinishedIn({ directory }: Pick<Place, 'directory'>): string {
  return join(directory, '.unfinished');
}

/** Opens an object; undefined when there is none. */
export function open(place: Place): Stored | undefined {
  const path = pathOf(place);
  return existsSync(path) ? storedAt(path) : undefined;
}

/** What lies in a bucket below a prefix, in the order of the keys. */
export function listed(place: Omit<Place, 'key'>, prefix: string): { key: string; about: About }[] {
  return filesIn(place, prefix).map(({ path, key }) => ({ key, about: storedAt(path).about }));
}

/** The keys of a bucket under which an object no longer is as it was kept: its content, or what its first line tells. */
export function spoilt(place: Omit<Place, 'key'>): string[] {
  return filesIn(place, '').flatMap(({ path, key }) => (isWhole(parted(readFileSync(path))) ? [] : [key]));
}

function filesIn({ directory, bucket }: Omit<Place, 'key'>, prefix: string): { path: string; key: string }[] {
  const root = join(directory, bucket);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith(mark))
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => ({ path, key: keyOf(relative(root, path)) }))
    .filter(({ key }) => key.startsWith(prefix))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

function isWhole({ about, content }: Parted): boolean {
  if (about?.etag !== etagOf(content) || about.size !== content.byteLength) return false;
  const { sum, ...told } = about;
  return sum === undefined || sum === sumOf(told);
}

export function createBucket({ directory, bucket }: Omit<Place, 'key'>): void {
  mkdirSync(join(directory, bucket), { recursive: true });
}

export function bucketExists({ directory, bucket }: Omit<Place, 'key'>): boolean {
  return existsSync(join(directory, bucket));
}

/** Encoded part by part: a key may hold what a file name may not. */
function pathOf({ directory, bucket, key }: Place): string {
  return join(directory, bucket, ...key.split('/').map(encodeURIComponent)) + mark;
}

function keyOf(path: string): string {
  return path.slice(0, -mark.length).split(sep).map(decodeURIComponent).join('/');
}

/** A file that somebody altered by hand may have lost its first line: then all of it is content, and whoever reads it will see. */
function storedAt(path: string): Stored {
  const file = readFileSync(path);
  const { about, content } = parted(file);
  if (about) return { about, content };
  const lastModified = statSync(path).mtime.toISOString();
  const told = { contentType: 'application/octet-stream', lastModified, etag: etagOf(file), size: file.byteLength };
  return { about: told, content: file };
}

type Parted = { about: About | undefined; content: Buffer };

function parted(file: Buffer): Parted {
  const end = file.indexOf('\n');
  return { about: aboutIn(file.toString('utf8', 0, end)), content: file.subarray(end + 1) };
}

function aboutIn(line: string): About | undefined {
  try {
    const about = JSON.parse(line) as Partial<About> | null;
    const { contentType, contentDisposition = '', lastModified, etag } = about ?? {};
    const written = [contentType, contentDisposition, lastModified, etag];
    return written.every(each => typeof each === 'string' && /^[ -~]*$/.test(each)) ? (about as About) : undefined;
  } catch {
    return undefined;
  }
}

function sumOf(about: Omit<About, 'sum'>): string {
  return sha256(JSON.stringify(about));
}

function etagOf(content: Buffer): string {
  return `"${createHash('md5').update(content).digest('hex')}"`;
}
