import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handInByApi, handInByForm, sample } from './an-office-at-work.ts';
import { foundTown, type Town } from './town.ts';

describe('figures that break a rule of the office', () => {
  let town: Town;
  beforeAll(async () => {
    town = await foundTown(sample('van-phong-ubnd'), ['2025-09-10', '08:00']);
    await town.at('2025-09-10', '08:00');
  });
  afterAll(() => town.leave());

  const values = {
    ...{ 'chuyen-sang': '15', 'truc-tuyen': '212', 'truc-tiep': '40', 'truoc-han': '120', 'dung-han': '101' },
    ...{ 'qua-han': '0', 'dang-trong-han': '45', 'dang-qua-han': '0' },
  };
  const message = 'Phải giải quyết 267, mà Đã giải quyết 221 cộng Đang giải quyết 45 là 266.';
  const address = 'xay-dung@hoa-son.example';
  const fieldsOf = (all: Record<string, string>) =>
    Object.fromEntries(Object.entries(all).map(([code, value]) => [`figures.${code}.value`, value]));

  it('are refused by the form with both sides’ numbers, and come back as typed; mended, they are taken', async () => {
    const refused = await handInByForm(town, address, fieldsOf(values));
    expect(refused.text).toContain('id="faults"');
    expect(refused.text).toContain(message);
    expect(refused.text).toContain('name="figures.dang-trong-han.value" value="45"');
    const taken = await handInByForm(town, address, fieldsOf({ ...values, 'dang-trong-han': '46' }));
    expect(taken.text).toContain('Đã nhận bản nộp lần 1');
  });

  it('are refused by the API with the same words, and so is a computed indicator', async () => {
    const figures = Object.fromEntries(
      Object.entries(values).map(([code, value]) => [code, { state: 'reported', value }]),
    );
    const { status, body } = await handInByApi(town, address, { figures, outcomes: {} });
    expect([status, body.faults]).toEqual([
      422,
      [{ field: 'figures.chuyen-sang.value', message: expect.stringContaining(message) }],
    ]);
    const computed = { ...figures, 'phai-giai-quyet': { state: 'reported', value: '267' } };
    expect(await handInByApi(town, address, { figures: computed, outcomes: {} })).toMatchObject({
      status: 400,
      body: { faults: [{ field: 'figures.phai-giai-quyet', message: expect.stringContaining('Hệ thống tính') }] },
    });
  });
});
