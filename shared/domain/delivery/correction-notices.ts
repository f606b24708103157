import type { Correction, CorrectionName } from '../collection/correction.ts';
import type { Period } from '../office/period.ts';
import type { MailEntry } from './mail.ts';
import { type Notice, unitNotices } from './notices.ts';
import { mostToldAtOnce } from './troubles.ts';

/** The corrections of which no word in the ledger tells the coordinators yet, by their names, "phong-a 2", as many as one word tells of. */
export function untoldCorrections(corrections: Correction[], ledger: MailEntry[]): string[] {
  const told = new Set(ledger.flatMap(({ step, about = [] }) => (step.startsWith('ask-') ? about : [])));
  return corrections
    .filter(({ decided }) => !decided)
    .map(correctionName)
    .filter(name => !told.has(name))
    .slice(0, mostToldAtOnce);
}

/** To each unit what was decided on its correction, "answer-2" of the second it asked for. */
export function correctionNotices(period: Period, corrections: Correction[]): Notice[] {
  return corrections
    .filter(({ decided }) => decided)
    .flatMap(({ unit, number }) => unitNotices(period, new Set([unit]), `answer-${number}`));
}

/** The corrections that a mail tells of: those asked for, or the one that was decided on. */
export function correctionsTold(
  corrections: Correction[],
  { step, to, about = [] }: Pick<MailEntry, 'step' | 'to' | 'about'>,
): Correction[] {
  const names = new Set(about);
  if (step.startsWith('ask-')) return corrections.filter(each => names.has(correctionName(each)));
  return corrections.filter(
    ({ unit, number, decided }) => decided && to.kind === 'unit' && to.unit === unit && step === `answer-${number}`,
  );
}

export function correctionName({ unit, number }: CorrectionName): string {
  return `${unit} ${number}`;
}
