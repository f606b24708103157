import { html } from 'hono/html';
import { inWords, timeLeft } from '../../shared/domain/calendar/day.ts';
import { termAlone } from '../../shared/domain/calendar/term.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { periodStanding } from './board/period-states.ts';
import { signOut } from './board/sign-out.ts';
import { framed, type Markup } from './frame.ts';

export type BoardPage = { department: string; periods: (Period & { name: string })[]; now: number };

/** Every period, newest first. */
export function boardPage({ department, periods, now }: BoardPage): string {
  return framed({
    title: 'Bảng tổng hợp',
    department,
    main: [
      periods.length > 0
        ? html`<table class="cards" tabindex="0">
<thead><tr><th scope="col">Báo cáo</th><th scope="col">Kỳ</th><th scope="col">Tình trạng</th><th scope="col">Hạn</th></tr></thead>
<tbody>${periods.map(period => periodRow(period, now))}</tbody>
</table>`
        : html`<p>Chưa có kỳ báo cáo nào mở. Kỳ đầu tiên mở theo lịch trong thư mục của cơ quan.</p>`,
      signOut,
    ],
  });
}

function periodRow(period: BoardPage['periods'][number], now: number): Markup {
  const { report, month, name, deadline } = period;
  return html`<tr>
<th scope="row"><a href="/board/${report}/${month}">${name}</a></th>
<td data-name="Kỳ">${termAlone(month)}</td><td data-name="Tình trạng">${periodStanding(period)}</td>
<td data-name="Hạn">${inWords(deadline)}${now < deadline ? `, ${timeLeft(deadline, now)}` : ''}</td></tr>`;
}
