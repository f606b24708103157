import type { Edition } from '../../shared/domain/compilation/edition.ts';
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
  return {
    subject: `${head.coQuanBanHanh}: ${head.trichYeu}`,
    paragraphs: [
      `${head.coQuanBanHanh}\nSố:      ${head.kyHieu}\n${head.diaDanh}`,
      head.trichYeu,
      `Kính gửi: ${head.kinhGui.join('; ')}`,
      download
        ? `Công văn lớn hơn mức đính kèm được; mời tải về tại đường dẫn dưới đây, đến hết ${download.until}.`
        : 'Công văn được gửi kèm thư này, bản DOCX và bản PDF.',
      `Nơi nhận: ${lines.join('; ')}`,
      `Mã kiểm tra (SHA-256):\n${files.pdf.name}: ${files.pdf.sha256}\n${files.docx.name}: ${files.docx.sha256}`,
    ],
    action: download && { label: 'Tải công văn', address: download.address },
  };
}
