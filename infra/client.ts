import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** The browsers that the form promises to work in; what they lack of the language's methods it brings along (older-browsers.ts). */
export const oldestBrowsers = ['ios15', 'chrome100'];

/** Bundles the form's script into a folder, as form.js: the letter's own rules, for the browser. */
export function buildClient(folder: string): void {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, '..', 'templates', 'pages', 'client', 'form.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: oldestBrowsers,
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
