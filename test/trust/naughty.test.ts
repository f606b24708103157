import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readFiled } from '../../shared/aws/archive.ts';
import { tidy } from '../../shared/domain/text.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { readDocx } from '../templates/letter/read-docx.ts';
import { readPdf, wordsOf } from '../templates/letter/read-pdf.ts';
import { naughty } from './naughty-strings.ts';

/** Everything is logged here, and everything that is written is heard. */
const heard = vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'DEBUG';
  return [] as string[];
});
const canary = 'chim-hoang-yen-4711';

let town: Town;
let token: string;
const taken: string[] = [];

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    vi.spyOn(stream, 'write').mockImplementation((text, ...more) => {
      heard.push(String(text));
      return write(text, ...(more as []));
    });
  }
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  token = await town.tokenOf('phong-b@so.example');
});
afterAll(async () => {
  vi.restoreAllMocks();
  await town.leave();
});

async function put(answers: Record<string, unknown>) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const asked = await fetch(`${town.address}/api/submission`, { headers });
  const { revision: basedOn } = (await asked.json()) as { revision: number };
  const body = JSON.stringify({
    key: crypto.randomUUID(),
    basedOn,
    answers: { figures: {}, outcomes: {}, ...answers },
  });
  const response = await fetch(`${town.address}/api/submission`, { method: 'PUT', headers, body });
  return { status: response.status, answer: (await response.json()) as { submission: { further: string } } };
}

describe('a text that has broken other programs', () => {
  it.each(naughty.map(text => [JSON.stringify(text).slice(0, 60), text] as const))(
    'is taken as it is, or refused: %s',
    async (_, text) => {
      for (const answers of [{ further: text }, { outcomes: { 'nhiem-vu': text } }]) {
        const { status, answer } = await put(answers);
        expect([200, 400, 422]).toContain(status);
        if (status === 200 && 'further' in answers) expect(answer.submission.further).toBe(tidy(text));
        if (status === 200 && 'further' in answers) taken.push(tidy(text));
      }
    },
  );

  it.each(naughty.map(text => [JSON.stringify(text).slice(0, 60), text] as const))(
    'is harmless in every other field: %s',
    async (_, text) => {
      const field = (value: string) => ({ figures: { 'xuat-khau': { state: 'reported', value, note: value } } });
      const answers = [
        field(text),
        { outcomes: { [text]: 'x' } },
        { statuses: { 'nhiem-vu': text } },
        { [text]: text },
      ];
      for (const each of answers) expect([400, 422]).toContain((await put(each)).status);
      for (const path of [
        `/receipt/${encodeURIComponent(text.toWellFormed())}`,
        `/form?${encodeURIComponent(text.toWellFormed())}`,
      ])
        expect((await fetch(town.address + path, { headers: { cookie: '__Host-phien=x' } })).status).toBeLessThan(500);
    },
  );
});

describe('the letter of a month of such texts', () => {
  /** Who reads a PDF gives ligatures back taken apart, and marks stacked on no letter of ours somewhere else. */
  const folded = (text: string) => text.normalize('NFKD').replace(/[\p{M}\s\u00ad‐-]+/gu, '');
  const squeezed = (text: string) => text.replace(/[\s\u00ad]+/g, '').replace(/(^|\n)[-+]\s*/g, '');

  it('carries each as it was handed in, in DOCX and in PDF, and is mailed to its recipients alone', async () => {
    const lines = [...new Set(taken.flatMap(text => text.split('\n')))].filter(
      line => line.length > 3 && line.length < 150,
    );
    expect(lines.length).toBeGreaterThan(25);
    const own = lines.map(line => `- Việc: ${line}`);
    const { status } = await put({ outcomes: { 'nhiem-vu': `- ${canary}\n${own.join('\n')}` } });
    expect(status).toBe(200);
    await town.at('2021-11-16', '16:00');
    const [edition] = await town.editions('bao-cao-thang', '2021-10');
    if (!edition) throw new Error('no letter');
    const docx = readDocx(await readFiled(town.archive, edition.files.docx));
    const inDocx = squeezed(docx.paragraphs.map(({ text }) => text).join('\n'));
    const inPdf = folded(wordsOf(await readPdf(await readFiled(town.archive, edition.files.pdf))));
    expect(lines.filter(line => !inDocx.includes(squeezed(`Việc: ${line}`)))).toEqual([]);
    const legible = lines.filter(line => !/\p{M}|\w{50}/u.test(line));
    expect(legible.filter(line => !inPdf.includes(folded(`Việc: ${line}`)))).toEqual([]);
    const letters = town.outbox.filter(({ tags }) => tags.step === 'edition-1');
    expect(letters.map(({ destinations }) => destinations)).toEqual([['so-khdt@tinh.example']]);
    for (const { raw } of letters) {
      const { to, cc, bcc } = await simpleParser(raw);
      expect([to, cc, bcc].flatMap(each => [each ?? []].flat()).map(({ text }) => text)).toEqual([
        'so-khdt@tinh.example',
      ]);
    }
  });

  it('leaves no text, figure or token of a unit in any log line', () => {
    const written = heard.join('');
    expect(written).toContain('handed in');
    expect(written).not.toContain(canary);
    expect(written).not.toContain(token);
  });
});
