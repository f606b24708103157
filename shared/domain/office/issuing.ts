import * as z from 'zod/mini';
import { Id } from '../text/id.ts';
import { type Act, may } from './roles.ts';
import type { Role, Staff } from './staff.ts';

/** Whether a letter goes out by itself at its deadline, as where nothing is said, or after the steps of its office. */
export const Issuing = z.enum(['automatic', 'after-approval']);

/**
 * What is done to a draft before it is issued (NĐ 30/2020, Điều 11 to 13 and 15): who drafted it answers for its content, the
 * clerk for its form, the signer approves it, it is given its number, it is signed by the signer, and stamped: signed for the
 * office, with its seal.
 */
export const StepKind = z.enum(['content', 'form', 'approval', 'number', 'signature', 'stamp']);
export type StepKind = z.infer<typeof StepKind>;

/** Everybody in a role, or these members of staff. */
export const By = z.union([
  z.enum(['coordinators', 'approvers', 'clerks']),
  z.array(Id).check(z.minLength(1), z.maxLength(20)),
]);
type By = z.infer<typeof By>;

/** One step: who does it, and whom its standing still is told, after how many hours. */
export const IssuingStep = z.strictObject({
  step: StepKind,
  by: z.optional(By),
  push: z.optional(
    z.array(z.strictObject({ afterHours: z.int().check(z.minimum(1), z.maximum(720)), to: By })).check(z.maxLength(5)),
  ),
});
export type IssuingStep = z.infer<typeof IssuingStep>;

/** What each step takes of whoever does it. */
export const actOf = {
  content: 'check content',
  form: 'check form',
  approval: 'approve',
  number: 'number',
  signature: 'sign',
  stamp: 'stamp',
} as const satisfies Record<StepKind, Act>;

/** The steps of an office that names none. */
const usual: IssuingStep[] = [
  { step: 'content', by: 'coordinators' },
  { step: 'form', by: 'clerks' },
  { step: 'approval', by: 'approvers' },
  { step: 'number', by: 'clerks' },
];

/** Steps that a file comes back from, signed outside. */
export const signingSteps = ['signature', 'stamp'] as const satisfies StepKind[];

type Steps = { issuing?: z.infer<typeof Issuing> | undefined; steps?: IssuingStep[] | undefined };

/** The steps that a report's letter goes through, in their order; undefined of one that goes out by itself. */
export function stepsOf({ issuing, steps = usual }: Steps): IssuingStep[] | undefined {
  return issuing === 'after-approval' ? steps : undefined;
}

/** Who does a step: those named, of whom the roles allow it. Where none of them is left at the office, whoever's role does. */
export function takersOf({ step, by }: IssuingStep, staff: Staff[]): Staff[] {
  const allowed = staff.filter(person => may(person, actOf[step]));
  const named = by === undefined ? allowed : among(by, allowed);
  return named.length > 0 ? named : allowed;
}

const group: Record<Extract<By, string>, Role> = {
  coordinators: 'coordinator',
  approvers: 'approver',
  clerks: 'clerk',
};

/** Those of some staff whom a step, or its push, names. */
export function among(by: By, staff: Staff[]): Staff[] {
  return staff.filter(({ id, roles }) => (typeof by === 'string' ? roles.includes(group[by]) : by.includes(id)));
}
