import { expect, it } from 'vitest';
import type { MailEntry } from '../../shared/domain/delivery/mail.ts';
import type { Period } from '../../shared/domain/office/period.ts';
import { page } from '../../shared/http/answer.ts';
import { fits } from '../../shared/http/fitting.ts';
import { packed } from '../../shared/http/packed.ts';
import { periodPage } from '../../templates/pages/period.ts';

it('the board’s page of 10,000 units, each mailed twice, is handed on to whoever takes gzip, as every browser does', () => {
  const units = Array.from({ length: 10_000 }, (_, at) => ({
    id: `don-vi-${at}`,
    name: `Đơn vị số ${at}`,
    mail: [`don-vi-${at}@so.example`],
  }));
  const period: Period = {
    ...{
      report: 'bao-cao-thang',
      month: '2021-10',
      state: 'open',
      definition: 'h',
      opensAt: 1,
      deadline: 2,
      reminders: [1],
    },
    ...{ shards: 10, window: { from: '2021-10-01', to: '2021-10-31' }, units },
  };
  const mails = ['opening', 'reminder-1'].flatMap(step =>
    units.map(
      ({ id, mail: [address = ''] }, at): MailEntry => ({
        ...{ report: 'bao-cao-thang', month: '2021-10', step, recipient: String(at).padStart(32, '0'), address },
        ...{ to: { kind: 'unit', unit: id }, state: 'delivered', attempts: 1, at, messageId: `m-${step}-${at}` },
      }),
    ),
  );
  const html = periodPage({
    ...{
      department: 'Sở Mẫu',
      report: 'Báo cáo tháng',
      document: 'công văn',
      period,
      heads: new Map(),
      requests: [],
      sought: '',
      editions: [],
      mails,
      lines: [],
    },
    ...{ reached: { ...period, staff: [] }, trail: [], staff: [], viewer: { roles: ['coordinator'] }, now: 1 },
  });
  expect(fits(page(html))).toBe(false);
  expect(fits(packed(page(html), 'gzip'))).toBe(true);
});
