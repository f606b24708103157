import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateAt, dateInDigits } from '../../shared/domain/calendar/day.ts';
import { areasOf } from '../../shared/domain/issuing/signed/areas.ts';
import { checkSigned } from '../../shared/domain/issuing/signed/check-signed.ts';
import { stateOf } from '../../shared/domain/issuing/signed/revisions.ts';
import type { Signer } from '../../shared/domain/issuing/signed/signature.ts';
import { verdictInWords } from '../../shared/domain/issuing/verdict.ts';
import { refuse } from '../local/command-line.ts';
import { certificateAt, certificatesIn } from './roots.ts';

/** Compares a letter that came back from signing with the one that was sent, and says in lines what it is; `at` is now. */
export async function tellSigned(
  sent: string,
  { returned, roots }: { returned: string; roots?: string | undefined },
  at: number,
): Promise<{ isIntact: boolean; lines: string[] }> {
  const files = { sent: letterTyped(sent), returned: fileTyped(returned) };
  const kept = roots === undefined ? [] : rootsIn(roots);
  const checked = await checkSigned(files.sent, files.returned, { roots: kept, at });
  const lines = [
    verdictInWords[checked.verdict],
    ...checked.differences.map(each => `- ${each}`),
    ...checked.signers.map(inWords),
  ];
  return { isIntact: checked.verdict === 'intact', lines };
}

const issuers: Record<Signer['issuedBy'], string> = {
  'kept root': 'dẫn tới chứng thư gốc mà cơ quan giữ',
  unknown: 'không dẫn tới chứng thư gốc nào mà cơ quan giữ',
  expired: 'ngoài thời hạn',
};

function inWords({ name, issuer, certificate, saidAt, issuedBy }: Signer): string {
  const [from, to] = [certificate.from, certificate.to].map(each => dateInDigits(dateAt(each)));
  const when = saidAt === undefined ? '' : `, máy người ký ghi ngày ${dateInDigits(dateAt(saidAt))}`;
  return `Chữ ký: ${name}${when}; chứng thư do ${issuer} cấp, hạn ${from} đến ${to}, số ${certificate.serial}: ${issuers[issuedBy]}.`;
}

/** Every certificate in a folder, as they are handed out: DER or PEM. */
function rootsIn(folder: string): Uint8Array[] {
  try {
    return certificatesIn(folder).map(name => certificateAt(join(folder, name)));
  } catch {
    return refuse(`--roots "${folder}" phải là thư mục có các chứng thư gốc, mỗi tệp một chứng thư (.cer, .crt, .pem)`);
  }
}

/** A file as letters of ours are written; of another nothing can be told. */
function letterTyped(path: string): Uint8Array {
  const file = fileTyped(path);
  try {
    areasOf(stateOf(file));
    return file;
  } catch {
    return refuse(`"${path}" không phải là văn bản lập ở đây; hãy chỉ đúng tệp PDF tải từ bảng tổng hợp, chưa lưu lại`);
  }
}

function fileTyped(path: string): Uint8Array {
  try {
    const file = readFileSync(path);
    if (file.subarray(0, 5).toString('latin1') === '%PDF-') return new Uint8Array(file);
  } catch {
    return refuse(`không đọc được tệp "${path}"; hãy chỉ một tệp PDF`);
  }
  return refuse(`"${path}" không phải là tệp PDF; hãy chỉ tệp PDF tải từ bảng tổng hợp và tệp ký xong`);
}
