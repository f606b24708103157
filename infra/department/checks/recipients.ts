import type { Term } from '../../../shared/domain/calendar/term.ts';
import { addresseesOf } from '../../../shared/domain/delivery/addressees.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import type { Recipient } from '../../../shared/domain/office/recipient.ts';
import { standsIn } from '../../../shared/domain/office/validity.ts';
import type { FolderFault } from '../fault.ts';
import type { ReportFile } from '../report-file.ts';
import { turningTerms } from './turning-terms.ts';

/** Lines of Nơi nhận that promise a mail which nobody would get. */
export function recipientFaults(department: Department, { yaml, definition }: ReportFile): FolderFault[] {
  const { file, lineOf } = yaml;
  const months = turningTerms(department, definition);
  const reachesNobody = (recipients: Recipient[], month: Term) =>
    addresseesOf(department, { ...definition, recipients }, month).length === 0;
  const faults = definition.recipients.flatMap((recipient, at) => {
    const month = months.find(each => standsIn(recipient, each) && reachesNobody([recipient], each));
    if (recipient.to === undefined || month === undefined) return [];
    const message = `"${recipient.line}" gửi tới "${recipient.to}" nhưng nhóm này không có địa chỉ nào`;
    const hint = 'thêm địa chỉ cho nhóm, hoặc bỏ "to" nếu dòng này chỉ in';
    return [{ file, line: lineOf(['recipients', at]), message, hint }];
  });
  const unsent = months.find(month => reachesNobody(definition.recipients, month));
  if (unsent === undefined) return faults;
  const message = `kỳ ${unsent}: không nơi nhận nào có địa chỉ thư`;
  const hint = 'thêm "to" hoặc "mail" cho ít nhất một dòng';
  return [...faults, { file, line: lineOf(['recipients']), message, hint }];
}
