import { returnedFilesOf } from '../compilation/edition.ts';
import { filesOfLetter } from '../compilation/given-out.ts';
import { formsOf } from '../issuing/issued-edition.ts';
import { isSigning } from '../issuing/signing.ts';
import { at, type Breach, mends } from './breach.ts';
import type { Kept } from './kept.ts';

/** A file entered by its hash, to be asked for by whoever has it. */
export type KeptFile = { sha256: string; report: string; month: string };

/**
 * What is told of a file by its hash: every file that recipients are given is entered with its period, and nothing else is. Of
 * editions from before files were entered they are entered once somebody asks; those have no tree of receipts either. Of the files
 * that come back from signing those that are taken are.
 */
export function breachesInIssuedFiles(all: Kept[], entered: KeptFile[]): Breach[] {
  const owed = new Map<string, KeptFile & { since: boolean }>();
  for (const { period, editions } of all) {
    for (const { edition } of editions) {
      const since = edition.receipts !== undefined && !['closing', 'closed'].includes(period.state);
      const { report, month } = edition;
      for (const { sha256 } of returnedFilesOf(edition)) owed.set(sha256, { sha256, report, month, since: false });
      for (const { sha256 } of formsOf(edition).flatMap(filesOfLetter))
        owed.set(sha256, { sha256, report, month, since });
    }
  }
  const printing = new Set(
    all.filter(isPrintingOrSigning).map(({ period: { report, month } }) => `${report} ${month}`),
  );
  const there = new Set(entered.map(({ sha256 }) => sha256));
  const wrong = entered.filter(({ sha256, report, month }) => {
    const own = owed.get(sha256);
    return (own?.report !== report || own?.month !== month) && !printing.has(`${report} ${month}`);
  });
  const lost = [...owed.values()].filter(({ sha256, since }) => since && !there.has(sha256));
  return [
    ...wrong.flatMap(({ sha256 }) => at(`tệp phát hành ${sha256}`, mends.foreign, 'không phải tệp của văn bản nào')),
    ...lost.flatMap(({ sha256 }) =>
      at(`tệp phát hành ${sha256}`, mends.item, 'tệp đã phát hành mà trang kiểm tra văn bản không nhận ra'),
    ),
  ];
}

/** Files that bear a number, or signatures, are entered before the edition's record says that they are there. */
function isPrintingOrSigning({ editions }: Kept): boolean {
  return editions.some(
    ({ edition: { numbered, printed, passage } }) =>
      (numbered !== undefined && printed === undefined) || (passage !== undefined && isSigning(passage.stands)),
  );
}
