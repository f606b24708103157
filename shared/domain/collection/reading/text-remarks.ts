import type { Term } from '../../calendar/term.ts';
import { folded } from '../../text/folded.ts';
import { ofAnotherTerm } from './another-term.ts';
import { brokenNumbers } from './broken-numbers.ts';
import { impossibleDates } from './impossible-dates.ts';
import { leftToFill } from './left-to-fill.ts';

/** What a text is read beside: the term it tells of, what its task asks, and what was said of it the term before. */
export type Reading = { term: Term; asked?: string | undefined; before?: string | undefined };

/**
 * What is worth a second look in a text before it goes on, in words for whoever wrote it. Nothing of it is refused: a text may be right
 * in a way that no rule knows. None where nothing stands out; each thing is told once, in the order of the text's kinds of trouble.
 */
export function textRemarks(text: string, { term, asked = '', before: earlier = '' }: Reading): string[] {
  if (text.trim() === '') return [];
  return [
    ...leftToFill(text),
    ...sameAsBefore(text, earlier),
    ...ofAnotherTerm(text, term),
    ...impossibleDates(text, term),
    ...brokenNumbers(text),
    ...belowTarget(text, asked),
  ];
}

/** Shorter than this, the same words in two terms are no wonder: "Đã hoàn thành.". */
const shortestCopy = 30;

function sameAsBefore(text: string, earlier: string): string[] {
  const isSame = text.length >= shortestCopy && folded(text) === folded(earlier);
  return isSame ? ['Giống hệt lời đã nộp kỳ trước: nếu có gì mới thì ghi thêm.'] : [];
}

const percent = /(?<![\d,.])(\d{1,3}(?:,\d{1,4})?) ?%/g;

/** A task that names one percentage to reach, and a result that names one below it. What is to be kept under is another thing. */
function belowTarget(text: string, asked: string): string[] {
  const [target, ...others] = [...asked.matchAll(percent)];
  const [told, ...more] = [...text.matchAll(percent)];
  if (!target || !told || others.length > 0 || more.length > 0) return [];
  if (!/(?:đạt|tối thiểu|ít nhất|trên|từ) (?:tỷ lệ |trên |ít nhất |tối thiểu )?$/iu.test(asked.slice(0, target.index)))
    return [];
  const size = ([, number = '']: RegExpExecArray) => Number(number.replace(',', '.'));
  return size(told) < size(target)
    ? [`Nhiệm vụ nêu ${target[0]}, kết quả ghi ${told[0]}: nếu chưa đạt thì ghi rõ vì sao.`]
    : [];
}
