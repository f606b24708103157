import { Department } from '../../shared/domain/office/department.ts';
import type { Indicator } from '../../shared/domain/office/indicator.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';

/** A small office for tests of the rules: one report, three units, nobody's real name. */

export const exports: Indicator = {
  code: 'xuat-khau',
  name: 'Kim ngạch xuất khẩu',
  phrase: 'Kim ngạch xuất khẩu tháng {tháng}',
  unitOfMeasure: 'triệu USD',
  decimals: 2,
  shows: 'level',
  owner: [{ unit: 'phong-a' }],
  comparisons: [
    { with: 'previous-month', as: 'percent', decimals: 1 },
    { with: 'same-month-last-year', as: 'percent', decimals: 1 },
  ],
  limits: { least: '-1000', most: '100000' },
};

export const index: Indicator = {
  ...exports,
  code: 'chi-so',
  name: 'Chỉ số sản xuất công nghiệp',
  phrase: 'Chỉ số sản xuất công nghiệp tháng {tháng/năm}',
  unitOfMeasure: '%',
  shows: 'change',
  comparisons: [{ with: 'previous-month', as: 'percent', decimals: 2 }],
};

export function reportWith(changes: Partial<ReportDefinition> = {}): ReportDefinition {
  return {
    id: 'bao-cao-thang',
    name: 'Báo cáo tháng',
    first: '2021-01',
    window: { from: { month: 0, day: 1 }, to: { month: 0, day: 31 } },
    opening: { month: 1, day: 1, at: '08:00' },
    deadline: { month: 1, day: 16, at: '16:00', onDayOff: 'next' },
    reminders: [
      { workingDaysBefore: 3, at: '08:00' },
      { workingDaysBefore: 1, at: '08:00' },
    ],
    whenMissing: 'issue',
    // Most tests hand in nothing, and look at the letter all the same.
    atLeast: 0,
    kyHieu: 'SCT-KHTCTH',
    trichYeu: 'báo cáo tháng {tháng/năm}',
    addressees: [{ name: 'Sở Kế hoạch và Đầu tư', mail: ['so-khdt@tinh.example'] }],
    basis: [],
    recipients: [
      { id: 'nhu-tren', line: 'Như trên', to: 'addressees', mail: [] },
      { id: 'luu', line: 'Lưu: VT, KHTCTH', mail: [] },
    ],
    signer: { chucVu: 'GIÁM ĐỐC', nguoiKy: 'Người Ký' },
    indicators: [exports],
    tasks: [{ id: 'nhiem-vu', text: 'Nhiệm vụ được giao', group: 'chung', owner: [{ unit: 'phong-b' }] }],
    wording:
      '## 1. Chỉ tiêu\n\n- {{ so_lieu.xuat-khau }}\n\n## 2. Nhiệm vụ\n\n{{ nhom.chung }}\n\n{{ co_quan }} kính báo cáo./.\n',
    ...changes,
  };
}

export function departmentWith(...reports: ReportDefinition[]): Department {
  return Department.parse({
    id: 'so-mau',
    name: 'Sở Mẫu',
    coQuanChuQuan: 'UBND TỈNH MẪU',
    coQuanBanHanh: 'SỞ MẪU',
    diaDanh: 'Tỉnh Mẫu',
    timeZone: 'Asia/Ho_Chi_Minh',
    units: ['phong-a', 'phong-b', 'phong-c'].map(id => ({
      id,
      name: `Phòng ${id.at(-1)?.toUpperCase()}`,
      mail: [`${id}@so.example`],
    })),
    staff: [{ id: 'tong-hop', name: 'Cán bộ tổng hợp', mail: 'tong-hop@so.example', roles: ['coordinator'] }],
    daysOff: [],
    daysWorked: [],
    history: [],
    reports,
  } satisfies Department);
}
