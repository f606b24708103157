import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writer } from '../../functions/deliver-report/write.ts';
import { browserAt } from '../../infra/local/browser.ts';
import { file, readFiled } from '../../shared/aws/archive.ts';
import { recordEdition } from '../../shared/aws/editions.ts';
import { largestMessage, postFrom } from '../../shared/aws/post.ts';
import type { MailEntry } from '../../shared/domain/delivery/mail.ts';
import { knownFrom } from '../../shared/domain/figures/known.ts';
import { docxType } from '../../templates/letter/layout.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  await town.at('2021-11-16', '16:00');
});
afterAll(() => town.leave());

describe('a letter too large to mail', () => {
  it('goes out as a link of limited life, checked before sending', async () => {
    const [small] = await town.editions('bao-cao-thang', '2021-10');
    const period = await town.period('bao-cao-thang', '2021-10');
    if (!small || !period) throw new Error('the month did not run');
    const content = randomBytes(7_600_000);
    const folder = 'editions/bao-cao-thang/2021-10';
    const pdf = await file(town.archive, {
      folder,
      name: 'lớn.pdf',
      extension: 'pdf',
      mediaType: 'application/pdf',
      content,
    });
    // As letters were set in 2025, when the hyphens of a number were Word's own that never break.
    const asIssued = readFileSync(join(import.meta.dirname, 'stored', 'letter-of-2025.docx'));
    const docx = await file(town.archive, {
      folder,
      name: 'cũ.docx',
      extension: 'docx',
      mediaType: docxType,
      content: asIssued,
    });
    const edition = { ...small, number: 2, files: { ...small.files, docx, pdf } };
    await recordEdition(town.table, edition);

    const room = {
      table: town.table,
      archive: town.archive,
      baseUrl: town.address,
      post: postFrom('bao-cao@so.example', 'tong-hop'),
    };
    const now = town.clock.now();
    const write = writer(room, {
      period,
      department: departmentWith(reportWith()),
      office: { staff: [] },
      contact: undefined,
      past: { month: period.month, known: knownFrom([]) },
      edition,
      edits: [],
      editions: [edition],
      corrections: [],
      heads: new Map(),
      ledger: [],
      now,
    });
    const mail: MailEntry = {
      report: 'bao-cao-thang',
      month: '2021-10',
      step: 'edition-2',
      recipient: '0'.repeat(32),
      address: 'so-khdt@tinh.example',
      to: { kind: 'recipient', lines: ['Như trên'] },
      state: 'claimed',
      attempts: 1,
      at: now,
    };
    const message = Buffer.from(await write(mail)).toString('utf8');
    expect(message.length).toBeLessThan(10_000);
    expect(largestMessage).toBeLessThanOrEqual(10_000_000);

    const link = /http:\/\/127\.0\.0\.1:\d+\/download\/[\w-]+/.exec(message.replaceAll('=\r\n', ''))?.[0] ?? '';
    const page = await browserAt(town.address).get(link);
    expect(page.text).toContain('lớn.pdf');
    const answer = await fetch(`${link}/pdf`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(await readFiled(town.archive, pdf)))).toBe(true);
    const docxGiven = await fetch(`${link}/docx`);
    expect(Buffer.from(await docxGiven.arrayBuffer()).equals(asIssued), 'byte for byte as it was issued').toBe(true);

    town.setClock('2021-12-01', '08:00');
    expect((await browserAt(town.address).get(link)).status).toBe(404);
  });
});
