import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as board from '../../functions/board.ts';
import * as collect from '../../functions/collect.ts';
import { feedback, marks, otherwise, routes, tick } from '../../infra/manifest.ts';
import { names } from './synthesized.ts';

const functionsFolder = join(import.meta.dirname, '../../functions');

describe('the manifest', () => {
  it('names the functions there are, each in a file of its own', () => {
    const files = globSync('*.ts', { cwd: functionsFolder }).map(file => file.replace('.ts', ''));
    expect(files.sort()).toEqual([...names].sort());
  });

  it('wakes every function: one that nothing wakes need not be there', () => {
    const woken = [
      ...routes.map(({ wakes }) => wakes),
      ...tick.wakes,
      ...Object.values(marks).map(mark => mark.wakes),
      feedback.wakes,
      otherwise,
    ];
    expect([...new Set(woken)].sort()).toEqual([...names].sort());
  });

  it.each(Object.entries({ collect, board }))(
    'brings %s the requests it answers and no others',
    (name, { routes: answered }) => {
      const brought = routes.filter(({ wakes }) => wakes === name).map(({ method, path }) => `${method} ${path}`);
      expect(Object.keys(answered).sort()).toEqual(brought.sort());
    },
  );
});
