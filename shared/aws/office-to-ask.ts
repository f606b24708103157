import { setTimeout } from 'node:timers/promises';
import { contactOf, type ToAsk } from '../domain/office/contact.ts';
import { log } from '../log.ts';
import type { Archive } from './archive.ts';
import { currentDepartment } from './departments.ts';

/** The archive is waited for so long, milliseconds, where a page can do without. */
const patience = 1_500;

/**
 * Whose pages these are and whom to ask, for a page of no period. Nothing where the archive does not say: such a page is wanted
 * most when something is broken.
 */
export async function officeToAsk(archive: Archive): Promise<ToAsk> {
  try {
    const department = (await Promise.race([currentDepartment(archive), setTimeout(patience)]))?.department;
    return department ? { department: department.name, contact: contactOf(department) } : {};
  } catch (error) {
    log.warn('it cannot be said whom to ask', error as Error);
    return {};
  }
}
