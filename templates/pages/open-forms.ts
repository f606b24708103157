import { html } from 'hono/html';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { UnitPage } from './form.ts';
import { framed } from './frame.ts';

/** The forms that are open in this browser, side by side: whose each is, and of what. */
export function openFormsPage(forms: UnitPage[]): string {
  return framed({
    title: 'Biểu mẫu đang mở trên máy này',
    department: forms[0]?.department,
    contact: forms[0]?.contact,
    main: html`<ul>${forms.map(
      ({ at, unit, report, month }) => html`<li><a href="${at}">${unit}: ${report}, ${termInWords(month)}</a></li>`,
    )}</ul>`,
  });
}
