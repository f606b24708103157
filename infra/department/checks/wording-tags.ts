/** A command or a value of letter.md as written: `{% name rest %}`, or `{{ rest }}` without a name. Lines and columns count from 1. */
export type Tag = { name: string | undefined; rest: string; written: string; line: number; column: number };

/** The tags of a wording in their order; those within a comment say nothing. */
export function tagsIn(wording: string): Tag[] {
  const tags: Tag[] = [];
  let silenced: string | undefined;
  let line = 1;
  let at = 0;
  for (const { written, index } of writtenIn(wording)) {
    line += wording.slice(at, index).split('\n').length - 1;
    at = index;
    const column = index - wording.lastIndexOf('\n', index - 1);
    const within = withinOf(written);
    const name = written.startsWith('{%') ? /^[a-z_#]*/.exec(within)?.[0] : undefined;
    if (silenced !== undefined) {
      if (name === `end${silenced}`) silenced = undefined;
    } else if (name === 'comment' || name === 'raw') {
      silenced = name;
    } else tags.push({ name, rest: within.slice(name?.length ?? 0).trim(), written, line, column });
  }
  return tags;
}

/** What stands from each opening to the first closing of its kind; an opening within is part of it. */
function writtenIn(wording: string): { written: string; index: number }[] {
  const found: { written: string; index: number }[] = [];
  const unclosed = new Set<string>();
  let end = 0;
  for (const { 0: open, index } of wording.matchAll(/\{[%{]/g)) {
    if (index < end || unclosed.has(open)) continue;
    const close = wording.indexOf(open === '{%' ? '%}' : '}}', index + 2);
    if (close < 0) unclosed.add(open);
    else {
      end = close + 2;
      found.push({ written: wording.slice(index, end), index });
    }
  }
  return found;
}

/** Without its braces, and the "-" that takes the blanks around it. */
function withinOf(written: string): string {
  const within = written.slice(2, -2);
  return within.slice(within.startsWith('-') ? 1 : 0, within.endsWith('-') ? -1 : undefined).trim();
}
