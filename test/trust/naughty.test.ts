import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browserAt, hiddenField } from '../../infra/local/browser.ts';
import { readFiled } from '../../shared/aws/archive.ts';
import { inBatches } from '../../shared/batches.ts';
import type { Submission } from '../../shared/domain/collection/submission.ts';
import type { Fault } from '../../shared/domain/problem.ts';
import { tidy } from '../../shared/domain/text/narrative.ts';
import { readNumeral } from '../../shared/domain/text/numeral.ts';
import { Reason } from '../../shared/domain/text/reason.ts';
import { newKey } from '../../shared/token.ts';
import { xlsx } from '../../templates/sheet.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { readDocx } from '../templates/letter/read-docx.ts';
import { readPdf, wordsOf } from '../templates/letter/read-pdf.ts';
import { faultsIn } from '../templates/letter/validity.ts';
import { naughty } from './naughty-strings.ts';

/** Everything is logged here, and everything that is written is heard. */
const heard = vi.hoisted(() => {
  process.env.POWERTOOLS_LOG_LEVEL = 'DEBUG';
  return [] as string[];
});
// Thousands of requests, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 240_000 });
const canary = 'chim-hoang-yen-4711';
const period = '/board/bao-cao-thang/2021-10';

/** Units enough that none hands in too often; each owes a figure, "so-3", and a task, "viec-3". */
const count = 6;
const numbers = Array.from({ length: count }, (_, at) => at + 1);
const units = numbers.map(at => ({ id: `phong-${at}`, name: `Phòng ${at}`, mail: [`phong-${at}@so.example`] }));
const report = reportWith({
  indicators: numbers.map(at => ({ ...exports, code: `so-${at}`, owner: [{ unit: `phong-${at}` }] })),
  tasks: numbers.map(at => ({
    id: `viec-${at}`,
    text: `Việc ${at}`,
    group: 'chung',
    owner: [{ unit: `phong-${at}` }],
  })),
  wording: '{{ nhom.chung }}\n\n{{ co_quan }} kính báo cáo./.\n',
});

/** A unit at work: as a program with its link's token, and as a clerk with a cookie. `taken` is what it could hand in. */
type Desk = {
  at: number;
  token: string;
  cookie: string;
  own: Record<string, string>;
  revision: number;
  texts: string[];
  taken: string[];
};
type Page = { status: number; text: string };
let desks: Desk[];
let town: Town;

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation(chunk => heard.push(String(chunk)) > 0);
  town = await foundTown({ ...departmentWith(report), units }, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  desks = await Promise.all(numbers.map(deskOf));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await town.leave();
});

const formOf = (at: number) => `/form/bao-cao-thang/2021-10/phong-${at}`;

async function deskOf(at: number): Promise<Desk> {
  const link = await town.linkOf(`phong-${at}@so.example`);
  const cookie = await town.cookieFor(link);
  const form = await ask(cookie, formOf(at));
  const own = { key: hiddenField(form, 'key'), basedOn: hiddenField(form, 'basedOn') };
  const texts = naughty.filter((_, index) => index % count === at - 1);
  return { at, token: link.split('/').at(-1) ?? '', cookie, own, revision: 0, texts, taken: [] };
}

async function ask(cookie: string, path: string, body?: URLSearchParams | FormData) {
  const headers = { cookie, origin: town.address };
  const asked = body ? { method: 'POST', headers, body } : { headers };
  const response = await fetch(town.address + path, { ...asked, redirect: 'manual' });
  return { status: response.status, text: await response.text(), to: response.headers.get('location') };
}

/** A press on a form is answered by a page of its own, to which a browser goes. */
async function press(desk: Desk, body: URLSearchParams | FormData): Promise<Page> {
  const answer = await ask(desk.cookie, formOf(desk.at), body);
  return answer.status === 303 && answer.to ? ask(desk.cookie, answer.to) : answer;
}

/** Does something with each text, the units beside each other; what was not as it should be. */
async function withEach(work: (desk: Desk, text: string) => Promise<boolean>): Promise<string[]> {
  const wrong = desks.map(async desk => {
    const texts: string[] = [];
    for (const text of desk.texts) if (!(await work(desk, text))) texts.push(text);
    return texts;
  });
  return (await Promise.all(wrong)).flat();
}

async function put(desk: Desk, answers: Record<string, unknown>) {
  const headers = { authorization: `Bearer ${desk.token}`, 'content-type': 'application/json' };
  const all = { figures: { [`so-${desk.at}`]: { state: 'none' } }, outcomes: {}, ...answers };
  const body = JSON.stringify({ key: newKey(), basedOn: desk.revision, answers: all });
  const response = await fetch(`${town.address}/api/submission`, { method: 'PUT', headers, body });
  const answer = (await response.json()) as { revision: number; submission: Submission; faults?: Fault[] };
  if (response.status === 200) desk.revision = answer.revision;
  return { ...answer, status: response.status };
}

/** What a browser makes of an element's text or an attribute. */
function unescaped(html: string): string {
  const marks: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return html.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => marks[name] ?? '');
}

const areaOf = ({ text }: Page, name: string) =>
  unescaped(new RegExp(`<textarea[^>]* name="${name}"[^>]*>\\n?(.*?)</textarea>`, 's').exec(text)?.[1] ?? 'none');

/** True when no text of ours stands in a page as markup. */
const isEscaped = (page: Page, text: string) => !/[<"]/.test(text) || text.length < 4 || !page.text.includes(text);

describe('a text that has broken other programs', () => {
  it('is the big list, and ours', () => {
    expect(naughty.length).toBeGreaterThan(500);
  });

  it('in an address: leads nowhere', async () => {
    const wrong = await withEach(async ({ at, cookie }, text) => {
      const part = encodeURIComponent(text.toWellFormed());
      const pages = await Promise.all(
        [`/receipt/${part}`, `${formOf(at)}/receipt/${part}`, `/sign-in?to=${part}`].map(path => ask(cookie, path)),
      );
      return pages.every(page => page.status < 500 && isEscaped(page, text));
    });
    expect(wrong).toEqual([]);
  });

  it('typed into the form and saved, previewed or posted: comes back as it was typed, never as markup', async () => {
    const wrong = await withEach(async (desk, text) => {
      const code = `figures.so-${desk.at}`;
      const numerals = {
        [`${code}.value`]: text,
        [`${code}.restates`]: text,
        [`${code}.changes.previous-month`]: text,
      };
      const texts = { [`${code}.note`]: text, [`outcomes.viec-${desk.at}`]: text, further: text };
      const pages = await Promise.all(
        ['draft', 'preview'].map(act => press(desk, new URLSearchParams({ ...desk.own, ...numerals, ...texts, act }))),
      );
      // A break of a line, by whatever name, comes back as the one that a field can hold.
      const sent = text.toWellFormed().replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n');
      const same = (page: Page) => areaOf(page, 'further').replace(/\r\n?/g, '\n') === sent;
      const soundly = (page: Page) => [200, 422].includes(page.status) && same(page) && isEscaped(page, text);
      // Six times, and escaped for the way, the longest of them is more than a form may be.
      return pages.every(page => soundly(page) || (page.status === 413 && text.length > 5_000));
    });
    expect(wrong).toEqual([]);
  });

  it('handed in by a program as outcome, further work and explanation: is taken as it is, or refused', async () => {
    const wrong = await withEach(async (desk, text) => {
      const figures = { [`so-${desk.at}`]: { state: 'reported', value: '5', note: text } };
      const texts = { outcomes: { [`viec-${desk.at}`]: text }, further: text };
      const { status, submission } = await put(desk, { figures, ...texts });
      if (status !== 200) return status === 400 || status === 422;
      desk.taken.push(tidy(text));
      const { further, outcomes } = submission;
      const kept = [further, outcomes[`viec-${desk.at}`], submission.figures[`so-${desk.at}`]?.note ?? ''];
      return kept.every(each => each === tidy(text));
    });
    expect(wrong).toEqual([]);
    expect(desks.flatMap(({ taken }) => taken).length).toBeGreaterThan(300);
  });

  it('where a numeral, a name or a choice is asked: is a fault, unless it is one', async () => {
    const wrong = await withEach(async (desk, text) => {
      const [so, viec] = [`so-${desk.at}`, `viec-${desk.at}`];
      const numerals = { value: text, restates: text, changes: { 'previous-month': text } };
      const numeral = await put(desk, { figures: { [so]: { state: 'reported', ...numerals } } });
      const rest = await put(desk, {
        figures: { [so]: { state: text }, [text]: { state: 'none' } },
        outcomes: { [text]: 'x' },
        statuses: { [viec]: text },
        [text]: text,
      });
      const faulty = (field: string) =>
        rest.faults?.some(fault => fault.field.startsWith(`answers.${field}`)) ?? text === '__proto__';
      const named = rest.status === 400 && [`figures.${so}.state`, `statuses.${viec}`, text].every(faulty);
      return named && ([400, 422].includes(numeral.status) || readNumeral(text).kind === 'number');
    });
    expect(wrong).toEqual([]);
  });

  it('in a table that is pasted, and in a workbook that is sent: is passed over, and named', async () => {
    const [desk] = desks;
    if (!desk) throw new Error('nobody is there');
    for (let from = 0; from < naughty.length; from += 100) {
      const texts = naughty.slice(from, from + 100).filter(text => text.length < 1_000);
      const pasted = texts.map(text => `so-1\t${text}\n${text}\t1`).join('\n');
      const page = await press(desk, new URLSearchParams({ ...desk.own, act: 'paste', pasted }));
      expect(page.status).toBe(200);
      expect(texts.filter(text => !isEscaped(page, text))).toEqual([]);
    }
    const rows = naughty
      .filter(text => !/[\p{Cc}\ufffe\uffff]/u.test(text) && text.isWellFormed())
      .map(text => [text, '1']);
    const page = await sendSheet(desk, await xlsx({ name: 'Số liệu', rows }));
    expect(page.status).toBe(200);
    expect(naughty.filter(text => !isEscaped(page, text))).toEqual([]);
    const none = await sendSheet(desk, new TextEncoder().encode(naughty.join('\n')));
    expect(none.text).toContain('Không đọc được tệp Excel này');
  });

  it('for an address to sign in with: is answered as any other, and mailed nothing', async () => {
    const before = town.outbox.length;
    // Few at once: a page waits for whom to ask no longer than it can do without.
    const pages = await inBatches(naughty, 16, address =>
      browserAt(town.address).post('/sign-in', { address, to: address }),
    );
    expect(new Set(pages.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    await town.quiet();
    expect(town.outbox.length).toBe(before);
  });
});

function sendSheet(desk: Desk, file: Uint8Array): Promise<Page> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...desk.own, act: 'upload' })) body.set(name, value);
  body.set('sheet', new Blob([new Uint8Array(file)]), 'a.xlsx');
  return press(desk, body);
}

describe('the letter of a month of such texts', () => {
  /** Blanks aside, since a line may be broken at any, and the mark that begins a paragraph of its own. */
  const squeezed = (text: string) => text.replace(/(^|\n)[-+]\s*/g, '').replace(/[\s\u00ad]+/g, '');
  const linesOf = ({ taken }: Desk) =>
    [...new Set(taken.flatMap(text => text.split('\n')))].filter(line => line.length > 3 && line.length < 150);
  let lines: string[];

  it('is made', async () => {
    lines = desks.flatMap(linesOf);
    expect(lines.length).toBeGreaterThan(250);
    for (const desk of desks) {
      const own = linesOf(desk).map(line => `- Việc: ${line}`);
      const outcomes = { [`viec-${desk.at}`]: `- ${canary}\n${own.join('\n')}` };
      expect((await put(desk, { outcomes })).status).toBe(200);
    }
    await town.at('2021-11-16', '16:00');
    expect(await town.editions('bao-cao-thang', '2021-10')).toHaveLength(1);
  });

  it('carries each as it was handed in, in a valid DOCX, in PDF and in HTML', async () => {
    const [edition] = await town.editions('bao-cao-thang', '2021-10');
    if (!edition) throw new Error('no letter');
    const docx = await readFiled(town.archive, edition.files.docx);
    expect(await faultsIn(docx)).toEqual([]);
    const paragraphs = readDocx(docx).paragraphs.map(({ text }) => text);
    // A minus that stays with its number is one that no line breaks after.
    const inDocx = squeezed(paragraphs.join('\n').replaceAll('\u2011', '-'));
    expect(lines.filter(line => !inDocx.includes(squeezed(`Việc: ${line}`)))).toEqual([]);
    const html = new TextDecoder().decode(await readFiled(town.archive, edition.files.html));
    const inHtml = squeezed(unescaped(html.replace(/<[^>]*>/g, '')));
    expect(lines.filter(line => !inHtml.includes(squeezed(`Việc: ${line}`)))).toEqual([]);
    const inPdf = squeezed(wordsOf(await readPdf(await readFiled(town.archive, edition.files.pdf))));
    // Marks that stack on a letter, where Unicode has no letter of both, are drawn by themselves; so they are read elsewhere.
    const marked = lines.filter(line => /\p{M}/u.test(line));
    expect(marked.length).toBeLessThan(8);
    expect(lines.filter(line => !marked.includes(line) && !inPdf.includes(squeezed(`Việc: ${line}`)))).toEqual([]);
  });

  it('is told to each unit in a mail, line for line as it was taken down', async () => {
    for (const desk of desks) {
      const address = `phong-${desk.at}@so.example`;
      const receipt = town.outbox.findLast(
        ({ destinations, tags }) => destinations.includes(address) && tags.step?.startsWith('receipt-'),
      );
      const { text = '' } = await simpleParser(receipt?.raw ?? '');
      const told = new Set(text.split('\n').map(line => line.trim()));
      expect(linesOf(desk).filter(line => !told.has(`- Việc: ${line}`.trim()))).toEqual([]);
    }
  });

  it('is sent again with such a reason, which the board shows, and to no such address', async () => {
    const coordinator = await town.cookieFor(await town.signInLinkOf('tong-hop@so.example'));
    const [sent] = (await town.ledger('bao-cao-thang', '2021-10')).filter(({ step }) => step === 'edition-1');
    const again = (fields: { address: string; reason: string }) =>
      ask(
        coordinator,
        `${period}/resend`,
        new URLSearchParams({ mail: `${sent?.step} ${sent?.recipient}`, ...fields }),
      );
    const sound = naughty.flatMap(text => (text.isWellFormed() && Reason.safeParse(text).data) || []);
    const addresses = naughty.map(address => ({ address, reason: 'không đến' }));
    const reasons = naughty
      .filter(text => !Reason.safeParse(text.toWellFormed()).success)
      .map(reason => ({ address: 'nhan@noi.example', reason }));
    const refused = await inBatches([...addresses, ...reasons], 8, again);
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([422]));
    for (let from = 0; from < sound.length; from += 10) {
      const reason = sound
        .slice(from, from + 10)
        .join(' | ')
        .slice(0, 490)
        .toWellFormed();
      expect((await again({ address: `nhan-${from}@noi.example`, reason })).status).toBe(303);
    }
    await town.quiet();
    const board = await ask(coordinator, period);
    expect(naughty.filter(text => !isEscaped(board, text))).toEqual([]);
  });

  it('and every mail of that month has the one recipient it was meant for', async () => {
    expect(town.outbox.length).toBeGreaterThan(60);
    for (const { raw, destinations } of town.outbox) {
      const { to, cc, bcc, from, headers } = await simpleParser(raw);
      expect([to, cc, bcc].flatMap(each => [each ?? []].flat()).map(({ text }) => text)).toEqual(destinations);
      expect(from?.text).toBe('"Sở Mẫu" <bao-cao@so.example>');
      expect([...headers.keys()].filter(name => /evil|x-/i.test(name))).toEqual([]);
    }
  });

  it('leaves no text, figure or token of a unit in any log line', () => {
    const written = heard.join('');
    expect(written).toContain('handed in');
    expect(written).not.toContain(canary);
    for (const { token } of desks) expect(written).not.toContain(token);
  });
});
