import { mendAddress } from './hindrances.ts';
import type { MailEntry, MailState } from './mail.ts';

/**
 * What came back of a mail that SES had taken. An address is at fault only where its server says so for good; an automatic reply,
 * a mailbox that is full and a server that is slow are none (SES developer guide, "Bounce types").
 */
export type Bounce = {
  /** "Permanent", "Transient" or "Undetermined". */
  type: string;
  subtype: string | undefined;
  /** Of the notice that came back, where it is one (RFC 3464, 2.3.3, 2.3.4): "failed", "5.1.1"; a reply of a person's has none. */
  action: string | undefined;
  status: string | undefined;
};

/** The state in which a bounce leaves its mail. */
export function stateByBounce({ type, subtype, action, status = '' }: Bounce): MailState {
  if (type === 'Permanent') return 'bounced';
  if (action === 'delayed') return 'delayed';
  if (action && ['delivered', 'relayed', 'expanded'].includes(action)) return 'delivered';
  // SES names some refusals for good "Transient": the other server's own word counts (RFC 3463, 3.2, addressing status).
  if (/^5\.1\./.test(status)) return 'bounced';
  return action === 'failed' || (subtype && certain.includes(subtype)) ? 'undelivered' : 'returned';
}

/** Transient by their name, and yet the mail is not in the mailbox; whoever answers by himself says none of these. */
const certain = ['MailboxFull', 'MessageTooLarge', 'ContentRejected', 'AttachmentRejected', 'CustomTimeoutExceeded'];

/** A bounce as the ledger keeps it, "Transient / General / failed 4.4.7". */
export function reasonOfBounce({ type, subtype, action, status }: Bounce): string {
  const notice = [action, status].filter(Boolean).join(' ');
  return [type, subtype, notice].filter(Boolean).join(' / ');
}

/** The state of a mail; of one that was entered as bounced before the kinds of bounces were told apart, by its reason. */
export function stateAsRead({ state, reason = '' }: Pick<MailEntry, 'state' | 'reason'>): MailState {
  if (state !== 'bounced' || !/^(Transient|Undetermined)/.test(reason)) return state;
  const [type = '', subtype, notice = ''] = reason.split(' / ');
  const [action, status] = notice.split(' ');
  return stateByBounce({ type, subtype, action, status });
}

export type CameBack = {
  /** What happened, as a coordinator reads it. */
  words: string;
  /** What they are to do. */
  advice: string;
};

const askThem = 'Hỏi người nhận: nếu chưa nhận được thì gửi lại. Không phải sửa địa chỉ.';
const elsewhere =
  'Gửi lại như cũ cũng không tới. Hãy chuyển cho người nhận bằng cách khác, hoặc hỏi địa chỉ nhận được thư này.';
const allow = 'Hãy gọi cho người nhận, nhờ nơi quản lý thư của họ cho nhận thư từ địa chỉ của hệ thống, rồi gửi lại.';
const waits = 'Không phải làm gì: thư được tự gửi lại trong khoảng 14 giờ, rồi báo kết quả ở đây.';
const callFirst = 'Người nhận đã báo thư rác. Hãy gọi điện trước khi gửi thêm.';
const neverSent = 'Chắc chắn chưa ai nhận được thư này. Báo cán bộ kỹ thuật, rồi gửi lại.';

/** By the reason as the ledger keeps it; the first that fits. docs/mails-come-back.md is the same as a table. */
const known: [RegExp, string, string][] = [
  [/^Delay \/ MailboxFull/, 'hộp thư của người nhận đang đầy', waits],
  [/^Delay \/ SpamDetected/, 'máy chủ của người nhận nghi là thư rác, chưa nhận', waits],
  [/^Delay/, 'máy chủ của người nhận chưa nhận', waits],
  [
    /MailboxFull|5\.2\.2|4\.2\.2/,
    'hộp thư của người nhận đầy',
    'Nhờ người nhận dọn hộp thư, rồi gửi lại. Không phải sửa địa chỉ.',
  ],
  [/MessageTooLarge|[45]\.3\.4/, 'thư lớn quá mức nơi nhận cho phép', elsewhere],
  [/AttachmentRejected/, 'nơi nhận không nhận tệp đính kèm', allow],
  [/ContentRejected|[45]\.[67]\.\d/, 'nơi nhận không nhận nội dung thư', allow],
  [/Suppress/, 'địa chỉ bị máy chủ thư chặn, vì từng trả lại thư hoặc báo thư rác', mendAddress],
  [/^Permanent \/ Unsubscribed/, 'người nhận đã bấm hủy nhận thư', callFirst],
  [/^Permanent \/ NoEmail|5\.1\.\d+/, 'không có hộp thư này', mendAddress],
  [/^Permanent/, 'máy chủ của người nhận từ chối hẳn', mendAddress],
  [/^Transient.*(failed|Timeout)/, 'máy chủ của người nhận không nhận, sau nhiều lần thử', askThem],
  [/^(Transient|Undetermined)/, 'có thư trả lời tự động, hoặc máy chủ của người nhận tạm thời không nhận', askThem],
  [/^Reject/, 'máy chủ thư nghi trong thư có mã độc nên không gửi', neverSent],
  [/^Rendering/, 'máy chủ thư không dựng được nội dung nên không gửi', neverSent],
  [/^/, 'máy chủ của người nhận không nhận', mendAddress],
];

/** What came back, by the reason that the ledger keeps. */
export function cameBack(reason: string): CameBack {
  const [, words = '', advice = ''] = known.find(([says]) => says.test(reason)) ?? [];
  return { words, advice };
}

/** What a reader's word that a mail is spam asks of the house. */
export const saidToBeSpam: CameBack = { words: 'người nhận báo là thư rác', advice: callFirst };
