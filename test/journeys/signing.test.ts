import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditedIn } from '../../infra/department/audit.ts';
import { hiddenField } from '../../infra/local/browser.ts';
import { opened } from '../../infra/local/mailbox.ts';
import { readFiled } from '../../shared/aws/archive.ts';
import { auditTrail } from '../../shared/aws/audit.ts';
import { sha256 } from '../../shared/token.ts';
import { appendedTo, bodyOf } from '../domain/issuing/signed/a-pdf.ts';
import { type Issued, issued, patched, signed } from '../domain/issuing/signed/an-issuer.ts';
import { fieldNamed } from '../domain/issuing/signed/fields-of.ts';
import { board, foundSigningTown, type SigningTown } from './signing-town.ts';
import type { Town } from './town.ts';

const place = `${board}/issuing`;

let house: SigningTown;
let town: Town;
let root: Issued;
let leader: Issued;
let agency: Issued;

beforeAll(async () => {
  house = await foundSigningTown(['approval', 'number', 'signature', 'stamp'], ['phong-a', 'phong-b']);
  ({ town, root, leader, agency } = house);
});
afterAll(() => town.leave());

const asked: SigningTown['asked'] = (...all) => house.asked(...all);
const edition = () => house.edition();
const fileToSign = () => house.fileToSign();

/** Which draft is looked at, as the page has it. */
async function looked(who: string) {
  const page = await asked(who, place);
  return { pdf: hiddenField(page, 'pdf'), turn: hiddenField(page, 'turn') };
}

async function presses(who: string, act: string, fields: Record<string, string> = {}) {
  return asked(who, `${place}/${act}`, new URLSearchParams({ ...(await looked(who)), ...fields }));
}

function formWith(file: Uint8Array | undefined, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append('file', new Blob([Buffer.from(file)], { type: 'application/pdf' }), 'da ky.pdf');
  return form;
}

const brings = async (who: string, file: Uint8Array | undefined) =>
  asked(who, `${place}/signed`, formWith(file, await looked(who)));

const signedBy = (file: Uint8Array, as: Issued, field = 'chu-ky') =>
  signed(file, { as, field: fieldNamed(file, field) });

async function addresses(who: string): Promise<[fetch: string, bring: string]> {
  const page = await presses(who, 'addresses');
  const [one = '', other = ''] = [...page.text.matchAll(/readonly value="([^"]*)"/g)].map(([, value]) => value);
  return [one, other];
}

describe('a letter that is signed outside', () => {
  it('comes to who signs once it bears its number, with room for the signature and nothing in it', async () => {
    await town.at('2021-11-16', '16:05');
    expect((await presses('giam-doc', 'approve')).status).toBe(303);
    expect((await presses('van-thu', 'number', { number: '41' })).status).toBe(303);
    const page = await asked('giam-doc', place);
    expect(page.text).toContain('Tải tệp để ký');
    expect((await asked('van-thu', place)).text).not.toContain('Gửi tệp đã ký');
    expect((await edition()).passage?.stands).toBe('signature');
    const turns = town.outbox.filter(
      ({ destinations, tags }) => destinations.includes('giam-doc@so.example') && tags.step === 'turn-102',
    );
    expect(turns).toHaveLength(1);
    expect((await opened(turns[0] as never)).attachments[0]?.content.length).toBe((await fileToSign()).length);
    expect(fieldNamed(await fileToSign(), 'con-dau')).toBeGreaterThan(0);
    expect((await asked('van-thu', `${place}/signed`, formWith(undefined))).status).toBe(403);
  });

  it('refuses in words what is no signed file, and takes none of it', async () => {
    const sent = await fileToSign();
    const refusals = [
      [undefined, 'Chưa chọn tệp nào'],
      [Buffer.from('PK không phải'), 'không phải là PDF'],
      [Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(4_400_000)]), 'lớn hơn 4,3 MB'],
    ] as const;
    for (const [file, words] of refusals) {
      const { status, text } = await brings('giam-doc', file);
      expect([status, text.includes(words)], words).toEqual([422, true]);
    }
    const page = formWith(sent, { pdf: 'khac', turn: '0' });
    expect((await asked('giam-doc', `${place}/signed`, page)).text).toContain('có người khác xử lý');
    expect((await edition()).returned).toBeUndefined();
  });

  it('says of each file that came back what it is, and keeps it, but takes none that is not intact', async () => {
    const sent = await fileToSign();
    const once = await signedBy(sent, leader);
    const [stranger, old] = await Promise.all([
      issued('Người Lạ'),
      issued('Nguyễn Văn An', { by: root, to: '2021-11-01' }),
    ]);
    const at = Buffer.from(once).indexOf('/CreationDate');
    const cases: [string, Uint8Array, string][] = [
      ['unsigned', sent, 'CHƯA KÝ'],
      ['a byte changed', patched(once, at + 20, '9'), 'ĐÃ BỊ SỬA'],
      ['cut', once.slice(0, sent.length - 100), 'Tệp bị cụt'],
      ['something appended', appendedTo(once, { 3: bodyOf(once, fieldNamed(once, 'con-dau')) }), 'ĐÃ BỊ SỬA'],
      ['a stranger', await signedBy(sent, stranger), 'CHƯA RÕ NGƯỜI CẤP'],
      ['an old certificate', await signedBy(sent, old), 'ngoài thời hạn'],
    ];
    for (const [name, file, words] of cases) {
      const done = await brings('giam-doc', file);
      expect([name, done.status, done.to]).toEqual([name, 303, place]);
      expect((await asked('giam-doc', place)).text, name).toContain(words);
    }
    const { returned, passage } = await edition();
    expect(returned?.map(({ verdict }) => verdict)).toEqual([
      ...['unsigned', 'altered', 'altered', 'altered', 'issuer unknown', 'issuer unknown'],
    ]);
    expect(passage?.stands).toBe('signature');
  });

  it('shows where the text of another letter differs, side by side', async () => {
    const other = await readFiled(town.archive, (await edition()).files.pdf);
    await brings('giam-doc', other);
    const { text } = await asked('giam-doc', place);
    expect(text).toContain('ĐÃ BỊ SỬA');
    expect(text).toMatch(/Bản đã gửi đi ký"><span class="typed">[^<]*Số: 41\/SCT-KHTCTH/);
    expect(text).toMatch(/Tệp trả về"><span class="typed">[^<]*Số:\s+\/SCT-KHTCTH/);
    const filed = (await edition()).returned?.at(-1)?.file.sha256;
    expect((await asked('van-thu', `${board}/1/returned/${filed}`)).status).toBe(303);
    expect((await asked('van-thu', `${board}/1/returned/${'0'.repeat(64)}`)).status).toBe(404);
  });

  it('goes out and comes back at addresses that serve once, in the shape that signing programs use', async () => {
    const [fetchAt, bringAt] = await addresses('giam-doc');
    expect((await fetch(fetchAt, { method: 'HEAD' })).status).toBe(200);
    const got = await fetch(fetchAt);
    expect([got.status, got.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const sent = new Uint8Array(await got.arrayBuffer());
    expect(sha256(sent)).toBe(sha256(await fileToSign()));
    expect((await fetch(fetchAt)).status).toBe(404);
    const post = async (address: string, file: Uint8Array) => {
      const response = await fetch(address, { method: 'POST', body: formWith(file) });
      await town.quiet();
      return { status: response.status, said: (await response.json()) as Record<string, unknown> };
    };
    expect(await post(bringAt, sent)).toEqual({
      status: 200,
      said: {
        Status: false,
        Message: expect.stringMatching(/^CHƯA KÝ: .*Mở trang ban hành/),
        FileName: (await edition()).files.pdf.name,
        FileServer: town.address + place,
      },
    });
    const once = await signedBy(sent, leader);
    expect((await post(bringAt, once)).status).toBe(404);
    const [, again] = await addresses('giam-doc');
    const [, late] = await addresses('giam-doc');
    expect(
      (
        await post(
          fetchAt.replace(/.$/, last => (last === 'a' ? 'b' : 'a')),
          once,
        )
      ).status,
    ).toBe(404);
    expect(await post(again, once)).toMatchObject({
      status: 200,
      said: { Status: true, Message: expect.stringContaining('NGUYÊN VẸN') },
    });
    expect((await edition()).passage?.stands).toBe('stamp');
    expect((await post(late, once)).status).toBe(404);
  });

  it('is stamped on top of that signature, by the clerk, and by no file that has lost it', async () => {
    const unsigned = (await edition()).printed?.pdf;
    const once = await fileToSign();
    const bare = await signedBy(await readFiled(town.archive, unsigned as never), agency, 'con-dau');
    await brings('van-thu', bare);
    expect((await asked('van-thu', place)).text).toContain('không giữ nguyên bản đã có chữ ký của bước trước');
    await brings('van-thu', once);
    expect((await asked('van-thu', place)).text).toContain('CHƯA KÝ');
    expect((await asked('giam-doc', `${place}/signed`, formWith(once))).status).toBe(403);
    const twice = await signedBy(once, agency, 'con-dau');
    expect((await brings('van-thu', twice)).status).toBe(303);
    expect((await edition()).passage?.stands).toBe('through');
    const page = await asked('tong-hop', place);
    for (const said of ['NGUYÊN VẸN', 'Nguyễn Văn An', 'Sở Mẫu', 'Ký số, giam-doc']) expect(page.text).toContain(said);
  });

  it('is mailed signed, once to each, is known to whoever asks, and is whole to the audit', async () => {
    await town.at('2021-11-16', '16:10');
    await town.at('2021-11-16', '16:15');
    expect((await town.period('bao-cao-thang', '2021-10'))?.state).toBe('issued');
    const { returned } = await edition();
    const file = returned?.at(-1)?.file;
    const letters = town.mailsTo('so-khdt@tinh.example', 'edition-1');
    expect(letters).toHaveLength(1);
    const mail = await opened(letters[0] as never);
    const pdf = mail.attachments.find(({ name }) => name.endsWith('.pdf'));
    expect(sha256(pdf?.content ?? new Uint8Array())).toBe(file?.sha256);
    expect(mail.text).toContain(file?.sha256);
    const known = async (hash = '') => (await asked('nobody', '/kiem-tra', formWith(undefined, { hash }))).status;
    expect(await known(file?.sha256)).toBe(200);
    expect(await known((await edition()).printed?.pdf.sha256)).toBe(404);
    const acts = (await auditTrail(town.table, { report: 'bao-cao-thang', month: '2021-10' })).map(({ what }) => what);
    expect(acts).toEqual(expect.arrayContaining(['tệp ký trả về', 'ký số', 'đóng dấu số', 'phát hành']));
    expect((await auditedIn(town.table, town.archive)).breaches).toEqual([]);
  });
});

describe('where signing is down', () => {
  it('a scan of the paper is taken, for a reason, which stands beside it', async () => {
    await town.at('2021-12-01', '08:00');
    await town.handIn('phong-a@so.example', {
      figures: { 'xuat-khau': { state: 'reported' as const, value: '139' } },
      outcomes: {},
    });
    await town.at('2021-12-16', '16:00');
    await house.signIn();
    const next = place.replace('10', '11');
    const act = async (who: string, name: string, fields: Record<string, string>) => {
      const page = await asked(who, next);
      const looking = { pdf: hiddenField(page, 'pdf'), turn: hiddenField(page, 'turn') };
      return asked(who, `${next}/${name}`, new URLSearchParams({ ...looking, ...fields }));
    };
    await act('giam-doc', 'approve', {});
    await act('van-thu', 'number', {});
    const page = await asked('giam-doc', next);
    const looking = { pdf: hiddenField(page, 'pdf'), turn: hiddenField(page, 'turn') };
    await asked('giam-doc', `${next}/signed`, formWith(Buffer.from('%PDF-1.4 bản quét'), looking));
    const found = await asked('giam-doc', next);
    expect(found.text).toContain('Không đọc được chữ trong tệp trả về');
    const returned = hiddenField(found, 'returned');
    const refused = await act('giam-doc', 'take', { returned, words: '' });
    expect([refused.status, refused.text.includes('Hãy ghi rõ lý do')]).toEqual([422, true]);
    expect((await act('giam-doc', 'take', { returned: '0'.repeat(64), words: 'ký tay' })).status).toBe(422);
    expect((await act('giam-doc', 'take', { returned, words: 'Thiết bị ký hỏng, đã ký tay' })).status).toBe(303);
    const after = await asked('van-thu', next);
    expect(after.text).toContain('Thiết bị ký hỏng, đã ký tay');
    expect((await auditedIn(town.table, town.archive)).breaches).toEqual([]);
  });
});
