import { describe, expect, it } from 'vitest';
import { CalendarDate, TimeOfDay } from '../../../shared/domain/calendar/day.ts';
import { Department } from '../../../shared/domain/office/department.ts';
import { HistoricFigure } from '../../../shared/domain/office/historic-figure.ts';
import { MailAddress } from '../../../shared/domain/office/mail-address.ts';
import { owedBy, ownerIn, reportNamed, unitsOwing } from '../../../shared/domain/office/owing.ts';
import { Id } from '../../../shared/domain/text/id.ts';
import { Line } from '../../../shared/domain/text/line.ts';
import { departmentWith, exports, reportWith } from '../an-office.ts';

const takes = (schema: typeof Id, text: string) => schema.safeParse(text).success;
const says = (schema: typeof Id, text: string) => schema.safeParse(text).error?.issues[0]?.message;

describe('an address of mail', () => {
  it.each([
    'a@b.vn',
    'phong.ke-hoach_1@so-cong-thuong.tinh.gov.vn',
    "o'brien+so@x1.example",
    `a@${'b'.repeat(63)}.vn`,
    `a@b.${'c'.repeat(63)}`,
  ])('is taken as it is: %s', address => {
    expect(MailAddress.parse(address)).toBe(address);
  });

  it.each([
    'phong',
    '@so.vn',
    'a@',
    'a@vn',
    'a@b.v',
    'a@b.v1',
    'a@-b.vn',
    'a@b-.vn',
    'a@.vn',
    'a@b..vn',
    '.a@b.vn',
    'a.@b.vn',
    'a..b@c.vn',
    'a b@c.vn',
    'a@b c.vn',
    'a@b@c.vn',
    'á@b.vn',
    ' a@b.vn',
    'a@b.vn ',
    'a@b.vn\nBcc: c@d.vn',
    'Phòng A <a@b.vn>',
    'a@b.vn,c@d.vn',
    `a@${'b'.repeat(64)}.vn`,
    `a@b.${'c'.repeat(64)}`,
    `${'a'.repeat(250)}@b.vn`,
  ])('is refused when anything could be smuggled in, or no mail would arrive: %j', address => {
    expect(takes(MailAddress, address)).toBe(false);
    expect(says(MailAddress, address)).toMatch(/địa chỉ thư/);
  });
});

describe('an identifier', () => {
  it.each(['a', '9', 'phong-a', 'quan-ly-thuong-mai-2', 'a'.repeat(40)])('suits addresses and keys: %s', id => {
    expect(takes(Id, id)).toBe(true);
  });

  it.each(['', '-a', 'a-', 'a--b', 'A', 'phòng', 'a b', 'a_b', 'a.b', 'a#b', 'a\n', '__proto__', 'a'.repeat(41)])(
    'is nothing else, and it is said how it is written: %j',
    id => {
      expect(takes(Id, id)).toBe(false);
      expect(says(Id, id)).toMatch(/^mã (dài quá 40|chỉ gồm chữ thường)/);
    },
  );
});

describe('a line for people', () => {
  it('is trimmed, and composed as TCVN 6909 asks', () => {
    expect(Line.parse('  Pho\u0300ng A ')).toBe('Phòng A');
    expect(takes(Line, 'a'.repeat(500))).toBe(true);
  });

  it.each([
    ['', 'không được để trống'],
    ['   ', 'không được để trống'],
    ['a'.repeat(501), 'dài quá 500 ký tự'],
    ['a\nBcc: b@c.vn', 'chỉ được một dòng, không có ký tự điều khiển'],
    ['a\u2028b', 'chỉ được một dòng, không có ký tự điều khiển'],
    ['a\u2029b', 'chỉ được một dòng, không có ký tự điều khiển'],
    ['a\u0007b', 'chỉ được một dòng, không có ký tự điều khiển'],
  ])('may stand in a mail’s header, so it is one line: %j', (text, message) => {
    expect(says(Line, text)).toBe(message);
  });
});

describe('a time of day', () => {
  it.each(['00:00', '09:59', '19:30', '23:59'])('is an hour and a minute: %s', time => {
    expect(takes(TimeOfDay, time)).toBe(true);
  });

  it.each(['24:00', '8:00', '08:60', '08:0', '008:00', '08:000', '30:00', '08h00', 'a8:00'])(
    'is no other: %s',
    time => {
      expect(says(TimeOfDay, time)).toBe('phải là giờ:phút, ví dụ 16:00');
    },
  );
});

describe('a date', () => {
  it.each(['2021-09-02', '2024-02-29', '1999-12-31', '2021-10-10'])('is a day of the calendar: %s', date => {
    expect(takes(CalendarDate, date)).toBe(true);
  });

  it.each(['2021-02-29', '2021-04-31', '2021-02-30'])('is none that no calendar has: %s', date => {
    expect(says(CalendarDate, date)).toBe('ngày này không có trong lịch');
  });

  it.each([
    '02/09/2021',
    '2021-9-2',
    '2021-13-01',
    '2021-00-01',
    '2021-01-00',
    '2021-01-32',
    '3021-01-01',
    'x2021-01-01',
    '2021-01-011',
  ])('is written one way: %s', date => {
    expect(says(CalendarDate, date)).toBe('phải là năm-tháng-ngày, ví dụ 2021-09-02');
  });
});

describe('a figure of the past', () => {
  const figure = (value: string) => HistoricFigure.safeParse({ period: '2021-09', indicator: 'xuat-khau', value });

  it.each(['0', '-12.5', '123456789012345', '1.123456789'])('is a plain decimal: %s', value => {
    expect(figure(value).data).toEqual({ period: '2021-09', indicator: 'xuat-khau', value });
  });

  it.each(['', '1,5', '.5', '5.', '+5', '--5', '1e3', ' 5', '5 ', '1234567890123456', '1.1234567890', '1.2.3'])(
    'is not %j',
    value => {
      expect(figure(value).error?.issues[0]?.message).toBe('phải là số, ví dụ 1000 hoặc -12.5');
    },
  );
});

/** A department in which all that may be said is said. */
function told(): Department {
  const lasting = { validFrom: '2021-01', validTo: '2030-12' };
  const owner = [{ unit: 'phong-a' }, { unit: 'phong-b', from: '2022-01' }];
  const report = reportWith({
    last: '2030-12',
    doKhan: 'KHẨN',
    nguoiSoan: 'PL.300',
    basis: ['Căn cứ Luật Thống kê'],
    signer: { quyenHan: 'KT. GIÁM ĐỐC', chucVu: 'PHÓ GIÁM ĐỐC', nguoiKy: 'Người Ký' },
    indicators: [{ ...exports, owner, limits: { least: '0', most: '1000', change: '50' }, ...lasting }],
    tasks: [{ id: 'nhiem-vu', text: 'Nhiệm vụ', group: 'chung', owner, ...lasting }],
    recipients: [{ id: 'luu', line: 'Lưu: VT', to: 'clerks', mail: ['luu@so.example'], ...lasting }],
  });
  const office = departmentWith(report);
  return {
    ...office,
    diaChi: 'Số 1, đường Mẫu',
    daysOff: ['2021-09-03'],
    daysWorked: ['2021-11-13'],
    history: [{ period: '2021-09', indicator: 'xuat-khau', value: '130.7' }],
    units: office.units.map(unit => ({ ...unit, ...lasting })),
  };
}

describe('a department', () => {
  it('is kept with all that its folder says', () => {
    expect(Department.parse(told())).toEqual(told());
  });

  it.each(['coordinator', 'approver', 'clerk'] as const)('may have a member of staff who is %s', role => {
    const staff = [{ id: 'can-bo', name: 'Cán bộ', mail: 'can-bo@so.example', roles: [role] }];
    expect(Department.parse({ ...told(), staff }).staff).toEqual(staff);
  });

  it.each([
    { whenMissing: 'issue' },
    { whenMissing: 'hold' },
    { doKhan: 'HỎA TỐC' },
    { doKhan: 'THƯỢNG KHẨN' },
    { doKhan: 'KHẨN' },
    { deadline: { month: 1, day: 31, at: '16:00', onDayOff: 'previous' } },
    { deadline: { month: 3, day: 1, at: '16:00', onDayOff: 'keep' } },
    { window: { from: { month: -1, day: 15 }, to: { month: 0, day: 14 } } },
    { reminders: [{ workingDaysBefore: 20, at: '08:00' }] },
    ...['addressees', 'units', 'approvers', 'coordinators', 'clerks'].map(to => ({
      recipients: [{ id: 'nhan', line: 'Nơi nhận', to, mail: [] }],
    })),
    ...['level', 'change'].map(shows => ({ indicators: [{ ...exports, shows }] })),
    ...['percent', 'points'].map(as => ({
      indicators: [{ ...exports, comparisons: [{ with: 'same-month-last-year', as, decimals: 6 }] }],
    })),
  ])('may have a report with %j', said => {
    const [report] = told().reports;
    expect(Department.parse({ ...told(), reports: [{ ...report, ...said }] }).reports[0]).toMatchObject(said);
  });

  it.each<[object, string]>([
    [{ whenMissing: '' }, 'whenMissing'],
    [{ doKhan: '' }, 'doKhan'],
    [{ id: 'sign-in' }, 'id'],
    [{ recipients: [] }, 'recipients'],
    [{ recipients: [{ id: 'nhan', line: 'Nơi nhận', to: '', mail: [] }] }, 'recipients.0.to'],
    [{ deadline: { month: 1, day: 16, at: '16:00', onDayOff: '' } }, 'deadline.onDayOff'],
    [{ opening: { month: 4, day: 1, at: '08:00' } }, 'opening.month'],
    [{ opening: { month: -2, day: 1, at: '08:00' } }, 'opening.month'],
    [{ opening: { month: 1, day: 0, at: '08:00' } }, 'opening.day'],
    [{ opening: { month: 1, day: 32, at: '08:00' } }, 'opening.day'],
    [{ reminders: [{ workingDaysBefore: 21, at: '08:00' }] }, 'reminders.0.workingDaysBefore'],
    [{ reminders: [{ workingDaysBefore: -1, at: '08:00' }] }, 'reminders.0.workingDaysBefore'],
    [{ indicators: [{ ...exports, shows: '' }] }, 'indicators.0.shows'],
    [{ indicators: [{ ...exports, decimals: 10 }] }, 'indicators.0.decimals'],
    [{ indicators: [{ ...exports, decimals: 1.5 }] }, 'indicators.0.decimals'],
    [{ indicators: [{ ...exports, unitOfMeasure: 'a'.repeat(41) }] }, 'indicators.0.unitOfMeasure'],
    [{ indicators: [{ ...exports, limits: { most: '1,5' } }] }, 'indicators.0.limits.most'],
    ...['0,5', '-5', '1234567', '5%', '1.2345', '5.', '.5', 'x5'].map(
      change =>
        [{ indicators: [{ ...exports, limits: { change } }] }, 'indicators.0.limits.change'] as [object, string],
    ),
    ...[{ with: '' }, { as: '' }, { decimals: 7 }, { decimals: -1 }].map(
      changed =>
        [
          { indicators: [{ ...exports, comparisons: [{ ...exports.comparisons[0], ...changed }] }] },
          `indicators.0.comparisons.0.${Object.keys(changed)[0]}`,
        ] as [object, string],
    ),
  ])('may have no report with %j', (said, field) => {
    const [report] = told().reports;
    const { error } = Department.safeParse({ ...told(), reports: [{ ...report, ...said }] });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([`reports.0.${field}`]);
  });

  it.each([
    ['a number with decimals for a limit of change', { change: '12.125' }],
    ['six digits of it', { change: '123456' }],
  ])('may limit by %s', (_, limits) => {
    const [report] = told().reports;
    const indicators = [{ ...exports, limits }];
    expect(Department.safeParse({ ...told(), reports: [{ ...report, indicators }] }).success).toBe(true);
  });

  it.each([
    { timeZone: 'UTC' },
    { units: [] },
    { staff: [] },
    { reports: [] },
    { units: [{ id: 'phong-a', name: 'Phòng A', mail: [] }] },
    { staff: [{ id: 'a', name: 'A', mail: 'a@so.example', roles: [] }] },
    { staff: [{ id: 'a', name: 'A', mail: 'a@so.example', roles: [''] }] },
    { daysOff: ['2021-02-30'] },
    { nickname: 'Sở' },
  ])('is none with %j', changed => {
    expect(Department.safeParse({ ...told(), ...changed }).success).toBe(false);
  });

  it('says in Vietnamese what would be right in its numbers and codes', () => {
    const [report] = told().reports;
    const wrong = { ...report, id: 'sign-in', indicators: [{ ...exports, limits: { least: '1,5', change: '5%' } }] };
    const { error } = Department.safeParse({ ...told(), reports: [wrong] });
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'mã này dành cho hệ thống; hãy chọn mã khác',
      'phải là số, ví dụ 1000 hoặc -12.5',
      'phải là phần trăm, ví dụ 50',
    ]);
  });
});

describe('who owes', () => {
  const handedOver = [{ unit: 'phong-a' }, { unit: 'phong-b', from: '2021-06' }, { unit: 'phong-c', from: '2021-10' }];
  const report = reportWith({
    indicators: [{ ...exports, owner: handedOver }],
    tasks: [
      { id: 'viec', text: 'Việc', group: 'chung', owner: [{ unit: 'phong-b', from: '2021-10' }], validTo: '2021-11' },
    ],
  });

  it('is the last to whom it was handed by then; nobody before the first', () => {
    const owners = ['2021-05', '2021-06', '2021-09', '2021-10'].map(month => ownerIn({ owner: handedOver }, month));
    expect(owners).toEqual(['phong-a', 'phong-b', 'phong-b', 'phong-c']);
    expect(ownerIn({ owner: [{ unit: 'phong-b', from: '2021-10' }] }, '2021-09')).toBeUndefined();
  });

  it('owes that alone, in the months it is asked', () => {
    const owed = (unit: string, month: string) => {
      const { indicators, tasks } = owedBy(report, unit, month);
      return [...indicators.map(({ code }) => code), ...tasks.map(({ id }) => id)];
    };
    expect([owed('phong-b', '2021-09'), owed('phong-b', '2021-11'), owed('phong-b', '2021-12')]).toEqual([
      ['xuat-khau'],
      ['viec'],
      [],
    ]);
  });

  it('is listed in the order of the department, each once', () => {
    expect(unitsOwing(departmentWith(report), report, '2021-10').map(({ id }) => id)).toEqual(['phong-b', 'phong-c']);
  });
});

it('a report is found by its id, and none by another', () => {
  const department = departmentWith(reportWith(), reportWith({ id: 'bao-cao-quy' }));
  expect(reportNamed(department, 'bao-cao-quy')).toBe(department.reports[1]);
  expect(reportNamed(department, 'khac')).toBeUndefined();
});
