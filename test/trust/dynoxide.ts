import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { listening } from '../../infra/local/listening.ts';

/** Another program that speaks DynamoDB, a second opinion beside dynalite; undefined where its package does not install. */
export async function startDynoxide(): Promise<{ endpoint: string; close: () => Promise<unknown> } | undefined> {
  const program = installed();
  if (!program) return undefined;
  const port = await freePort();
  const process = spawn(program, ['--port', String(port)], { stdio: 'ignore' });
  for (let tries = 0; tries < 100 && !(await answers(port)); tries += 1) await sleep(50);
  const close = () => {
    process.kill();
    return once(process, 'exit');
  };
  return { endpoint: `http://127.0.0.1:${port}`, close };
}

function installed(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')), 'dynoxide');
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const server = await listening(createServer());
  await server.close();
  return Number(new URL(server.endpoint).port);
}

function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
