import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Inset, isWordingFault, type Values } from '../../shared/domain/letter/liquid.ts';
import { worded } from '../../shared/domain/letter/wording.ts';

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

  it('is bounded: a wording that loops without end is refused, soon', () => {
    expect(() => worded('{% for a in (1..100000000) %}x{% endfor %}', {})).toThrow(
      expect.objectContaining({ name: 'WordingFault' }),
    );
  });
});
