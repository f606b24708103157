import { X509Certificate } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changesBetween } from '../../infra/department/changes.ts';
import { issued } from '../domain/issuing/signed/an-issuer.ts';
import { change, copyOf, departmentIn, faultsOf, report, sample, withoutLine } from './a-folder.ts';

let folder: string;
beforeEach(() => {
  folder = copyOf(sample);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the roots that an office keeps', () => {
  it('are published with it, as DER, however they are handed out; none where it keeps none', async () => {
    const before = departmentIn(folder);
    expect(before.roots).toBeUndefined();
    const [one, other] = await Promise.all([issued('CA một'), issued('CA hai')]);
    mkdirSync(join(folder, 'chung-thu-goc'));
    writeFileSync(join(folder, 'chung-thu-goc', 'a.cer'), one.der);
    writeFileSync(join(folder, 'chung-thu-goc', 'b.PEM'), new X509Certificate(Buffer.from(other.der)).toString());
    writeFileSync(join(folder, 'chung-thu-goc', 'ghi chú.txt'), 'lấy ngày 1/11');
    const after = departmentIn(folder);
    expect(after.roots).toEqual([one, other].map(({ der }) => Buffer.from(der).toString('base64')));
    expect(changesBetween(before, after)).toEqual(['đổi chứng thư gốc (chung-thu-goc)']);
  });

  it('are told where they are none, or too many', async () => {
    mkdirSync(join(folder, 'chung-thu-goc'));
    writeFileSync(join(folder, 'chung-thu-goc', 'a.crt'), 'không phải');
    expect(faultsOf(folder)).toEqual([
      expect.stringMatching(/^chung-thu-goc\/a\.crt:1 {2}không đọc được chứng thư → /),
    ]);
    const { der } = await issued('CA');
    for (let at = 0; at <= 30; at += 1) writeFileSync(join(folder, 'chung-thu-goc', `${at}.crt`), der);
    rmSync(join(folder, 'chung-thu-goc', 'a.crt'));
    expect(faultsOf(folder)).toEqual([expect.stringContaining('có 31 chứng thư, nhiều hơn 30')]);
  });
});

describe('steps of signing', () => {
  it.each([
    ['[{ step: stamp }, { step: signature }]', 'đóng dấu số (stamp) đứng trước ký số (signature)'],
    ['[{ step: signature }, { step: approval }]', 'ký số (signature) đứng trước duyệt (approval)'],
    ['[{ step: signature }, { step: number }]', 'không còn bước nào ghi số vào văn bản'],
    ['[{ step: signature }, { step: stamp }, { step: number }]', 'không còn bước nào ghi số vào văn bản'],
  ])('stand in an order that can be done: %s', (steps, says) => {
    change(folder, report, ['window:', `issuing: after-approval\nsteps: ${steps}\nwindow:`]);
    expect(faultsOf(folder).map(withoutLine)).toEqual([expect.stringContaining(says)]);
  });

  it.each([
    '[{ step: approval }, { step: number }, { step: signature }, { step: stamp }]',
    '[{ step: signature }, { step: number }, { step: stamp }]',
    '[{ step: signature }]',
  ])('are right: %s', steps => {
    change(folder, report, ['window:', `issuing: after-approval\nsteps: ${steps}\nwindow:`]);
    expect(faultsOf(folder)).toEqual([]);
  });
});
