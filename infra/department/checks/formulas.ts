import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import { namesWritten } from '../../../shared/domain/office/written-names.ts';
import type { FolderFault } from '../fault.ts';
import type { YamlFile } from '../yaml-file.ts';
import { circleInWords, circlesAmong } from './circles.ts';
import { formulaFaultsIn } from './formula.ts';
import { indicatorNames } from './indicator-names.ts';

/** Formulas of indicators that cannot be read, use names that there are not, or lead back to themselves. */
export function formulaFaults(definition: ReportDefinition, { file, lineOf }: YamlFile): FolderFault[] {
  const allowed = indicatorNames(definition);
  const faults = definition.indicators.flatMap(({ formula }, at) => {
    const line = lineOf(['indicators', at, 'formula']);
    return formula === undefined ? [] : formulaFaultsIn(formula, allowed).map(fault => ({ file, line, ...fault }));
  });
  return [...faults, ...inCircles(definition.indicators, ['indicators'], { file, lineOf })];
}

type Computed = { code: string; formula?: string | undefined };

/** Formulas that need their own result; told at the first of each circle. */
export function inCircles(
  computed: Computed[],
  list: PropertyKey[],
  { file, lineOf }: Pick<YamlFile, 'file' | 'lineOf'>,
) {
  const ways = new Map(computed.map(({ code, formula }) => [code, formula === undefined ? [] : namesWritten(formula)]));
  return circlesAmong(ways).map((circle): FolderFault => {
    const at = computed.findIndex(({ code }) => code === circle[0]);
    const message = `công thức đi vòng: ${circleInWords(circle)}`;
    return {
      file,
      line: lineOf([...list, at, 'formula']),
      message,
      hint: 'để ít nhất một mã trong vòng là số nhập vào',
    };
  });
}
