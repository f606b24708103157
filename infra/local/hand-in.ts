import type { Answers } from '../../shared/domain/collection/answers.ts';
import { browserAt, hiddenField, type Page } from './browser.ts';

/** Hands in as a clerk does: opens the mailed link, presses its button, fills the form, posts it. The page it ends on. */
export async function handInByLink(address: string, link: string, answers: Answers): Promise<Page> {
  const browser = browserAt(address);
  await browser.get(link);
  const form = await browser.post(link);
  if (form.status !== 200) return form;
  return browser.post(form.address, {
    key: hiddenField(form, 'key'),
    basedOn: hiddenField(form, 'basedOn'),
    ...fieldsOf(answers),
  });
}

/** Answers as a form's fields: the way back from `answersFrom`. */
export function fieldsOf({ figures, outcomes, statuses = {}, lists = {}, further }: Answers): Record<string, string> {
  const fields: Record<string, string> = {};
  const put = (name: string, value: string | undefined) => {
    if (value !== undefined) fields[name] = value;
  };
  for (const [code, figure] of Object.entries(figures)) {
    put(`figures.${code}.state`, figure.state);
    put(`figures.${code}.value`, figure.value);
    put(`figures.${code}.restates`, figure.restates);
    put(`figures.${code}.note`, figure.note);
    for (const [comparison, change] of Object.entries(figure.changes ?? {}))
      put(`figures.${code}.changes.${comparison}`, change);
  }
  for (const [task, text] of Object.entries(outcomes)) put(`outcomes.${task}`, text);
  for (const [task, status] of Object.entries(statuses)) put(`statuses.${task}`, status);
  for (const [list, rows] of Object.entries(lists))
    for (const [at, row] of rows.entries())
      for (const [column, cell] of Object.entries(row)) put(`lists.${list}.${at}.${column}`, cell);
  put('further', further);
  return fields;
}
