import { join } from 'node:path';
import { Term } from '../../../shared/domain/calendar/term.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import { Issuing } from '../../../shared/domain/office/issuing.ts';
import { readAnswers } from '../../department/answers.ts';
import { type FolderFault, faultLine } from '../../department/fault.ts';
import { readDepartment } from '../../department/folder.ts';
import { isOnTheClock } from '../clock.ts';
import { folderTyped, typedOptions } from '../command-line.ts';
import type { Asked } from './asked.ts';
import { answersBeside, firstSample, newestTermIn } from './samples.ts';
import { scheduled } from './scheduled.ts';

/** Reads the command line and the folders it names. Bad files: says every fault and ends with 2. */
export function readCommandLine(): Asked {
  const {
    department = firstSample,
    answers,
    period = newestTermIn(answersBeside(department)) ?? '2021-10',
    out,
    issuing,
  } = typedOptions({
    ...{ department: 'THƯ-MỤC', answers: 'THƯ-MỤC', period: '2021-10', out: 'THƯ-MỤC' },
    issuing: 'after-approval',
  });
  const month = Term.safeParse(period);
  if (!month.success) {
    refuse([
      {
        file: '--period',
        line: 1,
        message: `"${period}" không phải là kỳ báo cáo`,
        hint: 'viết tháng 2021-10, quý 2025-Q3, 6 tháng 2025-S1, 9 tháng 2025-9M, hoặc năm 2025',
      },
    ]);
  }
  const asIssued = Issuing.safeParse(issuing ?? 'automatic');
  if (!asIssued.success)
    refuse([
      {
        ...{ file: '--issuing', line: 1, message: `"${issuing}" không phải là cách phát hành` },
        hint: 'viết automatic (tự phát hành khi đến hạn) hoặc after-approval (sau khi duyệt)',
      },
    ]);
  const office = readDepartment(department);
  if ('faults' in office) refuse(office.faults);
  const given = readAnswers(answers ?? join(answersBeside(department), month.data), office.department, month.data);
  if ('faults' in given) refuse(given.faults);
  const periods = scheduled({ department: office.department, month: month.data });
  if (periods.length === 0) {
    refuse([
      {
        file: '--period',
        line: 1,
        message: `không có báo cáo nào trong kỳ ${month.data}`,
        hint: 'xem cadence, first và last trong report.yaml',
      },
    ]);
  }
  if (!periods.every(({ times }) => isOnTheClock(times.opensAt) && isOnTheClock(times.deadline))) {
    refuse([
      { file: '--period', line: 1, message: `kỳ ${month.data} xa quá`, hint: 'chọn kỳ từ năm 2000 đến năm 2099' },
    ]);
  }
  return {
    department: issuing === undefined ? office.department : issuedBy(office.department, asIssued.data),
    answers: given.answers,
    month: month.data,
    out: folderTyped('out', out ?? join('out', month.data)),
  };
}

/** The office with all its letters issued in one way. */
function issuedBy(department: Department, issuing: Asked['department']['reports'][number]['issuing']): Department {
  return { ...department, reports: department.reports.map(report => ({ ...report, issuing })) };
}

/** Bad files are the user's to mend: each fault says where it is and what would be right. */
function refuse(faults: FolderFault[]): never {
  for (const fault of faults) console.error(faultLine(fault));
  process.exit(2);
}
