import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stage } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { inspected } from '../../infra/inspected.ts';
import { isSample, officesFrom } from '../../infra/office.ts';
import { TongHop } from '../../infra/stack.ts';
import { synthesized } from './synthesized.ts';

const officesTold = (context: Record<string, unknown>) => officesFrom(new App({ context }).node);
const officeTold = (context: Record<string, string>) => officesTold(context).get(undefined) ?? { sender: '' };

describe('an office', () => {
  it('is told by its context', () => {
    expect(officeTold({ sender: 'bao-cao@so.gov.vn' })).toEqual({ sender: 'bao-cao@so.gov.vn' });
    const whole = { sender: 'bao-cao@so.gov.vn', senderDomain: 'so.gov.vn', baseUrl: 'https://baocao.so.gov.vn' };
    expect(officeTold(whole)).toEqual(whole);
  });

  it.each([
    [{}, 'sender'],
    [{ sender: 'so.gov.vn' }, 'sender'],
    [{ sender: 'bao-cao@so.gov.vn', baseUrl: 'https://baocao.so.gov.vn/' }, 'baseUrl'],
    [{ sender: 'bao-cao@so.gov.vn', baseUrl: 'http://baocao.so.gov.vn' }, 'baseUrl'],
    [{ sender: 'bao-cao@so.gov.vn', senderDomain: 'khac.gov.vn' }, 'no address of the domain'],
    [{ sender: 'bao-cao@so.gov.vn', certificate: 'arn:aws:acm:x' }, 'tell baseUrl, too'],
    [{ sender: 'bao-cao@so.gov.vn', baseUrl: 'https://baocao.so.gov.vn', certificate: 'x' }, 'certificate'],
  ])('is refused when told wrongly, and what is wrong is named: %j', (context, named) => {
    expect(() => officeTold(context)).toThrow(named);
  });

  it('may be one of several, each deployed by its name', () => {
    const offices = { SoCongThuong: { sender: 'a@sct.gov.vn' }, SoYTe: { sender: 'b@syt.gov.vn' } };
    expect([...officesTold({ sender: 'nobody', offices })]).toEqual(Object.entries(offices));
    expect(() => officesTold({ offices: { SoYTe: {} } })).toThrow('sender');
    const app = inspected(new App({ context: { 'aws:cdk:bundling-stacks': [] } }));
    for (const [name, office] of Object.entries(offices)) new TongHop(new Stage(app, name), 'TongHop', { office });
    const { stacksRecursively } = app.synth();
    expect(stacksRecursively.map(({ stackName }) => stackName)).toEqual(['SoCongThuong-TongHop', 'SoYTe-TongHop']);
  });

  it('with an address of its own is reached there and nowhere else', () => {
    const baseUrl = 'https://baocao.so.gov.vn';
    const certificate = 'arn:aws:acm:ap-southeast-1:123456789012:certificate/a';
    const { only, functionNamed } = synthesized({ office: { sender: 'a@so.gov.vn', baseUrl, certificate } });
    expect(only('AWS::ApiGatewayV2::DomainName').Properties).toMatchObject({
      DomainName: 'baocao.so.gov.vn',
      DomainNameConfigurations: [{ CertificateArn: certificate }],
    });
    expect(only('AWS::ApiGatewayV2::ApiMapping').Properties).toMatchObject({ Stage: '$default' });
    expect(only('AWS::ApiGatewayV2::Api').Properties).toMatchObject({ DisableExecuteApiEndpoint: true });
    expect(functionNamed('board').Properties).toMatchObject({ Environment: { Variables: { BASE_URL: baseUrl } } });
  });

  it('goes on with a table restored from a backup, and keeps the one it had', () => {
    const { only, functionNamed, grantsOf } = synthesized({
      office: { sender: 'a@so.gov.vn', restoredTable: 'restored' },
    });
    expect(only('AWS::DynamoDB::Table').DeletionPolicy).toBe('Retain');
    expect(functionNamed('collect').Properties).toMatchObject({ Environment: { Variables: { TABLE: 'restored' } } });
    expect(JSON.stringify(grantsOf('collect'))).toMatch(/:table\/restored/);
  });

  it('is a sample until the technician has said otherwise', () => {
    const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '../../cdk.json'), 'utf8'));
    expect(isSample(officeTold({ sender: context.sender }))).toBe(true);
    expect(isSample(officeTold({ sender: 'bao-cao@so.gov.vn' }))).toBe(false);
  });
});
