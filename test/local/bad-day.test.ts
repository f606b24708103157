import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listening } from '../../infra/local/listening.ts';

/** What the commands say on a bad day: one sentence, with 2, and what to do; never a stack. */

const root = join(import.meta.dirname, '..', '..');
const start = join(root, 'infra/local/start.ts');
const month = join(root, 'infra/local/month.ts');
const department = join(root, 'infra/department/cli.ts');

let place = '';
let port = '';
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'tong-hop-'));
  const free = await listening(createServer());
  port = new URL(free.endpoint).port;
  await free.close();
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

type Ran = { status: number; said: string };

function run(...typed: string[]): Promise<Ran> {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const options = { cwd: place, env: { PATH, NODE_COMPILE_CACHE }, timeout: 60_000 };
  return new Promise(resolve => {
    execFile(process.execPath, typed, options, (error, _, stderr) =>
      resolve({ status: Number(error?.code ?? 0), said: stderr }),
    );
  });
}

const starting = (data: string) => [start, '--data', data, '--port', port, '--now', '2021-11-01T08:00'];

/** A house that runs, once it says so. */
async function running(data: string): Promise<ChildProcess> {
  const house = spawn(process.execPath, starting(data), { cwd: place, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((ready, failed) => {
    house.stdout.on('data', said => String(said).includes('Ctrl+C để dừng') && ready());
    house.once('exit', status => failed(new Error(`ended with ${status}`)));
  });
  return house;
}

const ended = (house: ChildProcess, signal: 'SIGKILL' | 'SIGINT') =>
  new Promise(resolve => {
    house.once('exit', resolve);
    house.kill(signal);
  });

/** One sentence, and no stack. */
function sentenceOf({ status, said }: Ran): string {
  expect({ status, lines: said.trimEnd().split('\n').length }, said).toEqual({ status: 2, lines: 1 });
  return said;
}

describe('npm start', () => {
  it('says who holds its folder, while another runs in it; killed at any moment, it starts again, whole', async () => {
    const first = await running('held');
    const [second, audit] = await Promise.all([
      run(start, '--data', 'held', '--port', '1'),
      run(department, 'audit', 'held'),
    ]);
    await ended(first, 'SIGKILL');
    expect(sentenceOf(second)).toContain('Thư mục "held" đang có một lệnh khác dùng; dừng lệnh ấy bằng Ctrl+C');
    expect(sentenceOf(audit)).toContain('Thư mục "held" đang có một lệnh khác dùng');
    // Stopped as a person does: what a tick has begun is ended first.
    await ended(await running('held'), 'SIGINT');
    expect(await run(department, 'audit', 'held')).toEqual({ status: 0, said: '' });
  });

  it.each([['table'], ['archive'], ['outbox']])(
    'says what is in the way where its %s is to be, and lays nothing else',
    async part => {
      const data = join('in-the-way', part);
      mkdirSync(join(place, data), { recursive: true });
      writeFileSync(join(place, data, part), '');
      expect(sentenceOf(await run(...starting(data)))).toContain(
        `"${join(data, part)}" nằm chắn chỗ cần ghi; dời nó đi`,
      );
      expect(readdirSync(join(place, data))).not.toContain('phien-ban');
    },
  );

  it('leaves what a newer version of it kept, and so does the audit', async () => {
    mkdirSync(join(place, 'newer', 'table'), { recursive: true });
    writeFileSync(join(place, 'newer', 'phien-ban'), '99\n');
    for (const typed of [starting('newer'), [department, 'audit', 'newer']])
      expect(sentenceOf(await run(...typed))).toContain('Thư mục "newer" do một bản phần mềm mới hơn ghi');
    expect(readdirSync(join(place, 'newer'))).toEqual(['phien-ban', 'table']);
  });

  it('says that the records are spoilt, and whence to have them back', async () => {
    const table = join(place, 'spoilt', 'table');
    mkdirSync(table, { recursive: true });
    writeFileSync(join(table, 'CURRENT'), 'x');
    for (const typed of [starting('spoilt'), [department, 'audit', 'spoilt']])
      expect(sentenceOf(await run(...typed))).toContain('bị hỏng, không mở được; lấy lại thư mục ấy từ bản sao');
  });

  it('and npm run month say that the disk is full', async () => {
    const full = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
      fs.writeFileSync = path => { throw Object.assign(new Error('no space'), { code: 'ENOSPC', path: 'đĩa' }); };
      syncBuiltinESMExports();`;
    const onFullDisk = ['--import', `data:text/javascript,${encodeURIComponent(full)}`];
    for (const typed of [starting('full'), [month, '--out', 'full']])
      expect(sentenceOf(await run(...onFullDisk, ...typed))).toContain('Ổ đĩa chứa "đĩa" đã đầy; dọn bớt rồi chạy lại');
  });
});

describe('npm run month', () => {
  it('says what is in the way of a letter, and writes nothing', async () => {
    const out = join(place, 'out');
    mkdirSync(join(out, 'letter.docx'), { recursive: true });
    expect(sentenceOf(await run(month, '--out', 'out'))).toContain('"out/letter.docx" nằm chắn chỗ cần ghi; dời nó đi');
    expect(readdirSync(out)).toEqual(['letter.docx']);
  });
});
