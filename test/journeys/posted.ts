import type { Town } from './town.ts';

export type Told = { status: number; at: string; text: string };

/**
 * Posts a form and goes where that leads, as a browser does. `status` is that of the answer where it is none that leads on, else 303
 * where it leads to a receipt, and of any other page 422 where it names faults, 200 where it names none.
 */
export async function posted(
  town: Town,
  path: string,
  { cookie, body }: { cookie: string; body: BodyInit },
): Promise<Told> {
  const headers = { cookie, origin: town.address };
  const answer = await fetch(town.address + path, { method: 'POST', body, headers, redirect: 'manual' });
  const at = answer.headers.get('location') ?? '';
  if (answer.status !== 303) return { status: answer.status, at, text: await answer.text() };
  const text = await (await fetch(town.address + at, { headers: { cookie } })).text();
  if (at.includes('/receipt/')) return { status: 303, at, text };
  return { status: text.includes('id="faults"') ? 422 : 200, at, text };
}
