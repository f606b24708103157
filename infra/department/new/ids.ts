import { Id } from '../../../shared/domain/text/id.ts';
import { plainLetters } from '../../../shared/domain/text/plain-letters.ts';

const longest = 40;

/** An id made of each name, "Sở Công Thương" to "so-cong-thuong"; two names that give the same one get a number. */
export function idsFor(names: string[]): string[] {
  const taken = new Set<string>();
  return names.map(name => {
    const id = cut(plainLetters(name).replace(/[^a-z0-9]+/g, '-'), longest - 4) || 'muc';
    let free = id;
    for (let turn = 2; taken.has(free); turn += 1) free = `${id}-${turn}`;
    taken.add(free);
    return Id.parse(free);
  });
}

/** Whole words of it, as many as fit. */
function cut(id: string, most: number): string {
  const bare = id.split('-').filter(Boolean).join('-');
  if (bare.length <= most) return bare;
  const words = bare
    .slice(0, most + 1)
    .split('-')
    .slice(0, -1)
    .join('-');
  return words || bare.slice(0, most);
}
