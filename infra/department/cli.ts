import type { Department } from '../../shared/domain/department.ts';
import { faultLine } from './fault.ts';
import { readDepartment } from './folder.ts';
import { publishFolder } from './publish.ts';
import { remarksOn } from './remarks.ts';
import { summaryOf } from './summary.ts';

/** `npm run department -- check DIR` and its fellows. Faults and wrong calls end with 2. */

type Command = { does: string; withDepartment: (department: Department) => void | Promise<void> };

const commands: Record<string, Command> = {
  check: { does: 'kiểm tra thư mục của một cơ quan', withDepartment: describe },
  publish: {
    does: 'ban hành: các kỳ mở sau đó dùng bản này',
    async withDepartment(department) {
      describe(department);
      console.log(`Đã ban hành: ${await publishFolder(department)}`);
    },
  },
};

process.exitCode = await run(process.argv.slice(2));

async function run([name = '', directory, ...more]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command || !directory || more.length > 0) return usage();
  const read = readDepartment(directory);
  if ('department' in read) {
    await command.withDepartment(read.department);
    return 0;
  }
  for (const fault of read.faults) console.error(faultLine(fault));
  console.error(`${read.faults.length} chỗ cần sửa.`);
  return 2;
}

function usage(): number {
  console.error('Cách dùng:');
  for (const [name, { does }] of Object.entries(commands)) {
    console.error(`  npm run department -- ${name.padEnd(8)} THƯ-MỤC   ${does}`);
  }
  return 2;
}

function describe(department: Department): void {
  const now = Date.now();
  const [first, ...rest] = summaryOf(department, now);
  console.log(`Đúng. ${first}`);
  for (const line of rest) console.log(line);
  for (const remark of remarksOn(department, now)) console.log(`Lưu ý: ${faultLine(remark)}`);
}
