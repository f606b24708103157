import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Listening = { endpoint: string; close: () => Promise<void> };

/** Lets a server listen on this machine alone, on a port that is free. */
export async function listening(server: Server, port = 0): Promise<Listening> {
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', ready);
  });
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(closed => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
