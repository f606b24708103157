import { describe, expect, it } from 'vitest';
import { MailState, statesBefore } from '../../shared/domain/mail.ts';
import { addresseesOf, printedLines } from '../../shared/domain/recipients.ts';
import { departmentWith, reportWith } from './an-office.ts';

const definition = reportWith({
  recipients: [
    { id: 'nhu-tren', line: 'Như trên', to: 'addressees', mail: [] },
    { id: 'ubnd', line: 'UBND tỉnh (b/c)', mail: ['ubnd@tinh.example'] },
    { id: 'cu', line: 'Nơi đã giải thể', mail: ['cu@tinh.example'], validTo: '2021-09' },
    { id: 'cac-phong', line: 'Các phòng, đơn vị thuộc Sở', to: 'units', mail: ['UBND@tinh.example'] },
    { id: 'tong-hop', line: 'Cán bộ tổng hợp', to: 'coordinators', mail: [] },
    { id: 'luu', line: 'Lưu: VT, KHTCTH', mail: [] },
  ],
});

describe('Nơi nhận', () => {
  it('prints each line with its dash, and the last with a full stop (ô 9b)', () => {
    expect(printedLines(definition, '2021-10')).toEqual([
      '- Như trên;',
      '- UBND tỉnh (b/c);',
      '- Các phòng, đơn vị thuộc Sở;',
      '- Cán bộ tổng hợp;',
      '- Lưu: VT, KHTCTH.',
    ]);
  });

  it('mails each address once, however it is written and however many lines name it', () => {
    expect(addresseesOf(departmentWith(definition), definition, '2021-10')).toEqual([
      { address: 'so-khdt@tinh.example', lines: ['Như trên'] },
      { address: 'ubnd@tinh.example', lines: ['UBND tỉnh (b/c)', 'Các phòng, đơn vị thuộc Sở'] },
      { address: 'phong-a@so.example', lines: ['Các phòng, đơn vị thuộc Sở'] },
      { address: 'phong-b@so.example', lines: ['Các phòng, đơn vị thuộc Sở'] },
      { address: 'phong-c@so.example', lines: ['Các phòng, đơn vị thuộc Sở'] },
      { address: 'tong-hop@so.example', lines: ['Cán bộ tổng hợp'] },
    ]);
  });
});

describe('the state of a mail', () => {
  it('only moves forward: no two states each come before the other, and none before itself', () => {
    for (const state of MailState.options) {
      for (const before of statesBefore(state)) expect(statesBefore(before)).not.toContain(state);
      expect(statesBefore(state)).not.toContain(state);
    }
    expect(statesBefore('sent')).toEqual(['pending', 'claimed', 'unknown', 'refused']);
    expect(statesBefore('delivered')).toContain('unknown');
  });
});
