import type { RefusalName } from './ses-refusals.ts';

/**
 * What may go wrong with a mail.
 *
 * - one of the things SES says no by (ses-refusals.ts): nothing goes out
 * - `accept-then-drop`, `accept-then-500`: the mail goes out, the answer does not
 * - `drop`, `break`: neither, though nobody can know it
 * - `silence`: no answer ever, and no mail
 * - `bounce`, `complain`, `reject`: accepted, and reported later
 * - `out-of-office`, `full-after-all`: delivered, and something comes back
 * - `delay`, `full`, `soft-bounce`: not delivered for now, or not at all, to an address that is right
 */
export type FaultKind =
  | RefusalName
  | 'accept-then-drop'
  | 'accept-then-500'
  | 'drop'
  | 'break'
  | 'silence'
  | 'bounce'
  | 'complain'
  | 'reject'
  | 'out-of-office'
  | 'full-after-all'
  | 'delay'
  | 'full'
  | 'soft-bounce';

export type Faults = {
  /** Plans a fault for the next mails to an address, or to anybody when it is "*". */
  plan: (recipient: string, kind: FaultKind, times?: number) => void;
  /** What was planned comes no more. */
  forget: () => void;
  /** The fault of this mail, which is used up by asking. */
  of: (recipient: string) => FaultKind | undefined;
};

/** No faults, until some are planned. */
export function plannedFaults(): Faults {
  let planned: { recipient: string; kind: FaultKind; left: number }[] = [];
  return {
    plan: (recipient, kind, times = 1) => {
      planned.push({ recipient, kind, left: times });
    },
    forget: () => {
      planned = [];
    },
    of: recipient => {
      const next = planned.find(fault => fault.left > 0 && (fault.recipient === '*' || fault.recipient === recipient));
      if (next) next.left -= 1;
      return next?.kind;
    },
  };
}
