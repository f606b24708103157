import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { expect, it, onTestFinished } from 'vitest';
import { startSes } from '../../infra/local/ses.ts';
import type { FeedbackEvent } from '../../infra/local/ses-feedback.ts';
import { emptyDirectory, reaching } from '../local/wire.ts';
import { memoryPost } from './memory-post.ts';

const now = () => Date.parse('2021-10-25T17:00:00Z');

const mail = {
  Source: 'bao-cao@so.example',
  Destinations: ['so-khdt@tinh.example'],
  ConfigurationSetName: 'house',
  Tags: [{ Name: 'step', Value: 'edition-1' }],
  RawMessage: { Data: Buffer.from('\r\nKính gửi') },
};

it('the post in memory takes a mail down, and reports it, as the one at the wire does', async () => {
  const [reportedInMemory, reportedAtTheWire]: FeedbackEvent[][] = [[], []];
  const outbox: Parameters<typeof memoryPost>[1]['outbox'] = [];
  const inMemory = memoryPost(async (_, take) => take(), {
    outbox,
    now,
    onFeedback: event => reportedInMemory?.push(event),
  });
  const ses = await startSes({
    directory: emptyDirectory(),
    now,
    onFeedback: event => reportedAtTheWire?.push(event),
  });
  onTestFinished(() => ses.close());
  const atTheWire = new SESClient({ ...reaching(ses.endpoint), maxAttempts: 1 });

  const told = await inMemory.send(new SendRawEmailCommand(mail));
  await atTheWire.send(new SendRawEmailCommand(mail));
  atTheWire.destroy();
  expect(told.MessageId).toBe(outbox[0]?.messageId);
  const { source, destinations, configurationSet, tags, raw } = ses.outbox[0] ?? {};
  expect(outbox[0]).toMatchObject({ source, destinations, configurationSet, tags, raw });
  expect(reportedInMemory?.map(shapeOf)).toEqual(reportedAtTheWire?.map(shapeOf));
});

/** What a report says, but for the name by which its mail is known. */
function shapeOf(event: FeedbackEvent) {
  return JSON.stringify(event).replace(/"messageId":"[^"]+"/g, '');
}
