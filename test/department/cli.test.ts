import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change, copyOf, history, report, sample, wording } from './a-folder.ts';
import { departmentCommand as run } from './command.ts';

let folder: string;
beforeEach(() => {
  folder = copyOf(sample);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run department -- check', () => {
  it('says that a folder is right, what it holds, and the next three periods of each report', () => {
    const { status, stdout, stderr } = run('check', folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Đúng. Sở Công Thương: 8 đơn vị, 4 cán bộ, 2 báo cáo,');
    expect(stdout).toContain('  bao-cao-thang: 4 chỉ tiêu, 15 nhiệm vụ, 5 nơi nhận');
    const periods = stdout.match(/^ {4}tháng \d\d?\/\d{4}: mở 08:00 ngày \S+, chốt \d\d:00 ngày \S+, \d đơn vị$/gm);
    expect(periods).toHaveLength(6);
  });

  it('says that a report has no period left', () => {
    change(folder, report, ['first: 2021-10', 'first: 2021-10\nlast: 2021-12']);
    expect(run('check', folder).stdout).toContain('không còn kỳ nào: kỳ cuối là tháng 12/2021');
  });

  it('remarks on what is asked and not printed, and on what has no base, and lets it pass', () => {
    change(folder, wording, ['- {{ so_lieu.ban-le }}\n', '']);
    change(folder, wording, ['- {{ nhom.thong-tin }}\n', '']);
    change(folder, history, ['2021-09,xuat-khau,130.7\n', '']);
    const { status, stdout } = run('check', folder);
    expect(status).toBe(0);
    expect(stdout.match(/^Lưu ý: .*/gm)).toEqual([
      expect.stringContaining('công văn không in chỉ tiêu "ban-le" → đặt {{ so_lieu.ban-le }}'),
      expect.stringContaining('công văn không in kết quả nhiệm vụ "thong-tin-thi-truong"'),
      expect.stringContaining('công văn không in kết quả nhiệm vụ "ocop"'),
      expect.stringContaining('history.csv:1  chưa có số liệu "xuat-khau" các kỳ 2021-09'),
    ]);
  });

  it('remarks on a month that would never open, its deadline pushed back past the opening by days off', () => {
    change(folder, report, ['day: 16, at: "16:00", onDayOff: next', 'day: 2, at: "16:00", onDayOff: previous']);
    change(folder, report, [
      '  - { workingDaysBefore: 3, at: "08:00" }\n  - { workingDaysBefore: 1, at: "08:00" }',
      '  []',
    ]);
    const { status, stdout } = run('check', folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Lưu ý: .*sẽ không mở: vì ngày nghỉ, hạn nộp không sau lúc mở kỳ → /m);
  });

  it('ends with 2 and a line for each fault', () => {
    change(folder, report, ['owner: cong-nghiep', 'owner: cong-nghjep']);
    const { status, stdout, stderr } = run('check', folder);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /^reports\/bao-cao-thang\/report\.yaml:\d+ {2}chỉ tiêu "chi-so-san-xuat": không có đơn vị .+ → .+\n1 chỗ cần sửa\.\n$/,
    );
  });

  it.each([[[]], [['check']], [['mend', 'x']], [['toString', 'x']], [['check', 'x', 'y']]])(
    'ends with 2 and the usage when called as %j',
    words => {
      const { status, stdout, stderr } = run(...words);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('Cách dùng:');
    },
  );
});
