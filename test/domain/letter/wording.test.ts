import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inset } from '../../../shared/domain/letter/inset.ts';
import type { Paragraph } from '../../../shared/domain/letter/letter.ts';
import { isWordingFault, unreported, type Values } from '../../../shared/domain/letter/liquid.ts';
import { worded as blocksOf } from '../../../shared/domain/letter/wording.ts';

const worded = (wording: string, values: Values) => blocksOf(wording, values) as Paragraph[];

const paragraphs = (wording: string, values: Values = {}) =>
  worded(wording, values).map(({ kind, runs }) => `${kind}: ${runs.map(({ text }) => text).join('')}`);

const inset = (...texts: string[]): Inset => ({
  paragraphs: texts.map(text => ({ kind: 'paragraph', runs: [{ text }] })),
});

describe('the wording of a letter', () => {
  it('knows headings, paragraphs, "-", "+", numbers and legal basis, by the mark as written', () => {
    const wording =
      '> Căn cứ Luật A;\n\n## 1. Mục\n\nĐoạn\nnối dòng.\n\n- gạch\n+ cộng\n  - lồng\n\n1. số\n\na) điểm./.\n';
    expect(paragraphs(wording)).toEqual([
      'basis: Căn cứ Luật A;',
      'heading: 1. Mục',
      'paragraph: Đoạn nối dòng.',
      'dash: gạch',
      'plus: cộng',
      'dash: lồng',
      'paragraph: 1. số',
      'paragraph: a) điểm./.',
    ]);
  });

  it.each([
    ['<https://so.vn>', ['paragraph: <https://so.vn>']],
    ['> một\nhai', ['basis: một hai']],
    ['một &amp; hai', ['paragraph: một &amp; hai']],
    ['```\nmột\n```', ['paragraph: ``` một ```']],
    ['    một', ['paragraph: một']],
    ['`một`', ['paragraph: `một`']],
    ['[một]: hai', ['paragraph: [một]: hai']],
    ['một\\\nhai', ['paragraph: một\\ hai']],
    ['một  \nhai', ['paragraph: một hai']],
    ['<div>một</div>', ['paragraph: <div>một</div>']],
    ['một <b>hai</b>', ['paragraph: một <b>hai</b>']],
    ['![một](hai)', ['paragraph: ![một](hai)']],
    ['[một](hai)', ['paragraph: [một](hai)']],
    ['một\n===', ['paragraph: một ===']],
    ['___', ['paragraph: ___']],
  ])('takes any other Markdown for what it is, words, and no line break glues two of them: %j', (wording, lines) => {
    expect(paragraphs(wording)).toEqual(lines);
  });

  it('keeps bold and italic', () => {
    expect(worded('a **b** _c_', {})[0]?.runs).toEqual([
      { text: 'a ' },
      { text: 'b', bold: true },
      { text: ' ' },
      { text: 'c', italic: true },
    ]);
  });

  it('gives an inset the mark of its item, unless its paragraphs have their own', () => {
    const values = {
      x: { paragraphs: [...inset('một').paragraphs, { kind: 'dash' as const, runs: [{ text: 'hai' }] }] },
    };
    expect(paragraphs('+ {{ x }}', values)).toEqual(['plus: một', 'dash: hai']);
  });

  it('leaves out a paragraph or an item that turns out empty', () => {
    expect(paragraphs('trước\n\n{{ x }}\n\n- {{ x }}\n\nsau', { x: null })).toEqual([
      'paragraph: trước',
      'paragraph: sau',
    ]);
  });

  it('says nothing where there is nothing to say', () => {
    expect(paragraphs('a{{ x }}{{ ai | first }}b', { x: '', ai: [] })).toEqual(['paragraph: ab']);
    expect(paragraphs('a {{ ai }}', { ai: ['b'] })).toEqual(['paragraph: a b']);
  });

  it('takes an inset amid a sentence for its words, one paragraph after another', () => {
    const x = inset('một', 'hai');
    expect(paragraphs('{{ x }} sau\n\ntrước {{ x }}\n\n{{ x }} **đậm**', { x })).toEqual([
      'paragraph: một hai sau',
      'paragraph: trước một hai',
      'paragraph: một hai đậm',
    ]);
    expect(paragraphs('{{ x }}**đậm**', { x })).toEqual(['paragraph: một haiđậm']);
    expect(worded('**{{ x }}**', { x })[0]?.runs).toEqual([{ text: 'một hai', bold: true }]);
  });

  it('leaves out a paragraph of blanks, and keeps blanks between words', () => {
    expect(paragraphs('{{ x }}\n\na{{ x }}b', { x: ' ' })).toEqual(['paragraph: a b']);
  });

  it('places each of many values where it belongs', () => {
    const names = Array.from({ length: 12 }, (_, at) => `v${at}`);
    const values = Object.fromEntries(names.map(name => [name, name]));
    expect(paragraphs(names.map(name => `{{ ${name} }}`).join(' '), values)).toEqual([`paragraph: ${names.join(' ')}`]);
    const wording = `${names.map(name => `{{ ${name} }}`).join('\n\n')}\n\n- {{ x }}`;
    expect(paragraphs(wording, { ...values, x: inset('cuối', 'cùng') }).slice(-2)).toEqual([
      'dash: cuối',
      'dash: cùng',
    ]);
  });

  it('takes no mark that was typed for a value of its own', () => {
    expect(paragraphs('a\ue0007\ue001b')).toEqual(['paragraph: ab']);
  });

  it('keeps what else stands in an item as what it is', () => {
    expect(paragraphs('- một\n\n  hai\n\n- ## ba')).toEqual(['dash: một', 'paragraph: hai', 'heading: ba']);
  });

  it('makes one run of what looks alike', () => {
    expect(worded('một \n  hai  \nba **bốn**', {})[0]?.runs).toEqual([
      { text: 'một hai ba ' },
      { text: 'bốn', bold: true },
    ]);
  });

  it('marks what was not reported, also amid a sentence and where a filter cut it', () => {
    const missing = { text: 'chưa có', missing: true };
    const values = {
      x: unreported('chưa có'),
      y: { paragraphs: [{ kind: 'paragraph' as const, runs: [missing, { text: '!' }] }] },
    };
    const runs = (wording: string) => worded(wording, values)[0]?.runs;
    expect([runs('a {{ x }} b'), runs('a {{ y }} b')]).toEqual([
      [{ text: 'a ' }, missing, { text: ' b' }],
      [{ text: 'a ' }, missing, { text: '! b' }],
    ]);
    expect(runs('{{ x | slice: 0, 5 }}')).toEqual([{ text: 'chưa', missing: true }]);
    expect(runs('{{ x | slice: 5, 9 }}')).toEqual([{ text: ' có' }]);
    expect(runs('{{ x }}{{ x | slice: 5, 9 }}')).toEqual([missing, { text: ' có' }]);
  });

  it('may name what is not known: it is nothing, above and below nothing, and no name that nobody gave', () => {
    const wording =
      '{% assign x = a | minus: b %}{% assign y = rows | first %}{% if x < 0 %}giảm{% endif %}[{{ x | abs }}{{ y }}]';
    expect(worded(wording, { a: null, b: null, rows: [] })).toEqual([{ kind: 'paragraph', runs: [{ text: '[]' }] }]);
  });

  it('lets no value be read as Markdown or Liquid, whatever it holds', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'*_#->+`[](){}%|~<&;\\!1.\n aệ') });
    fc.assert(
      fc.property(
        hostile.filter(text => text.trim() !== ''),
        text => {
          expect(worded('trước {{ x }} sau', { x: text })).toEqual([
            { kind: 'paragraph', runs: [{ text: `trước ${text} sau` }] },
          ]);
          expect(worded('{{ x }}', { x: inset(text) })).toEqual([{ kind: 'paragraph', runs: [{ text }] }]);
        },
      ),
    );
  });

  it.each([
    ['a\n\n{{ so_lieu.khong-co }}', 3, 'undefined variable'],
    ['{{ x | khong_co }}', 1, 'undefined filter'],
    ['{{ x | raw }}', 1, 'undefined filter'],
    ['{% include "bi-mat" %}', 1, 'tag "include" not found'],
    ['{% render "bi-mat" %}', 1, 'tag "render" not found'],
    ['{% layout "bi-mat" %}', 1, 'tag "layout" not found'],
    ['{% block a %}b{% endblock %}', 1, 'tag "block" not found'],
    ['a\n{% if x %}', 2, 'not closed'],
    ['a\n\n* b', 3, 'hãy dùng "-" hoặc "+"'],
    ['{{ x.constructor }}', 1, 'undefined variable'],
  ])('is faulted where it goes wrong: %j', (wording, line, message) => {
    try {
      worded(wording, { x: 'một' });
      expect.unreachable();
    } catch (error) {
      expect(isWordingFault(error)).toBe(true);
      expect(error).toMatchObject({ line, message: expect.stringContaining(message) });
    }
  });

  it('is faulted in words alone, and nothing else is a fault of a wording', () => {
    expect(() => worded('{{ x.y }}', { x: {} })).toThrow(/^undefined variable: x\.y$/);
    const others = [new Error('khác'), { name: 'WordingFault' }, undefined];
    expect(others.map(isWordingFault)).toEqual([false, false, false]);
  });

  it('is bounded: a wording that loops without end is refused, soon', () => {
    expect(() => worded('{% for a in (1..100000000) %}x{% endfor %}', {})).toThrow(
      expect.objectContaining({ name: 'WordingFault' }),
    );
  });
});
