import type { ReportDefinition } from '../../shared/domain/office/report-definition.ts';
import type { Explained } from './fault.ts';
import { namesFor } from './names.ts';
import { didYouMean } from './nearest.ts';

/** The name that Liquid does not know; undefined when its complaint is another. */
export function unknownName(complaint: string): string | undefined {
  return /^undefined variable: (.+)$/.exec(complaint)?.[1];
}

/** Says in an office's words what Liquid complains of. */
export function explainedWording(complaint: string, definition: ReportDefinition): Explained {
  const name = unknownName(complaint);
  if (name !== undefined) return explainedName(name, definition);
  const filter = /^undefined filter: (.+)$/.exec(complaint)?.[1];
  if (filter !== undefined) return { message: `không có phép "| ${filter}"`, hint: 'bỏ phần từ dấu "|"' };
  const tag = /^tag "(.+)" not found$/.exec(complaint)?.[1];
  if (tag !== undefined) {
    const hint = 'dùng if, unless, for, comment; mỗi lệnh có lệnh đóng của mình, như {% endif %}';
    return { message: `không có lệnh "{% ${tag} %}", hoặc nó đứng sai chỗ`, hint };
  }
  const open = /^(?:tag|output) (.+) not closed$/.exec(complaint)?.[1];
  if (open !== undefined)
    return { message: `${open} chưa đóng`, hint: 'thêm "}}", "%}" hoặc lệnh đóng như {% endif %}' };
  if (complaint.includes('limit exceeded')) {
    return { message: 'lời văn dài quá hoặc lặp quá nhiều', hint: 'bỏ bớt các lệnh {% for %}' };
  }
  const message = isOurs(complaint) ? complaint : `lệnh viết sai (${complaint})`;
  return { message, hint: 'xem phần letter.md trong docs/huong-dan.md' };
}

function explainedName(name: string, definition: ReportDefinition): Explained {
  const message = `báo cáo này không có "${name}"`;
  return {
    message,
    hint: didYouMean(name, namesFor(definition), 'dùng một tên nêu trong docs/huong-dan.md, phần letter.md'),
  };
}

/** Liquid complains in English; what the wording itself complains of is said in Vietnamese already. */
function isOurs(complaint: string): boolean {
  return /[^\p{ASCII}]/u.test(complaint);
}
