import { describe, expect, it, vi } from 'vitest';
import { allowanceOf } from '../../shared/aws/allowance.ts';
import { log } from '../../shared/log.ts';
import { allowing, aPost, refusing } from './a-wire.ts';

/** What the account may send is remembered by the process for a minute; each test lives hours after the last. */
let hour = 0;
const later = () => {
  hour += 3_600_000;
  return hour;
};

describe('what the account may send', () => {
  it('is what SES says: the rate, and what is left of the day', async () => {
    const { post } = await aPost(allowing({ perSecond: 14, perDay: 50_000, sentToday: 49_000 }));
    expect(await allowanceOf(post, later())).toEqual({ perSecond: 14, left: 1_000 });
  });

  it('is never below nothing, nor slower than one a second', async () => {
    const { post } = await aPost(allowing({ perSecond: 0.2, perDay: 200, sentToday: 230 }));
    expect(await allowanceOf(post, later())).toEqual({ perSecond: 1, left: 0 });
  });

  it('has no end where SES sets none', async () => {
    const { post } = await aPost(allowing({ perSecond: 14, perDay: -1, sentToday: 5 }));
    expect(await allowanceOf(post, later())).toEqual({ perSecond: 14, left: Number.POSITIVE_INFINITY });
  });

  it('is nothing where the day’s quota is none', async () => {
    const { post } = await aPost(allowing({ perSecond: 14, perDay: 0, sentToday: 0 }));
    expect(await allowanceOf(post, later())).toEqual({ perSecond: 14, left: 0 });
  });

  it('is as little as any account has while SES does not say', async () => {
    const { post } = await aPost(refusing(400, 'Throttling'));
    const logged = vi.spyOn(log, 'warn').mockImplementation(() => {});
    expect(await allowanceOf(post, later())).toEqual({ perSecond: 1, left: 200 });
    expect(logged).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('sent slowly'), expect.any(Error));
    logged.mockRestore();
  });

  it('is asked once a minute, and whoever sends meanwhile takes it off what is left', async () => {
    const { post, wire } = await aPost(allowing({ perSecond: 14, perDay: 10, sentToday: 0 }));
    const now = later();
    (await allowanceOf(post, now)).left -= 4;
    expect(await allowanceOf(post, now + 59_999)).toMatchObject({ left: 6 });
    expect(wire.asked).toHaveLength(1);
    expect(await allowanceOf(post, now + 60_000)).toMatchObject({ left: 10 });
  });

  it('is asked again when the clock was set back, or a wrong hour would be believed for long', async () => {
    const { post, wire } = await aPost(allowing({ perSecond: 14, perDay: 10, sentToday: 0 }));
    const now = later();
    for (const at of [now, now - 59_999, now - 60_000]) await allowanceOf(post, at);
    expect(wire.asked).toHaveLength(2);
  });

  it('is taken for little no longer than a minute, and no less each time', async () => {
    const { post, wire } = await aPost(refusing(400, 'Throttling'));
    (await allowanceOf(post, later())).left -= 150;
    expect(await allowanceOf(post, later())).toEqual({ perSecond: 1, left: 200 });
    wire.answer = allowing({ perSecond: 14, perDay: 10, sentToday: 0 });
    expect(await allowanceOf(post, later())).toEqual({ perSecond: 14, left: 10 });
  });
});
