import { publish } from '../../shared/aws/departments.ts';
import { openSession } from '../../shared/aws/sessions.ts';
import { formAddress } from '../../shared/domain/collection/form-address.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { launchChromium } from '../browser/chromium.ts';
import { officeOfMany } from '../domain/many-figures.ts';
import { recordOpened } from '../journeys/opened.ts';
import type { Town } from '../journeys/town.ts';
import { deadline } from './large-office.ts';
import { medianRatio, quantile, type Row, sideBySide } from './sampling.ts';

const unit = 'phong-a';

/** The form of 300 figures: beside that of 10, and what of a key's time the script takes there. */
export async function manyFigures(town: Town): Promise<Row[]> {
  town.clock.moveTo(deadline - 60_000);
  const [many, few] = [await formOf(town, 300), await formOf(town, 10)];
  const ask =
    ({ address, cookie }: Form) =>
    async () => {
      const response = await fetch(address, { headers: { cookie } });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
    };
  const samples = await sideBySide(ask(many), ask(few), { times: 101, warm: 10 });
  return [
    { ratio: 'GET /form of 300 figures, p50 / of 10', target: 1.3, value: medianRatio(samples) },
    {
      ratio: 'a key in a grid of 300 figures, ms of script at p95 / 16 ms',
      target: 1,
      value: (await keyIn(many)) / 16,
    },
  ];
}

type Form = { address: string; cookie: string };

/** A form that a unit is let into. */
async function formOf(town: Town, count: number): Promise<Form> {
  const office = officeOfMany(count);
  const [report] = office.reports;
  if (!report) throw new Error('an office without a report');
  const id = `luoi-${count}`;
  const department: Department = { ...office, reports: [{ ...report, id }] };
  const period: Period = {
    ...{ report: id, month: '2021-10', state: 'open', definition: await publish(town.archive, department) },
    ...{ opensAt: 0, deadline, reminders: [], window: { from: '2021-10-01', to: '2021-10-31' } },
    ...{ units: [{ id: unit, name: 'Phòng A', mail: [] }], shards: 1 },
  };
  await recordOpened(town.table, period);
  const session = { head: { ...period, unit }, epoch: 0, until: deadline + 86_400_000 };
  const cookie = `__Host-phien=${await openSession(town.table, session)}`;
  return { address: `${town.address}${formAddress({ ...period, unit })}`, cookie };
}

/** Milliseconds of script of one key in a number, at the 95th of a hundred, in a real browser. */
async function keyIn({ address, cookie }: Form): Promise<number> {
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1_280, height: 800 }, extraHTTPHeaders: { cookie } });
  await page.goto(address);
  const taken = await page.evaluate<number[]>(`{
    const fields = [...document.querySelectorAll('.figure .value > input')];
    Array.from({ length: 200 }, (_, at) => {
      const field = fields[(at * 7) % fields.length];
      field.value = String(1000 + at);
      const from = performance.now();
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return performance.now() - from;
    });
  }`);
  await browser.close();
  return quantile(taken, 0.95);
}
