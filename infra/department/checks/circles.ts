/**
 * The circles among names that lead to other names, "a" to "b" to "a": each once, from the name of it that stands first, and with
 * that name again at its end.
 */
export function circlesAmong(ways: ReadonlyMap<string, string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const follow = (name: string, path: string[]): void => {
    const at = path.indexOf(name);
    if (at >= 0) circles.push([...path.slice(at), name]);
    if (at >= 0 || done.has(name)) return;
    for (const next of ways.get(name) ?? []) follow(next, [...path, name]);
    done.add(name);
  };
  for (const name of ways.keys()) follow(name, []);
  return circles;
}

/** "a, b, rồi lại a". */
export function circleInWords(circle: string[]): string {
  return `${circle.slice(0, -1).join(', ')}, rồi lại ${circle[0]}`;
}
