import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { HandIn } from '../../shared/domain/collection/answers.ts';
import { checked, faultsIn, formOf, jsonOf, postedBy } from '../../shared/http/body.ts';
import { requestFrom } from '../../shared/http/request.ts';
import { type Asked, asked, refusalOf } from './a-request.ts';

const form = 'application/x-www-form-urlencoded';
const kilobytes = (count: number) => 'a'.repeat(count * 1_024);
const posting = (mediaType: string | undefined, body?: string, more: Asked = {}) =>
  requestFrom(
    asked({
      headers: mediaType === undefined ? {} : { 'content-type': mediaType },
      ...(body === undefined ? {} : { body }),
      ...more,
    }),
  );

describe('a posted form', () => {
  it.each([form, `${form};charset=UTF-8`, 'Application/X-WWW-Form-Urlencoded'])('is read by its fields: %s', kind => {
    expect([...formOf(posting(kind, 'a=1&b=%C6%B0%E1%BB%9Bc+l%C6%B0%E1%BB%A3ng'))]).toEqual([
      ['a', '1'],
      ['b', 'ước lượng'],
    ]);
  });

  it('is read also when API Gateway packs it as base64', () => {
    const packed = Buffer.from('a=1').toString('base64');
    expect(formOf(posting(form, packed, { isBase64Encoded: true })).get('a')).toBe('1');
  });

  it('without a body has no field', () => {
    expect([...formOf(posting(form))]).toEqual([]);
  });

  it.each([undefined, 'text/plain', `${form}x`, `text/${form}`, 'application/json'])('is nothing else: %s', kind => {
    expect(refusalOf(() => formOf(posting(kind, 'a=1')))).toMatchObject({ status: 415 });
  });

  it('is 64 KB at most, whichever way it is packed', () => {
    const packed = (text: string) => Buffer.from(text).toString('base64');
    const base64 = { isBase64Encoded: true };
    expect(formOf(posting(form, kilobytes(64))).size).toBe(1);
    expect(formOf(posting(form, packed(kilobytes(64)), base64)).size).toBe(1);
    for (const body of [`${kilobytes(64)}a`, kilobytes(200), `${'ư'.repeat(32 * 1_024)}a`])
      expect(refusalOf(() => formOf(posting(form, body)))).toMatchObject({ status: 413 });
    expect(refusalOf(() => formOf(posting(form, packed(`${kilobytes(64)}a`), base64)))).toMatchObject({ status: 413 });
  });
});

/** A form with a file, as a browser sends it. */
function multipart(fields: [string, string][], file?: Uint8Array<ArrayBuffer>): Asked {
  const line = (text: string) => Buffer.from(`${text}\r\n`);
  const part = (head: string, content: Uint8Array) => [line('--bien'), line(head), line(''), content, line('')];
  const parts = [
    ...fields.flatMap(([name, value]) => part(`Content-Disposition: form-data; name="${name}"`, Buffer.from(value))),
    ...(file ? part('Content-Disposition: form-data; name="tep"; filename="mau.xlsx"', file) : []),
    line('--bien--'),
  ];
  return {
    headers: { 'content-type': 'multipart/form-data; boundary=bien' },
    body: Buffer.concat(parts).toString('base64'),
    isBase64Encoded: true,
  };
}

const refusalOfPosted = (request: Asked) => refusalOf(() => postedBy(requestFrom(asked(request))));

describe('a posted form that may bring a file', () => {
  const read = (request: Asked) => postedBy(requestFrom(asked(request)));

  it('is read with its fields and the bytes of its file', () => {
    const file = Uint8Array.of(0, 13, 10, 255);
    const sent: [string, string][] = [
      ['a', 'ước'],
      ['b', 'hai\r\ndòng --bien\r\n'],
    ];
    const posted = read(multipart(sent, file));
    expect([...posted.fields]).toEqual(sent);
    expect(posted.file).toEqual(file);
  });

  it('brings none where none was chosen, and a browser then sends an empty one', () => {
    const posted = read(multipart([['a', '1']], new Uint8Array()));
    expect([posted.fields.get('a'), posted.file]).toEqual(['1', undefined]);
  });

  it('may come as any other form', () => {
    expect(postedBy(posting(form, 'a=1'))).toEqual({ fields: new URLSearchParams('a=1'), file: undefined });
  });

  it.each<[string, Asked, number]>([
    ['no parts', { headers: { 'content-type': 'multipart/form-data; boundary=bien' }, body: 'không có phần nào' }, 400],
    ['no boundary', { headers: { 'content-type': 'multipart/form-data' }, body: '' }, 400],
    ['an end cut off', { ...multipart([['a', '1']]), body: Buffer.from('--bien\r\n').toString('base64') }, 400],
    ['another kind', { headers: { 'content-type': 'multipart/form-datax; boundary=bien' }, body: '' }, 415],
    ['no kind', { body: '' }, 415],
    ['more than Lambda takes', multipart([], new Uint8Array(6 * 1_024 * 1_024)), 413],
    ['more text than anybody types', multipart([['a', kilobytes(2_049)]]), 413],
    ['a field given twice', multipart(Array(2).fill(['a', '1'])), 400],
    ['a field given twice, unpacked', { headers: { 'content-type': form }, body: 'a=1&b=2&%61=3' }, 400],
  ])('is refused with %s', (_, request, status) => {
    expect(refusalOfPosted(request)).toMatchObject({ status, detail: expect.stringMatching(/\S/) });
  });

  it('with two files is refused: which of them would count?', () => {
    const one = Buffer.from(multipart([], Uint8Array.of(1)).body ?? '', 'base64').toString('latin1');
    const body = Buffer.from(one.replace('--bien--\r\n', one), 'latin1').toString('base64');
    expect(refusalOfPosted({ ...multipart([]), body })).toMatchObject({ status: 400 });
  });

  it('may bring a workbook of three megabytes beside its fields', () => {
    const { file } = read(multipart([['a', kilobytes(200)]], new Uint8Array(3 * 1_024 * 1_024)));
    expect(file?.byteLength).toBe(3 * 1_024 * 1_024);
  });

  it.each(['boundary="bien"', 'charset=utf-8; boundary=bien', 'Boundary=bien; x=y'])(
    'names its boundary in any way: %s',
    how => {
      const sent = { ...multipart([['a', '1']]), headers: { 'content-type': `multipart/form-data; ${how}` } };
      expect(read(sent).fields.get('a')).toBe('1');
    },
  );
});

describe('what a program sends', () => {
  const Counted = z.strictObject({ n: z.number() });

  it.each(['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON'])('is read as %s', kind => {
    expect(jsonOf(posting(kind, '{"n":1}'), Counted)).toEqual({ n: 1 });
  });

  it.each([undefined, 'text/plain', 'application/jsonx', 'x/application/json'])('is not read as %s', kind => {
    expect(refusalOf(() => jsonOf(posting(kind, '{"n":1}'), Counted))).toMatchObject({ status: 415 });
  });

  it.each([
    [{}, 'n', 'Thiếu hoặc sai kiểu; cần number.'],
    [{ n: '1' }, 'n', 'Thiếu hoặc sai kiểu; cần number.'],
    [{ n: 1, m: 2 }, 'm', 'Không có trường này.'],
    [[], '', 'Thiếu hoặc sai kiểu; cần object.'],
  ])('is told its faults by field, in Vietnamese: %j', (value, field, message) => {
    expect(refusalOf(() => checked(value, Counted))).toMatchObject({ status: 400, faults: [{ field, message }] });
  });

  it('is given as it was checked', () => {
    expect(checked({ n: 1 }, Counted)).toEqual({ n: 1 });
  });
});

describe('the faults of a hand-in', () => {
  const sound = { key: '00000000-0000-4000-8000-000000000000', basedOn: 0, answers: { figures: {}, outcomes: {} } };
  const figure = (changed: object) => ({
    ...sound,
    answers: { ...sound.answers, figures: { 'xuat-khau': { state: 'reported', ...changed } } },
  });

  it('are none when it is sound', () => {
    expect(faultsIn(sound, HandIn)).toEqual([]);
  });

  it.each([
    [figure({ state: 'guessed' }), 'answers.figures.xuat-khau.state', 'Chỉ nhận: reported, estimated, none, missing.'],
    [figure({ valeu: '1' }), 'answers.figures.xuat-khau.valeu', 'Không có trường này.'],
    [{ ...sound, basedOn: -1 }, 'basedOn', 'Giá trị không hợp lệ.'],
    [
      { ...sound, answers: { ...sound.answers, figures: { 'Xuất khẩu': { state: 'none' } } } },
      'answers.figures.Xuất khẩu',
      'Tên mục không hợp lệ.',
    ],
  ])('name the field by its path, and say what would be right: %j', (value, field, message) => {
    expect(faultsIn(value, HandIn)).toEqual([{ field, message }]);
  });
});
