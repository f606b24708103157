import { reportNamed } from '../office/owing.ts';
import { fixedOf, type PeriodState } from '../office/period.ts';
import { opened } from '../office/timetable.ts';
import { canonical } from '../text/canonical.ts';
import { at, type Breach, mends } from './breach.ts';
import type { Kept, KeptUnit } from './kept.ts';

/**
 * What a period is: its definition, its calendar and its units as they were settled at the opening, of which the trail holds a
 * digest; on the agenda until its letter is out; every unit fenced after the close, and none before.
 */
export function breachesInPeriod(kept: Kept): Breach[] {
  const { period, department, inHand } = kept;
  return [
    ...at('', mends.item, !isSettled(kept) && 'mẫu báo cáo, lịch hoặc danh sách đơn vị của kỳ không còn như lúc mở kỳ'),
    ...at('', mends.file, !department && 'không đọc được bản cơ quan mà kỳ dựa vào'),
    ...at('', mends.item, inHand === undefined && 'kỳ không có trong lịch việc'),
    ...at(
      '',
      mends.item,
      inHand === false && period.state !== 'issued' && 'kỳ chưa phát hành mà đã bị gạch khỏi lịch việc',
    ),
    ...fences(kept),
  ];
}

const closed: PeriodState[] = ['closed', 'compiled', 'held', 'drafted', 'extended', 'issued'];

/** Who could not be closed is named by the edition; a record may be marked so only then, and says the hour it was. */
function fences({ period, units, editions }: Kept): Breach[] {
  const unclosed = new Map(editions.at(-1)?.edition.unclosed?.map(({ id, why }) => [id, why]));
  return [...units].flatMap(([where, unit]) => {
    const open = unit && unit.fencedAt === undefined;
    const letIn = editions.at(-1)?.edition.extension?.units.includes(where);
    return [
      ...at(
        where,
        mends.item,
        (!unit || (open && !letIn)) && closed.includes(period.state) && 'kỳ đã chốt mà đơn vị vẫn nộp được',
      ),
      ...at(
        where,
        mends.item,
        unit && isMarked(unit, unclosed.get(where)) && 'bản ghi mang dấu không chốt được mà văn bản không nói',
      ),
      ...at(
        where,
        mends.again,
        unit &&
          !open &&
          (period.state === 'open' || (period.state === 'extended' && letIn)) &&
          'kỳ đang mở mà đơn vị không nộp được nữa',
      ),
    ];
  });
}

function isMarked({ goneAt, outside, fencedAt }: KeptUnit, why: string | undefined): boolean {
  const gone = why === 'gone' ? goneAt !== fencedAt : goneAt !== undefined;
  return gone || (outside !== undefined && !(outside && why === 'unfenced'));
}

/** By the trail's own digest; of a period from before it held one, by the department and its calendar anew. */
function isSettled({ period, settled, department, trail }: Kept): boolean {
  const held = trail.filter(({ what }) => what === 'mở kỳ').flatMap(({ holds }) => holds ?? []);
  if (held.length > 0) return held.includes(settled);
  const definition = department && reportNamed(department, period.report);
  if (!definition) return true;
  const anew = opened(department, period.definition, definition, period.month);
  return canonical(fixedOf(anew)) === canonical(fixedOf(period));
}
