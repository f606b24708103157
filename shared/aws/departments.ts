import { Department } from '../domain/office/department.ts';
import { sha256 } from '../token.ts';
import { type Archive, file, putText, read } from './archive.ts';

/** A department as published; `hash` names this very wording of it, and a period pins it. */
export type Published = { hash: string; department: Department };

const pointer = 'departments/current.json';
const known = new Map<string, Department>();

/** Publishes a department: from the next opening on, periods are opened with it. Those already open keep theirs. */
export async function publish(archive: Archive, department: Department): Promise<string> {
  const content = new TextEncoder().encode(JSON.stringify(department));
  const hash = sha256(content);
  await file(archive, {
    folder: 'departments',
    name: department.id,
    extension: 'json',
    mediaType: 'application/json',
    content,
  });
  await putText(archive, pointer, JSON.stringify({ hash }));
  return hash;
}

/** The department in force; undefined before the first one was published. */
export async function currentDepartment(archive: Archive): Promise<Published | undefined> {
  const content = await read(archive, pointer);
  if (!content) return undefined;
  const { hash } = JSON.parse(new TextDecoder().decode(content)) as { hash: string };
  return { hash, department: await departmentPublished(archive, hash) };
}

/** The department of a hash. It never changes, so it is read once in the life of the process. */
export async function departmentPublished(archive: Archive, hash: string): Promise<Department> {
  const remembered = known.get(hash);
  if (remembered) return remembered;
  const content = await read(archive, `departments/${hash}.json`);
  if (!content || sha256(content) !== hash) throw new Error(`no department published under ${hash}`);
  const department = Department.parse(JSON.parse(new TextDecoder().decode(content)));
  known.set(hash, department);
  return department;
}
