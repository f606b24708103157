import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { narrativeFrom, tidy } from '../../../shared/domain/text/narrative.ts';
import { own } from '../../../shared/domain/text/own.ts';

const faultsOf = (typed: string) => {
  const faults: string[] = [];
  narrativeFrom(typed, message => faults.push(message));
  return faults;
};

describe('a text as it is kept', () => {
  it('has one kind of line end, and no blank at the ends of lines or of the whole', () => {
    expect(tidy('một \r\nhai\t\rba\n\nbốn \n\n ')).toBe('một\nhai\nba\n\nbốn');
    expect(tidy(' \n\n  - lùi vào\n')).toBe('- lùi vào');
  });

  it('has every break of line or page as one, and every blank as a blank', () => {
    expect(tidy('a\u000bb\fc\u0085d\u2028e\u2029f\rg')).toBe('a\nb\nc\nd\ne\nf\ng');
    expect(tidy('Số doanh nghiệp:\t12\tlao động:\u00a0340\u3000người')).toBe('Số doanh nghiệp: 12 lao động: 340 người');
    expect(tidy('1.\tHọp giao ban\n2. \t Hướng dẫn')).toBe('1. Họp giao ban\n2. Hướng dẫn');
  });

  it.each([
    ...['•\t', '·\t', '\uf0b7\t', '\uf0a7  ', '●\u00a0', '▪ ', '■\t', '○ ', '◦\t', '‣ ', '➢\t', '✓ ', '❖\t', '*\t'],
    ...['-\t', '– ', '—\t', '−\u00a0', '‐ ', 'o\t', 'o\u00a0\u00a0\u00a0', '§\t', 'Ø\t', 'ü\t', 'v\t', '  •\t'],
  ])('has the list mark %j as a dash', mark => {
    expect(tidy(`Trong tháng\n${mark}Kiểm tra 12 cơ sở\n${mark}Xử phạt`)).toBe(
      'Trong tháng\n- Kiểm tra 12 cơ sở\n- Xử phạt',
    );
  });

  it('keeps "+" as a mark of its own, drops a mark with nothing after it, and takes no word or number for one', () => {
    expect(tidy('+\tmột\n-\n•\n+ hai')).toBe('+ một\n+ hai');
    const words = 'ông A\nv v\n-5% so với\n–Không\nô tô\nvề việc\n*chú thích';
    expect(tidy(words)).toBe(words);
  });

  it('has the hyphen of the keyboard, whichever Word set', () => {
    expect(tidy('Thông báo số 272/TB\u2011VPCP, 01\u2010NQ/TU, 2021–2025')).toBe(
      'Thông báo số 272/TB-VPCP, 01-NQ/TU, 2021–2025',
    );
  });

  it('is shown of a line in a legacy encoding without cutting a letter in two', () => {
    const line = `${'C«ng t¸c '.repeat(6)}12345𝒜 qu¶n lý thÞ tr­êng ®· ®­îc t¨ng c­êng trªn toµn tØnh`;
    const fault = faultsOf(line).find(message => message.includes('bảng mã cũ'));
    expect(fault?.isWellFormed()).toBe(true);
  });

  it('has nothing in it that nobody sees and that means nothing', () => {
    expect(tidy('\ufeffKiểm\u00ad tra\u200b 12\u200e cơ\u2060 sở\u200d;\ufe0f')).toBe('Kiểm tra 12 cơ sở;');
  });

  it('stays as it is when it is tidied again', () => {
    const pieces = fc.constantFrom(
      '•',
      '\t',
      '-',
      ' ',
      'o',
      '+',
      '\u00a0',
      '\n',
      'Kiểm',
      '\u000b',
      '\u200b',
      '*',
      '1.',
      'Ø',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), parts => {
        const once = tidy(parts.join(''));
        expect(tidy(once)).toBe(once);
      }),
    );
  });

  it('is composed, as TCVN 6909 asks', () => {
    expect(tidy('Pho\u0300ng')).toBe('Phòng');
  });

  it('is empty where nothing was typed', () => {
    expect(narrativeFrom(undefined, () => expect.unreachable())).toBe('');
  });
});

describe('a text the letter cannot carry', () => {
  it('is told of by each character, ten at most', () => {
    const strange = Array.from({ length: 12 }, (_, at) => String.fromCodePoint(0x4e00 + at));
    const [fault, ...others] = faultsOf(strange.join('\n'));
    expect([fault?.match(/\(U\+/g)?.length, others]).toEqual([10, []]);
    expect(fault).toContain('thay hoặc bỏ: 一 (U+4E00) (trước "")');
  });

  it('is told of by the words beside it, also where nobody sees it', () => {
    expect(faultsOf('Đã kiểm tra 12\u202e cơ sở')).toEqual([
      'Văn bản không in được các ký tự sau, hãy thay hoặc bỏ: U+202E (sau "kiểm tra 12")',
    ]);
    expect(faultsOf('dòng một\n👀 xem lại')[0]).toContain('👀 (U+1F440) (trước "xem lại")');
    expect(faultsOf('Hình \ufffc kèm')[0]).toContain('U+FFFC');
  });

  it.each([
    ['KiÓm tra 12 c¬ së s¶n xuÊt', 'TCVN3'],
    ['T×nh h×nh thùc hiÖn nhiÖm vô th¸ng 10', 'TCVN3'],
    ['Kieåm tra 12 cô sôû saûn xuaát', 'VNI'],
    ['Tình hình\nThöïc hieän nhieäm vuï thaùng 10', 'VNI'],
  ])('as one typed for an old font is asked about: %j', (text, encoding) => {
    expect(faultsOf(text)[0]).toContain(`bảng mã cũ ${encoding}`);
  });

  it.each([
    'Đoàn công tác São Paulo, München và Zürich; ông Müller, bà Núñez',
    'El Niño và La Niña gây hạn hán',
    'Công ty Schöller Việt Nam®, nhãn hiệu Häagen-Dazs',
    'São Paulo',
    'Hoà Bình, thuỷ lợi, quý II, 20 °C ± 2, “ngoặc” – gạch',
  ])('passes with names of other languages in it: %j', text => {
    expect(faultsOf(text)).toEqual([]);
  });

  it('may have 200 lines, and words of 100 letters', () => {
    expect(faultsOf('a\n'.repeat(199).concat('a'))).toEqual([]);
    expect(faultsOf('a\n'.repeat(200).concat('a'))).toEqual(['Quá 200 dòng; hãy rút gọn.']);
    expect(faultsOf(`${'a'.repeat(100)} ${'b'.repeat(100)}\n${'c'.repeat(100)}`)).toEqual([]);
    expect(faultsOf(`ngắn ${'a'.repeat(101)}\nngắn`)).toEqual(['Có một từ dài quá 100 ký tự; hãy thêm dấu cách.']);
  });
});

it('an entry of a record from outside is its own, and none that every object inherits', () => {
  expect([own({ a: 1 }, 'a'), own({ a: 1 }, 'constructor'), own({ a: 1 }, 'b')]).toEqual([1, undefined, undefined]);
});
