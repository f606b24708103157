import { html } from 'hono/html';
import { dateInDigits, inWords } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import type { DraftAct, Passage } from '../../shared/domain/compilation/passage.ts';
import type { Outcome } from '../../shared/domain/delivery/outcome.ts';
import { passedBy } from '../../shared/domain/issuing/passing.ts';
import { isSigning } from '../../shared/domain/issuing/signing.ts';
import type { DraftDifferences } from '../../shared/domain/letter/draft-differences.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import type { StepKind } from '../../shared/domain/office/issuing.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { Staff } from '../../shared/domain/office/staff.ts';
import { longestLine } from '../../shared/domain/text/line.ts';
import { stepWords } from '../step-words.ts';
import { outcomeNotice } from './board/outcome.ts';
import { waysFrom } from './board/ways.ts';
import { extendForm } from './extend.ts';
import { framed, type Markup } from './frame.ts';
import {
  type Addresses,
  addressOf,
  lookedAt,
  type Signing,
  signaturesOf,
  signingActs,
  waitingShown,
} from './signing.ts';
import { standing } from './standing.ts';

export type IssuingPage = {
  department: string;
  report: string;
  period: Period;
  /** The newest draft; none before the close. */
  edition: Edition | undefined;
  steps: StepKind[];
  /** Those it waits for, by their names. */
  doers: string[];
  /** Whether whoever looks is one of them; and whether they coordinate. */
  acts: boolean;
  coordinates: boolean;
  /** Whether they signed in a moment ago, as approving asks for. */
  fresh: boolean;
  staff: Pick<Staff, 'id' | 'name'>[];
  /** What is in the draft, for who may see it. */
  content?: DraftContent | undefined;
  /** What is signed, and what came back, where it stands at that. */
  signing?: Signing | undefined;
  /** Where a signing program fetches and brings the file: said once, when they are made. */
  addresses?: Addresses | undefined;
  /** For who gives the number: the next one, and those passed over. */
  register?: { next: number; gaps: string; symbol: string } | undefined;
  /** What was not done, why, and what was typed with it. */
  refused?: Refused;
  outcome?: Outcome | undefined;
  now: number;
};

export type DraftContent = {
  /** What the draft before this one said otherwise; undefined of the first. */
  differs?: DraftDifferences | undefined;
  headlines: string[];
  /** What of a unit's words was edited, and how it read. */
  edited: { who: string; called: string; madeOn: string; text: string }[];
  missing: string[];
  wanting: number;
  explained: { what: string; who: string; note: string }[];
};

type Refused = { did: DraftAct['did']; field: 'words' | 'number'; wrong: string; typed: string; number: string };

/** A draft on its way to the issue: where it stands, what is in it, and what whoever looks may do. */
export function issuingPage(shown: IssuingPage): string {
  const { department, report, period, edition, content, outcome, now } = shown;
  return framed({
    title: `Ban hành: ${report}, ${termInWords(period.month)}`,
    department,
    ways: waysFrom(period),
    main: edition?.passage
      ? [
          outcome
            ? outcomeNotice(outcome, { document: documentInWords(edition.head.document), units: [], mails: [], now })
            : html``,
          facts(shown, edition, edition.passage),
          content ? contentOf(content) : html``,
          letterOf(edition),
          waitingShown(edition, shown.signing ?? {}, shown.staff),
          actsOn(shown, edition, edition.passage),
          html`<h2>Các bước</h2>`,
          stepsOf(shown, edition.passage),
          signaturesOf(edition, shown.staff),
          history(shown, edition.passage),
        ]
      : [html`<p>Chưa có dự thảo: kỳ báo cáo chưa chốt, hạn nộp là ${inWords(period.deadline)}.</p>`],
  });
}

function facts({ doers, content }: IssuingPage, { number, numbered, head }: Edition, { stands }: Passage): Markup {
  const withWhom = doers.length > 0 ? html`: ${doers.join(', ')}` : '';
  return html`<dl class="facts">
<div><dt>Tình trạng</dt><dd>${standing(stands === 'through' ? 'good' : 'wanting', stepWords[stands].waits.toLocaleLowerCase('vi'))}${withWhom}</dd></div>
<div><dt>Dự thảo</dt><dd>bản ${number}${numbered ? `, số ${numbered.number}${head.kyHieu} ngày ${dateInDigits(numbered.date)}` : ''}</dd></div>
${content ? html`<div><dt>Cần bổ sung</dt><dd>${content.wanting > 0 ? html`${standing('wanting', `còn ${content.wanting} chỗ`)} cần bổ sung` : standing('good', 'không còn chỗ nào')}</dd></div>` : ''}
</dl>`;
}

function contentOf({ differs, headlines, missing, explained, edited }: DraftContent): Markup {
  return html`${differs ? differencesOf(differs) : ''}${headlines.length > 0 ? html`<h2>Số liệu chính, so với kỳ trước</h2><ul>${headlines.map(words => html`<li>${words}</li>`)}</ul>` : ''}
${missing.length > 0 ? html`<h2>Chưa nộp</h2><p>${missing.join('; ')}</p>` : ''}
${explained.length > 0 ? html`<h2>Đơn vị giải trình</h2><ul>${explained.map(({ what, who, note }) => html`<li>${what}${who ? ` (${who})` : ''}: <span class="typed">${note}</span></li>`)}</ul>` : ''}
${edited.length > 0 ? html`<h2>Đã biên tập</h2><ul>${edited.map(editedItem)}</ul>` : ''}`;
}

function editedItem({ who, called, madeOn, text }: DraftContent['edited'][number]): Markup {
  return html`<li>${called} (${who}): <span class="typed">${text || '(bỏ khỏi văn bản)'}</span>
<details><summary>Lời của đơn vị</summary><span class="typed">${madeOn}</span></details></li>`;
}

function differencesOf({ figures, results }: DraftDifferences): Markup {
  const none = figures.length + results.length === 0;
  return html`<h2>Khác dự thảo trước</h2>${none ? html`<p>Số liệu và kết quả nhiệm vụ như dự thảo trước.</p>` : ''}
${
  none
    ? ''
    : html`<ul>${figures.map(({ before, now }) => html`<li>${now}${before ? html`<br><small>Trước: ${before}</small>` : ''}</li>`)}
${results.map(({ task, unit }) => html`<li>${task}${unit ? ` (${unit})` : ''}: kết quả đã thay đổi</li>`)}</ul>`
}`;
}

function letterOf({ report, month, number, files, pages }: Edition): Markup {
  return html`<p><a href="/board/${report}/${month}/${number}/pdf" role="button" class="secondary">Đọc dự thảo (PDF, ${pages} trang)</a></p>
<details><summary>Mã kiểm tra (SHA-256)</summary><small><code>${files.pdf.sha256}</code></small></details>`;
}

function actsOn(shown: IssuingPage, edition: Edition, { stands }: Passage): Markup {
  const { acts, coordinates } = shown;
  const own = acts && stands !== 'through' && stands !== 'withdrawn' ? ownActs(shown, edition, stands) : '';
  const redrafts = coordinates && !edition.numbered && stands !== 'through' && stands !== 'withdrawn';
  const again = redrafts
    ? html`<details${shown.refused?.did === 'redraft' ? ' open' : ''}><summary>Lập lại dự thảo…</summary>${withWords(
        shown,
        edition,
        {
          did: 'redraft',
          label: 'Vì sao lập lại. Dự thảo này bị rút; dự thảo mới đi lại từ bước đầu.',
          button: 'Lập lại dự thảo',
        },
      )}</details>
${
  edition.numbered
    ? ''
    : html`<details><summary>Mở lại cho một số đơn vị…</summary>
<p>Dự thảo này bị rút. Đơn vị được chọn nộp thêm tới giờ ghi dưới đây; hết giờ thì kỳ chốt lại, dự thảo mới được lập và đi lại từ bước đầu.</p>
${extendForm({ period: shown.period, missing: edition.missing, now: shown.now })}</details>`
}`
    : '';
  const stray = shown.refused && !own && !again ? html`<p class="fault" role="alert">${shown.refused.wrong}</p>` : '';
  return html`${stray}${own}${again}`;
}

function ownActs(shown: IssuingPage, edition: Edition, stands: DraftAct['at']): Markup {
  if (stands === 'coordinator')
    return withWords(shown, edition, {
      did: 'resubmit',
      label: 'Trình lại nguyên dự thảo này: vì sao',
      button: 'Trình lại',
    });
  const pass = isSigning(stands)
    ? signingActs({ ...shown, edition, stands, signing: shown.signing ?? {}, refused: passRefused(shown) })
    : passForm(shown, edition, stands);
  // What has its number is not taken back any more: it is replaced by another letter.
  if (edition.numbered) return pass;
  return html`${pass}
<details${shown.refused?.did === 'return' ? ' open' : ''}><summary>Trả lại…</summary>${withWords(shown, edition, {
    did: 'return',
    label: `Trả lại ${shown.steps[0] === stands ? 'cán bộ tổng hợp' : 'bước trước'}: cần sửa gì`,
    button: 'Trả lại',
  })}</details>`;
}

function passRefused({ refused }: IssuingPage): Refused | undefined {
  return refused?.did === 'pass' ? refused : undefined;
}

function passForm(shown: IssuingPage, edition: Edition, stands: StepKind): Markup {
  const { fresh, register } = shown;
  const at = addressOf(edition);
  const wrong = passRefused(shown);
  const fault = wrong ? html`<p class="fault" id="pass.fault" role="alert">${wrong.wrong}</p>` : '';
  if (stands === 'approval' && !fresh)
    return html`<article>${fault}Chỉ duyệt được trong 15 phút sau khi đăng nhập.
<a href="/sign-in?to=${at}" role="button">Đăng nhập lại để duyệt</a></article>`;
  if (stands === 'number')
    return html`<form action="${at}/confirm">${lookedAt(edition)}${fault}
<label for="number">Số lấy từ sổ văn bản đi của cơ quan; để trống thì lấy số kế tiếp ở đây, ${register?.next ?? 1}. Ngày văn bản là hôm nay.</label>
<input id="number" name="number" inputmode="numeric" maxlength="5" autocomplete="off" value="${wrong?.number ?? ''}"${wrong ? html` aria-invalid="true" aria-describedby="pass.fault"` : ''}>
${register?.gaps ? html`<p><small>Các số bỏ trống trong năm, ký hiệu ${register.symbol}: ${register.gaps}.</small></p>` : ''}
<button type="submit">Cấp số…</button></form>`;
  const [path, button] = stands === 'approval' ? ['approve', 'Duyệt'] : ['pass', 'Đạt, chuyển bước sau'];
  // By the last step the letter goes: that is asked before it is done.
  if (shown.steps.at(-1) === stands)
    return html`<form action="${at}/confirm">${lookedAt(edition)}${fault}<button type="submit">${stands === 'approval' ? 'Duyệt và phát hành…' : 'Đạt, phát hành…'}</button></form>`;
  return html`<form method="post" action="${at}/${path}">${lookedAt(edition)}${fault}<button type="submit">${button}</button></form>`;
}

type Worded = { did: 'return' | 'resubmit' | 'redraft'; label: string; button: string };

function withWords({ refused }: IssuingPage, edition: Edition, { did, label, button }: Worded): Markup {
  const wrong = refused?.did === did ? refused : undefined;
  const described = wrong ? html` aria-invalid="true" aria-describedby="${did}.fault"` : '';
  return html`<form method="post" action="${addressOf(edition)}/${did}">${lookedAt(edition)}
<label for="${did}">${label} (tối đa ${longestLine} ký tự)</label>
<textarea id="${did}" name="words" rows="3" required${described}>
${wrong?.typed ?? ''}</textarea>
${wrong ? html`<p class="fault" id="${did}.fault" role="alert">${wrong.wrong}</p>` : ''}
<button type="submit" class="secondary">${button}</button></form>`;
}

function stepsOf({ steps, staff }: IssuingPage, passage: Passage): Markup {
  const passed = new Map(passedBy(passage).map(act => [act.at, act]));
  return html`<ol>${steps.map(step => {
    const act = passed.get(step);
    const done = act && stepWords[step].done.toLocaleLowerCase('vi');
    const waits = passage.stands === step ? stepWords[step].waits.toLocaleLowerCase('vi') : 'chưa tới';
    return html`<li>${stepWords[step].name}: ${standing(done ? 'good' : 'wanting', done ?? waits)}${act ? `, ${nameOf(staff, act)}, ${inWords(act.when)}` : ''}</li>`;
  })}<li>Phát hành</li></ol>`;
}

/** What was sent back, and why: what was passed on stands at its step. */
function history({ staff }: IssuingPage, { acts }: Passage): Markup {
  const said = acts.filter(({ words }) => words !== undefined);
  if (said.length === 0) return html``;
  const verbs: Record<DraftAct['did'], string> = {
    pass: 'chuyển tiếp',
    return: 'trả lại',
    resubmit: 'trình lại',
    redraft: 'lập lại dự thảo',
  };
  return html`<h2>Ý kiến</h2><ul>${said.map(
    act =>
      html`<li>${nameOf(staff, act)}, ${inWords(act.when)}, ${verbs[act.did]}:<br><span class="typed">${act.words}</span></li>`,
  )}</ul>`;
}

function nameOf(staff: IssuingPage['staff'], { who }: DraftAct): string {
  return staff.find(({ id }) => id === who)?.name ?? who;
}
