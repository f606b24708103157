import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createConnection } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { localSecret } from '../../infra/local/s3-presigned.ts';

/** How a program reaches a stand-in with an AWS client. */
export function reaching(endpoint: string) {
  return { endpoint, region: 'ap-southeast-1', credentials: { accessKeyId: 'local', secretAccessKey: localSecret } };
}

/** An empty directory that is gone when the test is over. */
export function emptyDirectory(): string {
  return emptyDirectoryUntil(onTestFinished);
}

/** An empty directory that is gone when something is over: a test, or all of a file. */
export function emptyDirectoryUntil(over: (then: () => void) => void): string {
  const directory = mkdtempSync(join(tmpdir(), 'tong-hop-'));
  over(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** What a promise was rejected with; fails when it was not. */
export async function refusalOf(sending: Promise<unknown>): Promise<{ status: number | undefined; name: string }> {
  const error = await sending.then(
    () => {
      throw new Error('was not refused');
    },
    (refused: Error & { $metadata?: { httpStatusCode?: number } }) => refused,
  );
  return { status: error.$metadata?.httpStatusCode, name: error.name };
}

/** Whether anything answers on the port of an endpoint at any other address of this machine than 127.0.0.1. */
export async function answersElsewhere(endpoint: string): Promise<boolean> {
  const addresses = Object.values(networkInterfaces())
    .flatMap(entries => entries ?? [])
    .filter(({ scopeid }) => !scopeid)
    .map(({ address }) => address)
    .filter(address => address !== '127.0.0.1');
  const answers = await Promise.all([...addresses, '127.0.0.2'].map(address => connects(address, endpoint)));
  return answers.includes(true);
}

function connects(host: string, endpoint: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = createConnection({ host, port: Number(new URL(endpoint).port), timeout: 2_000 });
    const over = (connected: boolean) => () => {
      socket.destroy();
      resolve(connected);
    };
    socket.on('connect', over(true)).on('error', over(false)).on('timeout', over(false));
  });
}

/** Sends a path exactly as it is written, which no client library would do. */
export function sendAsWritten(
  endpoint: string,
  { path, method = 'GET', headers = {} }: { path: string; method?: string; headers?: Record<string, string> },
): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(endpoint, { path, method, headers }, response => {
      const chunks: Buffer[] = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() }));
    });
    asked.on('error', reject).end();
  });
}

/** Announces a body of so many bytes without sending it, and gives what is answered at once. */
export function announce(endpoint: string, path: string, size: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: 'AWS4-HMAC-SHA256', 'content-length': size };
    const asked = request(endpoint, { path, method: 'PUT', headers }, response => {
      response.setEncoding('utf8').on('data', resolve);
      response.on('end', () => asked.destroy());
    });
    asked.on('error', reject).flushHeaders();
  });
}

/** Begins a request and hangs up halfway. */
export function hangUpHalfway(endpoint: string, start: string): Promise<void> {
  return new Promise(resolve => {
    const socket = createConnection({ host: '127.0.0.1', port: Number(new URL(endpoint).port) }, () => {
      socket.write(`${start}\r\nhost: ${new URL(endpoint).host}\r\ncontent-length: 1000\r\n\r\n{`, () =>
        socket.resetAndDestroy(),
      );
    });
    socket.on('error', () => {}).on('close', () => setTimeout(resolve, 50));
  });
}
