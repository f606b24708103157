import type { Refusal } from './ses-message.ts';
import { refusals } from './ses-refusals.ts';

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

/**
 * Why one more mail may not be sent now, if so; otherwise it is counted. The rate may be exceeded in short bursts, not for long
 * (SES, "Service quotas"): a second's worth is let through at once, and then as many as the rate gives back.
 */
export function overLimit(account: Account): () => Refusal | undefined {
  let room = Number.POSITIVE_INFINITY;
  let last = performance.now();
  return () => {
    const now = performance.now();
    room = Math.min(account.perSecond, room + ((now - last) / 1_000) * account.perSecond);
    last = now;
    if (account.sentToday >= account.perDay) return refusals['quota-used-up'];
    if (room < 1) return refusals.throttle;
    room -= 1;
    account.sentToday += 1;
    return undefined;
  };
}
