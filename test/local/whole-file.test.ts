import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tryToWrite, writeAll, writeWhole } from '../../infra/local/whole-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tong-hop-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const files = new Map(['letter.docx', join('outbox', '001.eml')].map(path => [path, Buffer.from(`mới ${path}`)]));

it('writes all files into their folders, over those of an earlier run, and leaves nothing else', () => {
  writeFileSync(join(folder, 'letter.docx'), 'cũ');
  writeAll(folder, files);
  expect(readdirSync(folder)).toEqual(['letter.docx', 'outbox']);
  expect(readFileSync(join(folder, 'letter.docx'), 'utf8')).toBe('mới letter.docx');
});

it.each([
  ['a folder in the way of a file', () => mkdirSync(join(folder, 'outbox', '001.eml'), { recursive: true })],
  ['a file in the way of a folder', () => writeFileSync(join(folder, 'outbox'), '')],
])('writes none where there is %s', (_, lay) => {
  writeFileSync(join(folder, 'letter.docx'), 'cũ');
  lay();
  expect(() => writeAll(folder, files)).toThrow();
  expect(readFileSync(join(folder, 'letter.docx'), 'utf8')).toBe('cũ');
  expect(readdirSync(folder)).toEqual(['letter.docx', 'outbox']);
});

it('takes away what an earlier run was killed over', () => {
  mkdirSync(join(folder, '.dang-ghi-x'));
  writeAll(folder, files);
  expect(readdirSync(folder)).toEqual(['letter.docx', 'outbox']);
});

it('leaves nothing of a file that it could not put in its place, nor of a try', () => {
  mkdirSync(join(folder, 'a', 'b'), { recursive: true });
  expect(() => writeWhole(join(folder, 'a'), 'x')).toThrow();
  tryToWrite(folder);
  expect(readdirSync(folder)).toEqual(['a']);
});
