import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { filesOfLetter } from '../../shared/domain/compilation/given-out.ts';
import type { Recall } from '../../shared/domain/compilation/recall.ts';
import { letterNamed } from '../../shared/domain/letter/letter-named.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import type { Words } from './message.ts';

export type RecallMail = {
  edition: Edition & { recall: Recall };
  /** Where anybody asks whether a file is one of a letter. */
  checkedAt: string;
};

/** To whom a letter reached that was recalled since, or stands again: which one, why, and what is to be done with it. */
export function recall({ edition, checkedAt }: RecallMail): Words {
  const { head, recall } = edition;
  const document = documentInWords(head.document);
  const recalled = recall.decided === 'recalled';
  const said = recalled
    ? {
        subject: `Thu hồi ${document}: ${head.trichYeu}`,
        opening: `${head.coQuanBanHanh} thu hồi ${letterNamed(edition)}, đã gửi tới Quý cơ quan, đơn vị.`,
        asked: `Đề nghị Quý cơ quan, đơn vị không sử dụng ${document} này nữa.`,
      }
    : {
        subject: `Không thu hồi nữa ${document}: ${head.trichYeu}`,
        opening: `${head.coQuanBanHanh} đã báo thu hồi ${letterNamed(edition)}. Việc thu hồi ấy nay được hủy bỏ.`,
        asked: `${capitalised(document)} đã gửi vẫn giữ nguyên và được sử dụng như trước.`,
      };
  return {
    subject: `${head.coQuanBanHanh}: ${said.subject}`,
    paragraphs: [said.opening, `Trích yếu: ${head.trichYeu}`, `Lý do: ${recall.reason}`, said.asked],
    small: [
      `Xem tình trạng của tệp đã nhận: ${checkedAt}\nMã kiểm tra tệp (SHA-256) của ${document} ấy:\n${filesOfLetter(
        edition,
      )
        .map(({ name, sha256 }) => `${name}: ${sha256}`)
        .join('\n')}`,
    ],
  };
}
