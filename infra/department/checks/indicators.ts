import Big from 'big.js';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { FolderFault } from '../fault.ts';
import type { YamlFile } from '../yaml-file.ts';

/** Indicators that no figure satisfies, or that would say the same change twice. */
export function indicatorFaults({ indicators }: ReportDefinition, { file, lineOf }: YamlFile): FolderFault[] {
  return indicators.flatMap(({ limits: { least, most }, comparisons }, at) => {
    const faults: FolderFault[] = [];
    if (least !== undefined && most !== undefined && new Big(least).gt(most)) {
      const message = `least ${least} lớn hơn most ${most}, nên không số liệu nào được nhận`;
      faults.push({ file, line: lineOf(['indicators', at, 'limits']), message, hint: 'đổi chỗ hai số' });
    }
    const compared = comparisons.map(comparison => comparison.with);
    if (new Set(compared).size < compared.length) {
      const line = lineOf(['indicators', at, 'comparisons']);
      faults.push({ file, line, message: 'một phép so sánh viết hai lần', hint: 'giữ một, bỏ một' });
    }
    return faults;
  });
}
