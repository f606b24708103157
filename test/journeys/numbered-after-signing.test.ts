import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditedIn } from '../../infra/department/audit.ts';
import { hiddenField } from '../../infra/local/browser.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { readFiled } from '../../shared/aws/archive.ts';
import { toBeSigned } from '../../shared/domain/issuing/signing.ts';
import type { Role } from '../../shared/domain/office/staff.ts';
import { sha256 } from '../../shared/token.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { bodyOf } from '../domain/issuing/signed/a-pdf.ts';
import { type Issued, issued, signed } from '../domain/issuing/signed/an-issuer.ts';
import { fieldNamed, fieldsOf } from '../domain/issuing/signed/fields-of.ts';
import { foundTown, type Town } from './town.ts';

const people: Record<string, Role> = { 'tong-hop': 'coordinator', 'giam-doc': 'approver', 'van-thu': 'clerk' };
const place = '/board/bao-cao-thang/2021-10/issuing';

let town: Town;
let leader: Issued;
let agency: Issued;
const cookies = new Map<string, string>();

beforeAll(async () => {
  const root = await issued('CA thử');
  [leader, agency] = await Promise.all([issued('Nguyễn Văn An', { by: root }), issued('Sở Mẫu', { by: root })]);
  const steps = (['signature', 'number', 'stamp'] as const).map(step => ({ step }));
  const department = departmentWith(reportWith({ issuing: 'after-approval', steps }));
  department.staff = Object.entries(people).map(([id, role]) => ({
    ...{ id, name: id, mail: `${id}@so.example`, roles: [role] },
  }));
  department.roots = [Buffer.from(root.der).toString('base64')];
  town = await foundTown(department, ['2021-10-31', '09:00']);
  await town.at('2021-11-01', '08:00');
  const figures = { 'xuat-khau': { state: 'reported' as const, value: '138,8' } };
  await town.handIn('phong-a@so.example', { figures, outcomes: {} });
  await town.at('2021-11-16', '16:00');
  for (const id of Object.keys(people))
    cookies.set(id, await town.cookieFor(await town.signInLinkOf(`${id}@so.example`)));
});
afterAll(() => town.leave());

async function asked(who: string, path: string, body?: URLSearchParams | FormData) {
  const headers = { cookie: cookies.get(who) ?? '', origin: town.address };
  const response = await fetch(town.address + path, {
    ...(body ? { method: 'POST', body } : {}),
    ...{ headers, redirect: 'manual' },
  });
  const text = await response.text();
  await town.quiet();
  return { status: response.status, text };
}

/** Presses a button of the page as it is now, with a file where one is brought. */
async function presses(who: string, act: string, fields: Record<string, string> = {}, file?: Uint8Array) {
  const page = await asked(who, place);
  const all = { pdf: hiddenField(page, 'pdf'), turn: hiddenField(page, 'turn'), ...fields };
  if (!file) return asked(who, `${place}/${act}`, new URLSearchParams(all));
  const form = new FormData();
  for (const [name, value] of Object.entries(all)) form.append(name, value);
  form.append('file', new Blob([Buffer.from(file)]), 'ky.pdf');
  return asked(who, `${place}/${act}`, form);
}

async function edition() {
  const found = (await town.editions('bao-cao-thang', '2021-10')).at(-1);
  if (!found) throw new Error('no edition');
  return found;
}

async function fileToSign(): Promise<Uint8Array> {
  const filed = toBeSigned(await edition());
  if (!filed) throw new Error('nothing to sign');
  return readFiled(town.archive, filed);
}

/** As a clerk's program does it: number and date into their fields, and the agency's signature over all. */
async function stamped(file: Uint8Array, entered: Record<string, string>): Promise<Uint8Array> {
  const besides = Object.fromEntries(
    Object.entries(entered).map(([name, value]) => {
      const field = fieldNamed(file, name);
      return [field, bodyOf(file, field).replace(/>>$/, `/V (${value}) >>`)];
    }),
  );
  return signed(file, { as: agency, field: fieldNamed(file, 'con-dau'), besides });
}

describe('a letter that its leader signs before it has a number', () => {
  it('goes to be signed with room for number and date, and with words where places are still to be filled in', async () => {
    const sent = await fileToSign();
    expect(fieldsOf(sent).map(({ name }) => name)).toEqual(expect.arrayContaining(['so', 'ngay', 'chu-ky', 'con-dau']));
    const once = await signed(sent, { as: leader, field: fieldNamed(sent, 'chu-ky') });
    await presses('giam-doc', 'signed', {}, once);
    const page = await asked('giam-doc', place);
    expect(page.text).toMatch(/NGUYÊN VẸN[\s\S]*Nhưng văn bản còn 1 chỗ cần bổ sung/);
    const returned = hiddenField(page, 'returned');
    expect((await presses('giam-doc', 'take', { returned, words: 'Phòng B không phát sinh' })).status).toBe(303);
  });

  it('is given its number then, which the clerk enters with the seal: no other, and no other date', async () => {
    expect((await presses('van-thu', 'number', { number: '41' })).status).toBe(303);
    const page = await asked('van-thu', place);
    expect(page.text).toContain('Ghi số 41 và ngày 16/11/2021 vào ô để trống');
    const once = await fileToSign();
    await presses(
      'van-thu',
      'signed',
      {},
      await stamped(once, { so: '42', ngay: 'Tinh Mau, ngay 17 thang 11 nam 2021' }),
    );
    const wrong = await asked('van-thu', place);
    for (const said of ['Ô số ghi &quot;42&quot;, mà số đã cấp là 41', 'mà ngày của văn bản là 16/11/2021'])
      expect(wrong.text).toContain(said);
    const right = await stamped(once, { so: '41', ngay: 'Tinh Mau, ngay 16 thang 11 nam 2021' });
    expect((await presses('van-thu', 'signed', {}, right)).status).toBe(303);
    expect((await edition()).passage?.stands).toBe('through');
    await town.at('2021-11-16', '16:10');
    const letters = town.mailsTo('so-khdt@tinh.example', 'edition-1');
    const mail = await opened(letters[0] as never);
    expect([letters.length, mail.attachments.map(({ content }) => sha256(content)).includes(sha256(right))]).toEqual([
      1,
      true,
    ]);
    expect(mail.text).toContain('Số, ký hiệu: 41/SCT-KHTCTH');
    expect((await auditedIn(town.table, town.archive)).breaches).toEqual([]);
  });
});
