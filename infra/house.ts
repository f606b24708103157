import type { Environment } from '../shared/config.ts';
import type { Post } from './post.ts';
import type { Records } from './records.ts';

/** What every capability is given: where things are kept, how mail goes out, and what functions are told of both. */
export type House = { records: Records; post: Post; environment: Environment };
