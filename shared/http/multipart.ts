/** A part of a form that may bring files (RFC 7578); `file` says that it came as one, named or not. */
export type Part = { name: string; file: boolean; content: Buffer<ArrayBuffer> };

/**
 * The parts of a form as a browser sends it. They are only told apart, at the places where the boundary stands, and nothing is copied:
 * no file is looked into. Undefined when it is no such form, or was cut off.
 */
export function partsOf(body: Buffer<ArrayBuffer>, mediaType: string): Part[] | undefined {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(mediaType);
  if (!boundary) return undefined;
  const line = Buffer.from(`--${boundary[1] ?? boundary[2]}`);
  if (body.indexOf(line) !== 0) return undefined;
  const between = Buffer.concat([newLine, line]);
  const parts: Part[] = [];
  let at = line.length;
  while (parts.length <= mostParts) {
    if (body.subarray(at, at + 2).equals(dashes)) return parts;
    if (!body.subarray(at, at + 2).equals(newLine)) return undefined;
    const end = body.indexOf(between, at);
    const part = end < 0 ? undefined : partFrom(body.subarray(at + 2, end));
    if (!part) return undefined;
    parts.push(part);
    at = end + between.length;
  }
  return undefined;
}

const newLine = Buffer.from('\r\n');
const dashes = Buffer.from('--');
const blankLine = Buffer.from('\r\n\r\n');

/** A form of 500 rows of 20 columns has some 10,000 fields, one of 500 indicators some 3,000. */
const mostParts = 15_000;

/** What stands before a part's content is a line or two. */
const longestHead = 2_048;

function partFrom(bytes: Buffer<ArrayBuffer>): Part | undefined {
  const end = bytes.subarray(0, longestHead).indexOf(blankLine);
  if (end < 0) return undefined;
  const head = bytes.toString('utf8', 0, end);
  const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1] ?? '';
  const name = /(?:^|;)\s*name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) return undefined;
  const file = /(?:^|;)\s*filename\*?=/i.test(disposition);
  return { name: unescaped(name), file, content: bytes.subarray(end + blankLine.length) };
}

/** Browsers write what would end a name as its percent-code (HTML, "multipart/form-data"). */
function unescaped(name: string): string {
  return name.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}
