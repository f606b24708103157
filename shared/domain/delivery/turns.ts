import type { Edition } from '../compilation/edition.ts';
import { isSigning, toBeSigned } from '../issuing/signing.ts';
import type { Department } from '../office/department.ts';
import { among, type IssuingStep, takersOf } from '../office/issuing.ts';
import { coordinatorsOf, type Staff } from '../office/staff.ts';
import type { MailEntry } from './mail.ts';
import { type Notice, staffNotices } from './notices.ts';

export type Turn = {
  edition: Edition;
  /** The steps of its report. */
  steps: IssuingStep[];
  office: Pick<Department, 'staff'>;
  now: number;
};

const hour = 3_600_000;

/**
 * What is mailed while a draft is on its way: whoever it stands with, once each time it comes to them; and of a draft that stands
 * still those whom its office names, each once. No hour that passes takes a draft any further. Who is to sign what is still being
 * printed with its number is told once it is.
 */
export function turnNotices({ edition, steps, office, now }: Turn): Notice[] {
  const stands = edition.passage?.stands;
  if (stands && isSigning(stands) && !toBeSigned(edition)) return [];
  const step = steps.find(each => each.step === stands);
  const since = cameAt(edition);
  const pushed = (step?.push ?? []).filter(({ afterHours }) => now >= since + afterHours * hour);
  return [
    ...staffNotices(edition, turnStep('turn', edition), standsWith({ edition, steps, office })),
    ...pushed.flatMap(({ to }) => staffNotices(edition, turnStep('push', edition), among(to, office.staff))),
  ];
}

/** Those whose act a draft waits for. */
export function standsWith({ edition, steps, office }: Pick<Turn, 'edition' | 'steps' | 'office'>): Staff[] {
  const stands = edition.passage?.stands;
  if (stands === 'coordinator') return coordinatorsOf(office);
  const step = steps.find(each => each.step === stands);
  return step ? takersOf(step, office.staff) : [];
}

/** When a draft came to where it stands, milliseconds since 1970. */
export function cameAt({ passage, at }: Pick<Edition, 'passage' | 'at'>): number {
  return passage?.acts.at(-1)?.when ?? at;
}

/** True of a mail of the turn that a draft stands at: of a turn that is over nobody is told any more. */
export function isOfTurn({ step }: Pick<MailEntry, 'step'>, edition: Edition): boolean {
  return step === turnStep('turn', edition) || step === turnStep('push', edition);
}

/** "turn-203": edition 2 after three acts; a draft takes fewer than a hundred (issuing/passing.ts). */
function turnStep(kind: 'turn' | 'push', { number, turn = 0 }: Edition): string {
  return `${kind}-${100 * number + turn}`;
}

/** True of word that a draft stands with somebody, and of the push. */
export function isTurnMail({ step }: Pick<MailEntry, 'step'>): boolean {
  return /^(turn|push)-/.test(step);
}
