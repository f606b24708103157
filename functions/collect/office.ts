import { archiveNamed } from '../../shared/aws/archive.ts';
import { departmentPublished } from '../../shared/aws/departments.ts';
import { officeToAsk } from '../../shared/aws/office-to-ask.ts';
import { config } from '../../shared/config.ts';
import type { ToAsk } from '../../shared/domain/office/contact.ts';
import type { Department } from '../../shared/domain/office/department.ts';

/**
 * The office as the archive has it. To be imported only when it is asked for: the archive's client would be a third of a cold
 * start, and a session, a hand-in, an asset need none of it.
 */
export function currentOffice(): Promise<ToAsk> {
  return officeToAsk(archive());
}

/** The office as a period pinned it, by its hash. */
export function officeOf(hash: string): Promise<Department> {
  return departmentPublished(archive(), hash);
}

function archive() {
  return archiveNamed(config('ARCHIVE').ARCHIVE);
}
