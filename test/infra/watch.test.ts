import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { TongHop } from '../../infra/stack.ts';
import { names, synthesized } from './synthesized.ts';

const { all, only, logsOf } = synthesized({ office: { sender: 'a@so.example', technician: 'ky-thuat@so.example' } });
const alarms = all('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');

describe('the alarms', () => {
  it('each have a paragraph in the runbook, and each paragraph its alarm', () => {
    const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    const told = alarms.map(({ AlarmDescription }) => String(AlarmDescription).replace('docs/runbook.md#', ''));
    expect(told.length).toBeGreaterThan(0);
    expect(headings.sort()).toEqual(told.sort());
  });

  it('write to the technician, and CloudWatch may', () => {
    expect(all('AWS::SNS::Subscription').map(({ Properties }) => Properties)).toContainEqual(
      expect.objectContaining({ Protocol: 'email', Endpoint: 'ky-thuat@so.example' }),
    );
    for (const { AlarmActions } of alarms) expect(AlarmActions).toHaveLength(1);
  });

  it('alone may write to the bell: this office’s, from this account', () => {
    const policies = all('AWS::SNS::TopicPolicy').flatMap(
      ({ Properties }) => (Properties.PolicyDocument as { Statement: Record<string, unknown>[] }).Statement,
    );
    const ringing = policies.filter(({ Principal }) => JSON.stringify(Principal).includes('cloudwatch'));
    const account = { Ref: 'AWS::AccountId' };
    expect(ringing.map(({ Condition }) => Condition)).toEqual([
      {
        StringEquals: { 'aws:SourceAccount': account },
        ArnLike: {
          'aws:SourceArn': {
            'Fn::Join': [
              '',
              [
                'arn:',
                { Ref: 'AWS::Partition' },
                ':cloudwatch:',
                { Ref: 'AWS::Region' },
                ':',
                account,
                ':alarm:TongHop-*',
              ],
            ],
          },
        },
      },
    ]);
    for (const { AlarmName } of alarms) expect(AlarmName).toMatch(/^TongHop-/);
  });

  it('hear of a mail from whoever has to do with it: who opens the period, who delivers, who is told by SES', () => {
    const heard = (field: string) =>
      all('AWS::Logs::MetricFilter')
        .filter(({ Properties }) => Properties.FilterPattern === `{ $.${field} >= 0 }`)
        .map(({ Properties }) => logsOf(Properties.LogGroupName));
    expect(heard('unknown')).toEqual(['open-periods', 'deliver-report']);
    expect(heard('refused')).toEqual(['open-periods', 'deliver-report']);
    expect(heard('undelivered')).toEqual(['track-delivery']);
    expect(heard('complained')).toEqual(['track-delivery']);
    expect(heard('unfenced')).toEqual(['compile-report']);
  });

  it('take silence for an alarm where a number is told at every tick, and only there', () => {
    const breaching = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching');
    expect(breaching.map(({ AlarmDescription }) => AlarmDescription)).toEqual(['docs/runbook.md#letter-overdue']);
  });

  it('are of this office alone, though several may share an account: no other’s mails and letters ring them', () => {
    const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
    const [one = [], other = []] = ['SoCongThuong', 'SoYTe'].map(name => {
      const office = { sender: 'a@so.example' };
      const template = Template.fromStack(new TongHop(new Stage(app, name), 'TongHop', { office }));
      const names = (type: string, property: string) =>
        Object.values(template.findResources(type)).flatMap(({ Properties }) =>
          [Properties.MetricTransformations ?? Properties].flat().map(each => String(each[property])),
        );
      return [
        ...names('AWS::CloudWatch::Alarm', 'AlarmName'),
        ...names('AWS::CloudWatch::Dashboard', 'DashboardName'),
        ...names('AWS::Logs::MetricFilter', 'MetricName'),
      ];
    });
    expect(one.length).toBeGreaterThan(20);
    expect(one.filter(name => other.includes(name))).toEqual([]);
    const counted = alarms.flatMap(({ Namespace, Metrics = [] }) => [Namespace, ...namespacesIn(Metrics)]);
    expect(counted).not.toContain('AWS/SES');
  });

  it('ring as soon as a letter is half an hour late: compile-report counts the half-hour, the alarm adds none', () => {
    const overdue = alarms.find(({ AlarmDescription }) => AlarmDescription === 'docs/runbook.md#letter-overdue');
    expect(overdue).toMatchObject({ Threshold: 1, EvaluationPeriods: 1, Period: 900, Statistic: 'Maximum' });
  });
});

describe('the dashboard', () => {
  it('shows the month: units in, letters, deliveries, errors', () => {
    const { DashboardBody } = only('AWS::CloudWatch::Dashboard').Properties;
    const shown = JSON.stringify(DashboardBody);
    for (const metric of ['accepted', 'editions', 'overdue', 'delivered', 'bounced', 'unknown', 'refused', 'waiting'])
      expect(shown).toContain(`TongHop-${metric}`);
    expect(shown.match(/Errors/g)).toHaveLength(names.length);
  });
});

function namespacesIn(metrics: unknown): string[] {
  return [...JSON.stringify(metrics).matchAll(/"Namespace":"([^"]+)"/g)].map(([, namespace = '']) => namespace);
}

describe('the front door', () => {
  it('is no faster than an office needs, and logs no address and nobody who asked', () => {
    const stage = only('AWS::ApiGatewayV2::Stage');
    expect(stage.Properties.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: 100,
      ThrottlingBurstLimit: 200,
    });
    const { Format } = stage.Properties.AccessLogSettings as { Format: string };
    expect(Format.match(/\$context\.[\w.]+/g)).toEqual([
      '$context.requestId',
      '$context.requestTimeEpoch',
      '$context.httpMethod',
      '$context.routeKey',
      '$context.status',
      '$context.responseLatency',
      '$context.responseLength',
    ]);
  });
});
