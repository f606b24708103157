import { html } from 'hono/html';
import { dateInDigits, inWords } from '../../../shared/domain/calendar/day.ts';
import { type Term, termInWords } from '../../../shared/domain/calendar/term.ts';
import { writeNumeral } from '../../../shared/domain/text/numeral.ts';
import type { Markup } from '../frame.ts';

/** Where a number was handed in: by whom, which revision, when. */
export type HandedInAs = { unit: string; name: string; revision: number; receivedAt: number };

/** What a number is compared with, and the letter that told it; none where it is from the office's own history. */
export type ComparedWith = {
  against: Term;
  base: string;
  edition?: { number: number; date: string } | undefined;
};

type Place = { report: string; month: Term };

/** "Phòng A, lần 2, lúc 15:02 ngày 03/11/2021", leading to all that the unit handed in. */
export function handedInAs({ report, month }: Place, { unit, name, revision, receivedAt }: HandedInAs): Markup {
  return html`<a href="/board/${report}/${month}/units/${unit}">${name}, lần ${revision}</a>, lúc ${inWords(receivedAt)}`;
}

/** "Tháng 9/2021: 130,7, theo bản 1 phát hành ngày 16/10/2021", leading to the same figure of then. */
export function comparedWith({ report }: Place, code: string, { against, base, edition }: ComparedWith): Markup {
  const then = `${termInWords(against)}: ${writeNumeral(base)}`;
  if (!edition) return html`${then}, theo số liệu ban đầu của cơ quan`;
  return html`<a href="/board/${report}/${against}/figures/${code}">${then}</a>, theo bản ${edition.number} ngày ${dateInDigits(edition.date)}`;
}
