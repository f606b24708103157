import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { archiveNamed } from '../../shared/aws/archive.ts';
import { config, type Environment } from '../../shared/config.ts';
import { folderTyped, refuse, tellHindrancesIn, typedOptions } from '../local/command-line.ts';
import { refuseNewer } from '../local/data-folder.ts';
import { type FolderFault, faultLine } from './fault.ts';
import { type ReadDepartment, readDepartment } from './folder.ts';
import { publishFolder } from './publish.ts';
import { remarksOn } from './remarks.ts';
import { summaryOf } from './summary.ts';

/** `npm run department -- check DIR` and its fellows. Faults and wrong calls end with 2. */

type Command = { does: string; on: string; run: (directory: string, options: string[]) => number | Promise<number> };

const commands: Record<string, Command> = {
  new: {
    does: 'tạo thư mục cho một cơ quan: hỏi, hoặc lấy từ các mục --name "…" --units "…"',
    on: 'THƯ-MỤC',
    run: makeFolder,
  },
  check: {
    does: 'kiểm tra thư mục của một cơ quan; --letter THƯ-MỤC-RA viết thêm công văn mẫu',
    on: 'THƯ-MỤC',
    run: checkFolder,
  },
  publish: {
    does: 'ban hành: các kỳ mở sau đó dùng bản này',
    on: 'THƯ-MỤC',
    run: (directory, options) => {
      typedOptions({}, options);
      return withDepartment(directory, async read => {
        describe(read);
        mustBeTold('ARCHIVE');
        const archive = archiveNamed(config('ARCHIVE').ARCHIVE);
        const published = await publishFolder(archive, read.department, Date.now());
        if ('faults' in published) return tellFaults(published.faults);
        for (const change of published.changes ?? []) console.log(`Thay đổi: ${change}`);
        if (published.changes?.length === 0) console.log('Không có gì thay đổi so với bản đang dùng.');
        console.log(`Đã ban hành: ${published.hash}; kỳ đang mở giữ bản cũ`);
        return 0;
      });
    },
  },
  signed: {
    does: 'so công văn đã ký trả về (--returned) với tệp đã gửi đi ký; --roots chỉ chứng thư gốc',
    on: 'TỆP-ĐÃ-GỬI',
    run: tellWhatCameBack,
  },
  audit: {
    does: 'soát mọi kỳ đã lưu: biên nhận, lần nộp, văn bản, thư (live: trên AWS)',
    on: 'THƯ-MỤC|live',
    run: (where, options) => {
      typedOptions({}, options);
      return tellAudit(where);
    },
  },
};

process.exitCode = await run(process.argv.slice(2));

async function run([name = '', directory, ...more]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command || !directory || directory.startsWith('-') || (more[0] ?? '-')[0] !== '-') return usage();
  return command.run(directory, more);
}

async function makeFolder(directory: string, options: string[]): Promise<number> {
  const { makeNew } = await import('./new/command.ts');
  return (await makeNew(directory, options)) ? withDepartment(directory, describe) : 2;
}

function checkFolder(directory: string, options: string[]): Promise<number> {
  const { letter } = typedOptions({ letter: 'THƯ-MỤC' }, options);
  return withDepartment(directory, async read => {
    describe(read);
    if (letter === undefined) return 0;
    // Loaded when asked for: a check needs no typesetter.
    const { writeSampleLetters } = await import('./sample-letter.ts');
    const paths = writeSampleLetters(read.department, folderTyped('letter', letter));
    console.log(`Đã viết công văn mẫu, số liệu giả: ${paths.join(', ')}`);
    return 0;
  });
}

/** 0 when it is intact, 1 when it is anything else. */
async function tellWhatCameBack(sent: string, options: string[]): Promise<number> {
  const { returned, roots } = typedOptions({ returned: 'TỆP', roots: 'THƯ-MỤC' }, options);
  if (returned === undefined) return refuse('hãy chỉ tệp trả về bằng --returned TỆP');
  // Loaded when asked for: the other commands read no signature.
  const { tellSigned } = await import('./signed.ts');
  const { isIntact, lines } = await tellSigned(sent, { returned, roots }, Date.now());
  for (const line of lines) console.log(line);
  return isIntact ? 0 : 1;
}

async function withDepartment(
  directory: string,
  act: (read: ReadDepartment) => number | Promise<number>,
): Promise<number> {
  const read = readDepartment(directory);
  return 'department' in read ? act(read) : tellFaults(read.faults);
}

function tellFaults(faults: FolderFault[]): number {
  for (const fault of faults) console.error(faultLine(fault));
  console.error(`${faults.length} chỗ cần sửa.`);
  return 2;
}

function usage(): number {
  console.error('Cách dùng:');
  for (const [name, { does, on }] of Object.entries(commands)) {
    console.error(`  npm run department -- ${name.padEnd(8)} ${on.padEnd(13)} ${does}`);
  }
  return 2;
}

/** Loaded when asked for: the other commands need no host. */
async function tellAudit(where: string): Promise<number> {
  if (where === 'live') mustBeTold('TABLE', 'ARCHIVE');
  const { audited } = await import('./audit.ts');
  if (where !== 'live' && !existsSync(join(where, 'table'))) {
    console.error(
      `Không có dữ liệu của npm start trong ${where}; hãy chỉ thư mục đã dùng với --data, mặc định là .data.`,
    );
    return 2;
  }
  tellHindrancesIn(
    where,
    where === 'live'
      ? 'không mở được kho lưu trên AWS; xem lại mạng, khóa truy cập và tên kho'
      : `không mở được kho lưu trong thư mục "${where}"; lấy lại thư mục ấy từ bản sao`,
  );
  if (where !== 'live') refuseNewer(where);
  const { breaches, notes, roots, periods, revisions, editions, mails } = await audited(where);
  for (const { where, what, mend } of breaches) console.error(`${where}: ${what} → ${mend}`);
  for (const note of notes) console.log(`Lưu ý: ${note}`);
  for (const root of roots) console.log(root);
  console.log(
    `Đã soát ${periods} kỳ, ${revisions} lần nộp, ${editions} văn bản, ${mails} thư: ${breaches.length} chỗ sai.`,
  );
  return breaches.length > 0 ? 2 : 0;
}

/** On AWS the technician names what the deployment printed. */
function mustBeTold(...names: (keyof Environment)[]): void {
  try {
    config(...names);
  } catch {
    const before = names.map(name => `${name}=<${name} mà npm run deploy in ra>`).join(' ');
    refuse(`cần biết kho lưu trên AWS; đặt trước lệnh: ${before}`);
  }
}

function describe({ department, remarks }: ReadDepartment): number {
  const now = Date.now();
  const [first, ...rest] = summaryOf(department, now);
  console.log(`Đúng. ${first}`);
  for (const line of rest) console.log(line);
  for (const remark of [...remarks, ...remarksOn(department, now)]) console.log(`Lưu ý: ${faultLine(remark)}`);
  return 0;
}
