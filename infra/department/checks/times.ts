import { termsAfter } from '../../../shared/domain/calendar/term.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import { timetable } from '../../../shared/domain/office/timetable.ts';
import type { FolderFault } from '../fault.ts';
import type { ReportFile } from '../report-file.ts';

/** Rules of time that contradict one another, by the calendar of the report's first month. */
export function timeFaults(department: Department, report: ReportFile): FolderFault[] {
  const { yaml, definition } = report;
  const { first, last } = definition;
  const fault = (path: string, message: string, hint: string) => ({
    file: yaml.file,
    line: yaml.lineOf([path]),
    message,
    hint,
  });
  if (last !== undefined && last < first) {
    return [fault('last', `kỳ cuối ${last} trước kỳ đầu ${first}`, 'sửa first hoặc last')];
  }
  const faults: FolderFault[] = [];
  const { opensAt, deadline, window } = timetable(department, definition, first);
  if (window.to < window.from) {
    faults.push(fault('window', 'ngày cuối lấy số liệu trước ngày đầu', 'sửa from hoặc to của window'));
  }
  if (deadline <= opensAt) {
    const hint = 'lùi deadline hoặc mở kỳ sớm hơn; month: 1 là tháng sau tháng báo cáo';
    return [...faults, fault('deadline', 'hạn nộp không sau lúc mở kỳ', hint)];
  }
  return [...faults, ...reminderFaults(department, report)];
}

/** A reminder may fall out in a month of many days off; one that falls out in half of a year's months is a slip. */
function reminderFaults(department: Department, { yaml, definition }: ReportFile): FolderFault[] {
  const months = Array.from({ length: 12 }, (_, count) => termsAfter(definition.first, count));
  return definition.reminders.flatMap((reminder, at) => {
    const alone = { ...definition, reminders: [reminder] };
    const outside = months.filter(month => timetable(department, alone, month).reminders.length === 0);
    if (outside.length * 2 < months.length) return [];
    const message = `lần nhắc này rơi trước lúc mở kỳ hoặc sau hạn nộp (kỳ ${outside[0]})`;
    const hint = 'giảm workingDaysBefore, hoặc nhắc trước giờ hạn nộp';
    return [{ file: yaml.file, line: yaml.lineOf(['reminders', at]), message, hint }];
  });
}
