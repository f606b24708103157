import { termInWords } from '../../shared/domain/calendar/term.ts';
import { hindranceIn } from '../../shared/domain/delivery/hindrances.ts';
import type { MailEntry } from '../../shared/domain/delivery/mail.ts';
import { type Trouble, toldBy, troubles } from '../../shared/domain/delivery/troubles.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { stepName } from '../step-name.ts';
import type { Words } from './message.ts';

export type InTrouble = {
  report: string;
  period: Period;
  /** Where the board shows these mails. */
  address: string;
  /** The entry of this very word. */
  word: MailEntry;
  ledger: MailEntry[];
  now: number;
};

const said: Record<Trouble, { what: (mails: number) => string; how: string; todo: string }> = {
  unknown: {
    what: mails => `Chưa rõ ${mails} thư đã đi hay chưa`,
    how: 'Hệ thống đã gửi, nhưng sau một giờ vẫn chưa biết thư có tới các địa chỉ sau hay không:',
    todo: 'Để không ai nhận hai lần, hệ thống không tự gửi lại. Xin hỏi người nhận; nếu họ chưa nhận được, mở bảng tổng hợp, phần "Thư", và gửi lại cho từng địa chỉ.',
  },
  refused: {
    what: mails => `Không gửi được ${mails} thư`,
    how: 'Máy chủ thư không nhận gửi tới các địa chỉ sau; chắc chắn chưa ai nhận được:',
    todo: 'Xin hỏi địa chỉ đúng. Với văn bản phát hành: mở bảng tổng hợp, phần "Thư", bấm "Gửi lại…" và ghi địa chỉ đúng. Với đơn vị: sửa địa chỉ trong thư mục của cơ quan, công bố, rồi gửi lại đường dẫn cho đơn vị.',
  },
  waiting: {
    what: mails => `Chưa gửi được ${mails} thư`,
    how: 'Các thư sau đã thử nhiều lần mà chưa gửi được; chắc chắn chưa ai nhận được:',
    todo: 'Hệ thống vẫn tự thử lại mỗi năm phút, không cần gửi lại. Xin báo cán bộ kỹ thuật kèm thư này.',
  },
};

/** To a coordinator: mails that need a person, why, and what to do. */
export function inTrouble({ report, period, address, word, ledger, now }: InTrouble): Words {
  const trouble = troubles.find(each => word.step.startsWith(`${each}-`)) ?? 'unknown';
  const { what, how, todo } = said[trouble];
  const mails = toldBy(word, ledger, now);
  return {
    subject: `${what(mails.length)}: ${report}, ${termInWords(period.month)}`,
    paragraphs: [`${how}\n${[...new Set(mails.map(mail => lineOf(mail, trouble)))].join('\n')}`, todo],
    action: { label: 'Mở bảng tổng hợp', address },
  };
}

function lineOf({ address, step, reason }: MailEntry, trouble: Trouble): string {
  const why = trouble !== 'unknown' && reason ? `: ${hindranceIn(reason).words}` : '';
  return `- ${address} (${stepName(step)})${why}`;
}
