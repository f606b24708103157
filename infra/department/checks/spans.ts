import type { Month } from '../../../shared/domain/calendar/month.ts';
import type { FolderFault } from '../fault.ts';
import type { YamlFile } from '../yaml-file.ts';

/** Entries of a list that end before they begin. */
export function emptySpans(
  entries: { validFrom?: Month | undefined; validTo?: Month | undefined }[],
  list: string,
  { file, lineOf }: YamlFile,
): FolderFault[] {
  return entries.flatMap(({ validFrom, validTo }, at) => {
    if (validFrom === undefined || validTo === undefined || validFrom <= validTo) return [];
    const message = `kỳ cuối ${validTo} trước kỳ đầu ${validFrom}`;
    return [{ file, line: lineOf([list, at, 'validTo']), message, hint: 'sửa validFrom hoặc validTo' }];
  });
}
