import { gzipSync } from 'node:zlib';
import type { Answer } from './answer.ts';

/** Shorter than this, packing gains nothing; bytes. */
const worthPacking = 1_024;

/** The answer packed, when the caller takes gzip and it is text: a clerk's phone loads a fifth. Nothing secret stands in a page. */
export function packed(answer: Answer, accepted: string | undefined): Answer {
  const text = answer.headers['content-type']?.match(/^(text\/|application\/json)/);
  if (!text || answer.isBase64Encoded || answer.body.length < worthPacking || !accepted?.match(/\bgzip\b/))
    return answer;
  return {
    ...answer,
    headers: { ...answer.headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: gzipSync(answer.body).toString('base64'),
    isBase64Encoded: true,
  };
}
