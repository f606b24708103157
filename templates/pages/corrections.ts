import { html } from 'hono/html';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Correction } from '../../shared/domain/collection/correction.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import type { Outcome } from '../../shared/domain/delivery/outcome.ts';
import { letterNamed } from '../../shared/domain/letter/letter-named.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import type { OwingUnit, Period } from '../../shared/domain/office/period.ts';
import { may } from '../../shared/domain/office/roles.ts';
import type { Staff } from '../../shared/domain/office/staff.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import { longestLine } from '../../shared/domain/text/line.ts';
import { beforeActing } from './before-acting.ts';
import { outcomeNotice } from './board/outcome.ts';
import { waysFrom } from './board/ways.ts';
import { correctionsList } from './corrections-list.ts';
import { framed, type Markup } from './frame.ts';

export type CorrectionsPage = {
  department: string;
  report: string;
  period: Period;
  edition: Edition;
  units: OwingUnit[];
  corrections: Correction[];
  /** Those that a letter was, or is to be, made with. */
  bundled: ReadonlySet<Correction>;
  viewer: Pick<Staff, 'roles'>;
  outcome?: Outcome | undefined;
  /** What was typed in refusing one, and what was wrong with it. */
  wrong?: { unit: string; number: number; words: string; said: string } | undefined;
  now: number;
};

/** What units ask to have corrected of a letter that went out, and what is to be decided on it. */
export function correctionsPage(shown: CorrectionsPage): string {
  const { department, report, period, edition, units, corrections, bundled, viewer, outcome, now } = shown;
  const document = documentInWords(edition.head.document);
  const acts = may(viewer, 'coordinate');
  const waiting = corrections.filter(each => each.decided?.accepted && !bundled.has(each)).length;
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return framed({
    title: `Đề nghị đính chính, ${report}, ${termInWords(period.month)}`,
    department,
    ways: waysFrom(period),
    main: [
      outcome ? outcomeNotice(outcome, { document, units, mails: [], now }) : html``,
      acts && waiting > 0 && !edition.reissue
        ? html`<section class="to-do"><h2>${waiting} đề nghị đã chấp nhận</h2>
<form action="/board/${period.report}/${period.month}/reissue" class="acts"><button type="submit">Lập ${document} thay thế…</button></form></section>`
        : html``,
      edition.reissue ? html`<p>Đang lập ${document} thay thế bản ${edition.number}.</p>` : html``,
      corrections.length > 0
        ? correctionsList(corrections, bundled, {
            named: ({ unit }) => names.get(unit) ?? unit,
            beside: each => (acts && !each.decided ? decisionForms(shown, each) : html``),
          })
        : html`<p>Chưa có đề nghị nào. Đơn vị đề nghị từ trang biểu mẫu của mình; cán bộ tổng hợp làm thay được ở trang của từng đơn vị.</p>`,
    ],
  });
}

function decisionForms({ period, wrong }: CorrectionsPage, { unit, number }: Correction): Markup {
  const faulty = wrong?.unit === unit && wrong.number === number ? wrong : undefined;
  const id = `words-${unit}-${number}`;
  const which = html`<input type="hidden" name="unit" value="${unit}"><input type="hidden" name="number" value="${number}">`;
  const at = `/board/${period.report}/${period.month}/corrections`;
  return html`<form method="post" action="${at}" class="acts no-print">${which}<input type="hidden" name="verdict" value="accept"><button type="submit">Chấp nhận</button></form>
<details${faulty ? html` open` : ''} class="no-print"><summary>Không chấp nhận…</summary>
<form method="post" action="${at}">${which}<input type="hidden" name="verdict" value="refuse">
<label for="${id}">Vì sao, ghi trong thư cho đơn vị (tối đa ${longestLine} ký tự)</label>
<input id="${id}" name="words" required value="${faulty?.words ?? ''}"${faulty ? html` aria-invalid="true" aria-describedby="fault-${id}"` : ''}>
${faulty ? html`<small id="fault-${id}" class="fault" role="alert">${faulty.said}</small>` : ''}
<button class="secondary" type="submit">Không chấp nhận</button></form></details>`;
}

export type BeforeReissue = {
  department: string;
  period: Period;
  edition: Edition;
  units: OwingUnit[];
  /** Those that were accepted and are in no letter yet. */
  waiting: Correction[];
  /** What is wrong with those that were chosen, together. */
  wrong?: string[];
};

/** Before a letter is replaced: with which corrections, and whom the other goes to. */
export function beforeReissuePage({ department, period, edition, units, waiting, wrong = [] }: BeforeReissue): string {
  const document = documentInWords(edition.head.document);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return beforeActing({ department, period }, `Lập ${document} thay thế?`, [
    wrong.length > 0
      ? html`<article role="alert">Chưa lập. Hãy xem lại:<ul>${wrong.map(each => html`<li>${each}</li>`)}</ul></article>`
      : html``,
    html`<ul>
<li>Thay thế ${letterNamed(edition)}. Trong ${document} mới và trong thư gửi kèm có ghi nội dung cũ và mới.</li>
<li>${capitalised(document)} mới đi tới từng nơi đã nhận bản trước, theo sổ thư của lần phát hành ấy, mỗi nơi một thư.</li>
<li>Số đã sửa được dùng để so sánh ở các kỳ sau. Đơn vị được sửa nhận biên nhận mới.</li>
<li>Hệ thống lập trong vòng năm phút, rồi qua các bước của cơ quan (nếu có) như lần đầu. Đã bấm thì không rút lại được.</li>
</ul>`,
    html`<form method="post" action="/board/${period.report}/${period.month}/reissue">
<fieldset><legend>Đề nghị đã chấp nhận</legend>${waiting.map(
      ({ unit, number, label, before, after }) =>
        html`<label><input type="checkbox" name="correction.${unit}.${number}" checked> ${names.get(unit) ?? unit}: ${label}, ${before || '(chưa có)'} → ${after}</label>`,
    )}</fieldset>
<button type="submit">Lập ${document} thay thế</button></form>`,
  ]);
}
