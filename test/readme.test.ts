import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

it.each([
  '## What is promised',
  '## Figures',
  '## Play a month through',
  '## Samples',
  '## Map',
  '## Glossary',
  '## When something is wrong',
])('the README has its part "%s"', part => expect(readme).toContain(part));

it('the README names no command and no file that is not there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const commands = [
    ...readme.matchAll(/npm (?:run )?(test|start|month|bench|load|mutation|pictures|check|synth|deploy|department)\b/g),
  ];
  expect(commands.filter(([, command]) => !(String(command) in scripts))).toEqual([]);
  const files = [...readme.matchAll(/\]\(((?:docs|test|infra|templates)\/[^)]+)\)|src="([^"]+)"/g)].map(
    ([, link, src]) => link ?? src ?? '',
  );
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter(file => !existsSync(join(root, file)))).toEqual([]);
});
