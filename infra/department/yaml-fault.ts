import type { YAMLError } from 'yaml';
import type { Explained, FolderFault } from './fault.ts';

/** Past the first few, what YAML complains of is mostly the echo of the first. */
const mostFaults = 5;

/** Says in an office's words what keeps a file from being YAML: one fault a line. */
export function explainedYaml(errors: YAMLError[], file: string): FolderFault[] {
  const byLine = new Map<number, FolderFault>();
  for (const error of errors) {
    const line = error.linePos?.[0].line ?? 1;
    if (!byLine.has(line)) byLine.set(line, { file, line, ...explained(error) });
  }
  return [...byLine.values()].slice(0, mostFaults);
}

function explained({ code, message }: YAMLError): Explained {
  if (message.includes('call stack')) {
    return { message: 'các mục lồng nhau quá sâu', hint: 'bỏ bớt dấu "[" và "{" mở mà không cần' };
  }
  return slips[code];
}

const unreadable = {
  message: 'dòng này không đọc được',
  hint: 'kiểm tra thụt lề, dấu ":" và dấu ngoặc kép ở dòng này',
};

const anchors = { message: 'dấu "&" hoặc "!" mở đầu giá trị', hint: 'đặt giá trị trong ngoặc kép "…"' };

const colon = {
  message: 'dòng này có hai dấu ":" hoặc thụt lề lệch',
  hint: 'chữ có dấu ":" thì đặt cả trong ngoặc kép, ví dụ line: "Lưu: VT"; các mục cùng cấp thụt lề bằng nhau',
};

/** What the parser complains of, by its code: its own words reach nobody. */
const slips: Record<YAMLError['code'], Explained> = {
  ALIAS_PROPS: { message: 'neo (*) viết sai', hint: 'viết thẳng giá trị, không dùng neo' },
  BAD_ALIAS: { message: 'neo (*) viết sai', hint: 'chữ bắt đầu bằng "*" thì đặt trong ngoặc kép' },
  BAD_COLLECTION_TYPE: anchors,
  BAD_DIRECTIVE: { message: 'dòng mở bằng dấu "%"', hint: 'đặt giá trị trong ngoặc kép "…"' },
  BAD_DQ_ESCAPE: {
    message: 'dấu "\\" trong ngoặc kép không hợp lệ',
    hint: "gõ hai dấu \\\\, hoặc đặt giá trị trong nháy đơn '…'",
  },
  BAD_PROP_ORDER: anchors,
  IMPOSSIBLE: unreadable,
  KEY_OVER_1024_CHARS: {
    message: 'tên mục dài quá',
    hint: 'tên mục là chữ trước dấu ":"; chữ có dấu ":" thì đặt trong ngoặc kép',
  },
  MULTIPLE_ANCHORS: anchors,
  MULTIPLE_TAGS: anchors,
  NON_STRING_KEY: { message: 'tên mục không phải là chữ', hint: 'viết "tên: giá trị"' },
  RESOURCE_EXHAUSTION: {
    message: 'tệp dài hoặc lồng nhau quá mức',
    hint: 'bỏ bớt các mục; viết thẳng giá trị, không dùng neo',
  },
  BAD_INDENT: { message: 'thụt lề lệch', hint: 'các mục cùng cấp thụt lề bằng nhau, bằng dấu cách' },
  BAD_SCALAR_START: {
    message: 'giá trị mở bằng ký hiệu riêng của YAML',
    hint: 'đặt giá trị trong ngoặc kép "…"',
  },
  BLOCK_AS_IMPLICIT_KEY: colon,
  BLOCK_IN_FLOW: colon,
  DUPLICATE_KEY: { message: 'một mục viết hai lần', hint: 'giữ một mục, bỏ mục kia' },
  MISSING_CHAR: {
    message: 'thiếu dấu đóng: ngoặc kép, "]", "}" hoặc dấu ":"',
    hint: 'thêm dấu còn thiếu ở dòng này hoặc dòng trên',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'tên mục không có dấu ":" theo sau',
    hint: 'viết "tên: giá trị"; chữ dài nhiều dòng thì mở bằng "|" rồi thụt vào',
  },
  MULTIPLE_DOCS: { message: 'có dấu "---" chia tệp làm hai', hint: 'bỏ dòng "---"' },
  TAB_AS_INDENT: { message: 'thụt lề bằng phím Tab', hint: 'thay bằng dấu cách' },
  TAG_RESOLVE_FAILED: {
    message: 'giá trị mở bằng dấu "!"',
    hint: 'đặt giá trị trong ngoặc kép "…"',
  },
  UNEXPECTED_TOKEN: {
    message: 'có chữ đứng sau dấu ngoặc kép đóng, hoặc một dấu không đúng chỗ',
    hint: 'đặt cả giá trị trong một cặp ngoặc kép; ngoặc kép bên trong viết \\"',
  },
};
