import { readFiled } from '../../shared/aws/archive.ts';
import { toBeSigned } from '../../shared/domain/issuing/signing.ts';
import type { StepKind } from '../../shared/domain/office/issuing.ts';
import type { Role } from '../../shared/domain/office/staff.ts';
import { departmentWith, reportWith } from '../domain/an-office.ts';
import { issued } from '../domain/issuing/signed/an-issuer.ts';
import { foundTown } from './town.ts';

export const people: Record<string, Role> = { 'tong-hop': 'coordinator', 'giam-doc': 'approver', 'van-thu': 'clerk' };
export const board = '/board/bao-cao-thang/2021-10';

export type SigningTown = Awaited<ReturnType<typeof foundSigningTown>>;

/** An office whose letter is signed outside, with certificates by a root that it keeps; units hand in, and the deadline passes. */
export async function foundSigningTown(steps: StepKind[], answered: ('phong-a' | 'phong-b')[]) {
  const root = await issued('CA thử');
  const [leader, agency] = await Promise.all([issued('Nguyễn Văn An', { by: root }), issued('Sở Mẫu', { by: root })]);
  const department = departmentWith(reportWith({ issuing: 'after-approval', steps: steps.map(step => ({ step })) }));
  department.staff = Object.entries(people).map(([id, role]) => ({
    ...{ id, name: id, mail: `${id}@so.example`, roles: [role] },
  }));
  department.roots = [Buffer.from(root.der).toString('base64')];
  const town = await foundTown(department, ['2021-10-31', '09:00']);
  await town.at('2021-11-01', '08:00');
  for (const unit of answered) await town.handIn(`${unit}@so.example`, answers[unit]);
  await town.at('2021-11-16', '16:00');

  const cookies = new Map<string, string>();
  /** Everybody signs in, anew where they were. */
  const signIn = async () => {
    for (const id of Object.keys(people))
      cookies.set(id, await town.cookieFor(await town.signInLinkOf(`${id}@so.example`)));
  };
  await signIn();

  /** What a person is answered, redirects not followed; nobody is signed in where the name is nobody's. */
  const asked = async (who: string, path: string, body?: URLSearchParams | FormData) => {
    const headers = { cookie: cookies.get(who) ?? '', origin: town.address };
    const init = body ? { method: 'POST', body, headers } : { headers };
    const response = await fetch(town.address + path, { ...init, redirect: 'manual' });
    const text = await response.text();
    await town.quiet();
    return { status: response.status, text, to: response.headers.get('location') ?? '' };
  };

  const edition = async () => {
    const found = (await town.editions('bao-cao-thang', '2021-10')).at(-1);
    if (!found) throw new Error('no edition');
    return found;
  };

  const fileToSign = async (): Promise<Uint8Array> => {
    const filed = toBeSigned(await edition());
    if (!filed) throw new Error('nothing to sign');
    return readFiled(town.archive, filed);
  };

  return { town, root, leader, agency, signIn, asked, edition, fileToSign };
}

const answers = {
  'phong-a': { figures: { 'xuat-khau': { state: 'reported' as const, value: '138,8' } }, outcomes: {} },
  'phong-b': { figures: {}, outcomes: { 'nhiem-vu': 'Đã xong.' } },
};
