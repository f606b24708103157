import { cpSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildSync, type Metafile } from 'esbuild';
import { assetPaths } from '../templates/assets.ts';
import { fontPaths } from '../templates/letter/fonts.ts';
import { buildClient } from './client.ts';
import { type FunctionName, functions } from './manifest.ts';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

/** The typesetter cannot be bundled: its native library, as Lambda's machines need it, lies in a package of its own. */
const typesetter = '@myriaddreamin/typst-ts-node-compiler';
const typesetterOnLambda = `${typesetter}-linux-x64-gnu`;

/** Not asked of templates/letter/pdf.ts, which loads this machine's typesetter: one may deploy from where there is none. */
const letterTemplate = join(root, 'templates/letter/letter.typ');

/** Packages that came as CommonJS ask for `require`, which an ES module has not. */
export const banner =
  "import { createRequire as _createRequire } from 'node:module'; const require = _createRequire(import.meta.url);";

/**
 * Node's own modules, by `require` rather than `import`. An import reads every export of a module at once, and some are only
 * made when they are read: with "node:http" come a WebSocket and all of undici, with "node:process" the standard streams.
 */
const required = Object.fromEntries(
  builtinModules
    .flatMap(name => (name.startsWith('node:') ? [name] : [name, `node:${name}`]))
    .map(name => [name, `data:text/javascript,module.exports = process.getBuiltinModule('${name}')`]),
);

/**
 * Makes of one functions/*.ts file what Lambda runs: index.mjs, with its source map, and beside it the files it reads.
 * Returns how many KB a cold start reads.
 * @throws when it weighs more than the manifest allows, or the typesetter's library for Lambda is not installed
 */
export function bundle(name: FunctionName, folder: string): number {
  const { compiles, mostKilobytes } = functions[name];
  const { metafile } = buildSync({
    entryPoints: { index: join(root, 'functions', `${name}.ts`) },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    // What is imported only when it is asked for lies in files of its own, and is not read at a cold start. They lie beside
    // index.mjs, since code finds the files it reads from where it is itself.
    splitting: true,
    chunkNames: 'part-[hash]',
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    // Their ES modules, not their CommonJS: what is not used can then be left out.
    mainFields: ['module', 'main'],
    alias: { ...required, '@aws-sdk/credential-provider-node': join(root, 'shared/aws/credentials.ts') },
    external: compiles ? [typesetter] : [],
    banner: { js: banner },
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    logLevel: 'error',
  });
  const kilobytes = kilobytesAtStart(metafile);
  keepWithin(name, kilobytes, mostKilobytes);
  const uses = (path: string) => path in metafile.inputs;
  if (uses('templates/assets.ts')) carryAssets(join(folder, 'assets'));
  if (uses('templates/letter/fonts.ts')) carry(fontPaths(), join(folder, 'fonts'));
  if (uses('templates/letter/pdf.ts')) cpSync(letterTemplate, join(folder, 'letter.typ'));
  if (compiles) for (const name of [typesetter, typesetterOnLambda]) carryPackage(name, folder);
  return kilobytes;
}

/** What a cold start reads: the entry, and whatever it imports at once. */
function kilobytesAtStart({ outputs }: Metafile): number {
  const entry = Object.keys(outputs).find(path => outputs[path]?.entryPoint && path.endsWith('index.mjs')) ?? '';
  const read = new Set([entry]);
  for (const path of read)
    for (const { path: imported, kind } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement') read.add(imported);
  return Math.ceil([...read].reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0) / 1024);
}

function keepWithin(name: FunctionName, kilobytes: number, mostKilobytes: number): void {
  if (kilobytes > mostKilobytes)
    throw new Error(`${name} weighs ${kilobytes} KB; infra/manifest.ts allows ${mostKilobytes} KB`);
}

function carryAssets(folder: string): void {
  carry(assetPaths(), folder);
  buildClient(folder);
}

function carry(files: { name: string; path: string }[], folder: string): void {
  for (const { name, path } of files) cpSync(path, join(folder, name));
}

function carryPackage(name: string, folder: string): void {
  cpSync(packageFolder(name), join(folder, 'node_modules', name), { recursive: true });
}

/** npm installs the library of the machine it runs on; on any other than 64-bit Linux this one must be asked for. */
function packageFolder(name: string): string {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch {
    const { version } = require(`${typesetter}/package.json`);
    throw new Error(`${name} is not installed; run: npm install --no-save --force ${name}@${version}`);
  }
}
