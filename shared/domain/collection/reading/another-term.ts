import { type Month, yearOf } from '../../calendar/month.ts';
import { lastMonthOf, monthsOf, type Term, termInWords } from '../../calendar/term.ts';
import { before } from '../../text/before.ts';

/** Words after which another month is meant as such: it is compared with, begun in, or a date stands there. */
const onPurpose = /(?:so với|so|với|cùng kỳ|từ|đến|hết|trước|sau|ngày \d{1,2}|kế hoạch|quý|năm|và|[-,;]) $/iu;
const monthNamed = /tháng (\d{1,2})(?:[/.-](\d{4}))?(?![\d/])/giu;

/** Another month as if it were this term's, where this term's own is not named. What lies ahead is a plan. */
export function ofAnotherTerm(text: string, term: Term): string[] {
  const [year, last] = [yearOf(term), numberOf(lastMonthOf(term))];
  const named = [...text.matchAll(monthNamed)].map(({ 0: words, 1: number, 2: ofYear, index }) => ({
    ...{ words, month: Number(number), year: Number(ofYear ?? year) },
    meant: onPurpose.test(before(text, index)),
  }));
  const isOwn = (one: { month: number; year: number }) =>
    monthsOf(term).some(month => numberOf(month) === one.month && yearOf(month) === one.year);
  if (named.some(isOwn)) return [];
  const earlier = named.find(
    one => !one.meant && one.month <= 12 && (one.year < year || (one.year === year && one.month < last)),
  );
  return earlier ? [`Nhắc "${earlier.words}" mà kỳ này là ${termInWords(term)}: có phải lời của kỳ trước không?`] : [];
}

function numberOf(month: Month): number {
  return Number(month.slice(5));
}
