import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
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

  it('would end the synthesis if it did: a bucket open to plain HTTP is found', () => {
    const house = app();
    new Bucket(new Stack(house, 'Careless'), 'Bucket');
    expect(() => house.synth()).toThrow(/AwsSolutions-S10/);
  });
});
