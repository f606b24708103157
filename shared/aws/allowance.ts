import { GetSendQuotaCommand } from '@aws-sdk/client-ses';
import { log } from '../log.ts';
import type { Post } from './post.ts';

/** What the account may send: mails a second, and mails in the 24 hours to come. */
export type Allowance = { perSecond: number; left: number };

/** Asked again after this long, milliseconds; SES lets it be asked once a second, by the whole account. */
const fresh = 60_000;

/** What is taken for granted while SES does not say: as little as any account has (SES quotas, sandbox). */
const least: Allowance = { perSecond: 1, left: 200 };

let known: { at: number; allowance: Allowance } | undefined;

/** What the account may send now. Who sends takes it off `left`, so that the next to ask is told what is left. */
export async function allowanceOf(post: Post, now: number): Promise<Allowance> {
  if (!known || Math.abs(now - known.at) >= fresh) known = { at: now, allowance: await asked(post) };
  return known.allowance;
}

async function asked({ client }: Post): Promise<Allowance> {
  try {
    const { MaxSendRate = 1, Max24HourSend = 0, SentLast24Hours = 0 } = await client.send(new GetSendQuotaCommand({}));
    // A limit of -1 is none.
    const left = Max24HourSend < 0 ? Number.POSITIVE_INFINITY : Math.max(0, Max24HourSend - SentLast24Hours);
    return { perSecond: Math.max(1, MaxSendRate), left };
  } catch (error) {
    log.warn('SES does not say what may be sent; it is sent slowly', error as Error);
    return { ...least };
  }
}
