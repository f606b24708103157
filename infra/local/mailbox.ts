import { simpleParser } from 'mailparser';
import type { Sent } from './ses.ts';

/** A mail as its reader sees it. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  link: string | undefined;
  attachments: { name: string; content: Buffer }[];
};

/** Opens a mail. `link` is the first address in it, as a clerk would tap it. */
export async function opened(sent: Sent): Promise<Mail> {
  const { text = '', subject = '', attachments } = await simpleParser(sent.raw);
  return {
    to: sent.destinations.join(', '),
    subject,
    text,
    link: /https?:\/\/\S+/.exec(text)?.[0],
    attachments: attachments.map(({ filename = '', content }) => ({ name: filename, content })),
  };
}

/** The mails of a step to an address, oldest first. */
export function mailsTo(outbox: Sent[], address: string, step: string): Sent[] {
  return outbox.filter(({ destinations, tags }) => destinations.includes(address) && tags.step === step);
}
