/** What a browser does with a link, without its window: keeps cookies, names its origin, follows what it is told. */
export type Browser = {
  get: (path: string) => Promise<Page>;
  post: (path: string, fields?: Record<string, string>) => Promise<Page>;
};

export type Page = { status: number; address: string; text: string; bytes: Uint8Array };

/** A browser with no cookies yet, at an address. */
export function browserAt(address: string): Browser {
  const cookies = new Map<string, string>();

  const ask = async (path: string, init: RequestInit): Promise<Page> => {
    const response = await fetch(new URL(path, address), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = response.headers.get('location');
    if (location && response.status === 303) return ask(location, { method: 'GET' });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, address: response.url, text: new TextDecoder().decode(bytes), bytes };
  };

  return {
    get: path => ask(path, { method: 'GET' }),
    post: (path, fields = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: address } }),
  };
}

/** The value of a hidden field of a page. @throws when the page has none of that name */
export function hiddenField({ text }: Pick<Page, 'text'>, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1];
  if (value === undefined) throw new Error(`no field "${name}" on the page`);
  return value;
}

/** Every hidden field of a page, and the button with which its form is sent. */
export function hiddenFields({ text }: Pick<Page, 'text'>): Record<string, string> {
  const fields = text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  const [, act] = /<button name="act" value="([^"]*)"/.exec(text) ?? [];
  return {
    ...Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, unescaped(value)])),
    act: act ?? '',
  };
}

/** The way back from how `hono/html` writes a value into a page. */
function unescaped(value: string): string {
  const marks: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return value.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => marks[name] ?? '');
}
