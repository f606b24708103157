import { describe, expect, it } from 'vitest';
import { Reason } from '../../../shared/domain/text/reason.ts';

describe('a reason', () => {
  it('is one line of what can be seen', () => {
    expect(Reason.parse('  Sở bạn đổi địa chỉ (25/11) ')).toBe('Sở bạn đổi địa chỉ (25/11)');
  });

  it.each(['\u202e', '\u2066', '\u200f', '\u061c', '\u200b', '\ufeff', '\u00ad', '\ue000', '\u{e0041}', '\n'])(
    'is refused with a mark that nobody sees: %j',
    mark => {
      expect(Reason.safeParse(`gửi ${mark}lại`).success).toBe(false);
    },
  );
});
