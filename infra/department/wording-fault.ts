import type { WordingFault } from '../../shared/domain/letter/liquid.ts';
import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import { tagsIn } from './checks/wording-tags.ts';
import type { Explained } from './fault.ts';
import { namesFor } from './names.ts';
import { didYouMean } from './nearest.ts';

/** The name that Liquid does not know; undefined when its complaint is another. */
export function unknownName(complaint: string): string | undefined {
  return /^undefined variable: (.+)$/.exec(complaint)?.[1];
}

/** Says in an office's words what Liquid complains of; its own words reach nobody. */
export function explainedWording(fault: WordingFault, definition: ReportDefinition): Explained {
  const { message: complaint, by } = fault;
  if (by === 'wording') return { message: complaint, hint: 'xem phần letter.md trong docs/huong-dan.md' };
  const name = unknownName(complaint);
  if (name !== undefined) return explainedName(name, definition);
  const filter = /^undefined filter: (.+)$/.exec(complaint)?.[1];
  if (filter !== undefined)
    return { message: `không có phép "| ${filter}"`, hint: didYouMean(filter, filters, usable) };
  const tag = /^tag "(.+)" not found$/.exec(complaint)?.[1];
  if (tag !== undefined) {
    const hint =
      otherTag[tag] ?? 'dùng if, unless, for, assign, comment; mỗi lệnh có lệnh đóng của mình, như {% endif %}';
    return { message: `không có lệnh "{% ${tag} %}", hoặc nó đứng sai chỗ`, hint };
  }
  if (complaint.includes('limit exceeded')) {
    return { message: 'lời văn dài quá hoặc lặp quá nhiều', hint: 'bỏ bớt các lệnh {% for %}' };
  }
  const open = /^(?:tag|output|raw) "?([\s\S]+?)"? not closed/.exec(complaint)?.[1];
  if (open !== undefined) return notClosed(open);
  return malformed(fault, definition);
}

const otherTag: Record<string, string> = {
  elseif: 'gõ {% elsif … %}',
  elif: 'gõ {% elsif … %}',
  set: 'gõ {% assign tên = … %}',
};

const filters = [
  ...['so', 'hai_chu_so', 'phan_tram', 'ngay', 'ngay_chu', 'la_ma', 'danh_so', 'sum', 'xep_tang', 'xep_giam'],
  ...['plus', 'minus', 'times', 'divided_by', 'abs', 'round', 'size', 'join', 'first', 'last', 'where', 'where_exp'],
  ...['map', 'capitalize', 'downcase', 'upcase', 'append', 'prepend', 'replace', 'remove_first', 'remove_last'],
];
const usable = `bỏ phần từ dấu "|", hoặc dùng ${filters.slice(0, 10).join(', ')}`;

function notClosed(open: string): Explained {
  // The parser quotes line ends as they are escaped.
  const written = (open.split(/\n|\\n/)[0] ?? '').trim();
  const whole = written.endsWith('%}') ? /^\{%-?\s*(\w+)/.exec(written)?.[1] : undefined;
  if (whole !== undefined) return { message: `${written} chưa đóng`, hint: `thêm {% end${whole} %} sau phần của nó` };
  const close = written.startsWith('{{') ? '}}' : '%}';
  return { message: `"${written}" chưa đóng`, hint: `thêm "${close}" vào cuối lệnh` };
}

/** A command that Liquid cannot read, as it is written, with how such a command is. */
function malformed({ message, line }: WordingFault, { wording }: ReportDefinition): Explained {
  const column = Number(/col:(\d+)/.exec(message)?.[1] ?? 1);
  const here = tagsIn(wording).filter(tag => tag.line === line);
  const branch = /\b(else|elsif)\b/.exec(message)?.[1];
  const tag =
    here.findLast(each => each.name === branch) ??
    here.find(({ written }) => message.includes(written)) ??
    here.findLast(each => each.column <= column) ??
    here[0];
  const written = tag?.written ?? (wording.split('\n')[line - 1] ?? '').trim();
  if (tag && /\{%|\{\{|\}/.test(tag.written.slice(2, -2)))
    return notClosed(tag.written.slice(0, tag.written.indexOf('}') + 1));
  const hint = (tag && shapes[tag.name ?? '']) ?? 'xem phần letter.md trong docs/huong-dan.md';
  return { message: `lệnh viết sai: ${written}`, hint };
}

const condition = 'so sánh bằng ==, !=, >, <, >=, <=, nối bằng and, or; chữ đặt trong ngoặc kép thẳng';

/** How each command is written; "" is a value. */
const shapes: Record<string, string> = {
  '': 'viết {{ tên }} hoặc {{ tên | phép: số }}; tên và phép nêu trong docs/huong-dan.md',
  if: `viết {% if điều-kiện %}: ${condition}`,
  elsif: `viết {% elsif điều-kiện %} trước {% else %}: ${condition}`,
  else: 'mỗi {% if %} chỉ có một {% else %}, đứng sau mọi {% elsif %}',
  unless: `viết {% unless điều-kiện %}: ${condition}`,
  case: 'viết {% case tên %}{% when "…" %} … {% endcase %}',
  when: 'viết {% when "…" %} trong {% case %}',
  for: 'viết {% for dong in bang_ke.mã %} … {% endfor %}',
  assign: 'viết {% assign ten = giá-trị %}; tên không dấu, không có dấu cách',
  capture: 'viết {% capture ten %} … {% endcapture %}',
};

function explainedName(name: string, definition: ReportDefinition): Explained {
  const message = `báo cáo này không có "${name}"`;
  return {
    message,
    hint: didYouMean(name, namesFor(definition), 'dùng một tên nêu trong docs/huong-dan.md, phần letter.md'),
  };
}
