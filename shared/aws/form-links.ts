import type { Period } from '../domain/office/period.ts';
import { newToken, sha256 } from '../token.ts';
import { letIn } from './access.ts';
import { recordLink } from './links.ts';
import type { Table } from './table.ts';

/**
 * A new link to a unit's form, good until an instant in milliseconds: its token. The head learns of it as well, so that a
 * program may hand in with the link's own token.
 */
export async function linkToForm(table: Table, unit: string, period: Period, until: number): Promise<string> {
  const token = newToken();
  const head = { report: period.report, month: period.month, unit, shards: period.shards };
  await letIn(table, head, { digest: sha256(token), until });
  await recordLink(table, token, { opens: 'form', ...head, expiresAt: Math.floor(until / 1_000) });
  return token;
}
