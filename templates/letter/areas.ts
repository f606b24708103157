import { pagesOf } from '../../shared/domain/issuing/signed/areas.ts';
import { entriesOf, followed, isRef, isStream, type PdfValue } from '../../shared/domain/issuing/signed/pdf-value.ts';
import { stateOf } from '../../shared/domain/issuing/signed/revisions.ts';
import { layout, pointsOf } from './layout.ts';

/** Where the typesetter says that an area begins: points from the left and the top of its page, at the foot of the line there. */
export type Mark = { name: 'so' | 'ngay' | 'chu-ky'; page: number; x: number; y: number };

/** A field of the form: its name for programs, its name for people, and where it is, in points from the page's lower left. */
type Field = { name: string; said: string; kind: 'Sig' | 'Tx'; page: number; rect: number[] };

/**
 * The PDF with the areas of number, date, signature and seal as empty fields of a form, which signing programs find by name and fill. What
 * was there stays byte for byte: the fields are appended as the standard has it (ISO 32000-1, 7.5.6). The same letter gives the
 * same bytes.
 */
export function withAreas(pdf: Uint8Array, marks: Mark[]): Uint8Array {
  const state = stateOf(pdf);
  const pages = pagesOf(state);
  const fields = marks.flatMap(fieldsAt);
  const root = state.trailer.entries.get('Root');
  if (!isRef(root)) throw new Error('a PDF of ours has a catalog');
  // Two objects for each field: itself, and how it looks while it is empty.
  const numbered = fields.map((field, at) => ({
    ...field,
    number: state.size + 2 * at,
    on: pages[field.page - 1] ?? 0,
  }));
  const refs = (all: { number: number }[]) => `[${all.map(({ number }) => `${number} 0 R`).join(' ')}]`;
  const form = `<< /Fields ${refs(numbered)} /SigFlags 3 >>`;
  const objects = new Map([[root.number, dictWith(followed(state, root), { AcroForm: form })]]);
  for (const page of new Set(numbered.map(({ on }) => on))) {
    const annotations = refs(numbered.filter(({ on }) => on === page));
    objects.set(page, dictWith(state.get(page), { Annots: annotations, Tabs: '/S' }));
  }
  for (const { number, kind, name, said, rect, on } of numbered) {
    const [left = 0, bottom = 0, right = 0, top = 0] = rect;
    const box = [0, 0, right - left, top - bottom].map(written).join(' ');
    objects.set(
      number,
      `<< /Type /Annot /Subtype /Widget /FT /${kind} /T (${name}) /TU ${hex(said)} /F 4 /P ${on} 0 R ` +
        `/Rect [${rect.map(written).join(' ')}] /AP << /N ${number + 1} 0 R >> >>`,
    );
    objects.set(number + 1, `<< /Type /XObject /Subtype /Form /BBox [${box}] /Length 0 >>\nstream\n\nendstream`);
  }
  const info = state.trailer.entries.get('Info');
  const trailer = [
    `/Size ${state.size + 2 * fields.length} /Root ${written(root)} /Prev ${state.tableAt}`,
    ...(info ? [`/Info ${written(info)}`] : []),
    `/ID ${written(state.trailer.entries.get('ID') ?? [])}`,
  ];
  return appended(pdf, objects, `<< ${trailer.join(' ')} >>`);
}

function fieldsAt({ name, page, x, y }: Mark): Field[] {
  const fromFoot = (down: number) => pointsOf(layout.page.height) - down;
  if (name === 'so') {
    const [width, height] = [pointsOf(layout.areas.number.width), pointsOf(layout.areas.number.height)];
    const foot = fromFoot(y) - layout.line.descent * layout.soKyHieu.size;
    return [{ name, said: 'Số của văn bản', kind: 'Tx', page, rect: [x, foot, x + width, foot + height] }];
  }
  if (name === 'ngay') {
    const end = pointsOf(layout.page.width - layout.page.right);
    const foot = fromFoot(y) - layout.line.descent * layout.diaDanh.size;
    const top = foot + pointsOf(layout.areas.number.height);
    return [{ name, said: 'Địa danh và ngày của văn bản', kind: 'Tx', page, rect: [x, foot, end, top] }];
  }
  // The right half of the page, under who signs, as high as the room left there.
  const { left, right, width } = layout.page;
  const half = (width - left - right) / 2;
  const top = fromFoot(y) - layout.line.descent * layout.signature.size;
  const foot = top - pointsOf(layout.areas.gap);
  const { seal, signature } = layout.areas;
  const begin = left + half;
  const across = (from: number, wide: number) => [pointsOf(from), foot, pointsOf(from + wide), top];
  return [
    { name, said: 'Chữ ký số của người ký', kind: 'Sig', page, rect: across(begin + half - signature, signature) },
    { name: 'con-dau', said: 'Dấu và chữ ký số của cơ quan', kind: 'Sig', page, rect: across(begin, seal) },
  ];
}

/** A dictionary with some entries put in, each as it is written. */
function dictWith(value: PdfValue | undefined, added: Record<string, string>): string {
  const kept = [...entriesOf(value)].map(([name, each]) => `/${name} ${written(each)}`);
  return `<< ${[...kept, ...Object.entries(added).map(([name, each]) => `/${name} ${each}`)].join(' ')} >>`;
}

/** A value as a PDF writes it; streams stand by themselves. */
function written(value: PdfValue): string {
  if (typeof value === 'number') return String(Math.round(value * 1_000) / 1_000);
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(written).join(' ')}]`;
  if (isStream(value)) throw new Error('a stream stands by itself');
  if (value.kind === 'name') return `/${value.name}`;
  if (value.kind === 'ref') return `${value.number} 0 R`;
  if (value.kind === 'string') return `<${Buffer.from(value.bytes).toString('hex')}>`;
  return dictWith(value, {});
}

/** A text for people (ISO 32000-1, 7.9.2.2): UTF-16BE behind its mark. */
function hex(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

function appended(pdf: Uint8Array, objects: Map<number, string>, trailer: string): Uint8Array {
  let text = '\n';
  let table = 'xref\n';
  for (const [number, body] of [...objects].sort(([one], [other]) => one - other)) {
    table += `${number} 1\n${String(pdf.length + text.length).padStart(10, '0')} 00000 n \n`;
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const tableAt = pdf.length + text.length;
  text += `${table}trailer\n${trailer}\nstartxref\n${tableAt}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([pdf, Buffer.from(text, 'latin1')]));
}
