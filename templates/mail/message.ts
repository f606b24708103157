import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Contact } from '../../shared/domain/office/contact.ts';
import { sameAddress } from '../../shared/domain/office/mail-address.ts';

/** What a mail says, without its look: both its plain text and its HTML are made from this. */
export type Words = {
  subject: string;
  paragraphs: string[];
  /** The one address to open, when there is one. */
  action?: { label: string; address: string } | undefined;
  /** Words of its paragraphs that nobody is to overlook. */
  stressed?: string | undefined;
  /** An address that few readers need. */
  aside?: { label: string; address: string } | undefined;
  /** What few readers need, in small print at the end. */
  small?: string[] | undefined;
};

export type Attachment = { name: string; mediaType: string; content: Uint8Array };

export type Message = {
  sender: { name: string; address: string };
  to: string;
  words: Words;
  /** Whom its reader may ask, and whom an answer reaches; left out of a mail to that person. */
  contact?: Contact | undefined;
  attachments?: Attachment[];
  /** When it is sent, milliseconds since 1970. */
  at: number;
  /** Unique to this mail and the same each time it is written; letters, digits, "-" and ".". */
  id: string;
};

/**
 * Writes a mail as MIME. The same message gives the same bytes, and nothing that stands in it can end a part: what divides the
 * parts is drawn from all of their content and proved to stand nowhere else.
 */
export async function mime(message: Message): Promise<Buffer> {
  for (let draw = 0; draw < draws; draw += 1) {
    const boundary = boundaryOf(message, draw);
    const { parts, bytes } = await composed(message, boundary);
    if (timesIn(bytes, boundary) === parts) return bytes;
  }
  throw new Error(`nothing divides the parts of ${message.id}`);
}

/** More than anybody will ever need: 128 bits are met by chance in no text. */
const draws = 8;

/**
 * A digest of all that the mail says: whoever writes one of its texts would have to know the digest to write it, and would
 * change it by writing it. Short, so that it stays on one line: not every reader joins a parameter folded over two (RFC 2231).
 */
function boundaryOf({ sender, to, words, contact, attachments = [], at, id }: Message, draw: number): string {
  const digest = createHash('sha256').update(JSON.stringify([draw, sender, to, words, contact, at, id]));
  for (const { name, mediaType, content } of attachments)
    digest.update(JSON.stringify([name, mediaType, content.byteLength])).update(content);
  return digest.digest('hex').slice(0, 32);
}

/** The mail divided by a boundary, and how often that then stands in it: in the head of each whole, before each part, at the end. */
async function composed({ sender, to, words, contact, attachments = [], at, id }: Message, boundary: string) {
  const domain = sender.address.split('@')[1] ?? 'localhost';
  const asked = contact && !sameAddress(contact.mail, to) ? contact : undefined;
  const mail = new MailComposer({
    from: sender,
    to: { name: '', address: to },
    replyTo: asked && { name: asked.name, address: asked.mail },
    subject: words.subject,
    date: new Date(at),
    messageId: `<${id}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'vi' },
    text: plain(words, asked),
    html: markup(words, sender.name, asked),
    attachments: attachments.map(({ name, mediaType, content }) => ({
      filename: name,
      contentType: mediaType,
      content: Buffer.from(content),
    })),
    baseBoundary: boundary,
    // A mail is written from values alone: nothing in them may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  }).compile();
  return { parts: boundariesIn(mail), bytes: await mail.build() };
}

type Node = { childNodes: Node[] };

function boundariesIn({ childNodes }: Node): number {
  if (childNodes.length === 0) return 0;
  return childNodes.reduce((sum, child) => sum + boundariesIn(child), childNodes.length + 2);
}

function timesIn(bytes: Buffer, text: string): number {
  let times = 0;
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) times += 1;
  return times;
}

function plain({ paragraphs, action, aside, small = [] }: Words, asked: Contact | undefined): string {
  return [
    ...paragraphs,
    ...(action ? [`${action.label}: ${action.address}`] : []),
    ...(asked ? [whomToAsk(asked)] : []),
    ...(aside ? [`${aside.label}: ${aside.address}`] : []),
    ...small,
  ].join('\n\n');
}

function whomToAsk({ name, phone, mail }: Contact): string {
  return `Cần hỏi, xin trả lời thư này hoặc liên hệ ${[name, phone && `điện thoại ${phone}`, `thư ${mail}`].filter(Boolean).join(', ')}.`;
}

/** Styles stand at their elements, since many mail readers drop style sheets; colours of text are left to the reader's scheme. */
function markup(words: Words, from: string, asked: Contact | undefined): string {
  const { subject, paragraphs, action, stressed, aside, small = [] } = words;
  return String(html`<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${subject}</title></head>
<body style="margin: 0; padding: 16px; font: 16px/1.5 Arial, sans-serif">
<div style="max-width: 36em; margin: 0 auto">
<p style="margin: 0 0 20px; padding-bottom: 8px; border-bottom: 3px solid #0172ad; font-weight: bold">${from}</p>
${paragraphs.map(paragraph => html`<p style="white-space: pre-wrap; overflow-wrap: anywhere">${stress(paragraph, stressed)}</p>`)}
${action ? button(action) : ''}
${asked ? html`<p style="margin: 24px 0 0; padding-top: 12px; border-top: 1px solid #8a94a6">${whomToAsk(asked)}</p>` : ''}
${aside ? html`<p style="font-size: 13px; overflow-wrap: anywhere">${aside.label}: <a href="${aside.address}">${aside.address}</a></p>` : ''}
${small.map(line => html`<p style="font-size: 13px; white-space: pre-wrap; overflow-wrap: anywhere">${line}</p>`)}
</div>
</body>
</html>`);
}

function stress(paragraph: string, stressed: string | undefined) {
  const [said = '', ...after] = stressed ? paragraph.split(stressed) : [paragraph];
  return html`${said}${after.map(rest => html`<strong>${stressed}</strong>${rest}`)}`;
}

function button({ label, address }: NonNullable<Words['action']>) {
  return html`<p style="margin: 24px 0"><a href="${address}" style="display: inline-block; padding: 12px 24px; border-radius: 4px; background: #0172ad; color: #ffffff; font-weight: bold; text-decoration: none">${label}</a></p>
<p style="font-size: 13px; word-break: break-all">Không bấm được nút trên thì chép địa chỉ này vào trình duyệt:<br>${address}</p>`;
}
