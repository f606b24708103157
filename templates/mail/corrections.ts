import { termInWords } from '../../shared/domain/calendar/term.ts';
import type { Correction } from '../../shared/domain/collection/correction.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import type { Addressed } from '../../shared/domain/delivery/mail.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { shortened } from '../../shared/domain/text/shortened.ts';
import type { Words } from './message.ts';

export type CorrectionsMail = {
  report: string;
  period: Period;
  edition: Pick<Edition, 'head'>;
  /** Where the board shows the period. */
  address: string;
  to: Addressed;
  /** Those that are asked for, or the one that was decided on. */
  told: Correction[];
};

/** To a coordinator what is asked to be corrected of a letter that went out; to a unit what was decided on that. */
export function corrections({ report, period, edition, address, to, told }: CorrectionsMail): Words {
  const of = `${report}, ${termInWords(period.month)}`;
  const document = documentInWords(edition.head.document);
  const unitNamed = (unit: string) => period.units.find(({ id }) => id === unit)?.name ?? unit;
  if (to.kind !== 'unit')
    return {
      subject: `Đề nghị đính chính ${of}`,
      paragraphs: [
        `Có ${told.length} đề nghị đính chính ${document} đã phát hành, chờ xem xét:`,
        ...told.map(each => `${unitNamed(each.unit)}. ${lineOf(each)}\nLý do: ${each.reason}`),
        `Mở trang của kỳ báo cáo để chấp nhận hoặc không chấp nhận từng đề nghị; đề nghị đã chấp nhận được gộp vào một ${document} thay thế.`,
      ],
      action: { label: 'Mở bảng tổng hợp', address },
    };
  const [one] = told;
  const { accepted, words } = one?.decided ?? {};
  return {
    subject: `${accepted ? 'Chấp nhận' : 'Không chấp nhận'} đề nghị đính chính ${of}`,
    paragraphs: [
      `Kính gửi: ${one ? unitNamed(one.unit) : ''}`,
      accepted
        ? `Đề nghị đính chính của đơn vị được chấp nhận và sẽ có trong ${document} thay thế. Khi ${document} ấy được lập, đơn vị nhận biên nhận của nội dung đã sửa.`
        : `Đề nghị đính chính của đơn vị không được chấp nhận; ${document} đã phát hành giữ nguyên.`,
      ...told.map(lineOf),
      ...(words ? [`Ý kiến: ${words}`] : []),
    ],
  };
}

/** As much of a text as tells which it is. */
const most = 500;

function lineOf({ label, before, after }: Correction): string {
  return `${label}: ${shortened(before, most) || '(chưa có)'} → ${shortened(after, most)}`;
}
