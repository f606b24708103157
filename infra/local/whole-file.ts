import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const unfinished = '.dang-ghi-';

/** Writes a file whole or not at all, whenever this process is killed. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const beside = join(dirname(path), `${unfinished}${randomUUID()}`);
  try {
    writeFileSync(beside, content, { flush: true });
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Writes as much as a letter needs into a folder, and takes it away. @throws what `hindranceIn` tells of */
export function tryToWrite(folder: string): void {
  const path = join(folder, `${unfinished}${randomUUID()}`);
  try {
    writeFileSync(path, Buffer.alloc(1_000_000), { flush: true });
  } finally {
    rmSync(path, { force: true });
  }
}

/** Whether a file is one that is still being written, or was when its process was killed. */
export function isUnfinished(name: string): boolean {
  return name.startsWith(unfinished);
}

/** Takes away what a process that was killed had not finished in a folder. */
export function clearUnfinished(folder: string): void {
  for (const name of readdirSync(folder).filter(isUnfinished))
    rmSync(join(folder, name), { recursive: true, force: true });
}

/**
 * Writes files into a folder, by their paths in it: all of them, or none where one has no room or something lies in its way.
 * @throws what `hindranceIn` tells of
 */
export function writeAll(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  clearUnfinished(folder);
  const placed = [...files].map(([path, content], at) => ({ to: join(folder, path), at: String(at), content }));
  for (const { to } of placed) {
    if (statSync(to, { throwIfNoEntry: false })?.isDirectory())
      throw Object.assign(new Error(`a folder lies where a file is to be: ${to}`), { code: 'EISDIR', path: to });
  }
  const beside = mkdtempSync(join(folder, unfinished));
  try {
    for (const { at, content } of placed) writeFileSync(join(beside, at), content, { flush: true });
    for (const { to } of placed) mkdirSync(dirname(to), { recursive: true });
    for (const { to, at } of placed) renameSync(join(beside, at), to);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
