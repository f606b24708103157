import type { Answers } from '../../../shared/domain/collection/answers.ts';
import { heaviestAnswers, weightOf } from '../../../shared/domain/collection/weight.ts';
import { addresseesOf } from '../../../shared/domain/delivery/addressees.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import { documentInWords } from '../../../shared/domain/office/document-kind.ts';
import { indicatorsIn, type Owed, owedByEach, tasksIn, unitsOwing } from '../../../shared/domain/office/owing.ts';
import { recipientsIn } from '../../../shared/domain/office/recipient.ts';
import type { FolderFault } from '../fault.ts';
import type { ReportFile } from '../report-file.ts';
import type { YamlFile } from '../yaml-file.ts';
import { turningTerms } from './turning-terms.ts';

/**
 * As much as an office may have and ask: so much was tried, and passes no limit of the services that the house runs on
 * (docs/limits.md).
 */
export const most = {
  units: 10_000,
  staff: 500,
  mailsOfOne: 20,
  indicators: 2_500,
  tasks: 10_000,
  lines: 100,
  addressees: 100,
  addresses: 20_000,
  reminders: 20,
} as const;

/** Bytes of a department as it is published: every function reads it whole. */
const largestDepartment = 10_000_000;

/** Letters before the "@" that a mail server has to take (RFC 5321, 4.5.3.1.1). */
const longestLocalPart = 64;

/** What of an office is more than can be kept, mailed or read. */
export function officeSizes(department: Department, yaml: YamlFile): FolderFault[] {
  const { units, staff, contact } = department;
  const size = Buffer.byteLength(JSON.stringify(department));
  return [
    ...tooMany(units, { list: 'units', most: most.units, what: 'đơn vị' }, yaml),
    ...tooMany(staff, { list: 'staff', most: most.staff, what: 'cán bộ' }, yaml),
    ...units.flatMap(({ mail }, at) => wrongAddresses(mail, ['units', at, 'mail'], yaml)),
    ...staff.flatMap(({ mail }, at) => wrongAddresses([mail], ['staff', at, 'mail'], yaml)),
    ...wrongAddresses(contact?.mail ? [contact.mail] : [], ['contact', 'mail'], yaml),
    ...(size > largestDepartment
      ? [
          {
            file: yaml.file,
            line: 1,
            message: `cả thư mục của cơ quan dài ${megabytes(size)} MB, nhiều nhất ${megabytes(largestDepartment)} MB`,
            hint: 'bỏ bớt báo cáo đã hết hạn, hoặc các năm cũ trong history.csv',
          },
        ]
      : []),
  ];
}

/** What a report asks, or to whom it goes, that is more than can be answered, kept or mailed; each told once, in its first month. */
export function reportSizes(department: Department, { yaml, definition }: ReportFile): FolderFault[] {
  const { addressees, recipients, reminders } = definition;
  return [
    ...tooMany(addressees, { list: 'addressees', most: most.addressees, what: 'nơi kính gửi' }, yaml),
    ...tooMany(reminders, { list: 'reminders', most: most.reminders, what: 'lần nhắc' }, yaml),
    ...addressees.flatMap(({ mail }, at) => wrongAddresses(mail, ['addressees', at, 'mail'], yaml, most.addresses)),
    ...recipients.flatMap(({ mail }, at) => wrongAddresses(mail, ['recipients', at, 'mail'], yaml, most.addresses)),
    ...inFirstMonth(department, { yaml, definition }),
  ];
}

/** Of what comes and goes month by month. */
function inFirstMonth(department: Department, { yaml, definition }: Pick<ReportFile, 'yaml' | 'definition'>) {
  const told = new Map<string, FolderFault>();
  for (const month of turningTerms(department, definition)) {
    const fault = (path: PropertyKey[], [what, message, hint]: [what: string, message: string, hint: string]) => {
      if (!told.has(what)) told.set(what, { file: yaml.file, line: yaml.lineOf(path), message, hint });
    };
    const count = (list: keyof typeof inAll, number: number) => {
      const { most, what, hint } = inAll[list];
      if (number > most) fault([list], [list, `kỳ ${month} có ${number} ${what}, nhiều nhất ${most}`, hint]);
    };
    count('indicators', indicatorsIn(definition, month).length);
    count('tasks', tasksIn(definition, month).length);
    count('recipients', recipientsIn(definition, month).length);
    const addresses = addresseesOf(department, definition, month).length;
    if (addresses > most.addresses) {
      const message = `kỳ ${month} gửi ${documentInWords(definition.document)} tới ${addresses} địa chỉ, nhiều nhất ${most.addresses}`;
      fault(['recipients'], ['addresses', message, 'gửi tới một hộp thư chung thay cho từng địa chỉ']);
    }
    const owed = owedByEach(definition, month);
    for (const { id } of unitsOwing(department, definition, month)) {
      const weight = weightOf(plainestAnswers(owed(id)));
      if (weight <= heaviestAnswers) continue;
      const { indicators, tasks } = owed(id);
      const asked = `${indicators.length} chỉ tiêu và ${tasks.length} nhiệm vụ`;
      const message = `đơn vị "${id}" phải báo ${asked}: trả lời ngắn nhất cũng dài hơn ${heaviestAnswers / 1024} KB của một bản nộp`;
      const hint = 'giao bớt cho đơn vị khác, tách thành hai báo cáo, hoặc dùng mã ngắn hơn';
      fault([indicators.length > 0 ? 'indicators' : 'tasks'], [`unit ${id}`, message, hint]);
    }
  }
  return [...told.values()];
}

const split = 'tách thành hai báo cáo, mỗi báo cáo một thư mục trong reports';
const inAll = {
  indicators: { most: most.indicators, what: 'chỉ tiêu', hint: split },
  tasks: { most: most.tasks, what: 'nhiệm vụ', hint: split },
  recipients: { most: most.lines, what: 'dòng nơi nhận', hint: 'gộp nhiều nơi nhận vào một dòng' },
};

/** What a unit types at the least that says something: each figure a number of fifteen digits, each result a line of words. */
function plainestAnswers({ indicators, tasks }: Owed): Answers {
  const figure = { state: 'reported' as const, value: '999.999.999.999.999' };
  return {
    figures: Object.fromEntries(indicators.map(({ code }) => [code, figure])),
    outcomes: Object.fromEntries(tasks.map(({ id }) => [id, 'Đã hoàn thành theo kế hoạch tháng, không có vướng mắc.'])),
  };
}

type Counted = { list: string; most: number; what: string };

function tooMany(entries: unknown[], { list, most, what }: Counted, { file, lineOf }: YamlFile): FolderFault[] {
  if (entries.length <= most) return [];
  const message = `có ${entries.length} ${what}, nhiều nhất ${most}`;
  return [{ file, line: lineOf([list, most]), message, hint: `bỏ bớt từ mục này trở đi` }];
}

/** Addresses that no mail server need take, and more of them than one entry may have. */
function wrongAddresses(
  mail: string[],
  path: PropertyKey[],
  { file, lineOf }: YamlFile,
  mostOfThem: number = most.mailsOfOne,
): FolderFault[] {
  const long = mail.filter(address => address.lastIndexOf('@') > longestLocalPart);
  return [
    ...long.map(address => ({
      file,
      line: lineOf(path),
      message: `địa chỉ "${address}" có hơn ${longestLocalPart} ký tự trước "@", không gửi thư tới được`,
      hint: 'kiểm tra lại địa chỉ',
    })),
    ...(mail.length > mostOfThem
      ? [
          {
            file,
            line: lineOf(path),
            message: `có ${mail.length} địa chỉ thư, nhiều nhất ${mostOfThem}`,
            hint: 'dùng một hộp thư chung',
          },
        ]
      : []),
  ];
}

function megabytes(bytes: number): string {
  return String(Math.ceil(bytes / 1_000_000));
}
