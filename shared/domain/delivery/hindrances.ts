/**
 * What stands in the way of a mail that certainly was not taken:
 *
 * - `address`: the recipient's own fault, and for good; it is refused
 * - `writing`: the house could not write this one mail; SES was not asked
 * - `mail`: SES does not take this one mail as it is; the others go on
 * - `sandbox`: whom SES does not know is not mailed; others may be
 * - `account`: nobody is mailed until the technician has mended something
 * - `pace`: nobody just now, and nobody need be told
 *
 * All but the first wait for the next tick: a "no" proves that nothing was sent, so to ask again mails nobody twice.
 */
export type HinderedBy = 'address' | 'writing' | 'mail' | 'sandbox' | 'account' | 'pace';

export type Hindrance = {
  by: HinderedBy;
  /** What is wrong, as a coordinator reads it after "chưa gửi được:". */
  words: string;
  /** What they are to do. */
  advice: string;
};

const technician = 'Báo cán bộ kỹ thuật; sửa xong thì hệ thống tự gửi, không cần gửi lại.';
export const mendAddress =
  'Hỏi địa chỉ đúng, gửi lại, rồi sửa trong thư mục của cơ quan. Địa chỉ vẫn đúng thì báo cán bộ kỹ thuật.';
const nothing = 'Không phải làm gì: hệ thống tự gửi ở lần chạy tới.';

/**
 * By what SES or the line to it says, "Code: message", as the ledger keeps it; the first that fits. Codes: SES API Reference,
 * "SendRawEmail" and "Common Errors"; words: SES developer guide, "Amazon SES email sending errors", and what is seen in the
 * field. docs/mails-not-taken.md is the same as a table.
 */
const known: [RegExp, HinderedBy, string, string][] = [
  [/^Throttling\w*: Daily message quota/, 'account', 'tài khoản gửi thư đã hết lượt trong 24 giờ', technician],
  [/^(Throttling|TooManyRequests|RequestThrottled|SlowDown)/, 'pace', 'máy chủ thư bảo gửi chậm lại', nothing],
  [/^LimitExceeded/, 'account', 'tài khoản gửi thư đã tới hạn mức', technician],
  [/SendingPaused|Sending (paused|suspended)|is paused/i, 'account', 'việc gửi thư đang bị tạm dừng', technician],
  [
    /^MessageRejected: Email address (is )?not verified/i,
    'sandbox',
    'tài khoản gửi thư còn ở chế độ thử, hoặc địa chỉ gửi chưa được xác nhận',
    technician,
  ],
  [
    /^MessageRejected: (Address (is )?(blacklisted|on the suppression list|suppressed)|Invalid email address)/i,
    'address',
    'địa chỉ bị máy chủ thư chặn, vì từng trả lại thư',
    mendAddress,
  ],
  [
    /^MailFromDomainNotVerified|^FromEmailAddressNotVerified/,
    'account',
    'tên miền gửi thư chưa được xác nhận',
    technician,
  ],
  [
    /^(ConfigurationSet\w*DoesNotExist|InvalidConfigurationSet|InvalidDeliveryOptions|ConfigurationSetNotFound)/,
    'account',
    'thiếu cấu hình gửi thư',
    technician,
  ],
  [
    /^(InvalidParameterValue|InvalidParameterValueException|ValidationError): (Local|Domain|Missing (final|domain|local)|Illegal address|Invalid domain|Empty)/i,
    'address',
    'địa chỉ sai',
    mendAddress,
  ],
  [
    /^(AccessDenied|NotAuthorized|UnauthorizedOperation|OptInRequired|ProductionAccessNotGranted)/,
    'account',
    'hệ thống không có quyền gửi thư',
    technician,
  ],
  [
    /^(InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|IncompleteSignature|ExpiredToken|RequestExpired|MissingAuthenticationToken|InvalidSignature|CredentialsProviderError)/,
    'account',
    'máy chủ thư không nhận ra hệ thống',
    technician,
  ],
  [
    /^(InvalidParameterValue\w*|MessageRejected|ValidationError): (Message length|Transaction failed|.*(too (long|large)|virus))/i,
    'mail',
    'máy chủ thư không nhận nội dung thư này',
    technician,
  ],
  [/^Unwritten/, 'writing', 'không viết được thư', technician],
  [/^Unreached/, 'account', 'không nối được với máy chủ thư', technician],
];

/** What stood in the way of a mail, by the reason the ledger keeps. Whatever "no" nobody foresaw is this one mail's affair. */
export function hindranceIn(reason: string): Hindrance {
  const [, by, words, advice] = known.find(([says]) => says.test(reason)) ?? [
    undefined,
    'mail' as const,
    `máy chủ thư không nhận (${reason.split(':')[0]})`,
    technician,
  ];
  return { by, words, advice };
}
