/** How a call takes effect, whole: `take` makes it do so. Before and after it others may come in between. */
export type Around = <Answer>(command: unknown, take: () => Answer) => Promise<Answer>;

const atOnce: Around = async (_, take) => take();

/** The `send` of a client whose calls take effect as `around` lets them; without it, at once. */
export function sendingBy<Answer>(answerTo: (command: unknown) => Answer, around: Around = atOnce) {
  return (command: unknown): Promise<Answer> => around(command, () => answerTo(command));
}
