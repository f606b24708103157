// Installs what is missing before a script of package.json runs. Plain JavaScript and nothing but Node, since it runs before
// anything is installed and under whichever Node from 20 on is at hand; the scripts after it find Node 24 in node_modules.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const wanted = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json');

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Cần Node 20 trở lên; máy này có Node ${process.versions.node}. Tải tại nodejs.org rồi chạy lại.`);
  process.exit(1);
}

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(wanted).mtimeMs) {
  console.log('Đang cài các gói cần thiết (chỉ lần đầu, khoảng một phút) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not "ci": it wants the packages of every platform in the lock, and a lock made behind a mirror may lack some. The lock is
  // followed all the same, and not changed.
  const { status } = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
