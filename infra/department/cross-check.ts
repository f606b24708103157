import { type Department, type ReportDefinition, unitsOwing } from '../../shared/domain/department.ts';
import { unreachable } from '../../shared/domain/letter/charset.ts';
import { compose } from '../../shared/domain/letter/compose.ts';
import { isWordingFault } from '../../shared/domain/letter/wording.ts';
import { within } from '../../shared/domain/month.ts';
import { addresseesOf } from '../../shared/domain/recipients.ts';
import { compile } from '../../shared/domain/report.ts';
import type { Submission } from '../../shared/domain/submission.ts';
import { timetable } from '../../shared/domain/timetable.ts';
import type { FolderFault } from './fault.ts';
import type { ReportFile } from './folder.ts';
import type { YamlFile } from './yaml-file.ts';

/** What is wrong between the parts of a department, each of them right by itself. */
export function crossFaults(department: Department, office: YamlFile, reports: ReportFile[]): FolderFault[] {
  const codes = new Set(reports.flatMap(({ definition }) => definition.indicators.map(({ code }) => code)));
  return [
    ...repeated(
      department.units.map(({ id }) => id),
      'units',
      office,
    ),
    ...repeated(
      department.staff.map(({ id }) => id),
      'staff',
      office,
    ),
    ...withoutCoordinator(department, office),
    ...department.history
      .filter(({ indicator }) => !codes.has(indicator))
      .map(({ period, indicator }) => ({
        file: 'history.csv',
        line: 1,
        message: `${period} có chỉ tiêu "${indicator}" mà không báo cáo nào hỏi`,
        hint: `sửa mã chỉ tiêu, hoặc bỏ dòng; các mã đang có: ${[...codes].join(', ')}`,
      })),
    ...reports.flatMap(report => reportFaults(department, report)),
  ];
}

function reportFaults(department: Department, report: ReportFile): FolderFault[] {
  const { yaml, definition } = report;
  return [
    ...repeated(
      definition.indicators.map(({ code }) => code),
      'indicators',
      yaml,
    ),
    ...repeated(
      definition.tasks.map(({ id }) => id),
      'tasks',
      yaml,
    ),
    ...ownerFaults(department, definition.indicators, 'indicators', yaml),
    ...ownerFaults(department, definition.tasks, 'tasks', yaml),
    ...timeFaults(department, report),
    ...recipientFaults(department, report),
    ...foreignCharacters(report),
    ...wordingFaults(department, report),
  ];
}

function repeated(ids: string[], list: string, { file, lineOf }: YamlFile): FolderFault[] {
  return ids.flatMap((id, at) =>
    ids.indexOf(id) === at
      ? []
      : [
          {
            file,
            line: lineOf([list, at]),
            message: `mã "${id}" trùng với mục ở dòng ${lineOf([list, ids.indexOf(id)])}`,
            hint: 'mỗi mục một mã riêng',
          },
        ],
  );
}

function withoutCoordinator({ staff }: Department, { file, lineOf }: YamlFile): FolderFault[] {
  if (staff.some(({ roles }) => roles.includes('coordinator'))) return [];
  return [
    {
      file,
      line: lineOf(['staff']),
      message: 'chưa có cán bộ tổng hợp',
      hint: 'cho ít nhất một người roles: coordinator',
    },
  ];
}

type Owned = ReportDefinition['indicators'][number] | ReportDefinition['tasks'][number];

function ownerFaults({ units }: Department, owned: Owned[], list: string, { file, lineOf }: YamlFile): FolderFault[] {
  return owned.flatMap((one, at) =>
    one.owner.flatMap(({ unit, from }, turn) => {
      const known = units.find(({ id }) => id === unit);
      const line = lineOf([list, at, 'owner', turn]);
      if (!known) {
        const hint = `dùng một mã đơn vị trong department.yaml: ${units.map(({ id }) => id).join(', ')}`;
        return [{ file, line, message: `không có đơn vị "${unit}"`, hint }];
      }
      const first = from ?? one.validFrom;
      if (first === undefined || within(known, first)) return [];
      return [
        {
          file,
          line,
          message: `đơn vị "${unit}" không còn hoặc chưa có trong kỳ ${first}`,
          hint: 'sửa from, hoặc validFrom, validTo của đơn vị',
        },
      ];
    }),
  );
}

function timeFaults(department: Department, { yaml, definition }: ReportFile): FolderFault[] {
  const { file, lineOf } = yaml;
  const { opensAt, deadline, reminders } = timetable(department, definition, definition.first);
  if (deadline <= opensAt) {
    return [
      {
        file,
        line: lineOf(['deadline']),
        message: 'hạn nộp không sau lúc mở kỳ',
        hint: 'lùi deadline hoặc mở kỳ sớm hơn',
      },
    ];
  }
  if (reminders.length < definition.reminders.length) {
    return [
      {
        file,
        line: lineOf(['reminders']),
        message: 'có lần nhắc rơi trước lúc mở kỳ hoặc sau hạn nộp',
        hint: 'giảm workingDaysBefore',
      },
    ];
  }
  return [];
}

function recipientFaults(department: Department, { yaml, definition }: ReportFile): FolderFault[] {
  const { file, lineOf } = yaml;
  const alone = (at: number) =>
    addresseesOf(department, { ...definition, recipients: definition.recipients.slice(at, at + 1) }, definition.first);
  const empty = definition.recipients.flatMap(({ line, to }, at) =>
    to === undefined || alone(at).length > 0
      ? []
      : [
          {
            file,
            line: lineOf(['recipients', at]),
            message: `"${line}" gửi tới "${to}" nhưng nhóm này không có địa chỉ nào`,
            hint: 'thêm địa chỉ cho nhóm, hoặc bỏ "to" nếu dòng này chỉ in',
          },
        ],
  );
  if (addresseesOf(department, definition, definition.first).length > 0) return empty;
  return [
    ...empty,
    {
      file,
      line: lineOf(['recipients']),
      message: 'không nơi nhận nào có địa chỉ thư',
      hint: 'thêm "to" hoặc "mail" cho ít nhất một dòng',
    },
  ];
}

function foreignCharacters({ wordingFile, definition, yaml }: ReportFile): FolderFault[] {
  const inLine = (file: string, text: string, line: number) => {
    const foreign = unreachable(text);
    return foreign.length === 0
      ? []
      : [{ file, line, message: `công văn không in được: ${foreign.join(' ')}`, hint: 'thay hoặc bỏ các ký tự này' }];
  };
  const texts = [
    definition.trichYeu,
    ...definition.basis,
    ...definition.recipients.map(({ line }) => line),
    ...definition.indicators.map(({ phrase }) => phrase),
    ...definition.tasks.map(({ text }) => text),
  ];
  return [
    ...definition.wording.split('\n').flatMap((text, at) => inLine(wordingFile, text, at + 1)),
    ...texts.flatMap(text => inLine(yaml.file, text, 1)),
  ];
}

/** Writes the letter of the first month twice: with every unit handed in, and with none, so that both ways are tried. */
function wordingFaults(department: Department, { wordingFile, definition }: ReportFile): FolderFault[] {
  const month = definition.first;
  const units = unitsOwing(department, definition, month);
  const full: Submission = {
    figures: Object.fromEntries(
      definition.indicators.map(({ code }) => [code, { state: 'reported' as const, value: '1', changes: {} }]),
    ),
    outcomes: Object.fromEntries(definition.tasks.map(({ id }) => [id, 'Đã thực hiện.'])),
    further: 'Việc khác.',
  };
  for (const submission of [full, undefined]) {
    const submissions = new Map(units.map(({ id }) => [id, submission]));
    const report = compile({ department, definition, month, submissions, series: new Map() });
    try {
      const { window } = timetable(department, definition, month);
      compose({ department, definition, report, window, date: `${month}-01` });
    } catch (error) {
      if (!isWordingFault(error)) throw error;
      return [
        {
          file: wordingFile,
          line: error.line,
          message: error.message,
          hint: 'các tên dùng được trong letter.md: xem docs/huong-dan.md',
        },
      ];
    }
  }
  return [];
}
