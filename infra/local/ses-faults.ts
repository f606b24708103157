/**
 * What may go wrong with a mail.
 *
 * - `refuse`, `throttle`: SES says no
 * - `accept-then-drop`, `accept-then-500`: the mail goes out, the answer does not
 * - `silence`: no answer ever, and no mail
 * - `bounce`, `complain`: accepted, and reported later
 */
export type FaultKind =
  | 'refuse'
  | 'throttle'
  | 'accept-then-drop'
  | 'accept-then-500'
  | 'silence'
  | 'bounce'
  | 'complain';

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
