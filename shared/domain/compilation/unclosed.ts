import * as z from 'zod/mini';
import { Id } from '../text/id.ts';

/**
 * A unit that is in no letter because of its record, whatever it handed in. `gone`: it had none, and a closed one was put in its
 * place. `unfenced`: the table does not let the record be written; it is tried again at every tick. `unreadable`: it was closed,
 * and nobody can read what it holds. docs/decisions/013 says why the others do not wait for it.
 */
export const Unclosed = z.object({ id: Id, name: z.string(), why: z.enum(['gone', 'unfenced', 'unreadable']) });
export type Unclosed = z.infer<typeof Unclosed>;

/** Why, for people. */
export const whyUnclosed: Record<Unclosed['why'], string> = {
  gone: 'không còn bản ghi của đơn vị',
  unfenced: 'bản ghi của đơn vị không cho khóa lại',
  unreadable: 'bản ghi của đơn vị không đọc được',
};
