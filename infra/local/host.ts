import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { tickAt } from '../../shared/domain/calendar/tick.ts';
import type { Answer } from '../../shared/http/answer.ts';
import { builtAssets } from '../../templates/assets.ts';
import { buildClient } from '../client.ts';
import { type FunctionName, feedback, frozen, functions, marks, tick } from '../manifest.ts';
import type { Clock } from './clock.ts';
import { createTable, startDynamoDb } from './dynamodb.ts';
import { type Own, openFrontDoor } from './front-door.ts';
import { turned } from './http-limits.ts';
import { refuseLargeAnswer, refuseLargeEvent } from './lambda-limits.ts';
import type { Listening } from './listening.ts';
import { startS3 } from './s3.ts';
import { localSecret } from './s3-presigned.ts';
import { startSes } from './ses.ts';
import { type Notify, startSns } from './sns.ts';

export type Host = {
  /** Where people reach the pages. */
  address: string;
  clock: Clock;
  outbox: Awaited<ReturnType<typeof startSes>>['outbox'];
  faults: Awaited<ReturnType<typeof startSes>>['faults'];
  /** What the post lets this house send. */
  account: Awaited<ReturnType<typeof startSes>>['account'];
  /** What the topic makes of something SES might publish. */
  notify: Notify;
  /** Wakes what the schedule wakes, at the clock's time, and waits until nothing is left to do. */
  tick: () => Promise<void>;
  /** Wakes one function with an event. */
  invoke: (name: FunctionName, event: unknown) => Promise<unknown>;
  /** Waits until every event on its way has been handled. */
  quiet: () => Promise<void>;
  close: () => Promise<void>;
};

export type Hosting = {
  /** Where the table, the archive and the outbox are kept. */
  directory: string;
  clock: Clock;
  /** Keeps the table on disk, so that it is there again at the next start. */
  lasting?: boolean;
  /** The stand-in for DynamoDB, where it runs already. */
  dynamoDb?: Listening | undefined;
  port?: number;
  /** Whether the form's script is built already, by whoever starts many hosts. */
  built?: boolean;
  /** Pages of the host itself, such as the desk of `npm start`. */
  own?: Own;
};

const topic = 'arn:aws:sns:ap-southeast-1:000000000000:feedback';
export const tableName = 'tong-hop';
export const bucketName = 'tong-hop';

/**
 * The whole house on one machine: the same functions as on AWS, woken by the same manifest, over the wire to stand-ins for
 * DynamoDB, S3, SES and SNS. Nothing listens beyond 127.0.0.1. One host a process, since the functions read its environment.
 */
export async function startHost(hosting: Hosting): Promise<Host> {
  const { directory, clock, lasting = false, built = false, port, own, ...running } = hosting;
  const onTheirWay = new Set<Promise<unknown>>();
  const begin = (name: FunctionName, event: unknown) => {
    const handling = invoke(name, event);
    const over = handling.catch(() => {}).finally(() => onTheirWay.delete(over));
    onTheirWay.add(over);
    return handling;
  };
  const wake = (name: FunctionName, event: unknown) => void begin(name, event).catch(reported);
  const quiet = async () => {
    while (onTheirWay.size > 0) await Promise.all(onTheirWay);
  };

  if (!built) buildClient(builtAssets);
  const dynamoDb = running.dynamoDb ?? (await startDynamoDb(lasting ? { directory: join(directory, 'table') } : {}));
  const s3 = await startS3({
    directory: join(directory, 'archive'),
    now: clock.now,
    frozen,
    onObjectCreated: ({ key }) => {
      const mark = Object.values(marks).find(({ prefix }) => key.startsWith(prefix));
      if (mark) wake(mark.wakes, tickAt(clock.now()));
    },
  });
  const sns = await startSns({ topicArn: topic, now: clock.now });
  const ses = await startSes({
    directory: join(directory, 'outbox'),
    now: clock.now,
    onFeedback: event => wake(feedback.wakes, sns.notify(event)),
  });
  const frontDoor = await openFrontDoor({
    now: clock.now,
    port,
    invoke: asked,
    ...(own ? { own } : {}),
  });

  Object.assign(process.env, {
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: localSecret,
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
    AWS_ENDPOINT_URL_S3: s3.endpoint,
    AWS_ENDPOINT_URL_SES: ses.endpoint,
    POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? 'WARN',
    TABLE: tableName,
    ARCHIVE: bucketName,
    BASE_URL: frontDoor.endpoint,
    SENDER: 'bao-cao@so.example',
    CONFIGURATION_SET: 'tong-hop',
    FEEDBACK_TOPIC: topic,
    FEEDBACK_SIGNER: sns.endpoint,
  });
  await findOrCreateTable();
  await createBucket();

  return {
    address: frontDoor.endpoint,
    clock,
    outbox: ses.outbox,
    faults: ses.faults,
    account: ses.account,
    notify: sns.notify,
    invoke,
    quiet,
    tick: async () => {
      await Promise.all(tick.wakes.map(name => begin(name, tickAt(clock.now()))));
      await quiet();
    },
    close: async () => {
      await frontDoor.close();
      await quiet();
      await Promise.all([ses.close(), sns.close(), s3.close(), dynamoDb.close()]);
    },
  };
}

/** Asks a function, and waits for what it answers. Of a body that Lambda does not take API Gateway says so: it takes 10 MB itself. */
async function asked(name: FunctionName, event: unknown): Promise<Answer> {
  try {
    refuseLargeEvent(event, 'asked');
  } catch {
    return turned(413, 'Request Entity Too Large');
  }
  const answer = await handled(name, event);
  refuseLargeAnswer(answer);
  return answer as Answer;
}

/** Wakes a function with something that happened. */
async function invoke(name: FunctionName, event: unknown): Promise<unknown> {
  refuseLargeEvent(event, 'told');
  return handled(name, event);
}

/** Loaded when first woken, as on AWS: by then the environment is set. */
async function handled(name: FunctionName, event: unknown): Promise<unknown> {
  const { handler } = (await import(`../../functions/${name}.ts`)) as {
    handler: (event: unknown, context: unknown) => unknown;
  };
  const until = Date.now() + functions[name].timeoutSeconds * 1_000;
  return handler(event, {
    functionName: name,
    awsRequestId: randomUUID(),
    getRemainingTimeInMillis: () => until - Date.now(),
  });
}

/** A function that fails on an event is tried again by AWS; here the next tick heals it, and the failure is shown. */
function reported(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
}

async function findOrCreateTable(): Promise<void> {
  const client = new DynamoDBClient({});
  try {
    await createTable(client, tableName);
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  } finally {
    client.destroy();
  }
}

async function createBucket(): Promise<void> {
  const client = new S3Client({ forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: bucketName }));
  client.destroy();
}
