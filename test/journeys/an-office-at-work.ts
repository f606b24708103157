import { readDepartment } from '../../infra/department/folder.ts';
import { browserAt, hiddenField } from '../../infra/local/browser.ts';
import type { Town } from './town.ts';

/** The office of that folder among the samples. */
export function sample(name: string) {
  const read = readDepartment(`templates/departments/${name}`);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.department;
}

/** Hands in as a program does. */
export async function handInByApi(town: Town, address: string, answers: object) {
  const response = await fetch(`${town.address}/api/submission`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${await town.tokenOf(address)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ key: crypto.randomUUID(), basedOn: 0, answers }),
  });
  return { status: response.status, body: await response.json() };
}

/** Hands in these fields of the form. */
export async function handInByForm(town: Town, address: string, fields: Record<string, string>) {
  const browser = browserAt(town.address);
  const page = await browser.post(await town.linkOf(address));
  const own = { key: hiddenField(page, 'key'), basedOn: hiddenField(page, 'basedOn'), act: 'confirm' };
  return browser.post('/form', { ...own, ...fields });
}
