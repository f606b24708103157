import { spanInWords, type Term } from '../calendar/term.ts';
import type { Owed } from '../office/owing.ts';
import { own } from '../text/own.ts';
import type { Answers } from './answers.ts';
import { statusNames } from './names.ts';
import { isBlank } from './rows-from.ts';
import { figureText, listText } from './typed-text.ts';

/** A part of what a unit typed, a figure, a task, a list, or the further work, by its field: what it is called, and what was typed. */
export function partInWords(
  owed: Owed,
  { answers, field, term }: { answers: Answers; field: string; term: Term },
): { label: string; text: string } {
  const [kind, id = ''] = field.split('.');
  if (kind === 'figures') {
    const indicator = owed.indicators.find(({ code }) => code === id);
    const typed = own(answers.figures, id);
    const text =
      typed && (typed.value || typed.state !== 'reported') ? figureText(typed, `${spanInWords(term)} trước`) : '';
    return { label: indicator?.name ?? id, text };
  }
  if (kind === 'outcomes') {
    const status = own(answers.statuses ?? {}, id);
    const text = own(answers.outcomes, id) ?? '';
    const label = owed.tasks.find(task => task.id === id)?.text ?? id;
    return { label, text: [status && `[${statusNames[status]}]`, text].filter(Boolean).join('\n') };
  }
  if (kind === 'lists') {
    const list = owed.lists?.find(each => each.id === id);
    const rows = own(answers.lists ?? {}, id) ?? [];
    return { label: list?.name ?? id, text: rows.every(isBlank) ? '' : listText(rows, { id, list }) };
  }
  return { label: 'Ngoài ra', text: answers.further ?? '' };
}
