/** A PDF in the plainest form, to be signed and to be attacked: what stands in each object is written out. */

export type Bodies = Record<number, string>;

const encode = (text: string) => Uint8Array.from(text, letter => letter.charCodeAt(0));

export const streamOf = (text: string, dict = '') => `<< /Length ${text.length} ${dict}>>\nstream\n${text}\nendstream`;

/** Two pages of text; on the second, areas for number, signature and seal. */
export const pages: Bodies = {
  1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [7 0 R 8 0 R 9 0 R] /SigFlags 3 >> >>',
  2: '<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >>',
  3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 5 0 R >>',
  4: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 6 0 R /Annots [7 0 R 8 0 R 9 0 R] >>',
  5: streamOf('BT (Xuat khau 138,8 trieu USD) Tj ET'),
  6: streamOf('BT (Nhap khau 95 trieu USD) Tj ET'),
  7: '<< /Type /Annot /Subtype /Widget /FT /Tx /T (so) /F 4 /P 4 0 R /Rect [100 700 140 715] >>',
  8: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (chu-ky) /F 4 /P 4 0 R /Rect [300 100 500 180] >>',
  9: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (con-dau) /F 4 /P 4 0 R /Rect [240 90 360 190] >>',
  10: '<< /Producer (thu) >>',
};

export function pdfOf(bodies: Bodies = pages): Uint8Array {
  const head = encode('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  return written(head, bodies, { trailer: '/Root 1 0 R /Info 10 0 R', size: 0 });
}

/** The file with objects made or replaced behind it, as the standard has it. */
export function appendedTo(file: Uint8Array, bodies: Bodies): Uint8Array {
  const text = Buffer.from(file).toString('latin1');
  const last = (pattern: RegExp) => [...text.matchAll(pattern)].at(-1)?.[1];
  const trailer = `/Root ${last(/\/Root (\d+ 0 R)/g)} /Info ${last(/\/Info (\d+ 0 R)/g)}`;
  const tableAt = last(/startxref\s+(\d+)\s+%%EOF/g);
  return written(file, bodies, { trailer: `${trailer} /Prev ${tableAt}`, size: nextNumber(file) });
}

/** The number that the next object made in a file has. */
export function nextNumber(file: Uint8Array): number {
  return Number(
    [
      ...Buffer.from(file)
        .toString('latin1')
        .matchAll(/\/Size (\d+)/g),
    ].at(-1)?.[1],
  );
}

function written(before: Uint8Array, bodies: Bodies, { trailer, size }: { trailer: string; size: number }): Uint8Array {
  let text = '';
  const entries = Object.entries(bodies).map(([number, body]) => {
    const at = before.length + text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
    return { number: Number(number), line: `${String(at).padStart(10, '0')} 00000 n \n` };
  });
  const tableAt = before.length + text.length;
  const free = size === 0 ? '0 1\n0000000000 65535 f \n' : '';
  const table = entries.map(({ number, line }) => `${number} 1\n${line}`).join('');
  const larger = Math.max(size, ...entries.map(({ number }) => number + 1));
  text += `xref\n${free}${table}trailer\n<< /Size ${larger} ${trailer} >>\nstartxref\n${tableAt}\n%%EOF\n`;
  return join(before, encode(text));
}

export function join(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** The first place of a text in a file. */
export function placeOf(file: Uint8Array, text: string): number {
  const at = Buffer.from(file).indexOf(text, 0, 'latin1');
  if (at < 0) throw new Error(`not in the file: ${text}`);
  return at;
}

/** What an object says, as it was last written. */
export function bodyOf(file: Uint8Array, number: number): string {
  const text = Buffer.from(file).toString('latin1');
  const at = text.lastIndexOf(`\n${number} 0 obj\n`);
  return text.slice(at + `\n${number} 0 obj\n`.length, text.indexOf('\nendobj', at));
}
