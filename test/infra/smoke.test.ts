import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listening } from '../../infra/local/listening.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { foundTown, type Town } from '../journeys/town.ts';

let town: Town;
beforeAll(async () => {
  town = await foundTown(departmentWith(reportWith()), ['2021-11-01', '08:00']);
});
afterAll(() => town.leave());

function smoke(...given: string[]): Promise<{ status: number | null; said: string }> {
  const script = join(import.meta.dirname, '../../infra/smoke/look.ts');
  const running = spawn(process.execPath, [script, ...given]);
  let said = '';
  for (const stream of [running.stdout, running.stderr]) stream.on('data', text => (said += text));
  return new Promise(resolve => running.on('close', status => resolve({ status, said })));
}

describe('the smoke check', () => {
  it('passes where the house stands', async () => {
    const { status, said } = await smoke('--url', town.address);
    expect(said).not.toContain('✗');
    expect(status).toBe(0);
  });

  it('fails, naming what is wrong, where something else stands, or nothing', async () => {
    const other = await listening(createServer((_, response) => response.end('hello')));
    const { status, said } = await smoke('--url', other.endpoint);
    await other.close();
    expect(status).toBe(1);
    expect(said).toContain('✗ biểu mẫu khi chưa có phiên: trả 200, lẽ ra 401');
    expect((await smoke('--url', other.endpoint)).said).toContain('không tới được');
  });

  it('asks for an address when it was given none', async () => {
    expect(await smoke()).toMatchObject({ status: 2 });
  });
});
