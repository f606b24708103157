import type { Module } from './module.ts';

/** The loops among files that import one another, each named by its files: who changes one of them has to hold all in mind. */
export function loopsIn(modules: Pick<Module, 'path' | 'imports'>[]): string[] {
  const imports = new Map(
    modules.map(({ path, imports }) => [path, imports.filter(({ ours }) => ours).map(({ from }) => from)]),
  );
  const numbers = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const loops: string[] = [];
  /** Tarjan's strongly connected components. */
  const visit = (path: string) => {
    numbers.set(path, numbers.size);
    lowest.set(path, numbers.size - 1);
    open.push(path);
    for (const from of imports.get(path) ?? []) {
      if (!numbers.has(from)) visit(from);
      if (open.includes(from)) lowest.set(path, Math.min(at(lowest, path), at(lowest, from)));
    }
    if (at(lowest, path) !== at(numbers, path)) return;
    const component = open.splice(open.indexOf(path));
    const importsItself = imports.get(path)?.includes(path);
    if (component.length > 1 || importsItself) loops.push(component.sort().join(' <-> '));
  };
  for (const path of imports.keys()) if (!numbers.has(path)) visit(path);
  return loops;
}

function at(map: ReadonlyMap<string, number>, path: string): number {
  return map.get(path) ?? Number.POSITIVE_INFINITY;
}
