import { describe, expect, it } from 'vitest';
import { breachesInOutbox, type KeptMessage } from '../../../shared/domain/inspection/outbox.ts';

const message = (number: number, sha256 = `m${number}`, to = 'phong-a@so.example'): KeptMessage => ({
  file: `00${number}-${to}.eml`,
  sha256,
});
const mail = (sha256?: string, changed = {}) => ({
  ...{ step: 'opening', address: 'phong-a@so.example', state: 'sent' as const, attempts: 1, sha256, ...changed },
});
const found = (messages: KeptMessage[], ledger: ReturnType<typeof mail>[]) =>
  breachesInOutbox(messages, ledger).map(({ where, what }) => `${where}: ${what}`);

describe('the mails that were kept', () => {
  it('are sound when each is the one that the ledger tells of', () => {
    expect(found([message(1), message(2)], [mail('m1'), mail('m2'), mail(undefined, { attempts: 0 })])).toEqual([]);
    expect(found([], [])).toEqual([]);
  });

  it('are sound where the process ended before it could say what it sent, or whether', () => {
    expect(found([message(1)], [mail(undefined, { state: 'unknown' })])).toEqual([]);
    expect(found([], [mail('m1', { state: 'unknown' })])).toEqual([]);
  });

  it('are found out where one was altered, added, renamed or doubled', () => {
    const strange = 'không khớp mục nào của sổ thư: thư đã bị sửa, đổi tên hoặc thêm vào';
    const lost = 'thư opening tới phong-a@so.example: thư đã gửi không còn, hoặc đã bị sửa';
    const place = 'thư đã gửi 001-phong-a@so.example.eml: ';
    expect(found([message(1, 'khác')], [mail('m1')])).toEqual([place + strange, lost]);
    expect(found([message(1)], [])).toEqual([place + strange]);
    expect(found([message(1, 'm1', 'ai@do.example')], [mail('m1')])).toEqual([
      `thư đã gửi 001-ai@do.example.eml: ${strange}`,
    ]);
    expect(found([message(1), message(2, 'm1')], [mail('m1')])).toEqual([
      'thư đã gửi 002-phong-a@so.example.eml: có hai bản',
    ]);
    expect(found([message(1), { file: 'la.txt', sha256: 'x' }], [mail('m1')])).toEqual([
      `thư đã gửi la.txt: ${strange}`,
    ]);
  });

  it('are found out where one is lost', () => {
    const lost = 'thư opening tới phong-a@so.example: thư đã gửi không còn, hoặc đã bị sửa';
    expect(found([], [mail('m1')])).toEqual([lost]);
    expect(found([message(2)], [mail('m2'), mail(undefined)])).toEqual(['thư đã gửi: mất thư số 1']);
  });
});
