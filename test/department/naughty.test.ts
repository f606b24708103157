import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readDepartment } from '../../infra/department/folder.ts';
import { triedLetter } from '../../infra/department/trial.ts';
import { inBatches } from '../../shared/batches.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { letterDocx } from '../../templates/letter/docx.ts';
import { letterPdf } from '../../templates/letter/pdf.ts';
import { mime } from '../../templates/mail/message.ts';
import { readDocx } from '../templates/letter/read-docx.ts';
import { readPdf, wordsOf } from '../templates/letter/read-pdf.ts';
import { faultsIn } from '../templates/letter/validity.ts';
import { naughty } from '../trust/naughty-strings.ts';
import { copyOf, history, office, sample } from './a-folder.ts';

/** What of a department's folder is words for people. */
const words = new Set([
  ...['name', 'coQuanChuQuan', 'coQuanBanHanh', 'diaDanh', 'line', 'text', 'phrase'],
  ...['trichYeu', 'kyHieu', 'nguoiSoan', 'quyenHan', 'chucVu', 'nguoiKy'],
]);

/** The sample's smaller report alone, since it is read a thousand times. */
const report = 'reports/cap-dien-thang/report.yaml';
let folder: string;
beforeAll(() => {
  folder = copyOf(sample);
  rmSync(join(folder, 'reports/bao-cao-thang'), { recursive: true });
  writeFileSync(join(folder, history), 'period,indicator,value\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The sample with every word, or everything else, replaced; JSON is YAML. */
function readWith(text: string, isReplaced: (key: string) => boolean) {
  for (const file of [office, report]) {
    const content = parse(readFileSync(join(sample, file), 'utf8'), { schema: 'failsafe' });
    const replaced = JSON.stringify(content, (key, value) =>
      typeof value === 'string' && isReplaced(key) ? text : value,
    );
    writeFileSync(join(folder, file), replaced);
  }
  return readDepartment(folder);
}

/** The names that were taken, as they were read. */
const taken = new Map<string, Department>();

describe('a text that has broken other programs', () => {
  it('for every name and phrase of an office: is taken as it is, or faulted', () => {
    for (const text of naughty) {
      const read = readWith(text, key => words.has(key));
      if ('department' in read) taken.set(read.department.name, read.department);
      else expect(read.faults.length).toBeGreaterThan(0);
    }
    expect(taken.size).toBeGreaterThan(250);
    expect([...taken.keys()].filter(name => /\p{Cc}|\p{Zl}|\p{Zp}/u.test(name))).toEqual([]);
    for (const name of taken.keys()) expect(naughty.map(text => text.trim().normalize('NFC'))).toContain(name);
  });

  it('for every code, address, month and number: is faulted', () => {
    const some = naughty.filter((_, at) => at % 5 === 0);
    const wrong = some.filter(text => 'department' in readWith(text, key => !words.has(key)));
    expect(wrong).toEqual([]);
  });
});

describe('the office of such names', () => {
  const blanks = /[\s\u00ad]+/g;

  it('issues a letter that is valid and says each of them', async () => {
    const [[, department] = []] = taken;
    const definition = department?.reports[0];
    if (!department || !definition) throw new Error('no name was taken');
    const [unit] = department.units;
    const names = [...taken.keys()].filter(name => !/\p{M}/u.test(name));
    const numbered = names.map((text, at) => ({ id: `n-${at}`, text }));
    definition.tasks = numbered.map(task => ({ ...task, group: 'khac', owner: [{ unit: unit?.id ?? '' }] }));
    definition.recipients = numbered.map(({ id, text }) => ({ id, line: text, mail: [] }));
    definition.addressees = names.map(name => ({ name, mail: [] }));
    definition.wording = '{{ nhom.khac }}\n';
    const letter = triedLetter({ department, definition, month: '2021-10' }, undefined);
    const properties = { title: letter.trichYeu, author: department.name, date: '2021-11-16T09:00:00Z' };
    const docx = await letterDocx(letter, properties);
    expect(await faultsIn(docx)).toEqual([]);
    const said = [
      readDocx(docx)
        .paragraphs.map(({ text }) => text)
        .join(' '),
      wordsOf(await readPdf(letterPdf(letter, properties).bytes)),
    ].map(text => text.replace(blanks, ''));
    for (const text of said) expect(names.filter(name => !text.includes(name.replace(blanks, '')))).toEqual([]);
  });

  it('mails to whom it means to, under its name, and to nobody a name might name', async () => {
    // Who writes a name in the code of headers (RFC 2047) means what it says in that code.
    const names = [...taken.keys()].filter(name => !name.startsWith('=?'));
    await inBatches(names, 8, async name => {
      const said = { subject: `Nhắc: ${name}`, paragraphs: [`Kính gửi: ${name}`] };
      const sender = { name, address: 'bao-cao@so.example' };
      const raw = await mime({ sender, to: 'phong@so.example', words: said, at: 0, id: 'thu' });
      const { to, cc, bcc, from, subject, text, headers } = await simpleParser(raw);
      expect([to, cc, bcc].flatMap(each => [each ?? []].flat()).map(each => each.text)).toEqual(['phong@so.example']);
      expect(from?.value).toEqual([sender]);
      expect([subject, text?.trim()]).toEqual([`Nhắc: ${name}`, `Kính gửi: ${name}`]);
      expect([...headers.keys()].length).toBe(9);
    });
  });
});
