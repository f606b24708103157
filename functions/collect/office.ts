import { archiveNamed } from '../../shared/aws/archive.ts';
import { currentDepartment, departmentPublished } from '../../shared/aws/departments.ts';
import { config } from '../../shared/config.ts';
import type { Department } from '../../shared/domain/office/department.ts';

/**
 * The office as the archive has it. To be imported only when it is asked for: the archive's client would be a third of a cold
 * start, and a link's button, a session, an asset need none of it.
 */
export async function currentOffice(): Promise<Department | undefined> {
  return (await currentDepartment(archive()))?.department;
}

/** The office as a period pinned it, by its hash. */
export function officeOf(hash: string): Promise<Department> {
  return departmentPublished(archive(), hash);
}

function archive() {
  return archiveNamed(config('ARCHIVE').ARCHIVE);
}
