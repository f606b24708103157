import Big from 'big.js';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { FolderFault } from '../fault.ts';
import type { YamlFile } from '../yaml-file.ts';

/** Indicators that no figure satisfies. */
export function indicatorFaults({ indicators }: ReportDefinition, { file, lineOf }: YamlFile): FolderFault[] {
  return indicators.flatMap(({ limits: { least, most } }, at) => {
    const faults: FolderFault[] = [];
    if (least !== undefined && most !== undefined && new Big(least).gt(most)) {
      const message = `least ${least} lớn hơn most ${most}, nên không số liệu nào được nhận`;
      faults.push({ file, line: lineOf(['indicators', at, 'limits']), message, hint: 'đổi chỗ hai số' });
    }
    return faults;
  });
}
