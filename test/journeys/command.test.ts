import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsIn } from '../templates/letter/validity.ts';

const root = join(import.meta.dirname, '..', '..');
const sample = join(root, 'templates', 'departments', 'so-cong-thuong');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'thang-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command of the repository as a person would, in a folder that is not the repository's. */
function run(script: string, ...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...options], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm run month', () => {
  it('brings forth the letter, its figures and every mail, and the same bytes again', async () => {
    const [one, two] = ['mot', 'hai'].map(out => ({ out, ...run('infra/local/month.ts', '--out', out) }));
    expect([one?.status, two?.status]).toEqual([0, 0]);
    expect(one?.stdout).toContain('Đơn vị đã nộp   8/8');
    for (const file of ['letter.docx', 'letter.pdf', 'report.json', 'letter.html', 'cap-dien-thang/letter.pdf']) {
      expect(readFileSync(join(folder, 'mot', file)).equals(readFileSync(join(folder, 'hai', file))), file).toBe(true);
    }
    for (const file of ['letter.docx', 'cap-dien-thang/letter.docx'])
      expect(await faultsIn(readFileSync(join(folder, 'mot', file))), file).toEqual([]);
    const mails = readdirSync(join(folder, 'mot', 'outbox'));
    expect(mails).toHaveLength(50);
    expect(mails.every(name => /^\d{3,}-[\w.@-]+\.eml$/.test(name))).toBe(true);
  });

  it('issues the letter without the units that hand in nothing, and says so in it', () => {
    const answers = join(folder, 'thieu');
    cpSync(join(root, 'templates/answers/so-cong-thuong/2021-10'), answers, { recursive: true });
    rmSync(join(answers, 'thuong-mai.yaml'));
    const { status, stdout } = run('infra/local/month.ts', '--answers', answers, '--out', 'ba');
    expect(status).toBe(0);
    expect(stdout).toContain('Còn thiếu       Phòng Quản lý thương mại');
    const page = readFileSync(join(folder, 'ba', 'letter.html'), 'utf8');
    expect(page).toContain('Kim ngạch xuất khẩu tháng 10 chưa có số liệu báo cáo.');
    expect(page).toContain('Kết nối cung cầu, thương mại điện tử: chưa có báo cáo của Phòng Quản lý thương mại.');
  });

  it('ends with 2 on bad files, naming file, line, what is wrong and what would be right', () => {
    const broken = join(folder, 'sai');
    cpSync(sample, broken, { recursive: true });
    const file = join(broken, 'department.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('van-thu@', 'van-thu('));
    for (const answer of [
      run('infra/local/month.ts', '--department', broken),
      run('infra/department/cli.ts', 'check', broken),
    ]) {
      expect(answer.status).toBe(2);
      expect(answer.stderr).toMatch(
        /^department\.yaml:\d+ {2}"staff\.van-thu\.mail" chưa đúng → phải là một địa chỉ thư/m,
      );
    }
    expect(run('infra/local/month.ts', '--period', '2021-13').status).toBe(2);
    expect(run('infra/department/cli.ts', 'mend', sample).status).toBe(2);
  });
});
