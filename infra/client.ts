import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Bundles the form's script into a folder, as form.js: the letter's own rules, for the browser. */
export function buildClient(folder: string): void {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, '..', 'templates', 'pages', 'client', 'form.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'error',
    alias: { 'zod/mini': join(import.meta.dirname, 'no-schemas.ts') },
    // A kind of schema that it does not have.
    logOverride: { 'import-is-undefined': 'error' },
  });
  mkdirSync(folder, { recursive: true });
  const unfinished = join(folder, `form.js.${randomUUID()}`);
  writeFileSync(unfinished, outputFiles[0]?.contents ?? '');
  renameSync(unfinished, join(folder, 'form.js'));
}
