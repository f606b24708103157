import { editionsWith } from '../../shared/aws/issued-files.ts';
import { officeToAsk } from '../../shared/aws/office-to-ask.ts';
import { countRefusal } from '../../shared/aws/refusals.ts';
import { hashTyped, knownFile } from '../../shared/domain/issuing/known-file.ts';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, page } from '../../shared/http/answer.ts';
import { postedBy } from '../../shared/http/body.ts';
import type { Request } from '../../shared/http/request.ts';
import { sha256 } from '../../shared/token.ts';
import { fileCheckPage } from '../../templates/pages/file-check.ts';
import type { Room } from './session.ts';

/** GET /kiem-tra: where anybody asks whether a file is a letter of this office. */
export async function showFileCheck({ archive }: Room): Promise<Answer> {
  return page(fileCheckPage(await officeToAsk(archive)));
}

/**
 * POST /kiem-tra: what is known of a file, by its hash, or by the file itself, which is forgotten at once. An answer of "unknown" is
 * counted as a refused secret is, so that nobody finds out by trying. @throws Problem 400, 413, 415, 429
 */
export async function checkFile({ table, archive }: Room, request: Request): Promise<Answer> {
  const { fields, file } = postedBy(request);
  const typed = fields.get('hash') ?? '';
  const hash = file ? sha256(file) : hashTyped(typed);
  const asked = { ...(await officeToAsk(archive)), typed };
  if (!hash) return page(fileCheckPage({ ...asked, answer: typed.trim() ? 'no hash' : 'nothing' }), 422);
  const known = knownFile(hash, await editionsWith(table, hash));
  if (known.kind === 'genuine') return page(fileCheckPage({ ...asked, answer: known }));
  const wait = await countRefusal(table, request.event.requestContext.http.sourceIp, request.receivedAt);
  if (wait) throw problem.tooManyRefused(Math.ceil(wait / 1_000));
  return page(fileCheckPage({ ...asked, answer: known }), 404);
}
