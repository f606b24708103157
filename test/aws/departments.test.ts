import { describe, expect, it } from 'vitest';
import type { Archive } from '../../shared/aws/archive.ts';
import { currentDepartment, departmentPublished, publish } from '../../shared/aws/departments.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { memoryArchive } from '../trust/memory-archive.ts';

const office = (name: string) => ({ ...departmentWith(reportWith()), name });

function anArchive(): Archive & { files: Map<string, Uint8Array> } {
  return { bucket: 'trong-bo-nho', ...memoryArchive() };
}

describe('a department', () => {
  it('is in force once it is published, and none is before', async () => {
    const archive = anArchive();
    expect(await currentDepartment(archive)).toBeUndefined();
    const hash = await publish(archive, office('Sở Một'));
    expect(await currentDepartment(archive)).toEqual({ hash, department: office('Sở Một') });
  });

  it('published anew leaves the old one to the periods that pin it', async () => {
    const archive = anArchive();
    const old = await publish(archive, office('Sở Hai'));
    const hash = await publish(archive, office('Sở Hai, sáp nhập'));
    expect(await currentDepartment(archive)).toMatchObject({ hash, department: { name: 'Sở Hai, sáp nhập' } });
    expect(await departmentPublished(archive, old)).toEqual(office('Sở Hai'));
  });

  it('is read once in the life of a process, since its hash never names another', async () => {
    const archive = anArchive();
    const hash = await publish(archive, office('Sở Ba'));
    const first = await departmentPublished(archive, hash);
    archive.files.clear();
    expect(await departmentPublished(archive, hash)).toBe(first);
  });

  it('that was altered, or is not there, is not believed', async () => {
    const archive = anArchive();
    const hash = await publish(archive, office('Sở Bốn'));
    archive.files.set(`departments/${hash}.json`, new TextEncoder().encode(JSON.stringify(office('Sở Giả'))));
    await expect(departmentPublished(archive, hash)).rejects.toThrow(`no department published under ${hash}`);
    await expect(departmentPublished(archive, 'khong-co')).rejects.toThrow('no department published under khong-co');
  });
});
