import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newer } from './hindrance.ts';
import { clearUnfinished, tryToWrite, writeWhole } from './whole-file.ts';

/** The shape of what `npm start` keeps. It grows by one when programs from before could not read it, or would spoil it. */
const shape = 1;

const parts = ['', 'table', 'archive', 'outbox'];

/**
 * Makes a folder ready to keep the house in: all its parts are there, can be written and have room, and no newer program kept
 * anything in it. @throws what `hindranceIn` tells of
 */
export function readyToKeep(directory: string): void {
  refuseNewer(directory);
  for (const part of parts) {
    const folder = join(directory, part);
    mkdirSync(folder, { recursive: true });
    tryToWrite(folder);
  }
  if (!existsSync(shapeIn(directory))) writeWhole(shapeIn(directory), `${shape}\n`);
}

/** Takes away what a house that was killed left half written. Only for who holds the folder: another may be writing there else. */
export function clearWhatWasLeft(directory: string): void {
  for (const part of parts) clearUnfinished(join(directory, part));
}

/** @throws where a newer program kept the folder */
export function refuseNewer(directory: string): void {
  const path = shapeIn(directory);
  const kept = existsSync(path) ? Number(readFileSync(path, 'utf8')) : shape;
  if (!(kept <= shape)) throw Object.assign(new Error(`shape ${kept}, known up to ${shape}`), { code: newer });
}

function shapeIn(directory: string): string {
  return join(directory, 'phien-ban');
}
