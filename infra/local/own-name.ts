import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** The names by which this machine calls itself. */
const names = ['127.0.0.1', 'localhost', '[::1]'];

export type Answered = {
  /** The port it is answered on. */
  port: number;
  /** Whether pages may ask, or programs alone. */
  pages: boolean;
};

/**
 * Has a server answer to its own name alone, else 421, and a stand-in to no page of whatever site, else 403. Only this machine can
 * reach its ports, but so can any page that its browser shows: by a name of its own that it lets point here (DNS rebinding), or
 * by asking without caring for the answer. A page cannot choose what the browser says of the name and of the page's own origin.
 */
export function answeringToOwnName(server: Server, { port, pages }: Answered): void {
  const answering = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const refusal = refusalOf(request, { port, pages });
    if (!refusal) {
      for (const answer of answering) answer(request, response);
      return;
    }
    const [status, sentence] = refusal;
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
    response.end(`${sentence}\n`);
  });
}

function refusalOf(
  { headers }: IncomingMessage,
  { port, pages }: Answered,
): [status: number, sentence: string] | undefined {
  const own = names.flatMap(name => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  if (!own.includes(headers.host?.toLowerCase() ?? ''))
    return [421, `Máy này chỉ trả lời ở http://127.0.0.1:${port}; hãy mở đúng địa chỉ đó.`];
  if (!pages && headers.origin !== undefined)
    return [403, 'Cổng này dành cho chương trình trên máy này; không trang nào được hỏi.'];
  return undefined;
}
