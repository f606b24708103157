import type { Refusal } from './ses-message.ts';

/** What an account may send (SES quotas). Whoever holds it may change it, as AWS does. */
export type Account = {
  perSecond: number;
  perDay: number;
  sentToday: number;
};

/** As good as without limits: whoever works on one machine waits for nobody. */
export function generousAccount(): Account {
  return { perSecond: 1_000, perDay: 50_000, sentToday: 0 };
}

/** Why one more mail may not be sent now, if so; otherwise it is counted. */
export function overLimit(account: Account): () => Refusal | undefined {
  let lately: number[] = [];
  return () => {
    const now = performance.now();
    lately = lately.filter(at => at > now - 1_000);
    if (account.sentToday >= account.perDay) return throttled('Daily message quota exceeded.');
    if (lately.length >= account.perSecond) return throttled('Maximum sending rate exceeded.');
    lately.push(now);
    account.sentToday += 1;
    return undefined;
  };
}

export function throttled(message: string): Refusal {
  return { status: 400, code: 'Throttling', message };
}
