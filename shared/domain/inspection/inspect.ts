import type { Breach } from './breach.ts';
import { breachesInPeriod } from './closing.ts';
import { breachesInCorrections } from './corrections.ts';
import { breachesInEditions } from './editions.ts';
import { breachesInEdits } from './edits.ts';
import { breachesInExtensions } from './extensions.ts';
import type { Kept } from './kept.ts';
import { breachesInMails } from './mails.ts';
import { breachesInMendRequests } from './mend-requests.ts';
import { breachesInPassages } from './passages.ts';
import { breachesInRecalls } from './recalls.ts';
import { breachesInRevisions } from './revisions.ts';
import { breachesInTrail } from './trail.ts';

/**
 * Inspects what is kept of a period against what the house promises. Nothing found means that the promises hold, but for what
 * nobody holds a digest of (uncovered.ts).
 */
export function inspect(kept: Kept): Breach[] {
  const place = `${kept.period.report} ${kept.period.month}`;
  const subjects = [
    breachesInPeriod,
    breachesInRevisions,
    breachesInEditions,
    breachesInPassages,
    breachesInTrail,
    breachesInMendRequests,
    breachesInExtensions,
    breachesInEdits,
    breachesInRecalls,
    breachesInCorrections,
    breachesInMails,
  ];
  return subjects
    .flatMap(breachesIn => breachesIn(kept))
    .map(breach => ({ ...breach, where: [place, breach.where].filter(Boolean).join(', ') }));
}
