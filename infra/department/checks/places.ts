import { placeNames } from '../../../shared/domain/letter/phrase.ts';
import type { Comparison } from '../../../shared/domain/office/indicator.ts';
import type { ReportDefinition } from '../../../shared/domain/office/report-definition.ts';
import type { Saying } from '../../../shared/domain/office/saying.ts';
import type { FolderFault } from '../fault.ts';
import { didYouMean } from '../nearest.ts';
import type { YamlFile } from '../yaml-file.ts';

/** Places, "{tháng}", that nothing fills where they stand: they would be printed as they are. */
export function placeFaults(definition: ReportDefinition, { file, lineOf }: YamlFile): FolderFault[] {
  return wordsIn(definition).flatMap(({ path, text, places }) =>
    [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([written, name = '']) => {
      if (places.includes(name)) return [];
      const braced = places.map(place => `{${place}}`);
      const otherwise = braced.length > 0 ? `ở đây dùng được ${braced.join(', ')}` : 'ở đây không dùng được { }';
      return [
        {
          file,
          line: lineOf(path),
          message: `không có chỗ "${written}"`,
          hint: didYouMean(written, braced, otherwise),
        },
      ];
    }),
  );
}

type Words = { path: PropertyKey[]; text: string; places: string[] };

function wordsIn({ trichYeu, indicators, tables = [], saying }: ReportDefinition): Words[] {
  return [
    { path: ['trichYeu'], text: trichYeu, places: placeNames },
    ...sayingIn(saying, ['saying']),
    ...indicators.flatMap(({ phrase, saying: own, comparisons, yearToDate }, at): Words[] => [
      { path: ['indicators', at, 'phrase'], text: phrase, places: placeNames },
      ...sayingIn(own, ['indicators', at, 'saying']),
      ...comparisonsIn(comparisons, ['indicators', at, 'comparisons']),
      ...comparisonsIn(yearToDate?.comparisons ?? [], ['indicators', at, 'yearToDate', 'comparisons']),
    ]),
    ...tables.flatMap(({ title, columns, notes = [], form = {} }, at): Words[] => [
      { path: ['tables', at, 'title'], text: title, places: placeNames },
      ...columns.flatMap(({ heading, over = [] }, nth) =>
        [heading, ...over].map(text => ({ path: ['tables', at, 'columns', nth], text, places: placeNames })),
      ),
      ...notes.map((text, nth) => ({ path: ['tables', at, 'notes', nth], text, places: [...placeNames, 'thiếu'] })),
      ...Object.entries(form).flatMap(([part, said]) =>
        [said ?? []].flat().map(text => ({ path: ['tables', at, 'form', part], text, places: placeNames })),
      ),
    ]),
  ];
}

/** What each way of saying is filled with; the others are printed as they are. */
const placesOf: { [Name in keyof Saying]?: string[] } = {
  previous: placeNames,
  lastYear: placeNames,
  yearToDate: placeNames,
  yearToDateLastYear: placeNames,
  plan: ['mức'],
  beyondPlan: ['mức'],
  ratio: ['mức'],
  times: ['mức'],
  restated: [...placeNames, 'cũ', 'mới'],
  parts: ['các phần'],
  without: ['đơn vị'],
};

function sayingIn(saying: Saying = {}, path: PropertyKey[]): Words[] {
  return Object.entries(saying).flatMap(([name, text]) =>
    text === undefined ? [] : [{ path: [...path, name], text, places: placesOf[name as keyof Saying] ?? [] }],
  );
}

function comparisonsIn(comparisons: Comparison[], path: PropertyKey[]): Words[] {
  return comparisons.flatMap(({ says, with: against }, at) =>
    says === undefined ? [] : [{ path: [...path, at], text: says, places: against === 'plan' ? ['mức'] : placeNames }],
  );
}
