import type { Correction } from '../domain/collection/correction.ts';
import type { Period } from '../domain/office/period.ts';
import { type AuditEntry, auditAll, digestOf } from './audit.ts';
import type { Table } from './table.ts';

/** Enters in the trail what it does not hold yet: that corrections were asked for, and what was decided. */
export function enterCorrections(table: Table, period: Period, corrections: Correction[]): Promise<void> {
  return auditAll(table, period, corrections.flatMap(actsOf));
}

function actsOf(correction: Correction): AuditEntry[] {
  const { unit, number, label, before, after, reason, by, at, decided } = correction;
  const { asked, answered } = correctionDigests(correction);
  const which = `${unit}, đề nghị ${number}, ${label}`;
  const detail = `${which}: "${before}" thành "${after}"; ${reason}`;
  return [
    { at, who: by ?? unit, what: 'đề nghị đính chính', detail, holds: [asked] },
    ...(decided && answered
      ? [
          {
            ...{ at: decided.at, who: decided.who, holds: [answered] },
            what: decided.accepted ? 'chấp nhận đính chính' : 'không chấp nhận đính chính',
            detail: decided.words ? `${which}: ${decided.words}` : which,
          },
        ]
      : []),
  ];
}

/** What the trail holds of a correction: as it was asked for, and once it is decided on. */
export function correctionDigests({ decided, ...asked }: Correction): { asked: string; answered?: string | undefined } {
  return {
    asked: digestOf(asked),
    ...(decided && { answered: digestOf({ ...asked, decided }) }),
  };
}
