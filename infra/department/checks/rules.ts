import type { Department } from '../../../shared/domain/office/department.ts';
import { type Formula, formulaIn } from '../../../shared/domain/office/formula.ts';
import { namesIn } from '../../../shared/domain/office/formula-names.ts';
import { ownersIn } from '../../../shared/domain/office/owing.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import { type Rule, readRule } from '../../../shared/domain/office/rule.ts';
import type { Explained, FolderFault } from '../fault.ts';
import type { ReportFile } from '../report-file.ts';
import { faultsOf, type NamesAllowed, unreadable } from './formula.ts';
import { indicatorNames } from './indicator-names.ts';
import { turningTerms } from './turning-terms.ts';

/** Rules over the figures of a unit that cannot be read, name what there is not, or never come to be asked of anybody. */
export function ruleFaults(department: Department, { yaml, definition }: ReportFile): FolderFault[] {
  const allowed = indicatorNames(definition);
  return (definition.rules ?? []).flatMap((rule, at) => {
    const found = ruleFaultsIn(rule, allowed);
    const faults = found.length > 0 ? found : neverAsked(department, definition, rule);
    return faults.map(fault => ({ file: yaml.file, line: yaml.lineOf(['rules', at]), ...fault }));
  });
}

/** What is wrong with one rule where certain names may stand. */
export function ruleFaultsIn({ rule }: Rule, allowed: NamesAllowed): Explained[] {
  const read = readRule(rule);
  if ('fault' in read) return [unreadable(read.fault)];
  const { left, right } = read;
  const faults = [...faultsOf(left, allowed), ...faultsOf(right, allowed)];
  if (faults.length > 0 || namesIn(left).length + namesIn(right).length > 0) return faults;
  return [{ message: `ràng buộc "${rule}" không nhắc tới số liệu nào`, hint: 'viết như a + b = c hoặc a <= b' }];
}

/** A rule is kept among the figures of one unit: some unit has to owe all that it is about. */
function neverAsked(department: Department, definition: ReportDefinition, { rule }: Rule): Explained[] {
  const read = readRule(rule);
  if ('fault' in read) return [];
  const asked = [...new Set([read.left, read.right].flatMap(side => askedFor(side, definition)))];
  const someoneOwesAll = turningTerms(department, definition).some(term => {
    const owners = asked.map(name => new Set(ownersOf(department, definition, { name, term })));
    return department.units.some(({ id }) => owners.every(each => each.has(id)));
  });
  if (someoneOwesAll) return [];
  const hint = 'ràng buộc chỉ xét trong số liệu của một đơn vị; dùng các mã cùng đơn vị báo';
  return [{ message: `không đơn vị nào báo cả ${asked.join(', ')}, nên ràng buộc không bao giờ được xét`, hint }];
}

/** What has to be handed in for a formula: through those it is computed from, as far as they go. */
function askedFor(formula: Formula, definition: ReportDefinition, seen: string[] = []): string[] {
  return namesIn(formula).flatMap(name => {
    const made = formulaIn(definition.indicators.find(({ code }) => code === name)?.formula);
    return !made || seen.includes(name) ? [name] : askedFor(made, definition, [...seen, name]);
  });
}

function ownersOf(
  department: Department,
  { indicators, lists = [] }: ReportDefinition,
  of: { name: string; term: string },
) {
  const [first] = of.name.split('.');
  const owed = indicators.find(({ code }) => code === of.name) ?? lists.find(({ id }) => id === first);
  return owed ? ownersIn(department, owed, of.term) : [];
}
