import { html } from 'hono/html';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';

/** What a mail says, without its look: both its plain text and its HTML are made from this. */
export type Words = {
  subject: string;
  paragraphs: string[];
  /** The one address to open, when there is one. */
  action?: { label: string; address: string } | undefined;
};

export type Attachment = { name: string; mediaType: string; content: Uint8Array };

export type Message = {
  sender: { name: string; address: string };
  to: string;
  words: Words;
  attachments?: Attachment[];
  /** When it is sent, milliseconds since 1970. */
  at: number;
  /** Unique to this mail and the same each time it is written; letters, digits, "-" and ".". */
  id: string;
};

/** Writes a mail as MIME. The same message gives the same bytes. */
export function mime({ sender, to, words, attachments = [], at, id }: Message): Promise<Buffer> {
  const domain = sender.address.split('@')[1] ?? 'localhost';
  return new MailComposer({
    from: sender,
    to: { name: '', address: to },
    subject: words.subject,
    date: new Date(at),
    messageId: `<${id}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'vi' },
    text: plain(words),
    html: markup(words),
    attachments: attachments.map(({ name, mediaType, content }) => ({
      filename: name,
      contentType: mediaType,
      content: Buffer.from(content),
    })),
    // Short, so that it stays on one line: not every reader joins a parameter folded over two (RFC 2231).
    baseBoundary: id.slice(-32),
    // A mail is written from values alone: nothing in them may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  })
    .compile()
    .build();
}

function plain({ paragraphs, action }: Words): string {
  return [...paragraphs, ...(action ? [`${action.label}: ${action.address}`] : [])].join('\n\n');
}

function markup({ subject, paragraphs, action }: Words): string {
  return String(html`<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>${subject}</title></head>
<body>
${paragraphs.map(paragraph => html`<p style="white-space: pre-line">${paragraph}</p>`)}
${action ? html`<p><a href="${action.address}">${action.label}</a></p><p>${action.address}</p>` : ''}
</body>
</html>`);
}
