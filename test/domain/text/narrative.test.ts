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
    expect(tidy(' \n\n  - lùi vào\n')).toBe('  - lùi vào');
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
    expect(fault).toContain('thay hoặc bỏ: 一 (U+4E00) 丁 (U+4E01)');
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
