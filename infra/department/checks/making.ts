import type { Indicator } from '../../../shared/domain/office/indicator.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { FolderFault } from '../fault.ts';
import type { YamlFile } from '../yaml-file.ts';

/**
 * Whatever is told comes from somewhere, and from one place alone: an indicator from one unit, from many, from a formula or from
 * another report; a task or a list from one unit or many.
 */
export function makingFaults({ indicators, tasks, lists = [] }: ReportDefinition, yaml: YamlFile): FolderFault[] {
  return [
    ...indicators.flatMap((indicator, at) => madeOnce(indicator, ['indicators', at], yaml)),
    ...tasks.flatMap((task, at) => madeOnce(task, ['tasks', at], yaml)),
    ...lists.flatMap((list, at) => madeOnce(list, ['lists', at], yaml)),
  ];
}

/** By whom a thing is told, or from what it is made. */
export type Made = { owner?: Indicator['owner'] | undefined } & Pick<
  Partial<Indicator>,
  'owedBy' | 'formula' | 'source'
>;

const meaning = {
  owner: 'một đơn vị báo',
  owedBy: 'nhiều đơn vị cùng báo',
  formula: 'tính từ chỉ tiêu khác',
  source: 'lấy từ báo cáo khác',
};

function madeOnce({ owner = [], ...made }: Made, path: PropertyKey[], { file, lineOf }: YamlFile): FolderFault[] {
  const given = { ...made, owner: owner.length > 0 ? owner : undefined };
  const ways = (['owner', 'owedBy', 'formula', 'source'] as const).filter(way => given[way] !== undefined);
  if (ways.length === 1) return [];
  const [list] = path;
  if (ways.length === 0) {
    const choices = list === 'indicators' ? ', formula hoặc source' : '';
    const message =
      list === 'indicators' ? 'chỉ tiêu này không ai báo và không tính từ đâu' : 'mục này không giao cho ai';
    return [{ file, line: lineOf(path), message, hint: `ghi owner: mã-đơn-vị, owedBy: all${choices}` }];
  }
  const message = `có cả ${ways.map(way => `${way} (${meaning[way]})`).join(' và ')}`;
  return [
    {
      file,
      line: lineOf([...path, ways.at(-1) as string]),
      message,
      hint: `giữ một, bỏ ${ways.length === 2 ? 'một' : 'các mục kia'}`,
    },
  ];
}
