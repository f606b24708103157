import { expect, it } from 'vitest';
import { changesBetween } from '../../infra/department/changes.ts';
import { departmentWith, exports, index, reportWith } from '../domain/an-office.ts';

it('tells what a department says otherwise than the one in force, thing by thing', () => {
  const before = departmentWith(reportWith({ indicators: [exports, index] }));
  const [unit, ...others] = before.units;
  const after = {
    ...departmentWith(
      reportWith({
        indicators: [
          { ...exports, unitOfMeasure: 'tỷ đồng', decimals: 0 },
          { ...exports, code: 'nhap-khau' },
        ],
        wording: 'Khác.\n',
        trichYeu: 'khác',
      }),
      reportWith({ id: 'quy' }),
    ),
    units: [{ ...(unit ?? { id: '', name: '' }), mail: ['khac@so.example'] }, ...others],
    history: [{ period: '2021-09', indicator: 'xuat-khau', value: '1' }],
  };
  expect(changesBetween(before, before)).toEqual([]);
  expect(changesBetween(before, after)).toEqual([
    'đổi đơn vị "phong-a": mail',
    'thêm báo cáo "quy"',
    'đổi báo cáo "bao-cao-thang": trichYeu',
    'bao-cao-thang: thêm chỉ tiêu "nhap-khau"',
    `bao-cao-thang: bỏ chỉ tiêu "${index.code}"`,
    'bao-cao-thang: đổi chỉ tiêu "xuat-khau": unitOfMeasure, decimals',
    'bao-cao-thang: Lưu ý: số liệu "xuat-khau" đã phát hành tính theo "triệu USD"; nếu số mới không so được với số cũ thì đặt mã mới cho chỉ tiêu',
    'bao-cao-thang: đổi lời văn (letter.md)',
    'đổi history.csv: 0 dòng thành 1 dòng',
  ]);
});
