import { archiveNamed } from '../../shared/aws/archive.ts';
import { publish } from '../../shared/aws/departments.ts';
import { config } from '../../shared/config.ts';
import type { Department } from '../../shared/domain/office/department.ts';

/**
 * Publishes a department to the archive that the environment names: ARCHIVE, and AWS credentials as any AWS tool takes them.
 * Its hash.
 */
export function publishFolder(department: Department): Promise<string> {
  return publish(archiveNamed(config('ARCHIVE').ARCHIVE), department);
}
