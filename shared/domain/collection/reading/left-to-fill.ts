import { shortened } from '../../text/shortened.ts';

/** What forms write where something is to be put: runs of dots and lines, "[đơn vị]", "xx". */
const drawn = /…+|\.\.+|___+/gu;
const written = /\[[^[\]\n]{0,40}\]|(?<![\p{L}\d])xxx?(?![\p{L}\d])/gu;

/** "đạt … tỷ đồng", "ngày ../../2021", "số …/BC": a form's places that nobody filled. "v.v..." and "ngô, khoai…" are none. */
export function leftToFill(text: string): string[] {
  const places = [
    ...[...text.matchAll(drawn)].filter(({ 0: run, index }) => isPlace(text, run, index)),
    ...text.matchAll(written),
  ];
  const [first] = places;
  if (!first) return [];
  return [`Còn ${places.length} chỗ để trống của mẫu, như "${aroundIn(text, first.index)}": điền vào, hoặc bỏ đi.`];
}

/** Long runs are; short ones where nothing goes before or comes after them. */
function isPlace(text: string, run: string, at: number): boolean {
  if (/^_|^…{2}|^\.{4}/.test(run)) return true;
  const [left = ' ', right = ' '] = [text[at - 1], text[at + run.length]];
  return /[\s(/"“]/.test(left) && /[\s)/%,;:"”]/.test(right);
}

/** Some words around a place, to find it by. */
function aroundIn(text: string, at: number): string {
  const [from, to] = [text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at)];
  const line = text.slice(from, to < 0 ? undefined : to);
  const near = at - from > 25 ? line.indexOf(' ', at - from - 25) + 1 : 0;
  return shortened(line.slice(near).trim(), 60);
}
