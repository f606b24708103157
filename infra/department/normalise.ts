/**
 * Fills in what an office may leave out and unfolds what it may write short, without judging: whatever does not look
 * right is left as it is, for the schema to fault at its place. All scalars come in as text.
 */

type Raw = Record<string, unknown>;

/** department.yaml: lists may be left out, `mail` may be one address. */
export function normalisedDepartment(raw: unknown): unknown {
  return onRecord(raw, department => ({
    timeZone: 'Asia/Ho_Chi_Minh',
    ...department,
    units: list(department.units).map(unit => onRecord(unit, it => ({ ...it, mail: list(it.mail) }))),
    staff: list(department.staff).map(person => onRecord(person, it => ({ ...it, roles: list(it.roles) }))),
    daysOff: list(department.daysOff),
    daysWorked: list(department.daysWorked),
  }));
}

/** report.yaml: the window is the calendar month unless told, a missing unit does not hold the letter up, and so on. */
export function normalisedReport(raw: unknown, id: string): unknown {
  return onRecord(raw, report => ({
    id,
    whenMissing: 'issue',
    ...report,
    window: window(report.window ?? { from: { month: '0', day: '1' }, to: { month: '0', day: '31' } }),
    opening: dayOfMonth(report.opening),
    deadline: onRecord(dayOfMonth(report.deadline), it => ({ onDayOff: 'next', ...it })),
    reminders: list(report.reminders).map(reminder =>
      onRecord(reminder, it => ({ at: '08:00', ...it, workingDaysBefore: whole(it.workingDaysBefore) })),
    ),
    addressees: list(report.addressees).map(one => onRecord(one, it => ({ ...it, mail: list(it.mail) }))),
    basis: list(report.basis),
    recipients: list(report.recipients).map((one, at) =>
      onRecord(one, it => ({ id: `noi-nhan-${at + 1}`, ...it, mail: list(it.mail) })),
    ),
    indicators: list(report.indicators).map(indicator),
    tasks: list(report.tasks).map(task => onRecord(task, it => ({ group: 'chung', ...it, owner: owner(it.owner) }))),
  }));
}

function indicator(raw: unknown): unknown {
  return onRecord(raw, it => ({
    shows: 'level',
    unitOfMeasure: '',
    ...it,
    decimals: whole(it.decimals ?? '1'),
    owner: owner(it.owner),
    comparisons: list(it.comparisons).map(comparison),
    limits: it.limits ?? {},
  }));
}

/** "phong-a", or one after another with the month it was handed over. */
function owner(raw: unknown): unknown {
  return list(raw).map(one => (typeof one === 'string' ? { unit: one } : one));
}

/** "previous-month", or with `as` and `decimals`. */
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

function whole(raw: unknown): unknown {
  return typeof raw === 'string' && /^-?\d{1,6}$/.test(raw) ? Number(raw) : raw;
}

function list(raw: unknown): unknown[] {
  if (Array.isArray(raw)) return raw;
  return raw === undefined || raw === null || raw === '' ? [] : [raw];
}

function onRecord(raw: unknown, fill: (record: Raw) => unknown): unknown {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? fill(raw as Raw) : raw;
}
