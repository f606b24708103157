import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const templates = join(import.meta.dirname, '../../../templates');
const pages = globSync('pages/**/*.ts', { cwd: templates }).map(name => readFileSync(join(templates, name), 'utf8'));
const named = new Set(
  pages.flatMap(page =>
    [...page.matchAll(/\bclass="([^"]*)"/g)].flatMap(([, names = '']) =>
      names
        .replace(/\$\{[^}]*\}/g, ' ')
        .split(/\s+/)
        .filter(name => /^[a-z][a-z0-9-]*[a-z0-9]$/.test(name)),
    ),
  ),
);
const ruled = new Set(
  ['pages/house.css', 'pages/figures.css'].flatMap(name =>
    [...readFileSync(join(templates, name), 'utf8').matchAll(/\.([a-z][\w-]*)/g)].map(([, found = '']) => found),
  ),
);
/** Those of Pico, which house.css only adds to. */
const ofPico = ['container', 'outline', 'secondary'];

describe('the classes of the pages', () => {
  it('have each a rule in a stylesheet: one whose rule went shows what was to be hidden', () => {
    expect(named.size).toBeGreaterThan(20);
    expect([...named].filter(name => !ruled.has(name) && !ofPico.includes(name))).toEqual([]);
  });
});
