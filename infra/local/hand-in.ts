import type { Answers } from '../../shared/domain/collection/answers.ts';
import { fieldsFrom } from '../../shared/domain/collection/form-fields.ts';
import { browserAt, hiddenField, hiddenFields, type Page } from './browser.ts';

/** Hands in as a clerk does: opens the mailed link, presses its button, fills the form, checks, confirms. The page it ends on. */
export async function handInByLink(address: string, link: string, answers: Answers): Promise<Page> {
  const browser = browserAt(address);
  await browser.get(link);
  const form = await browser.post(link);
  if (form.status !== 200) return form;
  const check = await browser.post(form.address, {
    key: hiddenField(form, 'key'),
    basedOn: hiddenField(form, 'basedOn'),
    ...Object.fromEntries(fieldsFrom(answers)),
  });
  return check.address.includes('/check?') ? browser.post(form.address, hiddenFields(check)) : check;
}
