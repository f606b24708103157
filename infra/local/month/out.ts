import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { archiveNamed, readFiled } from '../../../shared/aws/archive.ts';
import { editionsOf } from '../../../shared/aws/editions.ts';
import { tableNamed } from '../../../shared/aws/table.ts';
import type { Edition } from '../../../shared/domain/compilation/edition.ts';
import { bucketName, type Host, tableName } from '../host.ts';
import type { Asked } from './asked.ts';

/**
 * Writes what the month brought forth: every mail into "outbox", the first report's letter into the folder itself, that of
 * each other report into a folder of its own. Mails of an earlier run are removed. The editions that were compiled.
 */
export async function writeOut(host: Host, { department, month, out }: Asked): Promise<Edition[]> {
  writeOutbox(host, join(out, 'outbox'));
  const editions: Edition[] = [];
  for (const [at, { id }] of department.reports.entries()) {
    const edition = (await editionsOf(table(), { report: id, month })).at(-1);
    if (!edition) continue;
    await writeFiles(edition, at === 0 ? out : join(out, id));
    editions.push(edition);
  }
  return editions;
}

function writeOutbox(host: Host, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder).filter(name => name.endsWith('.eml'))) rmSync(join(folder, old));
  for (const { file, raw } of host.outbox) writeFileSync(join(folder, basename(file)), raw);
}

async function writeFiles({ files }: Edition, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const named = {
    'letter.docx': files.docx,
    'letter.pdf': files.pdf,
    'letter.html': files.html,
    'report.json': files.report,
  };
  for (const [name, filed] of Object.entries(named))
    writeFileSync(join(folder, name), await readFiled(archive(), filed));
}

export function table() {
  return tableNamed(tableName);
}

export function archive() {
  return archiveNamed(bucketName);
}
