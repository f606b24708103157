import * as z from 'zod/mini';
import { Line } from '../text/line.ts';
import { type Formula, readFormula } from './formula.ts';

/**
 * Ràng buộc: what has to hold among the figures of one unit, or within one row of a list: "chuyen-sang + tiep-nhan =
 * da-giai-quyet + dang-giai-quyet", "da-giai-ngan <= ke-hoach-von". What breaks it is refused, or taken only with an explanation.
 * `says` is what people read in place of the names of both sides.
 */
export const Rule = z.strictObject({
  rule: z.string().check(z.maxLength(500)),
  otherwise: z.enum(['refuse', 'explain']),
  says: z.optional(Line),
});
export type Rule = z.infer<typeof Rule>;

export type Relation = '=' | '<=' | '>=' | '<' | '>';

export type RuleRead = { left: Formula; relation: Relation; right: Formula };

/** A rule read, or what is wrong with it, in Vietnamese. */
export function readRule(text: string): RuleRead | { fault: string } {
  const [left = '', relation, right, ...more] = text.split(/(<=|>=|=|<|>)/);
  if (relation === undefined || right === undefined || more.length > 0)
    return { fault: `"${text}" không phải là ràng buộc; viết như a + b = c hoặc a <= b` };
  const sides = [readFormula(left), readFormula(right)] as const;
  const [one, other] = sides;
  if ('fault' in one) return one;
  if ('fault' in other) return other;
  return { left: one.formula, relation: relation as Relation, right: other.formula };
}
