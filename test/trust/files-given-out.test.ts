import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../infra/local/browser.ts';
import { recordLink } from '../../shared/aws/links.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { filesGivenTo, type Reader } from '../../shared/domain/compilation/given-out.ts';
import { Role } from '../../shared/domain/office/staff.ts';
import type { Table } from '../../shared/domain/office/table.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';

const period = '/board/bao-cao-thang/2021-10';
const kinds = ['docx', 'pdf', 'xlsx', 'html', 'report'];
const all = Object.fromEntries(kinds.map(kind => [kind, {}])) as Edition['files'];
const roles = Role.options;
const token = 'a'.repeat(43);

/** Who is given what, once more and by hand: the list in the domain is held against it. */
const promised: Record<Reader, { held: string[]; 'let go': string[] }> = {
  coordinator: { held: kinds, 'let go': kinds },
  approver: { held: kinds, 'let go': kinds },
  clerk: { held: [], 'let go': ['docx', 'pdf', 'xlsx'] },
  recipient: { held: [], 'let go': ['docx', 'pdf', 'xlsx'] },
};

const annex: Table = {
  ...{ id: 'bieu', title: 'BIỂU', annex: true, orientation: 'portrait' },
  rows: { of: 'indicators', groups: [{ indicators: ['xuat-khau'] }] },
  columns: [{ heading: 'Chỉ tiêu', shows: 'name' }],
};

let town: Town;
const browsers = new Map<Role, Browser>();

beforeAll(async () => {
  const department = departmentWith(reportWith({ whenMissing: 'hold', tables: [annex] }));
  department.staff = roles.map(role => ({ id: role, name: role, mail: `${role}@so.example`, roles: [role] }));
  town = await foundTown(department, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  await town.at('2021-11-16', '16:00');
  for (const role of roles) browsers.set(role, await town.staffAt(`${role}@so.example`));
  const expiresAt = Date.UTC(2021, 11) / 1_000;
  await recordLink(town.table, token, {
    opens: 'edition',
    report: 'bao-cao-thang',
    month: '2021-10',
    number: 1,
    expiresAt,
  });
});
afterAll(() => town.leave());

describe.each(['held', 'let go'] as const)('the files of an edition that is %s', standing => {
  beforeAll(async () => {
    if (standing === 'let go') await browsers.get('coordinator')?.post(`${period}/release`);
    await town.quiet();
  });

  it.each(roles)('are given to a %s as the list says, by the page and by their addresses', async role => {
    const browser = browsers.get(role);
    const page = (await browser?.get(period))?.text ?? '';
    for (const kind of kinds) {
      const given = promised[role][standing].includes(kind);
      expect([kind, (await browser?.get(`${period}/1/${kind}`))?.status]).toEqual([kind, given ? 200 : 403]);
      expect([kind, page.includes(`${period}/1/${kind}"`)]).toEqual([kind, given]);
    }
    for (const unknown of ['constructor', 'json', 'REPORT', '__proto__'])
      expect((await browser?.get(`${period}/1/${unknown}`))?.status).toBe(404);
  });

  it('are given to the holder of a link in a mail as the list says', async () => {
    for (const kind of [...kinds, 'constructor']) {
      const { status } = await fetch(`${town.address}/download/${token}/${kind}`, { redirect: 'manual' });
      expect([kind, status]).toEqual([kind, promised.recipient[standing].includes(kind) ? 303 : 404]);
    }
    const { status } = await fetch(`${town.address}/download/${token}`);
    expect(status).toBe(standing === 'held' ? 404 : 200);
  });

  it('are those of the list in the domain', () => {
    for (const reader of [...roles, 'recipient'] as const)
      expect(filesGivenTo([reader], { held: standing === 'held', files: all })).toEqual(promised[reader][standing]);
  });

  it('are only those there are: a letter without annexes has no workbook', () => {
    const { xlsx: _, ...files } = all;
    const given = filesGivenTo(['coordinator'], { held: standing === 'held', files });
    expect(given).toEqual(kinds.filter(kind => kind !== 'xlsx'));
  });
});

describe('a clerk', () => {
  it('is told of what was issued, and not of what units hand in or owe', async () => {
    const page = (await browsers.get('clerk')?.get(period))?.text ?? '';
    for (const word of ['Phòng A', 'đơn vị đã nộp', 'Nhật ký', 'Thư mở kỳ', 'Thiếu:']) expect(page).not.toContain(word);
    for (const role of ['coordinator', 'approver'] as const)
      expect((await browsers.get(role)?.get(period))?.text).toContain('Thiếu: Phòng A, Phòng B');
  });
});
