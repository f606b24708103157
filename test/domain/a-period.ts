import type { OwingUnit, Period } from '../../shared/domain/office/period.ts';

const unit = (id: string, mail: string[]): OwingUnit => ({ id, name: id, mail });

/** A period, open, of two units, of which the first has two addresses. */
export function periodWith(changes: Partial<Period> = {}): Period {
  return {
    report: 'bao-cao-thang',
    month: '2021-10',
    state: 'open',
    definition: 'h',
    opensAt: 0,
    deadline: 100,
    shards: 1,
    reminders: [],
    window: { from: '2021-10-01', to: '2021-10-31' },
    units: [unit('a', ['a1@so.example', 'a2@so.example']), unit('b', ['b@so.example'])],
    ...changes,
  };
}
