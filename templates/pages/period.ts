import { html } from 'hono/html';
import { inWords, timeLeft } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { MendRequest } from '../../shared/domain/collection/mend-request.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { someOf } from '../../shared/domain/compilation/figures-table.ts';
import type { Passage } from '../../shared/domain/compilation/passage.ts';
import { isRecalled } from '../../shared/domain/compilation/recall.ts';
import { goesNoMore } from '../../shared/domain/delivery/idle.ts';
import type { MailEntry } from '../../shared/domain/delivery/mail.ts';
import type { Outcome } from '../../shared/domain/delivery/outcome.ts';
import type { Reached } from '../../shared/domain/delivery/reach.ts';
import { closesAt, mayBeCorrected, type OwingUnit, type Period, stillOpen } from '../../shared/domain/office/period.ts';
import { may } from '../../shared/domain/office/roles.ts';
import type { Staff } from '../../shared/domain/office/staff.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import { stepWords } from '../step-words.ts';
import { editionOf, editionToBe, recallButton } from './board/editions.ts';
import { mailsTable } from './board/mails.ts';
import { type Names, namedIn, namesOf } from './board/names.ts';
import { outcomeNotice } from './board/outcome.ts';
import { periodStanding } from './board/period-states.ts';
import { signOut } from './board/sign-out.ts';
import { type Progress, unitsTable } from './board/units.ts';
import { toEveryPeriod, waysFrom } from './board/ways.ts';
import { extendForm } from './extend.ts';
import { framed, type Markup } from './frame.ts';
import { standing } from './standing.ts';

type Entry = { at: number; who: string; what: string; detail: string };

export type PeriodPage = {
  department: string;
  report: string;
  /** What its document is called. */
  document: string;
  period: Period;
  heads: ReadonlyMap<string, Progress>;
  requests: MendRequest[];
  /** What of the units' names is sought. */
  sought: string;
  editions: Edition[];
  mails: MailEntry[];
  /** The lines of Nơi nhận, in the order they are printed. */
  lines: string[];
  trail: Entry[];
  /** Everybody of the office, to be called by their names. */
  staff: Pick<Staff, 'id' | 'name'>[];
  /** Who looks: their roles decide what is shown. */
  viewer: Pick<Staff, 'roles'>;
  /** Where units, and the coordinators, are reached now. */
  reached: Reached & { units: OwingUnit[] };
  /** What was just done here. */
  outcome?: Outcome | undefined;
  now: number;
};

/** One period: who has handed in, the editions, and what became of each mail. */
export function periodPage(shown: PeriodPage): string {
  const { department, report, document, period, editions, mails, lines, trail, staff, viewer } = shown;
  const names = namesOf(period, staff);
  const units = may(viewer, 'see what units hand in');
  const open = stillOpen(period, shown.now);
  const asks = may(viewer, 'coordinate') && open !== undefined;
  return framed({
    title: `${report}, ${termInWords(period.month)}`,
    department,
    ways: units ? waysFrom(period) : [toEveryPeriod],
    main: [
      shown.outcome
        ? outcomeNotice(shown.outcome, { document, units: shown.reached.units, mails, now: shown.now })
        : html``,
      facts(shown, units),
      may(viewer, 'coordinate') && period.state === 'held' ? heldActs(shown) : html``,
      editions.at(-1)?.passage ? toTheDraft(period, editions.at(-1)?.passage?.stands) : html``,
      asks && open.units.some(({ id }) => stillOwing(shown).some(unit => unit.id === id))
        ? remindButton(period)
        : html``,
      units
        ? html`<h2 id="don-vi">Đơn vị</h2>${unitsTable({ ...shown, unclosed: editions.at(-1)?.unclosed ?? [], buttons: asks })}`
        : html``,
      html`<h2>${capitalised(document)}</h2>${editions.length === 0 || open ? editionToBe(period, document, units) : ''}${editions.map(edition => editionOf(edition, editions.at(-1), viewer))}${units && mayBeCorrected(period) ? correctionsLink(period) : ''}${may(viewer, 'coordinate') ? recallButton(period, editions.at(-1)) : ''}`,
      html`<h2>Thư</h2>${mailsTable({ period, document, mails, lines, names, idle: idleAmong(shown), notices: units, resends: may(viewer, 'send again') && !isRecalled(editions.at(-1) ?? {}) })}`,
      units ? html`<h2>Nhật ký</h2>${trailList(trail, names, document)}` : html``,
      signOut,
    ],
  });
}

/** Who has handed in is for who may see what units hand in. */
function facts(shown: PeriodPage, units: boolean): Markup {
  const { period, now } = shown;
  const recalled = isRecalled(shown.editions.at(-1) ?? {});
  const owing = stillOwing(shown).map(({ name }) => name);
  const [all, handedIn] = [period.units.length, period.units.length - owing.length];
  return html`<dl class="facts">
<div><dt>Tình trạng</dt><dd>${periodStanding(period)}${recalled ? html`, ${standing('bad', 'đã thu hồi')}` : ''}</dd></div>
<div><dt>Hạn nộp</dt><dd>${inWords(period.deadline)}, ${timeLeft(period.deadline, now)}</dd></div>
${period.extension ? html`<div><dt>Gia hạn</dt><dd>${period.extension.units.length > 0 ? `${period.extension.units.length} đơn vị` : 'chỉ để biên tập lời văn'}, tới ${inWords(closesAt(period))}, ${timeLeft(closesAt(period), now)}</dd></div>` : ''}
${units ? html`<div><dt>Đã nộp</dt><dd><label>${handedIn}/${all} đơn vị đã nộp <progress value="${handedIn}" max="${all}"></progress></label></dd></div>` : ''}
${units && owing.length > 0 ? html`<div><dt>Chưa nộp</dt><dd>${someOf(owing, 8)}</dd></div>` : ''}
</dl>`;
}

/** The mails that wait in vain. */
function idleAmong({ period, heads, mails, editions, reached, now }: PeriodPage): ReadonlySet<MailEntry> {
  return new Set(mails.filter(mail => goesNoMore(mail, { period, heads, reached, now, editions })));
}

function stillOwing({ period, heads }: PeriodPage) {
  return period.units.filter(({ id }) => (heads.get(id)?.revision ?? 0) === 0);
}

/** Why a letter waits, and the two ways on: it goes as it is, or some units are given more time. */
function heldActs({ period, document, editions, now }: PeriodPage): Markup {
  const { report, month } = period;
  const { missing = [] } = editions.at(-1) ?? {};
  return html`<section class="to-do"><h2>${capitalised(document)} chờ phát hành: còn thiếu ${missing.length}/${period.units.length} đơn vị</h2>
<p>Hai cách: cho ${document} đi như đang có, phần thiếu ghi "chưa có số liệu báo cáo"; hoặc gia hạn cho đơn vị còn thiếu, mở lại để biên tập lời văn, hết giờ thì hệ thống lập lại ${document}.</p>
<form action="/board/${report}/${month}/release" class="acts"><button type="submit">Phát hành ${document}</button></form>
<details><summary>Gia hạn cho một số đơn vị, hoặc mở lại để biên tập…</summary>${extendForm({ period, missing, now })}</details></section>`;
}

/** Of a letter that went out. */
function correctionsLink({ report, month }: Period): Markup {
  return html`<p><a href="/board/${report}/${month}/corrections">Đề nghị đính chính</a></p>`;
}

/** Where the draft stands, and the page on which it is passed on. */
function toTheDraft({ report, month }: Period, stands: Passage['stands'] = 'through'): Markup {
  return html`<p><a href="/board/${report}/${month}/issuing">Các bước ban hành</a>: ${stepWords[stands].waits.toLocaleLowerCase('vi')}.</p>`;
}

/** One button for all who owe. */
function remindButton({ report, month }: Period): Markup {
  return html`<form method="post" action="/board/${report}/${month}/remind" class="acts"><button type="submit">Nhắc đơn vị chưa nộp</button></form>
<p class="no-print"><small>Thư đi ngay; trong năm phút, bấm lại không gửi thêm.</small></p>`;
}

/** Acts are kept in the words of a công văn, whatever the document is. */
function trailList(trail: Entry[], names: Names, document: string): Markup {
  return html`<ul class="typed">${trail.map(
    ({ at, who, what, detail }) =>
      html`<li>${inWords(at)}: ${what.replace('công văn', document)} (${namedIn(names, detail)}; ${names.get(who) ?? who})</li>`,
  )}</ul>`;
}
