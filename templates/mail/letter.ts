import { dateLine } from '../../shared/domain/calendar/day.ts';
import type { Edition } from '../../shared/domain/compilation/edition.ts';
import type { Replaces } from '../../shared/domain/compilation/replaces.ts';
import { changeInWords } from '../../shared/domain/letter/replacing.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import { capitalised } from '../../shared/domain/text/capitalised.ts';
import { firstFigures } from './first-figures.ts';
import type { Words } from './message.ts';

/** What is told of a letter in the mail that carries it: its head, its first figures, and how to check its files. */
export type LetterMail = {
  edition: Edition;
  lines: string[];
  /** The letter's own first sentences of figures. */
  headlines: string[];
  /** Where the files can be fetched when they are too large to attach. */
  download?: { address: string; until: string } | undefined;
  /** Where anybody asks whether a file is one of these. */
  checkedAt: string;
};

/** To each address of Nơi nhận: a cover letter. */
export function letterMail({ edition, lines, headlines, download, checkedAt }: LetterMail): Words {
  const { head, files, pages } = edition;
  const document = documentInWords(head.document);
  return {
    subject: `${head.coQuanBanHanh}: ${head.trichYeu}${edition.replaces ? ` (thay thế ${document} ${dateLine(edition.replaces.date)})` : ''}`,
    paragraphs: [
      ...(edition.replaces ? changesIn(edition.replaces, { kyHieu: head.kyHieu, document }) : []),
      `${head.coQuanBanHanh} trân trọng gửi ${document} sau tới Quý cơ quan, đơn vị.`,
      [
        `Trích yếu: ${head.trichYeu}`,
        head.so ? `Số, ký hiệu: ${head.so}${head.kyHieu}` : `Ký hiệu: ${head.kyHieu.replace(/^\//, '')}`,
        head.diaDanh,
        ...(head.kinhGui.length > 0 ? [`Kính gửi: ${head.kinhGui.join('; ')}`] : []),
        `Nơi nhận của thư này: ${lines.join('; ')}`,
      ].join('\n'),
      firstFigures(headlines, document),
      download
        ? `${capitalised(document)} lớn hơn mức đính kèm được; mời tải về tại đường dẫn dưới đây, đến hết ${download.until}.`
        : `${capitalised(document)} gửi kèm thư này: bản PDF (${pages} trang) và bản DOCX${files.xlsx ? '; các phụ lục có thêm bản XLSX' : ''}.`,
    ].filter(Boolean),
    action: download && { label: `Tải ${document}`, address: download.address },
    aside: { label: 'Kiểm tra tệp có đúng là tệp đã phát hành, đã được thay thế hay chưa', address: checkedAt },
    small: [
      `Mã kiểm tra tệp (SHA-256), khi cần đối chiếu:\n${[files.pdf, files.docx, ...(files.xlsx ? [files.xlsx] : [])].map(({ name, sha256 }) => `${name}: ${sha256}`).join('\n')}`,
    ],
  };
}

/** So many changes a mail tells; the letter has them all. */
const mostTold = 20;

/** What opens the mail of a letter in the place of another: which one is to be put aside, and what changed, old and new. */
function changesIn({ so, date, changes }: Replaces, { kyHieu, document }: { kyHieu: string; document: string }) {
  const more = changes.length - mostTold;
  const told = changes.slice(0, mostTold).map(change => `- ${changeInWords(change)}`);
  return [
    `${capitalised(document)} này thay thế ${document} ${so ? `số ${so}${kyHieu} ` : ''}${dateLine(date)} đã gửi; đề nghị không dùng ${document} ấy nữa.`,
    ...(told.length > 0
      ? [
          [
            'Nội dung thay đổi:',
            ...told,
            ...(more > 0 ? [`- và ${more} nội dung khác, có trong ${document}`] : []),
          ].join('\n'),
        ]
      : []),
  ];
}
