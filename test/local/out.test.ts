import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Host } from '../../infra/local/host.ts';
import { writeOut } from '../../infra/local/month/out.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';

let out = '';
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'tong-hop-'));
});
afterEach(() => rmSync(out, { recursive: true }));

const nothing = () =>
  writeOut({ outbox: [] as Host['outbox'] } as Host, {
    department: { ...departmentWith(reportWith()), reports: [] },
    month: '2021-10',
    answers: new Map(),
    out,
  });

it('writes an empty outbox of a month in which nobody was mailed', async () => {
  expect(await nothing()).toEqual([]);
  expect(readdirSync(join(out, 'outbox'))).toEqual([]);
});

it('takes away the mails of an earlier run, and nothing else', async () => {
  mkdirSync(join(out, 'outbox'));
  for (const name of ['001-a@so.example.eml', 'ghi-chu.txt']) writeFileSync(join(out, 'outbox', name), '');
  await nothing();
  expect(readdirSync(join(out, 'outbox'))).toEqual(['ghi-chu.txt']);
});
