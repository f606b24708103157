import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { isSample, officeFrom } from '../../infra/office.ts';

const officeTold = (context: Record<string, string>) => officeFrom(new App({ context }).node);

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
  ])('is refused when told wrongly, and what is wrong is named: %j', (context, named) => {
    expect(() => officeTold(context)).toThrow(named);
  });

  it('is a sample until the technician has said otherwise', () => {
    const { context } = JSON.parse(readFileSync(join(import.meta.dirname, '../../cdk.json'), 'utf8'));
    expect(isSample(officeTold({ sender: context.sender }))).toBe(true);
    expect(isSample(officeTold({ sender: 'bao-cao@so.gov.vn' }))).toBe(false);
  });
});
