import { inWords } from '../../shared/domain/day.ts';
import type { Department } from '../../shared/domain/department.ts';
import { monthAndYear, monthsAfter } from '../../shared/domain/month.ts';
import { timetable } from '../../shared/domain/timetable.ts';
import { faultLine } from './fault.ts';
import { readDepartment } from './folder.ts';
import { publishFolder } from './publish.ts';

/** `npm run department -- check DIR` and `-- publish DIR`. Faults: exit 2, one to a line. */

const [command, directory] = process.argv.slice(2);

if (!directory || (command !== 'check' && command !== 'publish')) {
  console.error('Cách dùng: npm run department -- check THƯ-MỤC   kiểm tra thư mục của một cơ quan');
  console.error('           npm run department -- publish THƯ-MỤC ban hành: các kỳ mở sau đó dùng bản này');
  process.exit(2);
}

const read = readDepartment(directory);
if ('faults' in read) {
  for (const fault of read.faults) console.error(faultLine(fault));
  console.error(`${read.faults.length} chỗ cần sửa.`);
  process.exit(2);
}
describe(read.department);
if (command === 'publish') console.log(`Đã ban hành: ${await publishFolder(read.department)}`);

/** What the folder says, so that a person sees whether it is what was meant. */
function describe(department: Department): void {
  console.log(
    `Đúng. ${department.name}: ${department.units.length} đơn vị, ${department.staff.length} cán bộ, ${department.history.length} số liệu cũ.`,
  );
  for (const report of department.reports) {
    console.log(
      `  ${report.id}: ${report.indicators.length} chỉ tiêu, ${report.tasks.length} nhiệm vụ, ${report.recipients.length} nơi nhận`,
    );
    for (const month of [0, 1, 2].map(count => monthsAfter(report.first, count))) {
      const { opensAt, deadline } = timetable(department, report, month);
      console.log(`    tháng ${monthAndYear(month)}: mở ${inWords(opensAt)}, chốt ${inWords(deadline)}`);
    }
  }
}
