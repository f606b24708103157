import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { banner, bundle } from '../../infra/bundle.ts';
import { type FunctionName, functions } from '../../infra/manifest.ts';
import { quantile, type Row } from './sampling.ts';

const root = join(import.meta.dirname, '../..');
const rounds = 15;

type Samples = Record<string, number[]>;

/**
 * What `collect` weighs and how long it takes to load, beside the SDK alone and beside everything whole; and, for each function, the
 * milliseconds from the start of a process until its handler is there, less those of a process that does nothing.
 */
export function bundles(): { rows: Row[]; coldStarts: Record<string, number>; kilobytes: Record<string, number> } {
  const folder = mkdtempSync(join(tmpdir(), 'tong-hop-bench-'));
  const names = Object.keys(functions) as FunctionName[];
  const kilobytes = Object.fromEntries(names.map(name => [name, bundle(name, join(folder, name))]));
  const sdk = packed(folder, 'sdk', "export { DynamoDBClient } from '@aws-sdk/client-dynamodb';");
  const naive = packed(
    folder,
    'naive',
    [
      '@aws-sdk/client-dynamodb',
      '@aws-sdk/client-s3',
      '@aws-sdk/client-ses',
      'zod',
      '@middy/core',
      '@middy/http-router',
    ]
      .map((name, at) => `export * as all${at} from '${name}';`)
      .join('\n'),
  );
  const importing: Samples = {};
  const starting: Samples = {};
  const take = (samples: Samples, name: string, taken: number) => {
    samples[name] = [...(samples[name] ?? []), taken];
  };
  for (let round = 0; round < rounds; round += 1) {
    take(starting, 'nothing', timeToStart(folder));
    take(importing, 'sdk', timeToImport(dirname(sdk)));
    take(importing, 'collect', timeToImport(join(folder, 'collect')));
    for (const name of names) take(starting, name, timeToStart(join(folder, name), "await import('./index.mjs');"));
  }
  const median = (samples: Samples, name: string) => quantile(samples[name] ?? [], 0.5);
  const coldStarts = Object.fromEntries(
    names.map(name => [name, Math.round(median(starting, name) - median(starting, 'nothing'))]),
  );
  const rows = [
    {
      ratio: 'collect, import / only the DynamoDB client as the SDK ships it',
      target: 0.65,
      value: median(importing, 'collect') / median(importing, 'sdk'),
    },
    {
      ratio: 'collect, KB / zod, middy and the three clients whole',
      target: 0.25,
      value: (kilobytes.collect ?? 0) / sizeOf(naive),
    },
  ];
  rmSync(folder, { recursive: true, force: true });
  return { rows, kilobytes, coldStarts };
}

/** A bundle of some contents, in a folder of its own: its file. */
export function packed(folder: string, name: string, contents: string): string {
  const outfile = join(folder, name, 'index.mjs');
  buildSync({
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    logLevel: 'error',
    banner: { js: banner },
  });
  return outfile;
}

function sizeOf(file: string): number {
  return Math.round(statSync(file).size / 1024);
}

/** Milliseconds that a bundle takes to be imported. */
function timeToImport(folder: string): number {
  const script = "const from = performance.now(); await import('./index.mjs'); console.log(performance.now() - from);";
  return Number(ran(folder, script));
}

/** Milliseconds from the start of a process to its end, with the options Lambda starts it with (infra/lambda.ts). */
function timeToStart(folder: string, script = ''): number {
  const from = performance.now();
  ran(folder, `${script} process.exit();`, '--enable-source-maps');
  return performance.now() - from;
}

function ran(folder: string, script: string, ...options: string[]): string {
  const env = { PATH: process.env.PATH, AWS_REGION: 'ap-southeast-1' };
  return execFileSync(process.execPath, [...options, '--input-type=module', '--eval', script], {
    cwd: folder,
    env,
  }).toString();
}
