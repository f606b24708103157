import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * The tests that take milliseconds and leave nothing behind in their process: many share one, as to start one takes longer than
 * most of them do.
 */
export const quick = [
  'test/{domain,http}/**/*.test.ts',
  'test/aws/!(mail*).test.ts',
  'test/{batches,config,token,xlsx}.test.ts',
  'test/templates/letter/charset.test.ts',
];

/** As quick, but each needs a process: it puts another module in the place of one. */
export const quickAlone = ['test/aws/mail*.test.ts'];

const root = join(import.meta.dirname, '..');
const replacing = globSync('test/**/*.test.ts', { cwd: root })
  .filter(path => readFileSync(join(root, path), 'utf8').includes('vi.mock('))
  .map(path => path.split(sep).join('/'));

/**
 * Those that need a process each, as they put another module in the place of one; and those that take longest. They are begun first,
 * so that at the end none is waited for alone.
 */
export const alone = [
  ...replacing,
  'test/trust/{crashes,mutants,naughty,patterns}.test.ts',
  'test/{infra/bundled-month,local/bad-day,offices/offices}.test.ts',
];
