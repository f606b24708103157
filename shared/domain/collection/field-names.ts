import type { Owed } from '../office/owing.ts';
import type { Fault } from '../problem.ts';
import { shortened } from '../text/shortened.ts';

/** Faults told away from their fields: each with its field's name before it, "Kim ngạch xuất khẩu: …", unless it says it itself. */
export function named<Told extends Fault>(faults: Told[], owed: Owed): Told[] {
  return faults.map(fault => {
    const name = nameOfField(fault.field, owed);
    return name === '' || fault.message.includes(name) ? fault : { ...fault, message: `${name}: ${fault.message}` };
  });
}

/** What a field is called, as the form calls it: "Kim ngạch xuất khẩu" of "figures.xuat-khau.value"; "" of one the unit is not asked. */
export function nameOfField(field: string, { indicators, tasks, lists = [] }: Owed): string {
  const [kind = '', id] = field.split('.');
  if (kind === 'figures') return indicators.find(({ code }) => code === id)?.name ?? '';
  if (kind === 'lists') return lists.find(list => list.id === id)?.name ?? '';
  if (kind === 'further') return 'Việc khác';
  return shortened(tasks.find(task => task.id === id)?.text ?? '', 80);
}
