import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type FunctionName, functions } from '../../infra/manifest.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown } from '../journeys/town.ts';
import { bundles } from './bundles.ts';
import { closing } from './closing.ts';
import { cost } from './cost.ts';
import { fanOut } from './fan-out.ts';
import { form } from './form.ts';
import { handIn } from './hand-in.ts';
import { letters } from './letters.ts';
import { manyFigures } from './many-figures.ts';
import { memory } from './memory.ts';
import type { Row } from './sampling.ts';
import { tableApart } from './table-apart.ts';
import { templated } from './templated.ts';

/** `npm run bench`: every ratio in one run, into bench.json and the README's table. */

const root = join(import.meta.dirname, '../..');
const table = await tableApart();
const town = await foundTown(departmentWith(reportWith()), ['2021-11-16', '15:00'], table);
const { rows: ofBundles, kilobytes, coldStarts } = bundles();
const rows = [
  // First, since the agenda is still empty.
  ...(await memory(town)),
  ...(await handIn(town)),
  ...ofBundles,
  ...(await form(town)),
  ...(await manyFigures(town)),
  ...(await closing(town)),
  ...(await fanOut(town)),
  ...(await letters()),
  ...(await templated()),
  ...cost(),
];
await town.leave();

const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`;
writeFileSync(join(root, 'bench.json'), `${JSON.stringify({ machine, rows, kilobytes, coldStarts }, null, 2)}\n`);
const printed = [
  tableOf(rows),
  '',
  tableOfFunctions(),
  '',
  `Taken in one run on ${machine}: medians, both sides of a ratio by turns, with the stand-in for DynamoDB in a process of its own`,
  'for both. A cold start is the time from the start of a process until the handler is there, less that of a process that does',
  'nothing, with the options Lambda starts it with.',
].join('\n');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const told = `<!-- bench -->\n${printed}\n<!-- /bench -->`;
writeFileSync(
  join(root, 'README.md'),
  readme.replace(/<!-- bench -->.*<!-- \/bench -->/s, () => told),
);
console.log(printed);

function tableOf(all: Row[]): string {
  const line = ({ ratio, target, value, missing, wanted }: Row) => {
    const met =
      value === undefined ? (missing ?? '') : (wanted === 'more' ? value >= target : value <= target) ? 'yes' : 'no';
    return `| ${ratio} | ${value === undefined ? '' : inDigits(value)} | ${target} | ${met} |`;
  };
  return ['| ratio | measured | target | met |', '|---|---|---|---|', ...all.map(line)].join('\n');
}

function inDigits(value: number): string {
  return value < 0.01 ? value.toPrecision(1) : value.toFixed(2);
}

function tableOfFunctions(): string {
  const names = Object.keys(functions) as FunctionName[];
  const line = (name: FunctionName) =>
    `| ${name} | ${kilobytes[name]} | ${functions[name].mostKilobytes} | ${coldStarts[name]} |`;
  return [
    '| function | KB read at a cold start | at most | ms of a cold start |',
    '|---|---|---|---|',
    ...names.map(line),
  ].join('\n');
}
