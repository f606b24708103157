import { inWords } from '../../shared/domain/calendar/day.ts';
import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import type { Passage } from '../../shared/domain/compilation/passage.ts';
import type { MailEntry } from '../../shared/domain/delivery/mail.ts';
import { cameAt } from '../../shared/domain/delivery/turns.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import type { Staff } from '../../shared/domain/office/staff.ts';
import { stepWords } from '../step-words.ts';
import type { Words } from './message.ts';

export type TurnMail = {
  report: string;
  period: Period;
  /** Where the board shows the period. */
  address: string;
  edition: Edition;
  mail: Pick<MailEntry, 'step'>;
  staff: Pick<Staff, 'id' | 'name'>[];
  /** The letter's own first sentences of figures. */
  headlines: string[];
  /** How many places of the letter wait to be filled in. */
  wanting: number;
  /** Whether the PDF is with the mail, or is too large for it. */
  attached: boolean;
};

/** To whom a draft has come, and to whom its standing still is told: what is to be done, what was said before, the letter. */
export function turnMail(told: TurnMail): Words {
  const { report, period, address, edition, mail, headlines, wanting, attached } = told;
  const { passage, missing, head, pages } = edition;
  if (!passage) throw new Error('a draft without steps comes to nobody');
  const document = documentInWords(head.document);
  const { waits, asks } = stepWords[passage.stands];
  const pushes = mail.step.startsWith('push-');
  return {
    subject: `${pushes ? 'Đang đứng lại, ' : ''}${waits}: ${report}, ${termInWords(period.month)}`,
    paragraphs: [
      pushes
        ? `Dự thảo ${document} của ${report}, ${termInWords(period.month)}, đứng ở bước "${waits.toLocaleLowerCase('vi')}" từ ${inWords(cameAt(edition))} và chưa ai làm. Không có bước này thì ${document} không được phát hành.`
        : `${report}, ${termInWords(period.month)}. Dự thảo ${document} (bản ${edition.number}) đã tới bước của Ông/Bà: ${asks}.`,
      lastWords(passage, told.staff),
      missing.length > 0 ? `Các đơn vị chưa nộp báo cáo:\n${missing.map(({ name }) => `- ${name}`).join('\n')}` : '',
      wanting > 0 ? `Còn ${wanting} chỗ cần bổ sung.` : '',
      headlines.length > 0
        ? `Số liệu chính, theo lời ${document}:\n${headlines.map(said => `- ${said}`).join('\n')}`
        : '',
      attached
        ? `Dự thảo kèm theo thư này, bản PDF (${pages} trang).`
        : 'Dự thảo lớn hơn mức đính kèm được: xin xem trên bảng tổng hợp.',
    ].filter(Boolean),
    action: { label: 'Xem và xử lý dự thảo', address: `${address}/issuing` },
  };
}

/** What the last to act on it said, where they said anything. */
function lastWords({ acts }: Passage, staff: TurnMail['staff']): string {
  const last = acts.at(-1);
  if (!last?.words) return '';
  const who = staff.find(({ id }) => id === last.who)?.name ?? last.who;
  return `${who}, ${inWords(last.when)}${last.did === 'return' ? ', trả lại' : ''}: ${last.words}`;
}
