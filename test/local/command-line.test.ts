import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listening } from '../../infra/local/listening.ts';

const root = join(import.meta.dirname, '..', '..');

type Ran = { status: number; stdout: string; stderr: string; left: string[] };

/** Runs a command as a person would, in an empty folder with one file in it, and nothing of AWS around it. */
function run(script: string, ...typed: string[]): Promise<Ran> {
  const cwd = mkdtempSync(join(tmpdir(), 'tong-hop-'));
  writeFileSync(join(cwd, 'tep'), '');
  const options = { cwd, env: { PATH: process.env.PATH ?? '' }, timeout: 60_000 };
  return new Promise(resolve => {
    execFile(process.execPath, [join(root, script), ...typed], options, (error, stdout, stderr) => {
      const left = readdirSync(cwd);
      rmSync(cwd, { recursive: true });
      resolve({ status: Number(error?.code ?? 0), stdout, stderr, left });
    });
  });
}

const start = 'infra/local/start.ts';
const month = 'infra/local/month.ts';

describe('what is typed behind a command', () => {
  it.concurrent.each<[script: string, typed: string[], sentence: string]>([
    [start, ['--now', '2021-02-30'], '--now "2021-02-30" không phải là ngày giờ có trong lịch; viết như 2021-11-01'],
    [start, ['--now', '2021-02-29T08:00'], 'không phải là ngày giờ có trong lịch'],
    [start, ['--now', '2021-11-01T08:00:00Z'], 'không phải là ngày giờ có trong lịch'],
    [start, ['--now', '2021-11-01T'], 'không phải là ngày giờ có trong lịch'],
    [start, ['--now', ''], 'không phải là ngày giờ có trong lịch'],
    [start, ['--now', '1999-12-31'], '--now "1999-12-31" xa quá; đồng hồ chỉ từ năm 2000 đến năm 2099'],
    [
      start,
      ['--now'],
      'Không đọc được "--now <value>"; viết: --department THƯ-MỤC --data THƯ-MỤC --now 2021-11-01T08:00',
    ],
    [start, ['--port', 'abc'], '--port "abc" không phải là cổng; viết một số từ 1 đến 65535'],
    [start, ['--port', '65536'], 'không phải là cổng'],
    [start, ['--data', 'tep'], '--data "tep" không phải là thư mục ghi được'],
    [start, ['--prot', '8021'], 'Không đọc được "--prot"'],
    [month, ['--period', '2021-13'], '"2021-13" không phải là kỳ báo cáo'],
    [month, ['--out', 'tep'], '--out "tep" không phải là thư mục ghi được'],
    ['infra/smoke/look.ts', ['--url', 'ftp://so.gov.vn'], 'Cần địa chỉ, ví dụ: npm run smoke -- --url https://'],
    ['infra/department/cli.ts', ['audit', 'live'], 'đặt trước lệnh: TABLE=<TABLE mà npm run deploy in ra> ARCHIVE='],
  ])(
    'is refused in a sentence, with 2, when it cannot be, and nothing is done: %s %j',
    async (script, typed, sentence) => {
      const { status, stdout, stderr, left } = await run(script, ...typed);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(sentence);
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(left.filter(name => name !== '.data')).toEqual(['tep']);
    },
  );

  it('is refused when another program has the port already', async () => {
    const { endpoint, close } = await listening(createServer());
    onTestFinished(close);
    const { status, stderr } = await run(start, '--port', new URL(endpoint).port);
    expect(status).toBe(2);
    expect(stderr).toContain('đang có chương trình khác dùng; chọn cổng khác');
  });
});
