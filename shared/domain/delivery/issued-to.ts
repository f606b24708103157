import { hindranceIn } from './hindrances.ts';
import type { MailEntry } from './mail.ts';

/** How many addresses are named before the rest is counted: an entry of the trail stays readable. */
const named = 10;

/**
 * Who got the letter, for the trail, once each address is settled: "12/12 địa chỉ"; "10/12 địa chỉ; bị từ chối vì địa chỉ
 * sai: a@…; chưa rõ đã đi hay chưa: b@…".
 */
export function whoGotIt(letters: Pick<MailEntry, 'address' | 'state' | 'reason'>[]): string {
  const refused = letters.filter(({ state }) => state === 'refused');
  const unknown = letters.filter(({ state }) => state === 'unknown');
  const got = letters.length - refused.length - unknown.length;
  const reasons = Map.groupBy(refused, ({ reason = '' }) => hindranceIn(reason).words);
  return [
    `${got}/${letters.length} địa chỉ`,
    ...[...reasons].map(([words, mails]) => `bị từ chối vì ${words}: ${listed(mails)}`),
    ...(unknown.length > 0 ? [`chưa rõ đã đi hay chưa: ${listed(unknown)}`] : []),
  ].join('; ');
}

function listed(mails: Pick<MailEntry, 'address'>[]): string {
  const addresses = mails.map(({ address }) => address).sort();
  const more = addresses.length - named;
  return [...addresses.slice(0, named), ...(more > 0 ? [`và ${more} địa chỉ khác`] : [])].join(', ');
}
