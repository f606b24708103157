/** A command or a value of letter.md as written: `{% name rest %}`, or `{{ rest }}` without a name. Lines and columns count from 1. */
export type Tag = { name: string | undefined; rest: string; written: string; line: number; column: number };

const tag = /\{%-?\s*([a-z_#]*)([\s\S]*?)-?%\}|\{\{-?([\s\S]*?)-?\}\}/g;

/** The tags of a wording in their order; those within a comment say nothing. */
export function tagsIn(wording: string): Tag[] {
  const tags: Tag[] = [];
  let silenced: string | undefined;
  let line = 1;
  let at = 0;
  for (const { 0: written, 1: name, 2: within = '', 3: value, index } of wording.matchAll(tag)) {
    line += wording.slice(at, index).split('\n').length - 1;
    at = index;
    const column = index - wording.lastIndexOf('\n', index - 1);
    if (silenced !== undefined) {
      if (name === `end${silenced}`) silenced = undefined;
    } else if (name === 'comment' || name === 'raw') {
      silenced = name;
    } else tags.push({ name, rest: (value ?? within).trim(), written, line, column });
  }
  return tags;
}
