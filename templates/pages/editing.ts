import { html } from 'hono/html';
import { inWords, timeLeft } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Edit, EditedText, Part } from '../../shared/domain/collection/edit.ts';
import { longest } from '../../shared/domain/collection/longest.ts';
import type { Outcome } from '../../shared/domain/delivery/outcome.ts';
import { closesAt, type OwingUnit, type Period } from '../../shared/domain/office/period.ts';
import { may } from '../../shared/domain/office/roles.ts';
import type { Staff } from '../../shared/domain/office/staff.ts';
import { outcomeNotice } from './board/outcome.ts';
import { waysFrom } from './board/ways.ts';
import { choiceField, type FaultsByField, textField } from './form/field.ts';
import { framed, type Markup } from './frame.ts';
import { standing } from './standing.ts';

/** `of` is the digest of the words that the page shows. */
export type TextOnPage = EditedText & { of: string };

export type EditingPage = {
  department: string;
  report: string;
  /** What its document is called within a sentence. */
  document: string;
  period: Period;
  unit: OwingUnit;
  texts: TextOnPage[];
  /** Where in the letter a text may be put. */
  places: { part: Part; name: string }[];
  /** True while edits are made. */
  acts: boolean;
  /** What was typed and why it was not taken. */
  refused?: { part: string; text: string; place: string; wrong: string };
  staff: Pick<Staff, 'id' | 'name'>[];
  viewer: Pick<Staff, 'roles'>;
  outcome?: Outcome | undefined;
  now: number;
};

/** What a unit wrote, each text beside what the letter says instead; for who answers for the letter, a form at each. */
export function editingPage(shown: EditingPage): string {
  const { department, report, document, period, unit, texts, acts, outcome, now } = shown;
  const at = `/board/${period.report}/${period.month}`;
  return framed({
    title: `Biên tập lời của ${unit.name}: ${report}, ${termInWords(period.month)}`,
    department,
    ways: [
      ...waysFrom(period),
      { to: `${at}/units/${unit.id}`, name: unit.name },
      { to: `${at}/preview`, name: `Xem trước ${document}` },
    ],
    main: [
      outcome ? outcomeNotice(outcome, { document, units: [unit], mails: [], now }) : html``,
      shown.refused
        ? html`<article role="alert"><p>Chưa ghi. <a href="#text.${shown.refused.part}">${shown.refused.wrong}</a></p></article>`
        : html``,
      html`<p>Lời đơn vị nộp luôn được giữ nguyên; ${document} lấy lời biên tập. Số liệu không biên tập ở đây: cần sửa số thì yêu cầu đơn vị sửa. Đơn vị được báo một lần cho mỗi bản nộp, kèm lời cũ và mới.</p>
<p>${acts ? html`Biên tập được tới ${inWords(closesAt(period))}, ${timeLeft(closesAt(period), now)}.` : whyNot(shown)}</p>`,
      texts.length === 0 ? html`<p>Đơn vị chưa nộp lời nào, chưa có gì để biên tập.</p>` : html``,
      ...texts.map(text => textSection(text, shown)),
    ],
  });
}

/** A letter that is held, or waits for approval, can be taken up again; one that is on its way cannot. */
function whyNot({ document, period }: EditingPage): Markup {
  const { report, month, state } = period;
  const at = `/board/${report}/${month}`;
  if (state === 'held')
    return html`Kỳ đã chốt, ${document} đang giữ lại. Muốn biên tập tiếp thì <a href="${at}">mở lại kỳ để biên tập</a>.`;
  if (state === 'drafted')
    return html`Kỳ đã chốt, dự thảo đang qua các bước duyệt. Muốn biên tập tiếp thì <a href="${at}/issuing">mở lại kỳ để biên tập</a>; dự thảo sau phải duyệt lại.`;
  return html`Kỳ đã chốt: không biên tập được nữa.`;
}

function textSection(text: TextOnPage, shown: EditingPage): Markup {
  const { part, name, words, edit } = text;
  const refused = shown.refused?.part === part ? shown.refused : undefined;
  const form = may(shown.viewer, 'coordinate') && (shown.acts || refused !== undefined);
  return html`<section aria-labelledby="name.${part}"><h2 id="name.${part}">${name}</h2>
<h3>Lời đơn vị</h3><p class="typed">${words || 'Trong bản mới nhất đơn vị không viết gì ở đây.'}</p>
${edit ? editOf(edit, text, shown) : ''}${form ? editForm(text, shown, refused) : ''}</section>`;
}

/** The edit there is; one made on other words than the unit's newest says so, and shows those. */
function editOf(edit: Edit, { words }: EditedText, { document, staff, places }: EditingPage): Markup {
  const who = staff.find(({ id }) => id === edit.who)?.name ?? edit.who;
  const place = places.find(({ part }) => part === edit.place)?.name;
  const stale = edit.madeOn !== words;
  return html`<h3>Lời biên tập</h3><p>${stale ? standing('bad', 'chờ xác nhận') : standing('good', `vào ${document}`)}, ${who}, ${inWords(edit.at)}${place ? `; đặt ở: ${place}` : ''}</p>
<p class="typed">${edit.text || 'Không để riêng: đã gộp vào chỗ khác hoặc lược đi.'}</p>
${stale ? html`<p>Sau khi biên tập, đơn vị đã nộp lời khác. Chưa xác nhận thì ${document} lấy lời đơn vị.</p><details open><summary>Lời đơn vị lúc biên tập</summary><p class="typed">${edit.madeOn}</p></details>` : ''}`;
}

function editForm(
  text: TextOnPage,
  { document, period, unit, places, acts }: EditingPage,
  refused: EditingPage['refused'],
): Markup {
  const { part, words, edit, newest, of } = text;
  const field = `text.${part}`;
  const faults: FaultsByField = new Map(refused ? [[field, [{ field, message: refused.wrong }]]] : []);
  const value = refused?.text ?? edit?.text ?? words;
  const stale = edit !== undefined && edit.madeOn !== words;
  return html`<form method="post" action="/board/${period.report}/${period.month}/edit">
<input type="hidden" name="unit" value="${unit.id}"><input type="hidden" name="part" value="${part}">
<input type="hidden" name="of" value="${of}"><input type="hidden" name="seen" value="${newest}">
<label for="${field}">Lời trong ${document} (để trống: không để riêng, đã gộp vào chỗ khác)</label>
${textField({ name: field, value, faults, most: longest.narrative })}
<label for="place.${part}">Đặt ở</label>
${choiceField({
  name: `place.${part}`,
  faults: new Map(),
  chosen: refused ? refused.place : (edit?.place ?? part),
  options: places.map(place => [place.part, place.part === part ? 'Đúng chỗ của mục này' : `Sau: ${place.name}`]),
})}
${acts ? html`<div class="acts"><button type="submit">${stale ? 'Xác nhận lời biên tập' : 'Ghi lời biên tập'}</button>${edit ? html`<button type="submit" name="act" value="undo" class="secondary outline">Bỏ biên tập, lấy lời đơn vị</button>` : ''}</div>` : ''}</form>`;
}
