/** The first figures of a letter, in its own sentences, a line each; nothing where it has none. */
export function firstFigures(headlines: string[], document: string): string {
  if (headlines.length === 0) return '';
  return `Số liệu chính, theo lời ${document}:\n${headlines.map(said => `- ${said}`).join('\n')}`;
}
