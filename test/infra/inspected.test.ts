import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inspected } from '../../infra/inspected.ts';
import { TongHop } from '../../infra/stack.ts';

/** An app that can be synthesized without its functions' code, which takes seconds. */
function app(): App {
  const outdir = mkdtempSync(join(tmpdir(), 'tong-hop-nag-'));
  onTestFinished(() => rmSync(outdir, { recursive: true }));
  return inspected(new App({ outdir, context: { 'aws:cdk:bundling-stacks': [] } }));
}

describe('cdk-nag', () => {
  it('finds nothing in the stack that is not acknowledged', () => {
    const house = app();
    new TongHop(house, 'TongHop', { office: { sender: 'tong-hop@so-mau.example' } });
    expect(() => house.synth()).not.toThrow();
  });

  it('is told to pass over five things at the most, each with a reason', () => {
    const house = new TongHop(app(), 'TongHop', { office: { sender: 'tong-hop@so-mau.example' } });
    const acknowledged = house.node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
    const reasons = new Set(acknowledged.flatMap(({ data }) => Object.values(data as Record<string, string>)));
    expect(reasons.size).toBeGreaterThan(0);
    expect(reasons.size).toBeLessThanOrEqual(5);
    for (const reason of reasons) expect(reason.length).toBeGreaterThan(60);
  });

  it('would end the synthesis if it did: a bucket open to plain HTTP is found', () => {
    const house = app();
    new Bucket(new Stack(house, 'Careless'), 'Bucket');
    expect(() => house.synth()).toThrow(/AwsSolutions-S10/);
  });

  it('looks by the rules for serverless houses, too: a function that keeps no trace is found', () => {
    const house = app();
    new LambdaFunction(new Stack(house, 'Careless'), 'Function', {
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: Code.fromInline('exports.handler = () => {}'),
    });
    expect(() => house.synth()).toThrow(/Serverless-LambdaTracing/);
  });
});
