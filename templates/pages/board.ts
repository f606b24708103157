import { html } from 'hono/html';
import { inWords, timeLeft } from '../../shared/domain/calendar/day.ts';
import { termAlone, termInWords } from '../../shared/domain/calendar/term.ts';
import type { Passage } from '../../shared/domain/compilation/passage.ts';
import { closesAt, type Period } from '../../shared/domain/office/period.ts';
import { may } from '../../shared/domain/office/roles.ts';
import type { Staff } from '../../shared/domain/office/staff.ts';
import { stepWords } from '../step-words.ts';
import { periodStanding } from './board/period-states.ts';
import { signOut } from './board/sign-out.ts';
import { waysFrom } from './board/ways.ts';
import { framed, type Markup } from './frame.ts';

/**
 * A period with its report's name and what its document is; of one in hand also how many units have handed in or are to mend, and how
 * many edits await confirmation.
 */
export type PeriodOnBoard = Period & {
  name: string;
  document: string;
  handedIn?: number;
  toMend?: number;
  toConfirm?: number;
  /** Where its draft stands, and whether it is with who looks. */
  draft?: { stands: Passage['stands']; mine: boolean };
};

export type BoardPage = {
  department: string;
  viewer: Pick<Staff, 'name' | 'roles'>;
  periods: PeriodOnBoard[];
  now: number;
};

/** The day's answer for who looks: what waits for them, then each period in hand, then all that are over, newest first. */
export function boardPage({ department, viewer, periods, now }: BoardPage): string {
  const inHand = periods.filter(({ state }) => state !== 'issued');
  const issued = periods.filter(({ state }) => state === 'issued');
  return framed({
    title: 'Bảng tổng hợp',
    department,
    main: [
      html`<p>${viewer.name} đang đăng nhập.</p>`,
      toDo(periods, viewer, now),
      periods.length > 0
        ? html``
        : html`<p>Chưa có kỳ báo cáo nào mở. Kỳ đầu tiên mở theo lịch trong thư mục của cơ quan.</p>`,
      inHand.length > 0 ? html`<ul class="periods">${inHand.map(period => card(period, viewer, now))}</ul>` : html``,
      issued.length > 0 ? html`<h2>Đã phát hành</h2>${issuedTable(issued)}` : html``,
      signOut,
    ],
  });
}

/** What somebody has to see to, the most urgent first; that there is nothing is said too. */
function toDo(periods: PeriodOnBoard[], viewer: BoardPage['viewer'], now: number): Markup {
  const things = periods.flatMap(period => thingsToDo(period, viewer, now));
  if (things.length === 0)
    return html`<section class="to-do"><h2>Việc cần làm</h2><p>Hiện không có việc nào chờ.</p></section>`;
  const sorted = things.toSorted((one, other) => one.urgency - other.urgency);
  return html`<section class="to-do"><h2>Việc cần làm</h2><ul>${sorted.map(({ told }) => html`<li>${told}</li>`)}</ul></section>`;
}

type ToDo = { urgency: number; told: Markup };

function thingsToDo(period: PeriodOnBoard, viewer: BoardPage['viewer'], now: number): ToDo[] {
  const { document, units, state, handedIn, toMend = 0, toConfirm = 0, draft } = period;
  const to = html`<a href="${addressOf(period)}">${period.name}, ${termInWords(period.month)}</a>`;
  const owing = handedIn === undefined ? 0 : units.length - handedIn;
  if (draft?.mine)
    return [
      {
        urgency: 0,
        told: html`<a href="${addressOf(period)}/issuing">${period.name}, ${termInWords(period.month)}</a>: ${stepWords[draft.stands].asks}`,
      },
    ];
  if (may(viewer, 'coordinate') && state === 'held')
    return [{ urgency: 0, told: html`${to}: ${document} chờ phát hành, còn thiếu ${owing}/${units.length} đơn vị` }];
  if (may(viewer, 'coordinate') && (state === 'open' || state === 'extended'))
    return [
      ...(owing > 0
        ? [
            {
              urgency: 1,
              told: html`${to}: ${owing}/${units.length} đơn vị chưa nộp, ${timeLeft(closesAt(period), now)}`,
            },
          ]
        : []),
      ...(toMend > 0 ? [{ urgency: 2, told: html`${to}: ${toMend} đơn vị được yêu cầu sửa, chưa nộp lại` }] : []),
      ...(toConfirm > 0
        ? [{ urgency: 2, told: html`${to}: ${toConfirm} lời biên tập chờ xác nhận, vì đơn vị đã nộp lời khác` }]
        : []),
    ];
  if (may(viewer, 'see what units hand in') && state !== 'issued' && handedIn)
    return [
      {
        urgency: 1,
        told: html`${to}: đã có ${handedIn}/${units.length} đơn vị nộp, <a href="${addressOf(period)}/figures">xem số liệu</a>`,
      },
    ];
  return [];
}

function card(period: PeriodOnBoard, viewer: BoardPage['viewer'], now: number): Markup {
  const { name, month, units, handedIn } = period;
  const at = addressOf(period);
  const closes = closesAt(period);
  const looks = may(viewer, 'see what units hand in');
  const progress =
    handedIn === undefined || !looks
      ? ''
      : html`<label>${handedIn}/${units.length} đơn vị đã nộp <progress value="${handedIn}" max="${units.length}"></progress></label>`;
  const [, , figures, year] = waysFrom(period);
  const ways = looks ? [figures, year].flatMap(way => way ?? []) : [];
  return html`<li><h2><a href="${at}">${name}</a></h2>
<p>${termAlone(month)}: ${periodStanding(period)}<br>Hạn ${inWords(closes)}${now < closes ? html`, <strong>${timeLeft(closes, now)}</strong>` : ''}</p>
${progress}
${ways.length > 0 ? html`<p class="links">${ways.map(({ to, name }) => html`<a href="${to}">${name}</a>`)}</p>` : ''}</li>`;
}

function issuedTable(periods: PeriodOnBoard[]): Markup {
  return html`<table class="cards" tabindex="0">
<thead><tr><th scope="col">Báo cáo</th><th scope="col">Kỳ</th><th scope="col">Tình trạng</th><th scope="col">Hạn</th></tr></thead>
<tbody>${periods.map(
    period => html`<tr>
<th scope="row"><a href="${addressOf(period)}">${period.name}</a></th>
<td data-name="Kỳ">${termAlone(period.month)}</td><td data-name="Tình trạng">${periodStanding(period)}</td>
<td data-name="Hạn">${inWords(period.deadline)}</td></tr>`,
  )}</tbody>
</table>`;
}

function addressOf({ report, month }: Pick<Period, 'report' | 'month'>): string {
  return `/board/${report}/${month}`;
}
