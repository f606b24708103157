/** `turn` is awaited before each call takes effect, and `answered` after: there others may come in between. */
export type Turns = { turn: () => Promise<void>; answered: () => Promise<void> };

const atOnce: Turns = { turn: async () => {}, answered: async () => {} };

/** The `send` of a client whose calls take effect, each whole, when it is their turn; without turns, at once. */
export function sendingBy<Answer>(answerTo: (command: unknown) => Answer, { turn, answered }: Turns = atOnce) {
  return async (command: unknown): Promise<Answer> => {
    await turn();
    const answer = answerTo(command);
    await answered();
    return answer;
  };
}
