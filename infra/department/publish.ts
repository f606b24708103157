import type { Archive } from '../../shared/aws/archive.ts';
import { currentDepartment, publish } from '../../shared/aws/departments.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { changedCadences } from './changed-cadence.ts';
import { changesBetween } from './changes.ts';
import type { FolderFault } from './fault.ts';

/**
 * Publishes a department at an instant, unless what is published already forbids it. Its hash and what it says otherwise than what
 * was in force, undefined where nothing was; or what is wrong.
 */
export async function publishFolder(
  archive: Archive,
  department: Department,
  now: number,
): Promise<{ hash: string; changes: string[] | undefined } | { faults: FolderFault[] }> {
  const published = await currentDepartment(archive);
  const faults = changedCadences(published?.department, department, now);
  if (faults.length > 0) return { faults };
  const changes = published && changesBetween(published.department, department);
  return { hash: await publish(archive, department), changes };
}
