import { describe, expect, it } from 'vitest';
import {
  environment,
  type FunctionName,
  feedback,
  frozen,
  functions,
  marks,
  otherwise,
  routes,
  table,
  tick,
} from '../../infra/manifest.ts';
import { actionsIn, idIn, names, synthesized } from './synthesized.ts';

const { stack, template, all, only, at, functionOf, functionNamed, grantsOf } = synthesized();
const reserving = synthesized({ office: { sender: 'tong-hop@so-mau.example', reserveConcurrency: true } });

describe('the records', () => {
  it('keeps figures, letters and reports when the stack is deleted, since an office must keep them for years', () => {
    const kept = [...all('AWS::DynamoDB::Table'), ...all('AWS::S3::Bucket')];
    expect(kept).toHaveLength(2);
    for (const resource of kept)
      expect(resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('is not deleted by mistake: someone must first say that it may be', () => {
    expect(stack.terminationProtection).toBe(true);
  });

  it('lets nobody delete the table by mistake, and lets it be put back to any second of the last weeks', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it('keeps every version of a file, so that none is lost by being written again', () => {
    template.hasResourceProperties('AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Enabled' } });
  });

  it('lets nobody write a letter again or delete it, whatever their rights, until they have changed the policy', () => {
    const { Statement } = only('AWS::S3::BucketPolicy').Properties.PolicyDocument as {
      Statement: { Sid?: string; Resource: unknown[] }[];
    };
    const everybody = { Effect: 'Deny', Principal: { AWS: '*' } };
    const unlessNew = { Null: { 's3:if-none-match': 'true' } };
    expect(Statement).toContainEqual(
      expect.objectContaining({ ...everybody, Action: 's3:PutObject', Condition: unlessNew }),
    );
    const deleting = ['s3:DeleteObject', 's3:DeleteObjectVersion'];
    expect(Statement).toContainEqual(expect.objectContaining({ ...everybody, Action: deleting }));
    for (const { Resource } of Statement.filter(({ Sid }) => Sid))
      expect(Resource.map(endOf)).toEqual(frozen.map(key => `/${key}`));
  });

  it('locks no version for years unless the office says so: that could not be undone', () => {
    expect(only('AWS::S3::Bucket').Properties).not.toHaveProperty('ObjectLockEnabled');
    const keeping = synthesized({ office: { sender: 'tong-hop@so-mau.example', keepYears: 10 } });
    expect(keeping.only('AWS::S3::Bucket').Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 3_650 } } },
    });
  });

  it('shows files to nobody outside, and carries none unencrypted', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    expect(JSON.stringify(all('AWS::S3::BucketPolicy'))).toContain('{"aws:SecureTransport":"false"}},"Effect":"Deny"');
  });

  it('is keyed, and cleared of expired links, as the manifest says: the local host is keyed by the same', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      KeySchema: [
        { AttributeName: table.partitionKey, KeyType: 'HASH' },
        { AttributeName: table.sortKey, KeyType: 'RANGE' },
      ],
      TimeToLiveSpecification: { AttributeName: table.expiry, Enabled: true },
      BillingMode: 'PAY_PER_REQUEST',
    });
  });
});

describe('the functions', () => {
  it('are those of the manifest and no others: no helper of a library runs with rights nobody chose', () => {
    expect(all('AWS::Lambda::Function')).toHaveLength(names.length);
  });

  it.each(names)('%s runs on Node 24, as here, for as long and with as much memory as the manifest says', name => {
    const { timeoutSeconds, memoryMegabytes } = functions[name];
    expect(functionNamed(name).Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Timeout: timeoutSeconds,
      MemorySize: memoryMegabytes,
    });
  });

  it.each(names)('%s runs on the processor its typesetter is made for, or on the cheaper one', name => {
    const processor = functions[name].compiles ? 'x86_64' : 'arm64';
    expect(functionNamed(name).Properties).toMatchObject({ Architectures: [processor] });
  });

  it.each(names)('%s is told what the manifest says and no more', name => {
    const { Variables } = functionNamed(name).Properties.Environment as { Variables: Record<string, unknown> };
    const { NODE_OPTIONS: _, ...told } = Variables;
    expect(Object.keys(told).sort()).toEqual([...environment[name]].sort());
  });

  it.each(names)(
    '%s has a role of its own, with none of the ready-made policies, which allow more than anyone asked',
    name => {
      const roleOf = (of: FunctionName) => idIn(functionNamed(of).Properties.Role);
      expect(names.filter(other => roleOf(other) === roleOf(name))).toEqual([name]);
      expect(at(roleOf(name)).Properties).not.toHaveProperty('ManagedPolicyArns');
    },
  );

  it.each(names)('%s leaves a trace of each call, so that a slow page can be told from a slow table', name => {
    expect(functionNamed(name).Properties).toMatchObject({ TracingConfig: { Mode: 'Active' } });
  });

  it.each(names)('%s takes nothing of the account’s concurrency from others, unless the office says so', name => {
    expect(functionNamed(name).Properties).not.toHaveProperty('ReservedConcurrentExecutions');
    expect(reserving.functionNamed(name).Properties).toMatchObject({
      ReservedConcurrentExecutions: functions[name].atOnce,
    });
  });

  it('keeps logs for half a year, not for ever', () => {
    expect(all('AWS::Logs::LogGroup')).toHaveLength(names.length + 1);
    for (const { Properties } of all('AWS::Logs::LogGroup')) expect(Properties.RetentionInDays).toBe(180);
  });
});

describe('the front door', () => {
  it('serves every path of the manifest and no other, however it is asked: the function says what it answers', () => {
    const expected = [...new Set(routes.map(({ path }) => `ANY ${path}`))];
    expect(routesServed().map(({ route }) => route)).toEqual([...expected, '$default'].sort());
  });

  it('brings each request to the function the manifest names, and strays to the one that says so', () => {
    const wakes = new Map<string, string>(routes.map(({ path, wakes }) => [`ANY ${path}`, wakes]));
    for (const { route, wakes: woken } of routesServed()) {
      expect(`${route} -> ${woken}`).toBe(`${route} -> ${wakes.get(route) ?? otherwise}`);
    }
  });

  it('may call the functions it brings requests to, also where the address has no path ("*/$default")', () => {
    const allowed = all('AWS::Lambda::Permission')
      .filter(({ Properties }) => Properties.Principal === 'apigateway.amazonaws.com')
      .map(({ Properties }) => `${functionOf(Properties.FunctionName)} ${endOf(Properties.SourceArn)}`);
    expect(allowed.sort()).toEqual(['board /*/*/*', 'collect /*/*', 'collect /*/*/*']);
  });

  function routesServed() {
    return all('AWS::ApiGatewayV2::Route')
      .map(({ Properties }) => {
        const [, integration] = (Properties.Target as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1];
        return {
          route: String(Properties.RouteKey),
          wakes: functionOf(at(idIn(integration)).Properties.IntegrationUri),
        };
      })
      .sort((one, other) => (one.route < other.route ? -1 : 1));
  }
});

describe('the clock', () => {
  it('wakes what the manifest says, every five minutes of Vietnamese time, telling when it was due', () => {
    const schedules = all('AWS::Scheduler::Schedule').map(({ Properties }) => Properties);
    const targets = schedules.map(({ Target }) => Target as { Arn: unknown; Input: string });
    expect(targets.map(({ Arn }) => functionOf(Arn)).sort()).toEqual([...tick.wakes].sort());
    for (const { Input } of targets) expect(Input).toBe('{"scheduledAt":"<aws.scheduler.scheduled-time>"}');
    for (const schedule of schedules) {
      expect(schedule).toMatchObject({
        ScheduleExpression: 'cron(0/5 * * * ? *)',
        ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
        FlexibleTimeWindow: { Mode: 'OFF' },
        State: 'ENABLED',
      });
    }
  });
});

describe('delivery', () => {
  it.each(Object.values(marks))('is woken at once by a mark, as the manifest says: $prefix', ({ prefix, wakes }) => {
    const rule = all('AWS::Events::Rule').find(({ Properties }) => JSON.stringify(Properties).includes(prefix));
    const { EventPattern, Targets } = rule?.Properties ?? {};
    expect(EventPattern).toMatchObject({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { object: { key: [{ prefix }] } },
    });
    const [target] = Targets as [{ Arn: unknown; InputTransformer: unknown }];
    expect(functionOf(target.Arn)).toBe(wakes);
    expect(target.InputTransformer).toEqual({
      InputPathsMap: { time: '$.time' },
      InputTemplate: '{"scheduledAt":<time>}',
    });
    template.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
  });

  it('hears from SES what the manifest lists, on the one topic the function believes, signed by SNS itself', () => {
    const events = only('AWS::SES::ConfigurationSetEventDestination');
    expect(events.Properties.EventDestination).toMatchObject({
      Enabled: true,
      MatchingEventTypes: feedback.events,
    });
    const subscription = only('AWS::SNS::Subscription');
    expect(functionOf(subscription.Properties.Endpoint)).toBe(feedback.wakes);
    const { Variables } = functionNamed(feedback.wakes).Properties.Environment as {
      Variables: Record<string, unknown>;
    };
    expect(subscription.Properties.TopicArn).toEqual(Variables.FEEDBACK_TOPIC);
    const domain = [{ Ref: 'AWS::Region' }, '.', { Ref: 'AWS::URLSuffix' }];
    expect(Variables.FEEDBACK_SIGNER).toEqual({ 'Fn::Join': ['', ['https://sns.', ...domain]] });
    template.hasResourceProperties('AWS::SNS::Topic', { SignatureVersion: '2' });
  });

  it('is a matter of two functions: no other may mail', () => {
    const mailing = names.filter(name => actionsIn(grantsOf(name)).some(action => action.startsWith('ses:')));
    expect(mailing).toEqual(['open-periods', 'deliver-report']);
  });

  it("goes out from the office's address alone, by the identity and the configuration set of this very stack", () => {
    for (const name of ['open-periods', 'deliver-report'] as const) {
      const sending = grantsOf(name).filter(({ Action }) => String(Action).startsWith('ses:'));
      expect(sending).toEqual([
        { Effect: 'Allow', Action: 'ses:GetSendQuota', Resource: '*' },
        {
          Effect: 'Allow',
          Action: 'ses:SendRawEmail',
          Resource: [endingIn(/^PostIdentity/), endingIn(/^PostConfigurationSet/)],
          Condition: { StringEquals: { 'ses:FromAddress': 'tong-hop@so-mau.example' } },
        },
      ]);
    }
  });

  it('is handed on encrypted or not at all, unless the office says otherwise', () => {
    const policy = ({ only }: Pick<typeof reserving, 'only'>) => only('AWS::SES::ConfigurationSet').Properties;
    expect(policy({ only })).toMatchObject({ DeliveryOptions: { TlsPolicy: 'REQUIRE' } });
    const lenient = synthesized({ office: { sender: 'tong-hop@so-mau.example', mailUnencrypted: true } });
    expect(policy(lenient)).toMatchObject({ DeliveryOptions: { TlsPolicy: 'OPTIONAL' } });
  });

  it('is reported by SES from this very configuration set, and by nobody else', () => {
    const [allowing] = policyOf(/^PostFeedback/).filter(({ Effect }) => Effect === 'Allow');
    expect(allowing).toMatchObject({
      Action: 'sns:Publish',
      Principal: { Service: 'ses.amazonaws.com' },
      Condition: {
        StringEquals: {
          'AWS:SourceAccount': { Ref: 'AWS::AccountId' },
          'AWS:SourceArn': endingIn(/^PostConfigurationSet/),
        },
      },
    });
  });

  it('is reported whoever forgets to say how: the identity has the configuration set of the stack for its own', () => {
    expect(only('AWS::SES::EmailIdentity').Properties).toMatchObject({
      ConfigurationSetAttributes: { ConfigurationSetName: { Ref: expect.stringMatching(/^PostConfigurationSet/) } },
    });
  });
});

describe('a topic', () => {
  it('is encrypted by a key that SES and CloudWatch may use, whose own of SNS they may not', () => {
    const key = { 'Fn::GetAtt': [expect.stringMatching(/^TopicKey/), 'Arn'] };
    expect(all('AWS::SNS::Topic')).toHaveLength(2);
    for (const { Properties } of all('AWS::SNS::Topic')) expect(Properties).toMatchObject({ KmsMasterKeyId: key });
    const { KeyPolicy, EnableKeyRotation } = only('AWS::KMS::Key').Properties as {
      KeyPolicy: { Statement: { Principal: { Service?: string }; Action: unknown }[] };
      EnableKeyRotation: boolean;
    };
    expect(EnableKeyRotation).toBe(true);
    const users = KeyPolicy.Statement.filter(({ Principal }) => Principal.Service);
    expect(users).toEqual(
      ['ses.amazonaws.com', 'cloudwatch.amazonaws.com'].map(Service => ({
        Effect: 'Allow',
        Principal: { Service },
        Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        Resource: '*',
      })),
    );
  });

  it.each([/^PostFeedback/, /^WatchBell/])('takes nothing that comes unencrypted: %s', topic => {
    expect(policyOf(topic)).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Principal: '*',
        Action: 'sns:Publish',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });
});

describe('what fails', () => {
  const woken = names.filter(name =>
    ['open-periods', 'compile-report', 'deliver-report', 'track-delivery'].includes(name),
  );

  it.each(woken)('is kept when nobody waits for it: %s', name => {
    const configured = all('AWS::Lambda::EventInvokeConfig').filter(
      ({ Properties }) => functionOf(Properties.FunctionName) === name,
    );
    const kept = configured.map(
      ({ Properties }) => Properties.DestinationConfig as { OnFailure: { Destination: unknown } },
    );
    expect(kept.map(({ OnFailure }) => at(idIn(OnFailure.Destination)))).toMatchObject([{ Type: 'AWS::SQS::Queue' }]);
  });

  it('is not tried again by itself where the next tick does so anyway', () => {
    const retried = all('AWS::Lambda::EventInvokeConfig').filter(
      ({ Properties }) => Properties.MaximumRetryAttempts !== 0,
    );
    expect(retried.map(({ Properties }) => functionOf(Properties.FunctionName))).toEqual(['track-delivery']);
  });

  it('is kept also when a function could not even be called', () => {
    const callers = [
      ...all('AWS::Scheduler::Schedule').map(({ Properties }) => Properties.Target),
      ...all('AWS::Events::Rule').flatMap(({ Properties }) => Properties.Targets),
    ];
    for (const caller of callers) expect(caller).toHaveProperty('DeadLetterConfig.Arn');
    for (const { Properties } of all('AWS::SNS::Subscription')) expect(Properties).toHaveProperty('RedrivePolicy');
  });
});

describe('what functions may do', () => {
  /** What belongs to no resource: how much the account may send, and traces (service authorization reference). */
  const onNone = ['ses:GetSendQuota', 'xray:PutTraceSegments', 'xray:PutTelemetryRecords'];
  const allowed = [
    ...onNone,
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'dynamodb:Query',
    's3:GetObject',
    's3:PutObject',
    's3:ListBucket',
    'ses:SendRawEmail',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    'sqs:SendMessage',
    'sqs:GetQueueAttributes',
    'sqs:GetQueueUrl',
  ];

  it.each(names)('%s may never scan, never delete, and nothing with a star', name => {
    expect(actionsIn(grantsOf(name)).filter(action => !allowed.includes(action))).toEqual([]);
    const onAnything = grantsOf(name).filter(({ Resource }) => Resource === '*');
    expect(actionsIn(onAnything).filter(action => !onNone.includes(action))).toEqual([]);
  });

  it.each(names)('%s touches items only of the partitions it works on', name => {
    const onItems = grantsOf(name).filter(({ Action }) =>
      [Action].flat().some(action => action.startsWith('dynamodb:')),
    );
    expect(onItems.length).toBeGreaterThan(0);
    for (const { Condition } of onItems) {
      expect(Condition).toEqual({
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [expect.stringMatching(/^([A-Z]+#\*|AGENDA|ASKERS)$/)] },
      });
    }
  });

  it('lets who tracks deliveries do nothing but move entries of the ledger on: what it hears comes from outside', () => {
    const grants = grantsOf('track-delivery').filter(({ Action }) => !/^(sqs|logs|xray):/.test(String(Action)));
    expect(grants).toEqual([
      {
        Effect: 'Allow',
        Action: 'dynamodb:UpdateItem',
        Resource: expect.anything(),
        Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['MAIL#*'] } },
      },
    ]);
  });

  it('lets units reach no letter, no ledger and no audit through the function that serves them', () => {
    const text = JSON.stringify(grantsOf('collect'));
    for (const foreign of ['EDITION#', 'MAIL#', 'AUDIT#', '/editions', '/filed']) expect(text).not.toContain(foreign);
    // Issued figures stand beside the fields; a unit can only read them.
    expect(text).toMatch(/"dynamodb:GetItem","Condition":\{[^}]*\{"dynamodb:LeadingKeys":\["SERIES#\*"\]/);
  });
});

describe('an office', () => {
  it('may have an address of its own; the links in mails start with it', () => {
    const own = synthesized({
      office: { sender: 'tong-hop@so-mau.example', baseUrl: 'https://baocao.so-mau.example' },
    });
    expect(own.functionNamed('open-periods').Properties.Environment).toMatchObject({
      Variables: { BASE_URL: 'https://baocao.so-mau.example' },
    });
  });

  it('may verify its domain in place of the one address, and is told what to enter in its DNS', () => {
    const own = synthesized({ office: { sender: 'tong-hop@so-mau.example', senderDomain: 'so-mau.example' } });
    own.template.hasResourceProperties('AWS::SES::EmailIdentity', { EmailIdentity: 'so-mau.example' });
    expect(Object.keys(own.template.findOutputs('*')).filter(name => name.startsWith('PostDkim'))).toHaveLength(3);
  });
});

/** The policy of the topic of that name. */
function policyOf(topic: RegExp): { Effect: string }[] {
  return all('AWS::SNS::TopicPolicy')
    .filter(({ Properties }) => topic.test(idIn((Properties.Topics as unknown[])[0])))
    .flatMap(({ Properties }) => (Properties.PolicyDocument as { Statement: { Effect: string }[] }).Statement);
}

/** What an ARN put together from parts ends with. */
function endOf(arn: unknown): unknown {
  return (arn as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1].at(-1);
}

function endingIn(id: RegExp) {
  return { 'Fn::Join': ['', expect.arrayContaining([{ Ref: expect.stringMatching(id) }])] };
}
