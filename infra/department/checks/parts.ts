import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { FolderFault } from '../fault.ts';
import { didYouMean } from '../nearest.ts';
import type { YamlFile } from '../yaml-file.ts';
import { circleInWords, circlesAmong } from './circles.ts';

/** Indicators that stand in the sentence of one there is not, of themselves, or of one that itself stands in another's. */
export function partFaults({ indicators }: ReportDefinition, { file, lineOf }: YamlFile): FolderFault[] {
  const parents = new Map(indicators.map(({ code, partOf }) => [code, partOf]));
  const circles = circlesAmong(
    new Map(indicators.map(({ code, partOf }) => [code, partOf === undefined ? [] : [partOf]])),
  );
  const inCircles = new Set(circles.flat());
  const told = (at: number, message: string, hint: string) => ({
    file,
    line: lineOf(['indicators', at, 'partOf']),
    message,
    hint,
  });
  return [
    ...circles.map(circle => {
      const at = indicators.findIndex(({ code }) => code === circle[0]);
      return told(
        at,
        `partOf đi vòng, chỉ tiêu đứng trong câu của chính nó: ${circleInWords(circle)}`,
        'bỏ bớt một partOf',
      );
    }),
    ...indicators.flatMap(({ code, partOf }, at) => {
      if (partOf === undefined || inCircles.has(code)) return [];
      if (!parents.has(partOf)) {
        const codes = [...parents.keys()];
        const hint = didYouMean(partOf, codes, `dùng mã chỉ tiêu của báo cáo này: ${codes.join(', ')}`);
        return [told(at, `partOf: báo cáo này không có chỉ tiêu "${partOf}"`, hint)];
      }
      const above = parents.get(partOf);
      if (above === undefined || inCircles.has(partOf)) return [];
      const message = `"${partOf}" tự nó đã đứng trong câu của "${above}", câu chỉ có hai bậc`;
      return [told(at, message, `ghi partOf: ${above}`)];
    }),
  ];
}
