import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFrom } from '../../shared/http/json.ts';

const refused = (text: string) => {
  try {
    jsonFrom(text);
  } catch (error) {
    return (error as { details: { status: number; detail: string } }).details;
  }
};

describe('JSON from outside', () => {
  it('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), text => {
        fc.pre(!text.includes('__proto__'));
        expect(jsonFrom(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ['{"v":1,"v":2}', 'v'],
    ['{"a":[{"b":1},{"b":2,"c":{"d":1,"d":1}}]}', 'd'],
    ['{"v":1,"\\u0076":2}', 'v'],
    ['{"v":{"a":[1]},"v":2}', 'v'],
    ['{"v":[{},[]],"v":2}', 'v'],
    [`{"${'v'.repeat(200)}":1,"${'v'.repeat(200)}":2}`, 'v'.repeat(100)],
    ['{"":1, "" :2}', ''],
    ['{"a\\"b":1,"a\\"b":2}', 'a"b'],
  ])('is refused when a key is given twice: %s', (text, key) => {
    expect(refused(text)).toMatchObject({ status: 400, detail: expect.stringContaining(`Khóa "${key}"`) });
  });

  it.each([
    '{"a":{"v":1},"b":{"v":1}}',
    '["v","v"]',
    '{"a":"v","b":"v"}',
    '{"a":"\\"v\\":1,\\"v\\":2"}',
    `[${'[],'.repeat(20)}{}]`,
  ])('may say the same in different places: %s', text => expect(jsonFrom(text)).toEqual(JSON.parse(text)));

  it.each(['{"__proto__":1}', '{"a":[{"\\u005f_proto__":{}}]}'])('is refused when it names a prototype: %s', text =>
    expect(refused(text)).toMatchObject({ status: 400, detail: expect.stringContaining('__proto__') }),
  );

  it.each(['[', '{"a":', '', 'không', `${'\\"'.repeat(30_000)}`, `${'"\\'.repeat(30_000)}`])(
    'is refused when it is none',
    text => expect(refused(text)).toMatchObject({ status: 400, detail: 'Nội dung không phải là JSON hợp lệ.' }),
  );

  it('is refused when it is deeper than anything we ask for', () => {
    const deep = { status: 400, detail: 'Nội dung JSON lồng quá 16 tầng.' };
    expect(refused(`${'['.repeat(17)}${']'.repeat(17)}`)).toMatchObject(deep);
    expect(refused(`${'['.repeat(30_000)}${']'.repeat(30_000)}`)).toMatchObject({ status: 400 });
    expect(refused(`${'['.repeat(16)}${']'.repeat(16)}`)).toBeUndefined();
  });
});
