import { describe, expect, it } from 'vitest';
import { makeSignInLink, signInBy } from '../../shared/aws/sign-in-links.ts';
import { query } from '../../shared/aws/table.ts';
import { newToken, sha256 } from '../../shared/token.ts';
import { aTable } from './a-unit.ts';

const minute = 60_000;
const asking = newToken();

async function aLink() {
  const table = aTable();
  const made = await makeSignInLink(table, { staff: 'tong-hop', asker: sha256(asking) }, 0);
  const by = (shown: { asker?: string; code?: string }, now = minute) =>
    signInBy(table, made.token, { asker: shown.asker, code: shown.code, now });
  return { table, ...made, by };
}

describe('a link to sign in', () => {
  it('opens once to the browser that asked, or to who types the code of its mail, and to nobody else', async () => {
    const asked = await aLink();
    expect(await asked.by({})).toBe('unshown');
    expect(await asked.by({ asker: newToken() })).toBe('unshown');
    expect(await asked.by({ asker: asking })).toEqual({ staff: 'tong-hop' });
    expect(await asked.by({ asker: asking })).toBeUndefined();
    const coded = await aLink();
    expect(await coded.by({ asker: newToken(), code: coded.code })).toEqual({ staff: 'tong-hop' });
  });

  it('takes no code of another link, and serves a quarter of an hour', async () => {
    const [one, other] = [await aLink(), await aLink()];
    if (one.code !== other.code) expect(await one.by({ code: other.code })).toBe('unshown');
    expect(await one.by({ asker: asking }, 15 * minute)).toBeUndefined();
  });

  it('is kept so that neither its secret nor its code can be had from the table', async () => {
    const { table, token, code } = await aLink();
    const [item] = await query(table, `LINK#${sha256(token)}`);
    expect(code).toMatch(/^\d{6}$/);
    expect(JSON.stringify(item)).not.toContain(token);
    expect(JSON.stringify(item)).not.toContain(code);
    expect(item?.code).not.toBe(sha256(code));
  });
});
