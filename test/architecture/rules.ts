import type { Import, Mention, Module } from './module.ts';

/** What is broken, where, and why it matters: "shared/domain/calendar/month.ts:3: …". */
export type Violation = string;

/** Every violation of the house's rules in a module. */
export function violationsIn(module: Module): Violation[] {
  const broken = [
    ...module.imports.flatMap(each => complaints(each.line, importRules, rule => rule(module.path, each))),
    ...module.uses.flatMap(each => complaints(each.line, useRules, rule => rule(module.path, each))),
    ...module.declares.flatMap(each => complaints(each.line, declarationRules, rule => rule(module.path, each))),
    ...complaints(1, [fileName], rule => rule(module.path)),
  ];
  return broken.map(({ line, why }) => `${module.path}:${line}: ${why}`);
}

function complaints<Rule>(line: number, rules: Rule[], apply: (rule: Rule) => string | undefined) {
  return rules.flatMap(rule => apply(rule) ?? []).map(why => ({ line, why }));
}

/**
 * Who may import whom: `infra -> functions -> templates -> shared/domain` and `functions -> shared/aws -> shared/domain`.
 * A room is a folder; "shared" alone means the files that lie in it directly.
 */
const rooms: Record<string, readonly string[]> = {
  'shared/domain': ['shared/domain'],
  'shared/aws': ['shared/aws', 'shared/domain', 'shared'],
  'shared/http': ['shared/http', 'shared/domain', 'shared'],
  shared: ['shared', 'shared/domain'],
  templates: ['templates', 'shared/domain'],
  functions: ['functions', 'templates', 'shared/aws', 'shared/http', 'shared', 'shared/domain'],
  infra: ['infra', 'functions', 'templates', 'shared/aws', 'shared/http', 'shared', 'shared/domain'],
  test: ['test', 'infra', 'functions', 'templates', 'shared/aws', 'shared/http', 'shared', 'shared/domain'],
};

/** The rooms of the domain in the order a report travels, and what stands between them: each imports only itself and what is before it. */
const way = [
  'shared/domain/text/',
  'shared/domain/calendar/',
  'shared/domain/office/',
  'shared/domain/problem.ts',
  'shared/domain/figures/',
  'shared/domain/collection/',
  'shared/domain/compilation/',
  'shared/domain/letter/',
  'shared/domain/issuing/',
  'shared/domain/delivery/',
  'shared/domain/inspection/',
];

/** Packages that do no I/O and read no clock, and what each is for. Whatever else the domain needs, it writes itself. */
const purePackages: Record<string, string> = {
  asn1js: "a signature's bytes",
  'zod/mini': 'a schema is the type',
  'big.js': 'figures are exact decimals, never floats',
  'date-holidays': 'the lunar days off of Viet Nam',
  jsep: "the office's formulas",
  liquidjs: "the office's wording has places for figures",
  'mdast-util-from-markdown': "the office's wording has headings, paragraphs and lists",
  pkijs: "a signature's certificates, and whether it belongs to its bytes",
};
const pureTypes: Record<string, string> = { mdast: 'the tree that mdast-util-from-markdown makes' };

/** Packages that belong to one room. The local host makes the table and the bucket it runs on, as the CDK app does. */
const homes: Record<string, readonly string[]> = {
  '@aws-sdk': ['shared/aws', 'infra/local', 'test'],
  'aws-cdk-lib': ['infra', 'test'],
  constructs: ['infra', 'test'],
  esbuild: ['infra', 'test'],
};

const importRules: ((path: string, imported: Import) => string | undefined)[] = [
  function roomsKeepTheirOrder(path, { from, ours }) {
    const room = roomOf(path);
    if (!ours || !room || rooms[room]?.includes(roomOf(from) ?? '')) return;
    return `${room} may not import ${from}`;
  },
  function reportsTravelOneWay(path, { from, ours }) {
    if (!ours || roomOf(path) !== 'shared/domain' || roomOf(from) !== 'shared/domain') return;
    if (stageOf(path) < 0) return 'a file of the domain stands in one of its rooms';
    return stageOf(from) > stageOf(path) ? `a report travels one way: ${from} comes later` : undefined;
  },
  function functionsStandAlone(path, { from, ours }) {
    if (!ours || roomOf(path) !== 'functions' || roomOf(from) !== 'functions') return;
    return functionOf(path) === functionOf(from) ? undefined : `a function may not import another: ${from}`;
  },
  function theDomainIsPure(path, { from, ours, typeOnly }) {
    if (ours || roomOf(path) !== 'shared/domain' || Object.hasOwn(purePackages, from)) return;
    return typeOnly && Object.hasOwn(pureTypes, from) ? undefined : `the domain may not import ${from}`;
  },
  function packagesKeepToTheirRoom(path, { from, ours }) {
    const home = homes[from.split('/')[0] ?? ''];
    return ours || !home || home.some(folder => isIn(path, folder)) ? undefined : `only ${home[0]} may import ${from}`;
  },
  function templatesOnlyPlace(path, { from }) {
    const decides = from === 'shared/domain/compilation/report.ts' && isIn(path, 'templates');
    return decides ? 'a template places words and may not reach for the numbers behind them' : undefined;
  },
  function importsCanBeRead(path, { from }) {
    const unread = from === '(computed)' && !isIn(path, 'infra') && !isIn(path, 'test');
    return unread ? 'an import must name what it imports' : undefined;
  },
  function nobodyImportsTheProcess(path, { from }) {
    const asks = /^(node:)?process$/.test(from) && !maySeeProcess(path);
    return asks ? 'only shared/config.ts may read the environment' : undefined;
  },
  function nobodyImportsAClock(path, { from }) {
    return /^(node:)?perf_hooks$/.test(from) && isInside(path) ? 'only hosts and tests may read the clock' : undefined;
  },
  function templatesImportNoChance(path, { from, names }) {
    if (!/^(node:)?crypto$/.test(from) || !isIn(path, 'templates')) return;
    return names.every(name => name === 'createHash') ? undefined : 'the same model must give the same bytes';
  },
];

const clocks = ['new Date()', 'Date.now', 'performance', 'performance.now', 'Temporal.Now'];
const chances = ['Math.random', 'crypto'];
const outsideWorld = ['fetch', 'console', 'setTimeout', 'setInterval', 'setImmediate', 'require'];

const useRules: ((path: string, use: Mention) => string | undefined)[] = [
  function configReadsTheEnvironment(path, { what }) {
    return what === 'process' && !maySeeProcess(path) ? 'only shared/config.ts may read the environment' : undefined;
  },
  function timeComesInTheEnvelope(path, { what }) {
    return clocks.includes(what) && isInside(path) ? `only hosts and tests may read the clock: ${what}` : undefined;
  },
  function sameInSameOut(path, { what }) {
    const leftToChance = chances.includes(what) && (isIn(path, 'shared/domain') || isIn(path, 'templates'));
    return leftToChance ? `nothing here may be left to chance: ${what}` : undefined;
  },
  function theDomainTouchesNothing(path, { what }) {
    return outsideWorld.includes(what) && isIn(path, 'shared/domain') ? `the domain may not use ${what}` : undefined;
  },
];

const declarationRules: ((path: string, declared: Mention) => string | undefined)[] = [
  function typesNotInterfaces(_, { what, name }) {
    return what === 'interface' ? `type, not interface: ${name}` : undefined;
  },
  function functionsNotClasses(path, { what, name }) {
    const allowed = path === 'shared/domain/problem.ts' || /^infra\/[^/]+$/.test(path);
    return what === 'class' && !allowed ? `functions, not classes, but for Problem and constructs: ${name}` : undefined;
  },
  function exportsAreNamed(path, { what }) {
    return what === 'default export' && !path.endsWith('.config.ts') ? 'exports are named' : undefined;
  },
  function noBarrels(_, { what }) {
    return what === 're-export' ? 'import from where a thing is, not through a barrel' : undefined;
  },
];

/** A file is named after its subject, never its kind: what is named after nothing becomes a drawer. */
function fileName(path: string): string | undefined {
  const words = path.replace(/(\.test)?\.m?[tj]s$/, '').split(/[/-]/);
  const kind = words.find(word => /^(utils?|helpers?|types?|common|constants?|index|services?|misc)$/i.test(word));
  return kind && `a file is named after its subject, not "${kind}"`;
}

function roomOf(path: string): string | undefined {
  const direct = /^shared\/[^/]+$/.test(path) ? 'shared' : undefined;
  return direct ?? Object.keys(rooms).find(room => room !== 'shared' && isIn(path, room));
}

/** How far along its way a report is in a file of the domain; -1 in none of its rooms. */
function stageOf(path: string): number {
  return way.findIndex(stage => path.startsWith(stage));
}

function functionOf(path: string): string | undefined {
  return /^functions\/([^/.]+)/.exec(path)?.[1];
}

function isIn(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

/** Where neither a clock nor an environment is to be found: all but hosts and tests. */
function isInside(path: string): boolean {
  return ['shared', 'functions', 'templates'].some(folder => isIn(path, folder));
}

function maySeeProcess(path: string): boolean {
  return (
    path === 'shared/config.ts' ||
    ['infra/local', 'infra/department', 'infra/smoke', 'test'].some(folder => isIn(path, folder))
  );
}
