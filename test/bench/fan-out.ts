import { publish } from '../../shared/aws/departments.ts';
import { tickAt } from '../../shared/domain/calendar/tick.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { recordOpened } from '../journeys/opened.ts';
import type { Town } from '../journeys/town.ts';
import { deadline } from './large-office.ts';
import { type Row, timed } from './sampling.ts';

const mails = 1_000;
/** What an account that has left the sandbox is first let send (SES, "Service quotas"). */
const perSecond = 14;

/** A letter to 1,000 addresses, beside the time that the account's rate allows at the least. */
export async function fanOut(town: Town): Promise<Row[]> {
  const recipients = Array.from({ length: mails }, (_, at) => ({
    id: `noi-${at}`,
    line: `Nơi ${at}`,
    mail: [`noi-${at}@nhan.example`],
  }));
  const definition = reportWith({ id: 'gui-nhieu', recipients });
  const period = {
    report: definition.id,
    month: '2021-10',
    state: 'open' as const,
    definition: await publish(town.archive, departmentWith(definition)),
    opensAt: 0,
    deadline,
    reminders: [],
    window: { from: '2021-10-01', to: '2021-10-31' },
    units: [{ id: 'phong-a', name: 'Phòng A', mail: [] }],
    shards: 1,
  };
  await recordOpened(town.table, period);
  const before = town.account.perSecond;
  town.account.perSecond = perSecond;
  // What the account may send is asked again after a minute.
  town.clock.moveTo(deadline + 120_000);
  await town.invoke('compile-report', tickAt(deadline + 120_000));
  const taken = await timed(() => town.quiet());
  town.account.perSecond = before;
  const sent = town.outbox.filter(({ tags }) => tags.report === definition.id && tags.step === 'edition-1').length;
  if (sent !== mails) throw new Error(`${sent} of ${mails} mails went out`);
  return [
    {
      ratio: 'a letter to 1,000 addresses / 1,000 at the rate allowed',
      target: 1.03,
      value: taken / ((mails / perSecond) * 1_000),
    },
  ];
}
