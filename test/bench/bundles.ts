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

/** What `collect` weighs and how long it takes to load, beside the SDK alone and beside everything whole. */
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
  const files: Record<string, string> = { sdk };
  for (const name of names) files[name] = join(folder, name, 'index.mjs');
  const samples = new Map(Object.keys(files).map(name => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, file] of Object.entries(files)) samples.get(name)?.push(timeToImport(file));
  const median = (name: string) => quantile(samples.get(name) ?? [], 0.5);
  const rows = [
    {
      ratio: 'collect, import / only the DynamoDB client as the SDK ships it',
      target: 0.65,
      value: median('collect') / median('sdk'),
    },
    {
      ratio: 'collect, KB / zod, middy and the three clients whole',
      target: 0.25,
      value: (kilobytes.collect ?? 0) / sizeOf(naive),
    },
  ];
  rmSync(folder, { recursive: true, force: true });
  return { rows, kilobytes, coldStarts: Object.fromEntries(names.map(name => [name, Math.round(median(name))])) };
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

/** Milliseconds from an empty process to the module being there. */
function timeToImport(file: string): number {
  const script = "const from = performance.now(); await import('./index.mjs'); console.log(performance.now() - from);";
  const options = { cwd: dirname(file), env: { PATH: process.env.PATH, AWS_REGION: 'ap-southeast-1' } };
  return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', script], options).toString());
}
