/**
 * What a button of the form fills in when it is pressed: fields by name, in the value of the button itself, so that it does so with
 * a script or without.
 */

/** The value of such a button. */
export function fillsOf(fields: Iterable<readonly [field: string, text: string]>): string {
  return `${act}${new URLSearchParams([...fields].map(([field, text]) => [field, text]))}`;
}

/** The fields that a pressed button fills: none where it is another one. No button fills what is not typed. */
export function fillsIn(pressed: string): [field: string, text: string][] {
  if (!pressed.startsWith(act)) return [];
  return [...new URLSearchParams(pressed.slice(act.length))].filter(([field]) => /^(?:figures|lists)\./.test(field));
}

const act = 'fill ';
