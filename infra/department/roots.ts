import { X509Certificate } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mostRoots } from '../../shared/domain/office/department.ts';
import type { FolderFault } from './fault.ts';

/** Where an office keeps the root certificates of those who may sign. */
const rootsFolder = 'chung-thu-goc';

/** The certificates of an office's folder, as base64 of DER, by the names of their files; none of an office that keeps none. */
export function readRoots(directory: string, faults: FolderFault[]): string[] {
  const folder = join(directory, rootsFolder);
  if (!existsSync(folder)) return [];
  const names = certificatesIn(folder);
  if (names.length > mostRoots) {
    const message = `có ${names.length} chứng thư, nhiều hơn ${mostRoots}`;
    faults.push({ file: rootsFolder, line: 1, message, hint: 'chỉ giữ chứng thư gốc của nơi cấp mà cơ quan dùng' });
  }
  return names.slice(0, mostRoots).flatMap(name => {
    try {
      return Buffer.from(certificateAt(join(folder, name))).toString('base64');
    } catch {
      const hint = 'để ở đây mỗi tệp một chứng thư gốc, dạng DER hoặc PEM, tải từ trang của nơi cấp';
      faults.push({ file: `${rootsFolder}/${name}`, line: 1, message: 'không đọc được chứng thư', hint });
      return [];
    }
  });
}

/** The names of the certificates in a folder, in their order. */
export function certificatesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => /\.(cer|crt|der|pem)$/i.test(name))
    .sort();
}

/** A certificate as it is handed out, DER or PEM: as DER. @throws when it is none */
export function certificateAt(path: string): Uint8Array {
  return new Uint8Array(new X509Certificate(readFileSync(path)).raw);
}
