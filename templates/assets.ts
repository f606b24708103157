import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The files pages load, by the name they are served under. */
const assets: Record<string, { source: string; mediaType: string }> = {
  'pico.css': { source: '@picocss/pico/css/pico.min.css', mediaType: 'text/css; charset=utf-8' },
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

/** Where each asset's file is, for whoever bundles them. */
export function assetPaths(): { name: string; path: string }[] {
  return Object.entries(assets).map(([name, { source }]) => ({ name, path: pathOf(name, source) }));
}

function pathOf(name: string, source: string): string {
  const bundled = join(import.meta.dirname, 'assets', name);
  if (existsSync(bundled)) return bundled;
  return source.startsWith('./') ? join(import.meta.dirname, source) : createRequire(import.meta.url).resolve(source);
}
