import { type Archive, read } from '../../../shared/aws/archive.ts';
import { everyFile } from '../../../shared/aws/inventory.ts';
import type { Table } from '../../../shared/aws/table.ts';
import { at, type Breach, mends } from '../../../shared/domain/inspection/breach.ts';
import type { Addresses } from '../../../shared/domain/inspection/kept.ts';
import { Department } from '../../../shared/domain/office/department.ts';
import { sha256 } from '../../../shared/token.ts';

/** Table and archive, with what is looked at once: which files there are, and every department ever published that can be read. */
export type House = {
  table: Table;
  archive: Archive;
  files: ReadonlySet<string>;
  departments: ReadonlyMap<string, Department>;
  addresses: Addresses;
};

export async function houseIn(table: Table, archive: Archive): Promise<{ house: House; breaches: Breach[] }> {
  const files = new Set(await everyFile(archive));
  const departments = new Map<string, Department>();
  const breaches: Breach[] = [];
  for (const key of files) {
    const hash = publishedName.exec(key)?.[1];
    if (!hash) continue;
    const content = await contentOf(archive, key);
    const department = content && sha256(content) === hash ? jsonIn(content, Department) : undefined;
    if (department) departments.set(hash, department);
    else breaches.push(...at(`tệp ${key}`, mends.file, 'bản cơ quan đã ban hành bị sửa, cắt hoặc không đọc được'));
  }
  const house = { table, archive, files, departments, addresses: addressesIn([...departments.values()]) };
  return { house, breaches: [...breaches, ...(await breachesInPointer(house))] };
}

export const publishedName = /^departments\/([0-9a-f]{64})\.json$/;
export const pointer = 'departments/current.json';

async function breachesInPointer({ archive, files, departments }: House): Promise<Breach[]> {
  if (!files.has(pointer))
    return at(`tệp ${pointer}`, mends.file, departments.size > 0 && 'mất bản chỉ tới cơ quan đang dùng');
  const content = await contentOf(archive, pointer);
  const points = [...departments.keys()].some(hash => content && textIn(content) === JSON.stringify({ hash }));
  return at(`tệp ${pointer}`, mends.file, !points && 'không chỉ tới bản cơ quan nào đọc được');
}

/** What lies under a key; undefined when nothing does, or it cannot be had. */
export async function contentOf(archive: Archive, key: string): Promise<Uint8Array | undefined> {
  try {
    return await read(archive, key);
  } catch {
    return undefined;
  }
}

export function textIn(content: Uint8Array): string {
  return new TextDecoder().decode(content);
}

/** What a file says by a schema; undefined when it is no such thing. */
export function jsonIn<Value>(content: Uint8Array, schema: { parse: (value: unknown) => Value }): Value | undefined {
  try {
    return schema.parse(JSON.parse(textIn(content)));
  } catch {
    return undefined;
  }
}

function addressesIn(departments: Department[]): Addresses {
  const known = { unit: new Map<string, Set<string>>(), staff: new Map<string, Set<string>>() };
  const add = (to: Map<string, Set<string>>, id: string, mail: string) =>
    to.set(id, (to.get(id) ?? new Set()).add(mail.toLowerCase()));
  for (const { units, staff } of departments) {
    for (const { id, mail, head = [] } of units) for (const each of [...mail, ...head]) add(known.unit, id, each);
    for (const { id, mail } of staff) add(known.staff, id, mail);
  }
  return known;
}
