import Big from 'big.js';
import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { FolderFault } from '../fault.ts';
import type { YamlFile } from '../yaml-file.ts';

/** Indicators that no figure satisfies. */
export function indicatorFaults({ indicators }: ReportDefinition, { file, lineOf }: YamlFile): FolderFault[] {
  return indicators.flatMap(({ limits }, at) => {
    if (!admitsNothing(limits)) return [];
    const message = `least ${limits.least} lớn hơn most ${limits.most}, nên không số liệu nào được nhận`;
    return [{ file, line: lineOf(['indicators', at, 'limits']), message, hint: 'đổi chỗ hai số' }];
  });
}

/** True of limits between which no number lies. */
export function admitsNothing({ least, most }: Pick<Indicator['limits'], 'least' | 'most'>): boolean {
  return least !== undefined && most !== undefined && new Big(least).gt(most);
}
