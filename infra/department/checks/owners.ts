import type { Term } from '../../../shared/domain/calendar/term.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import { ownerIn, ownersIn } from '../../../shared/domain/office/owing.ts';
import { standsIn } from '../../../shared/domain/office/validity.ts';
import type { Explained, FolderFault } from '../fault.ts';
import { didYouMean } from '../nearest.ts';
import type { ReportFile } from '../report-file.ts';
import type { Made } from './making.ts';
import { turningTerms } from './turning-terms.ts';

type Owed = Made & Parameters<typeof standsIn>[0];

/** A list of things owed, by its name in report.yaml. */
type Owned = { list: string; all: Owed[] };

/** Whatever is asked is owed, in every month, by a unit that there is. */
export function ownerFaults(department: Department, report: ReportFile): FolderFault[] {
  const { indicators, tasks, lists = [] } = report.definition;
  const owed: Owned[] = Object.entries({ indicators, tasks, lists }).map(([list, all]) => ({ list, all }));
  return owed.flatMap(owned => [
    ...unknownUnits(department, owned, report),
    ...outOfOrder(owned, report),
    ...owedByNobody(department, owned, report),
  ]);
}

function unknownUnits({ units }: Department, { list, all }: Owned, { yaml }: ReportFile): FolderFault[] {
  const ids = units.map(({ id }) => id);
  return all.flatMap(({ owner = [], owedBy = [] }, at) => {
    const many = owedBy === 'all' ? [] : owedBy.map((unit, nth) => ({ unit, path: [list, at, 'owedBy', nth] }));
    const turns = owner.map(({ unit }, turn) => ({ unit, path: [list, at, 'owner', turn] }));
    const unknown = [...turns, ...many].filter(({ unit }) => !ids.includes(unit));
    const faults = unknown.map(({ unit, path }) => {
      const hint = didYouMean(unit, ids, `dùng một mã đơn vị trong department.yaml: ${ids.join(', ')}`);
      return { file: yaml.file, line: yaml.lineOf(path), message: `không có đơn vị "${unit}"`, hint };
    });
    const twice = many.find(({ unit }, nth) => many.findIndex(each => each.unit === unit) < nth);
    if (!twice) return faults;
    const message = `đơn vị "${twice.unit}" có hai lần trong owedBy`;
    return [...faults, { file: yaml.file, line: yaml.lineOf(twice.path), message, hint: 'giữ một, bỏ một' }];
  });
}

/** Units follow one another: the first from the beginning, each later one from a later month. */
function outOfOrder({ list, all }: Owned, { yaml }: ReportFile): FolderFault[] {
  return all.flatMap(({ owner = [] }, at) =>
    owner.flatMap(({ unit, from }, turn) => {
      const before = owner[turn - 1];
      if (!before || (from !== undefined && (before.from ?? '') < from)) return [];
      const message = `đơn vị "${unit}" nhận bàn giao không sau "${before.unit}"`;
      const hint = 'xếp các đơn vị theo thời gian, mỗi đơn vị sau ghi from là kỳ đầu của mình';
      return [{ file: yaml.file, line: yaml.lineOf([list, at, 'owner', turn]), message, hint }];
    }),
  );
}

/** Told once of each entry, in the first month in which it happens. A unit that nobody knows is another fault. */
function owedByNobody(department: Department, owned: Owned, { yaml, definition }: ReportFile): FolderFault[] {
  const months = turningTerms(department, definition);
  return owned.all.flatMap((entry, at) => {
    const month = months.find(each => standsIn(entry, each) && !isOwed(department, entry, each));
    if (month === undefined) return [];
    if (entry.owedBy !== undefined) {
      const message = `kỳ ${month} không đơn vị nào trong owedBy còn hoạt động`;
      const hint = 'thêm đơn vị vào owedBy, hoặc cho mục này thôi hỏi bằng validTo';
      return [{ file: yaml.file, line: yaml.lineOf([owned.list, at, 'owedBy']), message, hint }];
    }
    const unit = ownerIn(entry, month);
    const turn = (entry.owner ?? []).findLastIndex(owner => owner.unit === unit);
    const line = yaml.lineOf([owned.list, at, 'owner', Math.max(0, turn)]);
    return [{ file: yaml.file, line, ...orphaned(unit, month) }];
  });
}

/** What is computed is owed by nobody, and what nobody is asked for is a fault of its own. */
function isOwed(department: Department, entry: Owed, month: Term): boolean {
  if (entry.formula !== undefined || entry.source !== undefined) return true;
  if (entry.owedBy !== undefined)
    return isUnknown(department, entry.owedBy) || ownersIn(department, entry, month).length > 0;
  if (!entry.owner?.length) return true;
  const id = ownerIn(entry, month);
  const unit = department.units.find(each => each.id === id);
  return unit ? standsIn(unit, month) : id !== undefined;
}

function isUnknown({ units }: Department, owedBy: Owed['owedBy']): boolean {
  return owedBy !== 'all' && !owedBy?.some(unit => units.some(({ id }) => id === unit));
}

function orphaned(unit: string | undefined, month: Term): Explained {
  if (unit === undefined) {
    return { message: `kỳ ${month} chưa giao cho đơn vị nào`, hint: 'bỏ from của đơn vị đầu tiên' };
  }
  return {
    message: `đơn vị "${unit}" không còn hoặc chưa có trong kỳ ${month}`,
    hint: `giao cho đơn vị khác: thêm { unit: mã-đơn-vị, from: ${month} }, hoặc sửa validFrom, validTo của đơn vị`,
  };
}
