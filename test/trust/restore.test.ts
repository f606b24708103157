import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { standingClock } from '../../infra/local/clock.ts';
import { handInByLink } from '../../infra/local/hand-in.ts';
import { type Host, startHost } from '../../infra/local/host.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { keep } from '../../infra/local/s3-files.ts';
import { type Archive, archiveNamed } from '../../shared/aws/archive.ts';
import { publish } from '../../shared/aws/departments.ts';
import { editionsOf } from '../../shared/aws/editions.ts';
import { keyOf } from '../../shared/aws/heads.ts';
import { mailsOf } from '../../shared/aws/ledger.ts';
import { type Key, type Table, update } from '../../shared/aws/table.ts';
import { instantAt } from '../../shared/domain/calendar/day.ts';
import { departmentCommand } from '../department/command.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';

/** A month is lived through and its records are copied away; then they are lost, and restored to a house of their own. */
const lived = mkdtempSync(join(tmpdir(), 'tong-hop-lived-'));
const restored = mkdtempSync(join(tmpdir(), 'tong-hop-restored-'));
const at = (day: string, time: string) => standingClock(instantAt(day, time));

beforeAll(async () => {
  const clock = at('2021-11-01', '08:00');
  const host = await startHost({ directory: lived, clock, lasting: true });
  await publish(archiveNamed('tong-hop'), departmentWith(reportWith()));
  await host.tick();
  const link = await linkIn(host);
  for (const value of ['5', '138,8', '139']) {
    const { status } = await handInByLink(host.address, link, {
      figures: { 'xuat-khau': { state: 'reported', value } },
      outcomes: {},
    });
    expect(status).toBe(200);
  }
  clock.moveTo(instantAt('2021-11-16', '16:00'));
  await host.tick();
  await host.close();
  cpSync(lived, restored, { recursive: true });
});
afterAll(() => {
  for (const folder of [lived, restored]) rmSync(folder, { recursive: true, force: true });
});

async function linkIn({ outbox }: Host): Promise<string> {
  const mail = outbox.find(({ destinations }) => destinations.includes('phong-a@so.example'));
  return (mail && (await opened(mail)).link) ?? '';
}

const audit = (folder: string) => {
  const { status, stdout, stderr } = departmentCommand('audit', folder);
  return { status, said: stdout + stderr };
};

describe('records that were copied away and restored', () => {
  it('are whole: the audit finds every receipt, revision, file and mail, and nothing wrong', () => {
    expect(audit(restored)).toEqual({
      status: 0,
      said: expect.stringMatching(
        /^[a-z-]+ [\dQSM-]+, bản 1: mã gốc của \d biên nhận là [0-9a-f]{64}\nĐã soát 1 kỳ, 3 lần nộp, 1 văn bản, \d+ thư: 0 chỗ sai\.\n$/,
      ),
    });
  });

  it.each([
    ['cut in the middle', (content: Buffer) => content.subarray(0, content.length >> 1)],
    ['emptied', () => Buffer.alloc(0)],
    ['altered in its first byte', (content: Buffer) => Buffer.concat([Buffer.from('x'), content.subarray(1)])],
    ['altered in its last byte', (content: Buffer) => Buffer.concat([content.subarray(0, -1), Buffer.from('x')])],
  ])('are told of file by file, and never in a stack, when every file was %s', (_, alter) => {
    const spoilt = mkdtempSync(join(tmpdir(), 'tong-hop-spoilt-'));
    cpSync(lived, spoilt, { recursive: true });
    const files = ['archive', 'outbox'].flatMap(folder =>
      readdirSync(join(spoilt, folder), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name)),
    );
    for (const file of files) writeFileSync(file, alter(readFileSync(file)));
    const { status, said } = audit(spoilt);
    rmSync(spoilt, { recursive: true });
    expect(status).toBe(2);
    expect(said).not.toMatch(/^ +at |Error/m);
    for (const file of files) {
      const [name = ''] = /[0-9a-f]{64}|current|[^/]*\.eml/.exec(file.replaceAll('%40', '@')) ?? [];
      if (/departments|outbox/.test(file)) expect(said).toContain(name);
    }
    expect(said.match(/mất hoặc đã bị sửa →/g)?.length).toBeGreaterThanOrEqual(5);
  });

  it('are told of by name when any one byte of what a file says of itself was altered, and when one is missing', () => {
    const spoilt = mkdtempSync(join(tmpdir(), 'tong-hop-spoilt-'));
    cpSync(lived, spoilt, { recursive: true });
    const bucket = join(spoilt, 'archive', 'tong-hop');
    const files = readdirSync(bucket, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('@object'));
    const missing = files.find(name => name.includes('.pdf')) ?? '';
    rmSync(join(bucket, missing));
    for (const [at, name] of files.entries()) {
      if (name === missing) continue;
      const file = readFileSync(join(bucket, name));
      const byte = 3 + ((at * 29) % (file.indexOf('\n') - 4));
      writeFileSync(join(bucket, name), file.with(byte, (file[byte] ?? 0) ^ 1));
    }
    const { status, said } = audit(spoilt);
    rmSync(spoilt, { recursive: true });
    expect(status).toBe(2);
    expect(said).not.toMatch(/^ +at /m);
    expect(said).toMatch(/\.pdf" mất hoặc đã bị sửa/);
    for (const name of files.filter(each => each !== missing))
      expect(said).toContain(`tệp ${decodeURIComponent(name).replace(/@object$/, '')}: tệp lưu trên máy này không còn`);
  });

  it('are told of, and never in a stack, when the table itself cannot be opened', () => {
    const spoilt = mkdtempSync(join(tmpdir(), 'tong-hop-spoilt-'));
    cpSync(lived, spoilt, { recursive: true });
    writeFileSync(join(spoilt, 'table', 'CURRENT'), 'x');
    const { status, said } = audit(spoilt);
    rmSync(spoilt, { recursive: true });
    expect({ status, said }).toEqual({
      status: 2,
      said: expect.stringContaining('bị hỏng, không mở được; lấy lại thư mục ấy từ bản sao'),
    });
    expect(said).not.toMatch(/^ +at /m);
  });

  it('are not read as a house’s when they are none', () => {
    expect(audit(tmpdir())).toEqual({ status: 2, said: expect.stringContaining('Không có dữ liệu') });
  });
});

describe('a house restored', () => {
  let host: Host;
  let breaches: () => Promise<string[]>;
  let table: Table;
  let archive: Archive;
  beforeAll(async () => {
    // As in a process of its own: what the first house remembers of its table and its archive is forgotten.
    vi.resetModules();
    const { startHost } = await import('../../infra/local/host.ts');
    const { auditedIn } = await import('../../infra/department/audit.ts');
    host = await startHost({ directory: restored, clock: at('2021-11-17', '08:00'), lasting: true });
    table = (await import('../../shared/aws/table.ts')).tableNamed('tong-hop');
    archive = (await import('../../shared/aws/archive.ts')).archiveNamed('tong-hop');
    breaches = async () => (await auditedIn(table, archive)).breaches.map(({ what }) => what);
    await host.tick();
  });
  afterAll(() => host.close());
  const head = { report: 'bao-cao-thang', month: '2021-10', unit: 'phong-a', shards: 1 } as const;
  const spoil = (key: Key, what: string, value: unknown) =>
    update(table, key, {
      set: ['#what = :value'],
      condition: 'attribute_exists(pk)',
      names: { '#what': what },
      values: { ':value': value },
    });
  const other = '{"figures":{},"outcomes":{},"further":""}';

  it('mails nobody again, and is as whole as before', async () => {
    expect(host.outbox).toEqual([]);
    expect(await breaches()).toEqual([]);
  });

  it('is found out wherever something of it is lost or altered', async () => {
    const key = keyOf(head);
    await spoil({ pk: key.pk, sk: 'REVISION#phong-a#00002' }, 'submission', other);
    expect(await breaches()).toContain('lần nộp 2 không khớp mã kiểm tra trên biên nhận');

    await spoil({ pk: key.pk, sk: 'REVISION#phong-a#00001' }, 'revision', 9);
    expect(await breaches()).toContain('mất lần nộp 1');

    await spoil(key, 'submission', other);
    expect(await breaches()).toContain('số liệu trong văn bản không phải là số liệu đã nhận');

    await update(table, key, { remove: ['fencedAt'], condition: 'attribute_exists(pk)' });
    expect(await breaches()).toContain('kỳ đã chốt mà đơn vị vẫn nộp được');

    const letter = (await mailsOf(table, head, 'edition-1'))[0];
    await spoil({ pk: 'MAIL#bao-cao-thang#2021-10', sk: `edition-1#${letter?.recipient}` }, 'state', 'pending');
    expect(await breaches()).toContain('đã phát hành mà chưa gửi tới đây');

    const [edition] = await editionsOf(table, head);
    // On the disk, past the archive, which lets nobody overwrite a letter.
    const place = { directory: join(restored, 'archive'), bucket: archive.bucket, key: edition?.files.pdf.key ?? '' };
    const told = { contentType: 'application/pdf', lastModified: new Date().toISOString(), onlyIfAbsent: false };
    await keep(place, { ...told, content: Buffer.from('another letter') });
    expect(await breaches()).toContainEqual(expect.stringMatching(/^tệp ".*\.pdf" mất hoặc đã bị sửa$/));
  });
});
