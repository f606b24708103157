import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { synthesized } from './synthesized.ts';

const { all, only } = synthesized({ office: { sender: 'a@so.example', technician: 'ky-thuat@so.example' } });
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
    expect(JSON.stringify(all('AWS::SNS::TopicPolicy'))).toContain('"Service":"cloudwatch.amazonaws.com"');
  });

  it('take silence for an alarm where a number is told at every tick, and only there', () => {
    const breaching = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching');
    expect(breaching.map(({ AlarmDescription }) => AlarmDescription)).toEqual(['docs/runbook.md#letter-overdue']);
  });

  it('read what the functions log: the fields are those', () => {
    const fields = all('AWS::Logs::MetricFilter').map(({ Properties }) => Properties.FilterPattern);
    expect(fields.sort()).toEqual(['{ $.accepted = "*" }', '{ $.overdue = "*" }', '{ $.unknown = "*" }']);
  });
});

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
      '$context.routeKey',
      '$context.status',
      '$context.responseLatency',
      '$context.responseLength',
    ]);
  });
});
