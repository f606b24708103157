import { indicator, listAsked, rule, table, task } from './normalise-asked.ts';
import { filledIn, given, list, listOf, onRecord, type Raw, whole } from './raw.ts';

/**
 * Fills in what an office may leave out and unfolds what it may write short, without judging: whatever does not look
 * right is left as it is, for the schema to fault at its place. All scalars come in as text.
 */

/** department.yaml: the letterhead breaks where it says "|", lists may be left out, `mail` may be one address, the time zone is Viet Nam's. */
export function normalisedDepartment(raw: unknown): unknown {
  return onRecord(raw, department => ({
    timeZone: 'Asia/Ho_Chi_Minh',
    ...filledIn(department, 'diaChi'),
    units: list(department.units).map(unit =>
      onRecord(unit, it => ({ ...valid(it), mail: list(it.mail), ...given(it, { head: list }) })),
    ),
    staff: list(department.staff).map(person => onRecord(person, it => ({ ...it, roles: list(it.roles) }))),
    contact: onRecord(department.contact || undefined, it => filledIn(it, 'name', 'phone', 'mail')),
    daysOff: list(department.daysOff),
    daysWorked: list(department.daysWorked),
    ...given(department, { coQuanChuQuan: brokenAt, coQuanBanHanh: brokenAt }),
  }));
}

/** "SỞ NÔNG NGHIỆP | VÀ MÔI TRƯỜNG" on two lines, where it needs two: within each part the blanks do not break. */
function brokenAt(raw: unknown): unknown {
  if (typeof raw !== 'string' || !raw.includes('|')) return raw;
  const parts = raw.split('|').map(part => part.trim().replace(/\s+/g, '\u00a0'));
  return parts.filter(Boolean).join(' ');
}

/**
 * report.yaml. Left out, the id is the folder's name, the window the calendar month (of a longer term that of the decree), a missing unit does not hold the letter
 * up, a deadline on a day off moves to the next working day, a reminder goes out at 08:00, a rule's month is the one after
 * the period's, and the lines of Nơi nhận are named in their order.
 */
export function normalisedReport(raw: unknown, id: string): unknown {
  return onRecord(raw, report => ({
    id,
    whenMissing: 'issue',
    ...filledIn(report, 'last', 'doKhan', 'nguoiSoan'),
    window: window(report.window ?? usualWindow(report.cadence)),
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
    tasks: list(report.tasks).map(task),
    ...given(report, {
      lists: listOf(listAsked),
      rules: listOf(rule),
      tables: listOf(table),
      yearBegins: whole,
      atLeast: whole,
      escalation: listOf(escalation),
      steps: listOf(issuingStep),
    }),
  }));
}

/**
 * A month's figures cover the calendar's month; of a longer term they are as NĐ 09/2019/NĐ-CP, Điều 12 has them: from the 15th
 * of the month before it to the 14th of its last.
 */
function usualWindow(cadence: unknown): unknown {
  const months = { quarter: 3, 'half-year': 6, 'nine-months': 9, year: 12 }[String(cadence)];
  if (months === undefined) return { from: { month: '0', day: '1' }, to: { month: '0', day: '31' } };
  return { from: { month: String(-months), day: '15' }, to: { month: '0', day: '14' } };
}

/** An escalation: at 08:00 where no hour is said; whom it tells may be one person. */
function escalation(raw: unknown): unknown {
  return onRecord(raw, it => ({
    ...{ at: '08:00', ...it },
    ...{ workingDaysBefore: whole(it.workingDaysBefore), to: it.to === 'heads' ? it.to : named(it.to) },
  }));
}

/** A step: who does it may be one person, and a push is told in whole hours. */
function issuingStep(raw: unknown): unknown {
  return onRecord(raw, it => ({
    ...it,
    ...given(it, {
      by: named,
      push: listOf(one => onRecord(one, push => ({ ...push, afterHours: whole(push.afterHours), to: named(push.to) }))),
    }),
  }));
}

/** A group by its word, or people by their ids: one of them may stand alone. */
function named(raw: unknown): unknown {
  return typeof raw === 'string' && !['coordinators', 'approvers', 'clerks'].includes(raw) ? [raw] : raw;
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
