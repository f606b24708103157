import type { Term } from '../../../shared/domain/calendar/term.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import { indicatorsIn, ownerIn, tasksIn } from '../../../shared/domain/office/owing.ts';
import { standsIn } from '../../../shared/domain/office/validity.ts';
import type { FolderFault } from '../fault.ts';
import { didYouMean } from '../nearest.ts';
import type { ReportFile } from '../report-file.ts';
import { turningTerms } from './turning-terms.ts';

type Owed = Pick<Indicator, 'owner' | 'owedBy' | 'formula' | 'source'>;

/** A list of things owed: all of it, and what of it is asked in a month. */
type Owned = { list: 'indicators' | 'tasks'; all: Owed[]; in: (month: Term) => Owed[] };

/** Whatever is asked is owed, in every month, by a unit that there is. */
export function ownerFaults(department: Department, report: ReportFile): FolderFault[] {
  const { definition } = report;
  const lists: Owned[] = [
    { list: 'indicators', all: definition.indicators, in: month => indicatorsIn(definition, month) },
    { list: 'tasks', all: definition.tasks, in: month => tasksIn(definition, month) },
  ];
  return lists.flatMap(owned => [
    ...unknownUnits(department, owned, report),
    ...outOfOrder(owned, report),
    ...owedByNobody(department, owned, report),
  ]);
}

function unknownUnits({ units }: Department, { list, all }: Owned, { yaml }: ReportFile): FolderFault[] {
  const ids = units.map(({ id }) => id);
  return all.flatMap(({ owner }, at) =>
    owner.flatMap(({ unit }, turn) => {
      if (ids.includes(unit)) return [];
      const hint = didYouMean(unit, ids, `dùng một mã đơn vị trong department.yaml: ${ids.join(', ')}`);
      const line = yaml.lineOf([list, at, 'owner', turn]);
      return [{ file: yaml.file, line, message: `không có đơn vị "${unit}"`, hint }];
    }),
  );
}

/** Units follow one another: the first from the beginning, each later one from a later month. */
function outOfOrder({ list, all }: Owned, { yaml }: ReportFile): FolderFault[] {
  return all.flatMap(({ owner }, at) =>
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
    const month = months.find(each => owned.in(each).includes(entry) && !isOwed(department, entry, each));
    if (month === undefined) return [];
    const unit = ownerIn(entry, month);
    const turn = entry.owner.findLastIndex(owner => owner.unit === unit);
    const line = yaml.lineOf([owned.list, at, 'owner', Math.max(0, turn)]);
    return [{ file: yaml.file, line, ...orphaned(unit, month) }];
  });
}

/** What many owe is owed by those who are there; what is computed is owed by nobody. */
function isOwed({ units }: Department, entry: Owed, month: Term): boolean {
  if (entry.owedBy !== undefined || entry.formula !== undefined || entry.source !== undefined) return true;
  const id = ownerIn(entry, month);
  const unit = units.find(each => each.id === id);
  return unit ? standsIn(unit, month) : id !== undefined;
}

function orphaned(unit: string | undefined, month: Term): { message: string; hint: string } {
  if (unit === undefined) {
    return { message: `kỳ ${month} chưa giao cho đơn vị nào`, hint: 'bỏ from của đơn vị đầu tiên' };
  }
  return {
    message: `đơn vị "${unit}" không còn hoặc chưa có trong kỳ ${month}`,
    hint: `giao cho đơn vị khác: thêm { unit: mã-đơn-vị, from: ${month} }, hoặc sửa validFrom, validTo của đơn vị`,
  };
}
