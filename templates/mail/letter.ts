import type { Edition } from '../../shared/domain/compilation/edition.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import type { Words } from './message.ts';

/** What is told of a letter in the mail that carries it: its head, and how to check its files. */
export type LetterMail = {
  edition: Edition;
  lines: string[];
  /** Where the files can be fetched when they are too large to attach. */
  download?: { address: string; until: string } | undefined;
};

/** To each address of Nơi nhận: the head. */
export function letterMail({ edition, lines, download }: LetterMail): Words {
  const { head, files } = edition;
  const document = documentInWords(head.document);
  return {
    subject: `${head.coQuanBanHanh}: ${head.trichYeu}`,
    paragraphs: [
      `${head.coQuanBanHanh}\nSố:      ${head.kyHieu}\n${head.diaDanh}`,
      head.trichYeu,
      ...(head.kinhGui.length > 0 ? [`Kính gửi: ${head.kinhGui.join('; ')}`] : []),
      download
        ? `${capitalised(document)} lớn hơn mức đính kèm được; mời tải về tại đường dẫn dưới đây, đến hết ${download.until}.`
        : `${capitalised(document)} được gửi kèm thư này, bản DOCX và bản PDF.`,
      `Nơi nhận: ${lines.join('; ')}`,
      `Mã kiểm tra (SHA-256):\n${files.pdf.name}: ${files.pdf.sha256}\n${files.docx.name}: ${files.docx.sha256}`,
    ],
    action: download && { label: `Tải ${document}`, address: download.address },
  };
}
