import { createHash } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { type Message, mime } from '../../../templates/mail/message.ts';

const message = (text: string, changed: Partial<Message> = {}): Message => ({
  sender: { name: 'Sở Mẫu', address: 'bao-cao@so.example' },
  to: 'phong-a@so.example',
  words: { subject: 'Biên nhận', paragraphs: ['Kính gửi: Phòng A', text] },
  at: Date.parse('2021-11-16T09:00:00Z'),
  id: `bao-cao-thang.2021-10.receipt-1.${'0'.repeat(32)}`,
  ...changed,
});
const pdf = { name: 'công văn.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7') };
const boundariesOf = (bytes: Buffer) =>
  [...bytes.toString('latin1').matchAll(/boundary="([^"]+)"/g)].map(([, boundary = '']) => boundary);
/** What a text would say that ends its part, and adds one of its own. */
const smuggling = (boundary: string) =>
  [
    `--${boundary}`,
    'Content-Type: text/html',
    '',
    '<h1>Tai khoan sap bi khoa</h1>',
    `--${boundary}`,
    'Content-Type: application/hta',
    'Content-Disposition: attachment',
    '',
    'x',
    `--${boundary}--`,
  ].join('\n');

/** A reader finds in the mail what was written, and nothing else. */
async function expectWhole(mail: Message) {
  const bytes = await mime(mail);
  const { text = '', html, attachments, headerLines } = await simpleParser(bytes);
  for (const paragraph of mail.words.paragraphs) expect(text).toContain(paragraph.replaceAll('\r\n', '\n'));
  expect(String(html)).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/);
  expect(attachments.map(({ filename }) => filename)).toEqual((mail.attachments ?? []).map(({ name }) => name));
  for (const boundary of boundariesOf(bytes)) {
    const lines = bytes.toString('latin1').split('\r\n');
    expect(lines.filter(line => line === `--${boundary}--`)).toHaveLength(1);
  }
  return { bytes, headers: headerLines.map(({ key }) => key) };
}

describe('no text of anyone ends a part of a mail', () => {
  it('though it holds what divided the parts when there was only the recipient’s digest to know', async () => {
    const old = `--_NmP-${'0'.repeat(32)}-Part_1`;
    await expectWhole(message(smuggling(old)));
    expect(boundariesOf(await mime(message(smuggling(old))))).not.toContain(old);
  });

  it('though it holds what divides the same mail without it, and that again, and again', async () => {
    let text = 'Không có vướng mắc.';
    for (let time = 0; time < 20; time += 1) {
      const { bytes } = await expectWhole(message(text, { attachments: [pdf] }));
      text = `${text}\n${boundariesOf(bytes).map(smuggling).join('\n')}`;
    }
  });

  it('though it foresees every draw of an earlier message', async () => {
    const base = message('');
    const digest = (draw: number) =>
      createHash('sha256')
        .update(JSON.stringify([draw, base.sender, base.to, base.words, base.at, base.id]))
        .digest('hex')
        .slice(0, 32);
    const guesses = [0, 1, 2, 3, 4, 5, 6, 7].flatMap(draw =>
      [1, 2, 3].map(part => `--_NmP-${digest(draw)}-Part_${part}`),
    );
    await expectWhole(message(guesses.map(smuggling).join('\n')));
  });

  it.each([
    ['a subject', (text: string) => message('x', { words: { subject: text, paragraphs: ['x'] } })],
    ['the name of the office', (text: string) => message('x', { sender: { name: text, address: 'a@so.example' } })],
    ['the name of a file', (text: string) => message('x', { attachments: [{ ...pdf, name: text }] })],
    [
      'a label',
      (text: string) =>
        message('x', {
          words: { subject: 's', paragraphs: ['x'], action: { label: text, address: 'https://so.example/' } },
        }),
    ],
  ])('nor adds a header or a part by %s', async (_, holding) => {
    const plain = await mime(holding('Báo cáo'));
    const hostile = await mime(
      holding('Bao cao\r\nBcc: ke-xau@nhan.example\r\n\r\n--_NmP-1-Part_1\r\nContent-Type: text/html\r\n\r\n<b>'),
    );
    const headersOf = async (bytes: Buffer) => (await simpleParser(bytes)).headerLines.map(({ key }) => key);
    expect(await headersOf(hostile)).toEqual(await headersOf(plain));
    expect((await simpleParser(hostile)).attachments).toHaveLength((await simpleParser(plain)).attachments.length);
    expect(hostile.toString('latin1').split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
  });

  it.each(['--', '--x--', '.', '..\n.\n', 'From kẻ xấu', '=', '=0D=0A--', 'a '.repeat(600), '- \n--\n---', ' \t'])(
    'nor is a line changed that means something on the way: %j',
    async text => {
      const { text: read = '' } = await simpleParser(await mime(message(`đầu\n${text}\ncuối`)));
      expect(read).toContain(`đầu\n${text}\ncuối`);
    },
  );
});

describe('what divides a mail', () => {
  it('is the same each time for the same mail, byte for byte', async () => {
    const mail = message('Không có vướng mắc.', { attachments: [pdf] });
    expect(await mime(mail)).toEqual(await mime(structuredClone(mail)));
  });

  it('is another for whatever else the mail says, its files too', async () => {
    const mails = [
      message('a'),
      message('b'),
      message('a', { to: 'phong-b@so.example' }),
      message('a', { at: 0 }),
      message('a', { attachments: [pdf] }),
      message('a', { attachments: [{ ...pdf, content: Buffer.from('%PDF-1.8') }] }),
    ];
    const boundaries = await Promise.all(mails.map(async mail => boundariesOf(await mime(mail))[0]));
    expect(new Set(boundaries).size).toBe(mails.length);
  });

  it('stands on one line of the head, where every reader finds it', async () => {
    const head = (await mime(message('x'))).toString('latin1').split('\r\n\r\n')[0] ?? '';
    expect(head).toMatch(/boundary="--_NmP-[0-9a-f]{32}-Part_1"/);
  });
});

describe('the HTML of a mail', () => {
  it('stresses what nobody is to overlook, leads to what few need, and is told a text as text', async () => {
    const words = {
      subject: 'Đăng nhập',
      paragraphs: ['Mã: 206 184 <b>', 'Khác'],
      stressed: '206 184',
      aside: { label: 'Kiểm tra', address: 'https://so.example/kiem-tra' },
      small: ['Mã kiểm tra'],
    };
    const { html, text } = await simpleParser(await mime(message('', { words })));
    expect(html).toContain('Mã: <strong>206 184</strong> &lt;b&gt;</p>');
    expect(html).toContain('Kiểm tra: <a href="https://so.example/kiem-tra">https://so.example/kiem-tra</a>');
    expect(text).toContain('Mã: 206 184 <b>\n\nKhác\n\nKiểm tra: https://so.example/kiem-tra\n\nMã kiểm tra');
  });
});
