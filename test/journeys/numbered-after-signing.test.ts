import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditedIn } from '../../infra/department/audit.ts';
import { hiddenField } from '../../infra/local/browser.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { sha256 } from '../../shared/token.ts';
import { bodyOf } from '../domain/issuing/signed/a-pdf.ts';
import { type Issued, signed } from '../domain/issuing/signed/an-issuer.ts';
import { fieldNamed, fieldsOf } from '../domain/issuing/signed/fields-of.ts';
import { board, foundSigningTown, type SigningTown } from './signing-town.ts';
import type { Town } from './town.ts';

const place = `${board}/issuing`;

let house: SigningTown;
let town: Town;
let leader: Issued;
let agency: Issued;

beforeAll(async () => {
  house = await foundSigningTown(['signature', 'number', 'stamp'], ['phong-a']);
  ({ town, leader, agency } = house);
});
afterAll(() => town.leave());

const asked: SigningTown['asked'] = (...all) => house.asked(...all);
const edition = () => house.edition();
const fileToSign = () => house.fileToSign();

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
