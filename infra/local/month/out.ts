import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { archiveNamed, readFiled } from '../../../shared/aws/archive.ts';
import { editionsOf } from '../../../shared/aws/editions.ts';
import { tableNamed } from '../../../shared/aws/table.ts';
import type { Edition, EditionFile } from '../../../shared/domain/compilation/edition.ts';
import { asIssued } from '../../../shared/domain/issuing/issued-edition.ts';
import { bucketName, type Host, tableName } from '../host.ts';
import { writeAll } from '../whole-file.ts';
import type { Asked } from './asked.ts';

/**
 * Writes what the month brought forth: every mail into "outbox", the first report's letter into the folder itself, that of
 * each other report into a folder of its own: all, or none where there is no room. Mails of an earlier run are removed. The editions
 * that were compiled.
 */
export async function writeOut(host: Host, { department, month, out }: Asked): Promise<Edition[]> {
  const files = new Map<string, Uint8Array>(host.outbox.map(({ file, raw }) => [join('outbox', basename(file)), raw]));
  const editions: Edition[] = [];
  for (const [at, { id }] of department.reports.entries()) {
    const made = (await editionsOf(table(), { report: id, month })).at(-1);
    if (!made) continue;
    const edition = asIssued(made);
    for (const [name, filed] of filesOf(edition))
      files.set(join(at === 0 ? '' : id, name), await readFiled(archive(), filed));
    editions.push(edition);
  }
  writeAll(out, files);
  const outbox = join(out, 'outbox');
  mkdirSync(outbox, { recursive: true });
  const old = readdirSync(outbox).filter(name => name.endsWith('.eml') && !files.has(join('outbox', name)));
  for (const name of old) rmSync(join(outbox, name));
  return editions;
}

function filesOf({ files }: Edition): [name: string, filed: EditionFile][] {
  return [
    ['letter.docx', files.docx],
    ['letter.pdf', files.pdf],
    ...(files.xlsx ? [['annexes.xlsx', files.xlsx] satisfies [string, EditionFile]] : []),
    ['letter.html', files.html],
    ['report.json', files.report],
  ];
}

export function table() {
  return tableNamed(tableName);
}

export function archive() {
  return archiveNamed(bucketName);
}
