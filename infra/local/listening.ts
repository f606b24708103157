import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answeringToOwnName } from './own-name.ts';

export type Listening = { endpoint: string; close: () => Promise<void> };

export type Where = {
  /** A free one when it is not told. */
  port?: number;
  /** Whether pages may ask it, or programs alone. */
  pages?: boolean;
};

/** Lets a server listen on this machine alone, and answer to its own name alone. */
export async function listening(server: Server, { port = 0, pages = false }: Where = {}): Promise<Listening> {
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', ready);
  });
  const { port: opened } = server.address() as AddressInfo;
  answeringToOwnName(server, { port: opened, pages });
  return {
    endpoint: `http://127.0.0.1:${opened}`,
    close: () =>
      new Promise(closed => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
