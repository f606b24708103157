import { simpleParser } from 'mailparser';
import type { Sent } from './ses-message.ts';

/** A mail as its reader sees it. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  link: string | undefined;
  attachments: { name: string; content: Buffer }[];
};

/** Opens a mail that was just accepted. */
export function opened(sent: Sent): Promise<Mail> {
  return openedMail(sent.raw);
}

/** Opens a mail. `link` is the first address in it, as a clerk would tap it. */
export async function openedMail(raw: Buffer): Promise<Mail> {
  const { text = '', subject = '', to, attachments } = await simpleParser(raw);
  return {
    to: [to ?? []]
      .flat()
      .map(addressed => addressed.text)
      .join(', '),
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
