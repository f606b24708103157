import { describe, expect, it } from 'vitest';
import { functions, routes } from '../../infra/manifest.ts';
import { synthesized } from './synthesized.ts';

/** What AWS takes of a template and of what it makes; the stack is nowhere near, and a change that brings it there fails here. */

const { template, all } = synthesized();
const json = template.toJSON();

describe('the template', () => {
  it('is less than half of what CloudFormation takes: 1 MB, 500 resources, 200 parameters, outputs and mappings', () => {
    const count = (section: string) => Object.keys(json[section] ?? {}).length;
    expect(Buffer.byteLength(JSON.stringify(json))).toBeLessThan(1_000_000 / 2);
    expect(count('Resources')).toBeLessThan(500 / 2);
    for (const section of ['Parameters', 'Outputs', 'Mappings'])
      expect([section, count(section) < 100]).toEqual([section, true]);
    const descriptions = Object.values(json.Outputs ?? {}).map(
      output => (output as { Description?: string }).Description ?? '',
    );
    expect(Math.max(0, ...descriptions.map(text => Buffer.byteLength(text)))).toBeLessThanOrEqual(1_024);
  });

  it('tells each function less than 4 KB', () => {
    for (const { Properties } of all('AWS::Lambda::Function')) {
      const { Variables = {} } = (Properties.Environment ?? {}) as { Variables?: Record<string, unknown> };
      // An address of a resource is written out when it is known: 200 letters for each are more than any has.
      const told = Object.entries(Variables).map(
        ([name, value]) => name.length + (typeof value === 'string' ? value.length : 200),
      );
      expect(told.reduce((sum, each) => sum + each, 0)).toBeLessThan(4_096);
    }
  });

  it('lets functions run no longer, and with no more beside them, than Lambda does: 15 minutes, 512 MB to 10 GB of /tmp', () => {
    for (const { Properties } of all('AWS::Lambda::Function')) {
      expect(Number(Properties.Timeout)).toBeLessThanOrEqual(900);
      expect(Number(Properties.MemorySize)).toBeLessThanOrEqual(10_240);
    }
  });

  it('answers what people wait for within the 30 seconds of API Gateway, and has fewer than its 300 routes', () => {
    const asked = new Set(routes.map(({ wakes }) => wakes));
    for (const name of asked) expect([name, functions[name].timeoutSeconds <= 30]).toEqual([name, true]);
    expect(all('AWS::ApiGatewayV2::Route').length).toBeLessThan(300);
    expect(all('AWS::ApiGatewayV2::Integration').length).toBeLessThan(300);
  });

  it('gives each role at most 10,240 letters of policy of its own, blanks not counted, and each topic 30,720', () => {
    const lettersOf = (document: unknown) => JSON.stringify(document).replace(/\s/g, '').length;
    const inline = all('AWS::IAM::Policy').map(({ Properties }) => lettersOf(Properties.PolicyDocument));
    const ofRoles = all('AWS::IAM::Role').map(({ Properties }) => lettersOf(Properties.Policies ?? []));
    expect(Math.max(...inline, ...ofRoles)).toBeLessThan(10_240);
    for (const { Properties } of all('AWS::SNS::TopicPolicy'))
      expect(lettersOf(Properties.PolicyDocument)).toBeLessThan(30_720);
    for (const { Properties } of all('AWS::S3::BucketPolicy'))
      expect(lettersOf(Properties.PolicyDocument)).toBeLessThan(20_480);
  });

  it('hands on the time alone, or the key of a file: far from the 256 KB of an input, the 2,048 letters of a pattern', () => {
    for (const { Properties } of all('AWS::Scheduler::Schedule'))
      expect(JSON.stringify(Properties.Target).length).toBeLessThan(4_096);
    for (const { Properties } of all('AWS::Events::Rule'))
      expect(JSON.stringify(Properties.EventPattern ?? {}).length).toBeLessThanOrEqual(2_048);
  });

  it('names alarms in 255 letters and describes them in 1,024, and filters each log group at most 100 times', () => {
    for (const { Properties } of all('AWS::CloudWatch::Alarm')) {
      expect(String(Properties.AlarmName ?? '').length).toBeLessThanOrEqual(255);
      expect(String(Properties.AlarmDescription ?? '').length).toBeLessThanOrEqual(1_024);
    }
    expect(all('AWS::Logs::MetricFilter').length).toBeLessThan(100);
    for (const { Properties } of all('AWS::Logs::MetricFilter'))
      expect(String(Properties.FilterPattern).length).toBeLessThanOrEqual(1_024);
  });
});
