import { filledIn, list, onRecord, type Raw, whole } from './raw.ts';

/**
 * Fills in what an office may leave out and unfolds what it may write short, without judging: whatever does not look
 * right is left as it is, for the schema to fault at its place. All scalars come in as text.
 */

/** department.yaml: lists may be left out, `mail` may be one address, the time zone is Viet Nam's. */
export function normalisedDepartment(raw: unknown): unknown {
  return onRecord(raw, department => ({
    timeZone: 'Asia/Ho_Chi_Minh',
    ...filledIn(department, 'diaChi'),
    units: list(department.units).map(unit => onRecord(unit, it => ({ ...valid(it), mail: list(it.mail) }))),
    staff: list(department.staff).map(person => onRecord(person, it => ({ ...it, roles: list(it.roles) }))),
    daysOff: list(department.daysOff),
    daysWorked: list(department.daysWorked),
  }));
}

/**
 * report.yaml. Left out, the id is the folder's name, the window the calendar month, a missing unit does not hold the letter
 * up, a deadline on a day off moves to the next working day, a reminder goes out at 08:00, a rule's month is the one after
 * the period's, and the lines of Nơi nhận are named in their order.
 */
export function normalisedReport(raw: unknown, id: string): unknown {
  return onRecord(raw, report => ({
    id,
    whenMissing: 'issue',
    ...filledIn(report, 'last', 'doKhan', 'nguoiSoan'),
    window: window(report.window ?? { from: { month: '0', day: '1' }, to: { month: '0', day: '31' } }),
    opening: dayOfMonth(report.opening),
    deadline: onRecord(dayOfMonth(report.deadline), it => ({ onDayOff: 'next', ...it })),
    reminders: list(report.reminders).map(reminder =>
      onRecord(reminder, it => ({ at: '08:00', ...it, workingDaysBefore: whole(it.workingDaysBefore) })),
    ),
    addressees: list(report.addressees).map(one => onRecord(one, it => ({ ...it, mail: list(it.mail) }))),
    basis: list(report.basis),
    recipients: list(report.recipients).map((one, at) =>
      onRecord(one, it => ({ id: `noi-nhan-${at + 1}`, ...filledIn(valid(it), 'to'), mail: list(it.mail) })),
    ),
    signer: onRecord(report.signer, it => filledIn(it, 'quyenHan')),
    indicators: list(report.indicators).map(indicator),
    tasks: list(report.tasks).map(task =>
      onRecord(task, it => ({ group: 'chung', ...valid(it), owner: owner(it.owner) })),
    ),
  }));
}

/** An indicator prints its level, takes one decimal, has no unit of measure, is compared with nothing and has no limits. */
function indicator(raw: unknown): unknown {
  return onRecord(raw, it => ({
    shows: 'level',
    unitOfMeasure: '',
    ...valid(it),
    decimals: whole(it.decimals ?? '1'),
    owner: owner(it.owner),
    comparisons: list(it.comparisons).map(comparison),
    limits: onRecord(it.limits || {}, limits => filledIn(limits, 'least', 'most', 'change')),
  }));
}

/** "phong-a", or one after another with the month it was handed over. */
function owner(raw: unknown): unknown {
  return list(raw).map(one =>
    typeof one === 'string' ? { unit: one } : onRecord(one, turn => filledIn(turn, 'from')),
  );
}

/** "previous-month" is a percentage with one decimal, unless `as` and `decimals` say otherwise. */
function comparison(raw: unknown): unknown {
  if (typeof raw === 'string') return { with: raw, as: 'percent', decimals: 1 };
  return onRecord(raw, it => ({ as: 'percent', ...it, decimals: whole(it.decimals ?? '1') }));
}

function window(raw: unknown): unknown {
  return onRecord(raw, it => ({ ...it, from: dayOfMonth(it.from), to: dayOfMonth(it.to) }));
}

function dayOfMonth(raw: unknown): unknown {
  return onRecord(raw, it => ({ ...it, month: whole(it.month ?? '1'), day: whole(it.day) }));
}

function valid(record: Raw): Raw {
  return filledIn(record, 'validFrom', 'validTo');
}
