import { html } from 'hono/html';
import { inWords } from '../../../shared/domain/calendar/day.ts';
import { sameAsking } from '../../../shared/domain/delivery/asked-for.ts';
import { type MailEntry, mailName } from '../../../shared/domain/delivery/mail.ts';
import type { Outcome } from '../../../shared/domain/delivery/outcome.ts';
import type { OwingUnit } from '../../../shared/domain/office/period.ts';
import { capitalised } from '../../../shared/domain/text/capitalised.ts';
import { stepWords } from '../../step-words.ts';
import type { Markup } from '../frame.ts';

export type Known = {
  /** What the period's document is called within a sentence. */
  document: string;
  /** The units of the period, with the addresses at which they are reached now. */
  units: OwingUnit[];
  mails: MailEntry[];
  now: number;
};

/** What an act did, above the page it comes back to; loud where it did nothing. */
export function outcomeNotice(outcome: Outcome, known: Known): Markup {
  const { done, words } = saidOf(outcome, known);
  return html`<article role="${done ? 'status' : 'alert'}">${words}</article>`;
}

type Said = { done: boolean; words: string };

function saidOf(outcome: Outcome, known: Known): Said {
  switch (outcome.act) {
    case 'release':
      return outcome.done
        ? { done: true, words: `Đã phát hành; ${known.document} đang đi tới các nơi nhận.` }
        : { done: false, words: `Không làm gì thêm: ${known.document} không còn chờ phát hành.` };
    case 'remind':
      return saidOfReminding(outcome, known);
    case 'link':
      return saidOfLink(outcome, known);
    case 'revoke':
      return {
        done: true,
        words: `Đã thu hồi mọi đường dẫn và phiên làm việc của ${unitNamed(outcome.unit, known).name}. Muốn đơn vị vào lại được, bấm Gửi lại đường dẫn.`,
      };
    case 'extend':
      if (outcome.done && outcome.edits)
        return { done: true, words: `Đã mở lại để biên tập; hết giờ đã chọn, ${known.document} được lập lại.` };
      return outcome.done
        ? {
            done: true,
            words: `Đã gia hạn. Thư có đường dẫn mới đang đi tới các đơn vị được gia hạn; hết giờ gia hạn, ${known.document} được lập lại.`,
          }
        : {
            done: false,
            words: `Không gia hạn thêm: ${known.document} không còn chờ ở đây, đã được gia hạn, có số hoặc phát hành từ trước.`,
          };
    case 'decide': {
      const { name } = unitNamed(outcome.unit, known);
      const verdict = outcome.accepted ? 'Đã chấp nhận' : 'Đã không chấp nhận';
      return outcome.done
        ? { done: true, words: `${verdict}. Thư trả lời đang đi tới ${name}.` }
        : { done: false, words: `Không làm gì thêm: đề nghị này của ${name} đã có người xem xét từ trước.` };
    }
    case 'reissue':
      return outcome.done
        ? {
            done: true,
            words: `Đang lập ${known.document} thay thế, xong trong vòng năm phút; qua các bước của cơ quan (nếu có) thì đi tới các nơi đã nhận bản trước.`,
          }
        : { done: false, words: `Không làm gì thêm: ${known.document} này đã có bản thay thế, hoặc đang được lập.` };
    case 'recall':
      return saidOfRecalling(outcome, known);
    case 'mend':
      return saidOfMending(outcome, known);
    case 'edit':
      return saidOfEditing(outcome, known);
    case 'draft':
      return { done: true, words: saidOfDraft(outcome) };
    case 'resend':
      return saidOfResending(outcome, known);
  }
}

function saidOfDraft({ did, at }: Outcome & { act: 'draft' }): string {
  if (did === 'redraft') return 'Đã rút dự thảo này; dự thảo mới đang được lập, sẽ phải qua lại từ bước đầu.';
  if (did === 'return') return 'Đã trả lại kèm lý do; người nhận lại được báo bằng thư.';
  if (did === 'resubmit') return 'Đã trình lại; người ở bước đầu được báo bằng thư.';
  return at === 'number'
    ? 'Đã cấp số. Số và ngày đang được in vào văn bản, trong ít phút.'
    : `${stepWords[at].done}; bước sau được báo bằng thư.`;
}

function saidOfReminding({ mailed, standing, since }: Outcome & { act: 'remind' }, { now }: Known): Said {
  if (mailed + standing === 0) return { done: false, words: 'Không gửi gì: mọi đơn vị đã nộp.' };
  const others = `${standing} đơn vị chưa nộp ${justNow('vừa được nhắc', since)}`;
  if (mailed === 0) return { done: false, words: `Chưa gửi gì: ${others}${howLong(since, now)}.` };
  const rest = standing > 0 ? ` ${others}, không nhắc thêm.` : '';
  return { done: true, words: `Thư nhắc đang đi tới ${mailed} đơn vị chưa nộp.${rest}` };
}

function saidOfLink({ unit, mailed, since }: Outcome & { act: 'link' }, known: Known): Said {
  const { name, mail } = unitNamed(unit, known);
  const whom = `${name} (${mail.join(', ')})`;
  if (mailed > 0)
    return { done: true, words: `Thư có đường dẫn mới đang đi tới ${whom}. Thư đã đến hay chưa, xem ở mục Thư.` };
  const words = `Chưa gửi gì: thư trước cho ${whom} ${justNow('đi', since)}${howLong(since, known.now)}.`;
  return {
    done: false,
    words: since === undefined ? words : `${words} Cần ngay thì bấm Thu hồi đường dẫn rồi Gửi lại đường dẫn.`,
  };
}

function saidOfRecalling({ decided, done }: Outcome & { act: 'recall' }, { document }: Known): Said {
  const standing = `${document} ${decided === 'recalled' ? 'đã được thu hồi' : 'không còn bị thu hồi'} từ trước`;
  if (!done) return { done, words: `Không làm gì thêm: ${standing}, hoặc vừa có quyết định khác; xem ở dưới.` };
  return decided === 'recalled'
    ? { done, words: `Đã thu hồi. Thư báo đang đi tới từng nơi đã nhận ${document}.` }
    : { done, words: `Đã hủy việc thu hồi. Nơi nào đã được báo thu hồi thì được báo lại.` };
}

function saidOfMending({ unit, done }: Outcome & { act: 'mend' }, known: Known): Said {
  const { name, mail } = unitNamed(unit, known);
  return done
    ? {
        done,
        words: `Đã yêu cầu sửa. Thư có lý do đang đi tới ${name} (${mail.join(', ')}), và biểu mẫu của đơn vị ghi như vậy.`,
      }
    : { done, words: `Không yêu cầu thêm: bản này đã được yêu cầu sửa, ${name} chưa nộp lại.` };
}

function saidOfEditing({ unit, did }: Outcome & { act: 'edit' }, known: Known): Said {
  const { name } = unitNamed(unit, known);
  if (did === 'made') return { done: true, words: `Đã ghi lời biên tập. ${name} được báo một lần, kèm lời cũ và mới.` };
  if (did === 'back') return { done: true, words: `Đã bỏ biên tập: ${known.document} lấy nguyên lời của ${name}.` };
  return { done: false, words: `Không ghi thêm: ${known.document} đang lấy đúng lời ấy.` };
}

function saidOfResending({ done, mail }: Outcome & { act: 'resend' }, { document, mails }: Known): Said {
  const address = mails.find(each => mailName(each) === mail)?.address;
  const whom = address ? ` tới ${address}` : '';
  return done
    ? { done, words: `${capitalised(document)} đang đi lại${whom}. Thư đã đến hay chưa, xem ở mục Thư.` }
    : { done, words: `Không gửi thêm: một thư có ${document}${whom} đang chờ gửi, sẽ đi trong ít phút.` };
}

function justNow(what: string, since: number | undefined): string {
  return since === undefined ? 'đang chờ gửi, sẽ đi trong ít phút' : `${what} lúc ${inWords(since)}`;
}

function howLong(since: number | undefined, now: number): string {
  if (since === undefined) return '';
  return `, còn ${Math.max(1, Math.ceil((since + sameAsking - now) / 60_000))} phút nữa mới gửi lại được`;
}

function unitNamed(unit: string, { units }: Known): OwingUnit {
  return units.find(({ id }) => id === unit) ?? { id: unit, name: unit, mail: [] };
}
