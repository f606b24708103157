import type { Archive } from '../../shared/aws/archive.ts';
import { currentDepartment, publish } from '../../shared/aws/departments.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { changedCadences } from './changed-cadence.ts';
import type { FolderFault } from './fault.ts';

/** Publishes a department at an instant, unless what is published already forbids it. Its hash, or what is wrong. */
export async function publishFolder(
  archive: Archive,
  department: Department,
  now: number,
): Promise<{ hash: string } | { faults: FolderFault[] }> {
  const published = await currentDepartment(archive);
  const faults = changedCadences(published?.department, department, now);
  return faults.length > 0 ? { faults } : { hash: await publish(archive, department) };
}
