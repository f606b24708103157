import { readFileSync, writeFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';

/** The last step of `npm run mutation`: how many mutants the tests noticed, into the README's table; fails below a target. */

type Report = { files: Record<string, { mutants: { status: string }[] }> };

/** The rules, and what keeps the deadline, mails once and believes nothing from outside. */
const core = [
  'shared/domain/**',
  'shared/aws/{access,drafts,heads,ledger,mailing,periods,post,submissions}.ts',
  'shared/http/{body,json}.ts',
];

const root = join(import.meta.dirname, '../..');
const report: Report = JSON.parse(readFileSync(join(root, 'out/mutation.json'), 'utf8'));
const rows = [
  { name: 'the rules, the fence, the mails, what is read from outside', of: core, target: 95 },
  { name: 'all of `shared/`', of: ['shared/**'], target: 85 },
].map(row => ({ ...row, ...noticedIn(row.of) }));

const table = [
  '| mutants noticed by a test | measured | target | met |',
  '|---|---|---|---|',
  ...rows.map(
    ({ name, noticed, all, share, target }) =>
      `| ${name}: ${noticed} of ${all} | ${share.toFixed(1)} % | ${target} % | ${share >= target ? 'yes' : 'no'} |`,
  ),
].join('\n');
console.log(table);
const readme = readFileSync(join(root, 'README.md'), 'utf8');
writeFileSync(
  join(root, 'README.md'),
  readme.replace(/<!-- mutation -->.*<!-- \/mutation -->/s, () => `<!-- mutation -->\n${table}\n<!-- /mutation -->`),
);
process.exitCode = rows.every(({ share, target }) => share >= target) ? 0 : 1;

/** Of the mutants that make sense at all: those a test failed on, or ran without end on. */
function noticedIn(globs: string[]) {
  const files = Object.entries(report.files).filter(([path]) => globs.some(glob => matchesGlob(path, glob)));
  const count = (...statuses: string[]) =>
    files.flatMap(([, { mutants }]) => mutants).filter(({ status }) => statuses.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  const all = noticed + count('Survived', 'NoCoverage');
  return { noticed, all, share: (100 * noticed) / all };
}
