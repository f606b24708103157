import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { dateAt, instantAt, timeAt } from '../../shared/domain/calendar/day.ts';
import { monthsAfter } from '../../shared/domain/calendar/month.ts';
import { rowsOf, textOfRows } from '../../shared/domain/collection/cells.ts';
import { answersFrom } from '../../shared/domain/collection/form.ts';
import { fieldsFrom } from '../../shared/domain/collection/form-fields.ts';
import { withLineEnds } from '../../shared/domain/text/line-ends.ts';
import { tidy } from '../../shared/domain/text/narrative.ts';
import { bearer, requestFrom } from '../../shared/http/request.ts';
import { newToken } from '../../shared/token.ts';
import { parsers } from './parsers.ts';

/** Marks that mean something to one parser or another, and what text is made of. */
const pieces = [
  ...[
    'a',
    'ệ',
    '0',
    '7',
    '-',
    '−',
    '.',
    ',',
    ' ',
    '\u00a0',
    '\t',
    '\n',
    '\r\n',
    '"',
    "'",
    '\\',
    '\0',
    '\ud800',
    '\u0301',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    '? ',
    ': ',
    '- ',
    '+ ',
    '> ',
    '# ',
    '1. ',
    '&a ',
    '*a ',
    '!!x ',
    '|',
    '%',
    '@',
    '~',
    ';',
    '=',
  ],
  ...[
    '*',
    '_',
    '`',
    '<',
    '>',
    '<!--',
    '{{ ',
    ' }}',
    '{% if x %}',
    '{% endif %}',
    '{% for x in y %}',
    '__proto__',
    '/',
    '(',
    ')',
  ],
  ...[
    'period,',
    '2021-10,',
    'figures.',
    '%E0',
    '&',
    'Bearer ',
    '/board',
    'a@b.',
    '"eventType":',
    '---\n',
    '...\n',
    '\ufeff',
  ],
];

describe.each(Object.entries(parsers))('reading %s', (_, { read, fault = () => false }) => {
  const attempt = (text: string) => {
    try {
      read(text);
    } catch (error) {
      if (!fault(error)) throw error;
    }
  };

  it('ends in a value or in the fault it names, whatever is read', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), attempt), { numRuns: 300 });
    const marked = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map(parts => parts.join(''));
    fc.assert(fc.property(marked, attempt), { numRuns: 1_000 });
  });

  it('takes time in proportion to its length, up to 64 KB of anything over and over', () => {
    const lasts = (piece: string, kilobytes: number) => timeOf(() => attempt(repeated(piece, kilobytes * 1_024)));
    // Eight times as long takes eight times as long; were it by the square, it would be sixty-four.
    const isSlow = (piece: string) => lasts(piece, 64) > 24 * Math.max(lasts(piece, 8), 1);
    // What is slow is slow three times: the first may have met what cleans memory up.
    const slow = pieces.filter(piece => [1, 2, 3].every(() => isSlow(piece)));
    expect(slow).toEqual([]);
  });
});

/** Something before and after it, so that a pattern that hopes to the end is let down. */
function repeated(piece: string, length: number): string {
  return `a ${piece.repeat(Math.ceil(length / piece.length))}!`;
}

/** Milliseconds of the processor, not of the clock: machines have other things to do. */
function timeOf(act: () => void): number {
  const began = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

describe('what is written is read back', () => {
  const date = fc
    .date({ min: new Date('1976-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map(day => day.toISOString().slice(0, 10));
  const two = (most: number) => fc.integer({ min: 0, max: most }).map(number => String(number).padStart(2, '0'));

  it('a day and an hour', () => {
    fc.assert(
      fc.property(date, two(23), two(59), (day, hours, minutes) => {
        const instant = instantAt(day, `${hours}:${minutes}`);
        expect([dateAt(instant), timeAt(instant)]).toEqual([day, `${hours}:${minutes}`]);
      }),
    );
  });

  it('a month, however far and back', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -1_000, max: 1_000 }), (day, count) => {
        expect(monthsAfter(monthsAfter(day.slice(0, 7), count), -count)).toBe(day.slice(0, 7));
      }),
    );
  });

  it('answers in the fields of a form', () => {
    const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
    const text = fc.string({ unit: 'binary', minLength: 1 }).filter(each => each.trim() !== '' && each.isWellFormed());
    const part = fc.option(text, { nil: undefined });
    const state = fc.constantFrom('reported', 'estimated', 'none', 'missing');
    const figure = fc.record({ state, value: part, restates: part, note: part });
    const written = fc.record({ figures: fc.dictionary(id, figure), outcomes: fc.dictionary(id, text), further: text });
    fc.assert(
      fc.property(written, answers => {
        const fields = new URLSearchParams(new URLSearchParams(fieldsFrom(answers as never)).toString());
        const lines = (_: string, text: unknown) => (typeof text === 'string' ? withLineEnds(text) : text);
        const oneLineEnd = JSON.parse(JSON.stringify(answers, lines));
        expect(answersFrom(fields)).toEqual({ answers: oneLineEnd, unknown: [] });
      }),
    );
  });

  it('figures of earlier months, in history.csv', () => {
    const value = fc.tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 999 }));
    const figure = fc.record({ day: date, value: value.map(([whole, part]) => `${whole}.${part}`) });
    fc.assert(
      fc.property(fc.uniqueArray(figure, { selector: ({ day }) => day.slice(0, 7) }), written => {
        const figures = written.map(({ day, value }) => ({ period: day.slice(0, 7), indicator: 'xuat-khau', value }));
        const text = figures.map(({ period, indicator, value }) => `${period},${indicator},${value}`).join('\n');
        expect(parsers['history.csv']?.read(text)).toEqual(figures.map((figure, at) => ({ figure, line: at + 2 })));
      }),
      { numRuns: 30 },
    );
  });

  it('a file of the office, every value as the text it is', () => {
    const key = fc.stringMatching(/^[a-z]{1,8}$/);
    const text = fc
      .string({ unit: fc.constantFrom(...'aệĐ0-:#"\'&*!%@`{}[]|>?, ~=') })
      .filter(each => each === each.trim() && each !== '');
    fc.assert(
      fc.property(fc.dictionary(key, fc.oneof(text, fc.array(text)), { minKeys: 1 }), written => {
        expect(parsers['a YAML file']?.read(stringify(written))).toMatchObject({ content: written });
      }),
    );
  });

  it('rows of cells, as copied from a sheet', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .filter(text => text !== '' && text === text.trim() && !/[\t\r\n]| {2}/.test(text));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 })), rows => {
        expect(rowsOf(textOfRows(rows))).toEqual(rows);
      }),
    );
  });

  it('a text of a unit: tidied once, it is tidy', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('e', '\u0302', '\u0301', ' ', '\t', '\r', '\n', '-') }), typed => {
        expect(tidy(tidy(typed))).toBe(tidy(typed));
      }),
    );
  });

  it('a token, as a cookie and as a bearer’s', () => {
    const token = newToken();
    const event = { cookies: [`__Host-phien=${token}`, 'khac=1'], headers: { authorization: `Bearer ${token}` } };
    const request = requestFrom({ ...event, requestContext: { http: {}, timeEpoch: 0 } } as never);
    expect([request.cookies['__Host-phien'], bearer(request)]).toEqual([token, token]);
  });
});
