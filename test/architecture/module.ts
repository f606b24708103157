import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';

/** What the rules need to know of a source file. Paths are from the root, with "/". */
export type Module = {
  path: string;
  imports: Import[];
  /** Globals it refers to, "process"; what it asks of them, "Math.random"; and "new Date()", without an argument. */
  uses: Mention[];
  /** "class", "interface", "default export", "re-export". */
  declares: Mention[];
  /** The regular expressions it writes out. */
  patterns: { pattern: string; flags: string; line: number }[];
};

/** `from` is a path from the root for a file of ours, else the package as written; `names` are those imported. */
export type Import = { from: string; ours: boolean; typeOnly: boolean; names: string[]; line: number };

export type Mention = { what: string; name: string; line: number };

type Syntax = { type: string; start: number; [field: string]: unknown };

/** Reads a source file. @throws when it is no TypeScript */
export function moduleFrom(path: string, text: string): Module {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const read: Module = { path, imports: [], uses: [], declares: [], patterns: [] };
  const lineOf = ({ start }: Syntax) => text.slice(0, start).split('\n').length;
  visit(program as unknown as Syntax, undefined, (node, parent) => {
    const line = lineOf(node);
    const imported = importIn(node, path);
    if (imported) read.imports.push({ ...imported, line });
    const used = useIn(node, parent);
    if (used) read.uses.push({ what: used, name: used, line });
    const declared = declarationIn(node);
    if (declared) read.declares.push({ what: declared, name: nameOf(node.id) ?? '', line });
    if (node.regex) read.patterns.push({ ...(node.regex as { pattern: string; flags: string }), line });
  });
  return read;
}

function importIn(node: Syntax, path: string): Omit<Import, 'line'> | undefined {
  if (
    ![
      'ImportDeclaration',
      'ImportExpression',
      'TSImportType',
      'ExportAllDeclaration',
      'ExportNamedDeclaration',
    ].includes(node.type)
  )
    return;
  if (!node.source) return;
  const { value } = node.source as { value?: unknown };
  const specifier = typeof value === 'string' ? value : '(computed)';
  const ours = specifier.startsWith('.');
  const specifiers = (node.specifiers ?? []) as Syntax[];
  return {
    from: ours ? posix.join(posix.dirname(path), specifier) : specifier,
    ours,
    typeOnly: node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type',
    names: specifiers.map(each => nameOf(each.imported) ?? (each.type === 'ImportSpecifier' ? '' : '*')),
  };
}

function useIn(node: Syntax, parent: Syntax | undefined): string | undefined {
  if (node.type === 'MemberExpression') {
    const object = nameOf(node.object);
    const property = node.computed ? String((node.property as { value?: unknown }).value) : nameOf(node.property);
    return object && `${object}.${property}`;
  }
  if ((node.type === 'NewExpression' || node.type === 'CallExpression') && nameOf(node.callee) === 'Date') {
    const takesTheClock = node.type === 'CallExpression' || (node.arguments as unknown[]).length === 0;
    return takesTheClock ? 'new Date()' : undefined;
  }
  return node.type === 'Identifier' && !isLabel(node, parent) ? nameOf(node) : undefined;
}

/** True for the name of a property: "x.process" and "{ process: 1 }" do not mean the process. */
function isLabel(node: Syntax, parent: Syntax | undefined): boolean {
  if (!parent || parent.computed) return false;
  return parent.property === node || (parent.key === node && !parent.shorthand);
}

function declarationIn({ type, source }: Syntax): string | undefined {
  if (type === 'ClassDeclaration' || type === 'ClassExpression') return 'class';
  if (type === 'TSInterfaceDeclaration') return 'interface';
  if (type === 'ExportDefaultDeclaration') return 'default export';
  if (type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && source)) return 're-export';
  return undefined;
}

function nameOf(node: unknown): string | undefined {
  const { type, name } = (node ?? {}) as { type?: string; name?: string };
  return type === 'Identifier' ? name : undefined;
}

function visit(
  node: Syntax,
  parent: Syntax | undefined,
  look: (node: Syntax, parent: Syntax | undefined) => void,
): void {
  look(node, parent);
  for (const field of Object.values(node)) {
    for (const child of [field].flat()) if (isSyntax(child)) visit(child, node, look);
  }
}

function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
