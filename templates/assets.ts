import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The files pages load, by the name they are served under. */
const assets: Record<string, { source?: string; mediaType: string }> = {
  'pico.css': { source: '@picocss/pico/css/pico.min.css', mediaType: 'text/css; charset=utf-8' },
  // Built from pages/client by whichever host serves it.
  'form.js': { mediaType: 'text/javascript; charset=utf-8' },
  'figures.css': { source: './pages/figures.css', mediaType: 'text/css; charset=utf-8' },
  'house.css': { source: './pages/house.css', mediaType: 'text/css; charset=utf-8' },
};

export type Asset = { content: string; mediaType: string };

const read = new Map<string, Asset>();

/** The asset served under a name; undefined when there is none. Bundled, the files lie in "assets" beside the code. */
export function assetNamed(name: string): Asset | undefined {
  const asset = Object.hasOwn(assets, name) ? assets[name] : undefined;
  if (!asset) return undefined;
  const known = read.get(name) ?? {
    content: readFileSync(pathOf(name, asset.source), 'utf8'),
    mediaType: asset.mediaType,
  };
  read.set(name, known);
  return known;
}

/** Where the assets are that need no building, for whoever bundles them. */
export function assetPaths(): { name: string; path: string }[] {
  return Object.entries(assets).flatMap(([name, { source }]) => (source ? [{ name, path: pathOf(name, source) }] : []));
}

/** Where built and bundled assets lie, beside this code. */
export const builtAssets = join(import.meta.dirname, 'assets');

function pathOf(name: string, source = `./assets/${name}`): string {
  const bundled = join(builtAssets, name);
  if (existsSync(bundled)) return bundled;
  return source.startsWith('./') ? join(import.meta.dirname, source) : createRequire(import.meta.url).resolve(source);
}
