import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loopsIn } from './architecture/loops.ts';
import { moduleFrom } from './architecture/module.ts';
import { violationsIn } from './architecture/rules.ts';

const root = join(import.meta.dirname, '..');
/** Our own code; a .d.ts says how a package looks that does not say so itself. */
const paths = globSync(['{infra,functions,shared,templates,test}/**/*.{ts,mjs}', '*.ts'], { cwd: root })
  .map(path => path.split(sep).join('/'))
  .filter(path => !path.endsWith('.d.ts'));

const modules = paths.map(path => moduleFrom(path, readFileSync(join(root, path), 'utf8')));

describe('the house', () => {
  it('is read whole', () => {
    for (const known of [
      'infra/manifest.ts',
      'functions/collect.ts',
      'shared/domain/office/period.ts',
      'templates/assets.ts',
    ]) {
      expect(paths).toContain(known);
    }
  });

  it('keeps its rules', () => {
    expect(modules.flatMap(violationsIn)).toEqual([]);
  });

  it('has no loop of files that import one another', () => {
    expect(loopsIn(modules)).toEqual([]);
  });
});

describe('a loop', () => {
  const importing = (path: string, ...from: string[]) => ({
    path,
    imports: from.map(each => ({ from: each, ours: true, typeOnly: true, names: [], line: 1 })),
  });

  it.each([
    [[importing('a.ts', 'b.ts'), importing('b.ts', 'a.ts')], ['a.ts <-> b.ts']],
    [[importing('c.ts', 'a.ts'), importing('a.ts', 'b.ts'), importing('b.ts', 'c.ts')], ['a.ts <-> b.ts <-> c.ts']],
    [[importing('a.ts', 'a.ts')], ['a.ts']],
    [[importing('a.ts', 'b.ts', 'c.ts'), importing('b.ts', 'c.ts'), importing('c.ts')], []],
  ])('is found wherever files import one another in the end, for a type alone too', (house, loops) => {
    expect(loopsIn(house)).toEqual(loops);
  });
});

describe('the rules', () => {
  it.each([
    [
      'shared/domain/text/a.ts',
      "import { get } from '../../aws/table.ts';",
      'shared/domain may not import shared/aws/table.ts',
    ],
    ['shared/domain/text/a.ts', "import type { Table } from '../../aws/table.ts';", 'may not import shared/aws'],
    ['shared/domain/text/a.ts', "type T = import('../../aws/table.ts').Table;", 'may not import shared/aws'],
    ['shared/domain/text/a.ts', "const table = await import('../../aws/table.ts');", 'may not import shared/aws'],
    ['shared/domain/text/a.ts', "import { log } from '../../log.ts';", 'may not import shared/log.ts'],
    ['shared/domain/letter/a.ts', "import { page } from '../../../templates/page.ts';", 'may not import templates'],
    ['shared/domain/a.ts', "import { b } from './text/b.ts';", 'stands in one of its rooms'],
    ['shared/domain/office/a.ts', "import { b } from '../figures/b.ts';", 'shared/domain/figures/b.ts comes later'],
    ['shared/domain/text/a.ts', "import type { B } from '../problem.ts';", 'shared/domain/problem.ts comes later'],
    ['shared/aws/a.ts', "import { page } from '../http/answer.ts';", 'may not import shared/http'],
    ['shared/token.ts', "import { get } from './aws/table.ts';", 'shared may not import shared/aws'],
    ['templates/a.ts', "import { get } from '../shared/aws/table.ts';", 'templates may not import shared/aws'],
    ['templates/a.ts', "import { config } from '../shared/config.ts';", 'templates may not import shared/config.ts'],
    [
      'templates/a.ts',
      "import { compile } from '../shared/domain/compilation/report.ts';",
      'may not reach for the numbers',
    ],
    ['functions/a.ts', "import { routes } from '../infra/manifest.ts';", 'functions may not import infra'],
    ['functions/a.ts', "import { house } from '../test/house.ts';", 'functions may not import test'],
    ['infra/a.ts', "import { house } from '../test/house.ts';", 'infra may not import test'],
    ['functions/a.ts', "import { handler } from './b.ts';", 'may not import another: functions/b.ts'],
    ['functions/a/room.ts', "import { session } from '../b/session.ts';", 'may not import another'],
    ['functions/a.ts', "import { S3Client } from '@aws-sdk/client-s3';", 'only shared/aws may import @aws-sdk'],
    ['infra/department/a.ts', "import { S3Client } from '@aws-sdk/client-s3';", 'only shared/aws may import @aws-sdk'],
    ['shared/aws/a.ts', "import { Stack } from 'aws-cdk-lib';", 'only infra may import aws-cdk-lib'],
    ['shared/domain/text/a.ts', "import { readFileSync } from 'node:fs';", 'the domain may not import node:fs'],
    ['shared/domain/text/a.ts', "import * as z from 'zod';", 'the domain may not import zod'],
    ['shared/domain/text/a.ts', "import { Root } from 'mdast';", 'the domain may not import mdast'],
    ['functions/a.ts', "await import('./' + name);", 'an import must name what it imports'],
  ])('let nobody reach out of his room: %s, %s', refuse);

  it.each([
    ['functions/a.ts', 'const { TABLE } = process.env;', 'only shared/config.ts may read the environment'],
    ['functions/a.ts', 'const { env } = process;', 'only shared/config.ts may read the environment'],
    ['shared/log.ts', "process['env'];", 'only shared/config.ts may read the environment'],
    ['shared/log.ts', 'const told = { process };', 'only shared/config.ts may read the environment'],
    ['infra/stack.ts', 'process.env.STAGE;', 'only shared/config.ts may read the environment'],
    ['templates/a.ts', "import { env } from 'node:process';", 'only shared/config.ts may read the environment'],
  ])('let nobody read the environment: %s, %s', refuse);

  it.each([
    ['functions/a.ts', 'const now = new Date();', 'only hosts and tests may read the clock: new Date()'],
    ['functions/a.ts', 'const now = new Date;', 'only hosts and tests may read the clock'],
    ['functions/a.ts', 'const now = Date();', 'only hosts and tests may read the clock'],
    ['shared/aws/a.ts', 'const now = Date.now();', 'only hosts and tests may read the clock'],
    ['shared/aws/a.ts', 'const read = Date.now;', 'only hosts and tests may read the clock'],
    ['shared/http/a.ts', 'performance.now();', 'only hosts and tests may read the clock'],
    ['templates/a.ts', 'const { now } = performance;', 'only hosts and tests may read the clock'],
    ['shared/domain/text/a.ts', 'Temporal.Now.instant();', 'only hosts and tests may read the clock'],
    [
      'functions/a.ts',
      "import { performance as clock } from 'node:perf_hooks';",
      'only hosts and tests may read the clock',
    ],
  ])('let nobody read the clock: %s, %s', refuse);

  it.each([
    ['shared/domain/text/a.ts', 'Math.random();', 'nothing here may be left to chance'],
    ['templates/a.ts', 'crypto.randomUUID();', 'nothing here may be left to chance'],
    ['templates/a.ts', "import { randomUUID } from 'node:crypto';", 'the same model must give the same bytes'],
    ['templates/a.ts', "import crypto from 'node:crypto';", 'the same model must give the same bytes'],
    ['shared/domain/text/a.ts', "await fetch('https://so-mau.example');", 'the domain may not use fetch'],
    ['shared/domain/text/a.ts', 'console.log(1);', 'the domain may not use console'],
  ])('let the same give the same, and the domain touch nothing: %s, %s', refuse);

  it.each([
    ['shared/domain/text/a.ts', 'interface Month { year: number }', 'type, not interface: Month'],
    ['shared/aws/a.ts', 'export class Record {}', 'functions, not classes'],
    ['infra/local/a.ts', 'const Host = class {};', 'functions, not classes'],
    ['templates/a.ts', 'export default function page() {}', 'exports are named'],
    ['shared/a.ts', "export * from './token.ts';", 'not through a barrel'],
    ['shared/a.ts', "export { newToken } from './token.ts';", 'not through a barrel'],
    ['shared/utils.ts', '', 'named after its subject, not "utils"'],
    ['shared/domain/index.ts', '', 'named after its subject, not "index"'],
    ['shared/helpers/month.ts', '', 'named after its subject, not "helpers"'],
    ['test/month-helper.ts', '', 'named after its subject, not "helper"'],
  ])('keep the house legible: %s, %s', refuse);

  it.each([
    [
      'shared/domain/text/a.ts',
      "import type { Root } from 'mdast'; import * as z from 'zod/mini'; import { b } from './b.ts';",
    ],
    ['shared/domain/text/a.ts', 'const later = (at: number) => new Date(at); later(0).getTime();'],
    ['shared/domain/text/a.ts', 'const state = { process: 1, now: 2 }; state.process; type A = { process: string };'],
    ['shared/domain/problem.ts', 'export class Problem extends Error {}'],
    ['shared/config.ts', 'process.env.TABLE;'],
    ['shared/token.ts', "import { randomBytes } from 'node:crypto';"],
    ['shared/aws/a.ts', "import { S3Client } from '@aws-sdk/client-s3'; import { sha256 } from '../token.ts';"],
    ['templates/a.ts', "import { createHash } from 'node:crypto'; import { b } from '../shared/domain/text/b.ts';"],
    ['functions/a.ts', "import { room } from './a/room.ts'; import { page } from '../shared/http/answer.ts';"],
    ['functions/a/room.ts', "import type { Room } from '../a.ts'; import { b } from './b.ts';"],
    ['infra/stack.ts', "import { Stack } from 'aws-cdk-lib'; export class TongHop extends Stack {}"],
    ['infra/local/host.ts', "process.stdout.write(String(Date.now())); await import('../../functions/' + name);"],
    ['vitest.config.ts', 'export default {};'],
  ])('hinder nobody who keeps them: %s, %s', (path, text) => {
    expect(violationsIn(moduleFrom(path, text))).toEqual([]);
  });

  function refuse(path: string, text: string, why: string): void {
    expect(violationsIn(moduleFrom(path, text))).toContainEqual(expect.stringContaining(why));
  }
});
