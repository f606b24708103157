import type { MailEntry } from '../delivery/mail.ts';
import { at, type Breach, mends } from './breach.ts';

/** A mail as this machine kept it: its file, and the digest of what is in it. */
export type KeptMessage = { file: string; sha256: string };

type Told = Pick<MailEntry, 'address' | 'state' | 'attempts' | 'sha256' | 'step'>;

/** What this machine mailed: each message kept, as the ledger tells, and none that it does not tell of. */
export function breachesInOutbox(messages: KeptMessage[], ledger: Told[]): Breach[] {
  const told = new Map(ledger.flatMap(mail => (mail.sha256 ? [[mail.sha256, mail] as const] : [])));
  const kept = new Set(messages.map(({ sha256 }) => sha256));
  const untold = ledger.filter(({ sha256, attempts }) => !sha256 && attempts > 0).map(({ address }) => nameOf(address));
  const numbers = messages.map(({ file }) => Number(/^(\d+)-/.exec(file)?.[1]));
  return [
    ...messages.flatMap(({ file, sha256 }, index) => {
      const name = /^\d+-(.*)\.eml$/.exec(file)?.[1] ?? '';
      const own = told.get(sha256);
      const explained = own ? nameOf(own.address) === name : untold.includes(name);
      const again = messages.findIndex(other => other.sha256 === sha256) < index;
      return at(
        `thư đã gửi ${file}`,
        mends.mail,
        !explained && 'không khớp mục nào của sổ thư: thư đã bị sửa, đổi tên hoặc thêm vào',
        again && 'có hai bản',
      );
    }),
    ...[...told].flatMap(([sha256, { step, address, state }]) =>
      at(
        `thư ${step} tới ${address}`,
        mends.mail,
        state !== 'unknown' && !kept.has(sha256) && 'thư đã gửi không còn, hoặc đã bị sửa',
      ),
    ),
    ...at(
      'thư đã gửi',
      mends.mail,
      ...Array.from({ length: Math.max(0, ...numbers.filter(Number.isFinite)) }, (_, index) => index + 1)
        .filter(number => !numbers.includes(number))
        .map(number => `mất thư số ${number}`),
    ),
  ];
}

/** What stands behind the number in the name of a mail's file: whom it was to, as a file may be named. */
export function nameOf(recipients: string): string {
  return recipients.replace(/[^\w.@+-]/g, '_').slice(0, 100);
}
