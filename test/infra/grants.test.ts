import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditedIn } from '../../infra/department/audit.ts';
import { browserAt, hiddenField } from '../../infra/local/browser.ts';
import { keyOf } from '../../shared/aws/heads.ts';
import { newKey, sha256 } from '../../shared/token.ts';
import { departmentWith, exports, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';
import { type Call, overheard } from './overheard.ts';
import { actionsIn, names, type Statement, synthesized } from './synthesized.ts';

const { grantsOf } = synthesized();
const calls = overheard();
let town: Town;

const owedByAll = { ...exports, code: 'chung', owner: [], owedBy: 'all' as const };

const words = 'Phòng A đã làm xong.';

/**
 * A month in which every function does all that it ever does: a unit hands in twice, one is missing, one letter waits, and is replaced,
 * another is numbered.
 */
beforeAll(async () => {
  const numbered = reportWith({ id: 'bao-cao-so', issuing: 'after-approval', steps: [{ step: 'number' }] });
  const department = departmentWith(reportWith({ whenMissing: 'hold', indicators: [exports, owedByAll] }), numbered);
  department.staff.push({ id: 'van-thu', name: 'Văn thư', mail: 'van-thu@so.example', roles: ['clerk'] });
  town = await foundTown(department, ['2021-11-01', '08:00']);
  await town.at('2021-11-01', '08:00');
  await town.handIn('phong-a@so.example', {
    figures: { 'xuat-khau': { state: 'none' }, chung: { state: 'none' } },
    outcomes: {},
  });
  await town.handIn('phong-a@so.example', {
    figures: { 'xuat-khau': { state: 'reported', value: '5' }, chung: { state: 'reported', value: '1' } },
    outcomes: {},
    further: words,
  });
  const key = newKey();
  const figures = { chung: { state: 'none' } };
  const handingIn = JSON.stringify({ key, basedOn: 0, answers: { figures, outcomes: {} } });
  const headers = {
    authorization: `Bearer ${await town.tokenOf('phong-c@so.example')}`,
    'content-type': 'application/json',
  };
  await fetch(`${town.address}/api/submission`, { method: 'PUT', headers, body: handingIn });
  const clerk = browserAt(town.address);
  await clerk.post(await town.linkOf('phong-a@so.example'));
  await clerk.get('/history');
  const stranger = browserAt(town.address);
  await stranger.post('/sign-in/guessed');
  const coordinator = await town.staffAt('tong-hop@so.example');
  await coordinator.get('/board/bao-cao-thang/2021-10/preview');
  await coordinator.post('/board/bao-cao-thang/2021-10/mend', { unit: 'phong-a', revision: '2', reason: 'xem lại' });
  const wording = { unit: 'phong-a', part: 'further', 'text.further': 'Đã xong.', of: sha256(words), seen: '0' };
  await coordinator.post('/board/bao-cao-thang/2021-10/edit', wording);
  await coordinator.post('/board/bao-cao-thang/2021-10/remind');
  await coordinator.post('/board/bao-cao-thang/2021-10/revoke', { unit: 'phong-a' });
  // The head of the one that is missing was lost.
  const lost = keyOf({ report: 'bao-cao-thang', month: '2021-10', unit: 'phong-b', shards: 1 });
  await town.table.client.send(new DeleteItemCommand({ TableName: town.table.name, Key: marshall(lost) }));
  town.setClock('2021-11-16', '15:00');
  const mistaken = browserAt(town.address);
  await mistaken.post(await town.linkOf('phong-c@so.example'));
  await town.at('2021-11-16', '16:00');
  await town.at('2021-11-16', '16:05');
  expect((await fetch(`${town.address}/api/receipt/${key}`, { headers })).status).toBe(200);
  await stranger.get('/');
  for (const door of ['link', 'sign-in']) await stranger.post(`/${door}/guessed`);
  await stranger.post('/kiem-tra', { hash: '0'.repeat(64) });
  const office = await town.staffAt('van-thu@so.example');
  const draft = await office.get('/board/bao-cao-so/2021-10/issuing');
  const looked = { pdf: hiddenField(draft, 'pdf'), turn: hiddenField(draft, 'turn') };
  await office.post('/board/bao-cao-so/2021-10/issuing/number', looked);
  await town.quiet();
  const browser = await town.staffAt('tong-hop@so.example');
  await browser.post('/board/bao-cao-thang/2021-10/release');
  await browser.get('/board/bao-cao-thang/2021-10/1/pdf');
  await town.quiet();
  const sent = (await town.ledger('bao-cao-thang', '2021-10')).find(({ step }) => step === 'edition-1');
  town.setClock('2021-11-16', '16:30');
  await browser.post('/board/bao-cao-thang/2021-10/resend', {
    mail: `${sent?.step} ${sent?.recipient}`,
    address: sent?.address ?? '',
    reason: 'không đến',
  });
  await town.quiet();
  // What went out was wrong: a unit says so, the coordinator does for another, and the letter is replaced.
  const correction = { after: '7', reason: 'gõ nhầm' };
  const month = 'bao-cao-thang/2021-10';
  await mistaken.post(`/form/${month}/phong-c/correct`, { ...correction, field: 'figures.chung.value' });
  await browser.post(`/board/${month}/units/phong-a/correct`, { ...correction, field: 'figures.xuat-khau.value' });
  for (const unit of ['phong-a', 'phong-c'])
    await browser.post(`/board/${month}/corrections`, { unit, number: '1', verdict: 'accept' });
  await browser.post(`/board/${month}/reissue`, { 'correction.phong-a.1': 'on', 'correction.phong-c.1': 'on' });
  for (const time of ['16:35', '16:40']) await town.at('2021-11-16', time);
  expect(await town.editions('bao-cao-thang', '2021-10')).toHaveLength(2);
});
afterAll(() => town.leave());

describe('the grants', () => {
  it('are asked for by a month in which words were edited, too', async () => {
    expect((await town.editions('bao-cao-thang', '2021-10')).at(-1)?.edits).toBe(1);
  });

  it.each(names)('let %s do all that a month asks of it', name => {
    const made = calls.filter(({ by }) => by === name);
    expect(made).not.toEqual([]);
    expect(made.filter(call => !grantsOf(name).some(statement => allows(statement, call)))).toEqual([]);
  });

  it('let who may come before a department was published learn that there is none', () => {
    const asking = calls.filter(({ on }) => on === 'departments/current.json').map(({ by }) => by);
    // Where there is a letter to deliver, a department was published.
    const early = asking.filter(by => by !== 'deliver-report');
    expect([...new Set(early)].sort()).toEqual(['board', 'collect', 'open-periods']);
    for (const name of early) expect(actionsIn(grantsOf(name))).toContain('s3:ListBucket');
  });

  it('are asked for by nothing of which the audit does not know: it finds the month whole', async () => {
    expect((await auditedIn(town.table, town.archive)).breaches).toEqual([]);
  });

  it('let the addresses work that the board gives out: they carry its rights', () => {
    const download: Call = { by: 'board', action: 's3:GetObject', on: 'editions/bao-cao-thang/2021-10/a.pdf' };
    expect(grantsOf('board').some(statement => allows(statement, download))).toBe(true);
  });

  it('let nobody do to items what no month asks: what is granted is used', () => {
    const unused = names.flatMap(name =>
      grantsOf(name).flatMap(statement =>
        actionsIn([statement])
          .filter(action => action.startsWith('dynamodb:'))
          .filter(action => !calls.some(call => call.by === name && allows({ ...statement, Action: action }, call)))
          .map(action => `${name} ${action} ${JSON.stringify(statement.Condition)}`),
      ),
    );
    // Only a letter of 7 MB and more has its link made: test/journeys/large-letter.test.ts.
    expect(unused).toEqual([
      'deliver-report dynamodb:PutItem {"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["LINK#*"]}}',
    ]);
  });
});

/** As IAM decides, as far as our statements go: the action, then the partition or the key. */
function allows({ Action, Resource, Condition }: Statement, { action, on }: Call): boolean {
  if (![Action].flat().includes(action)) return false;
  const { 'dynamodb:LeadingKeys': partitions } = (Condition?.['ForAllValues:StringLike'] ?? {}) as Record<
    string,
    string[]
  >;
  if (partitions) return partitions.some(pattern => like(pattern, on));
  const [, [, path] = []] = ((Resource as { 'Fn::Join'?: [string, string[]] })['Fn::Join'] ?? []) as [
    string?,
    string[]?,
  ];
  return path === undefined || like(path.slice(1), on);
}

/** "*" stands for anything, "/" included. */
function like(pattern: string, text: string): boolean {
  return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
}
