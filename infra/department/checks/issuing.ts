import type { Department } from '../../../shared/domain/office/department.ts';
import { actOf, among, type IssuingStep, stepsOf } from '../../../shared/domain/office/issuing.ts';
import { may } from '../../../shared/domain/office/roles.ts';
import type { FolderFault } from '../fault.ts';
import type { ReportFile } from '../report-file.ts';
import { repeated } from './repeated.ts';

/** Steps that nobody could take, or in an order that would give a number to what is not approved. */
export function issuingFaults({ staff }: Department, { yaml, definition }: ReportFile): FolderFault[] {
  const { file, lineOf } = yaml;
  const { steps, issuing } = definition;
  if (steps && issuing !== 'after-approval') {
    const hint = 'thêm issuing: after-approval, hoặc bỏ steps';
    return [{ file, line: lineOf(['steps']), message: 'có steps mà công văn vẫn tự phát hành', hint }];
  }
  const taken = stepsOf(definition) ?? [];
  const lineAt = (at: number) => lineOf(steps ? ['steps', at] : ['issuing']);
  const order = taken.map(({ step }) => step);
  const unapproved = order.includes('number') && order.indexOf('number') < order.indexOf('approval');
  return [
    ...(steps ? repeated(steps, { of: ({ step }) => step, list: 'steps' }, yaml) : []),
    ...(unapproved
      ? [
          {
            ...{ file, line: lineAt(order.indexOf('number')) },
            message: 'cấp số (number) đứng trước duyệt (approval)',
            hint: 'đặt number sau approval: chỉ cấp số cho văn bản đã duyệt',
          },
        ]
      : []),
    ...taken.flatMap((step, at) =>
      [nobodyTakes(step, staff), ...nobodyPushed(step, staff)].flatMap(wrong =>
        wrong ? [{ file, line: lineAt(at), ...wrong }] : [],
      ),
    ),
  ];
}

type Wrong = { message: string; hint: string };

const rolesFor = { content: 'coordinator hoặc approver', form: 'clerk', approval: 'approver', number: 'clerk' };

function nobodyTakes({ step, by }: IssuingStep, staff: Department['staff']): Wrong | undefined {
  const named = by === undefined ? staff : among(by, staff);
  const unknown = Array.isArray(by) ? by.find(id => !staff.some(person => person.id === id)) : undefined;
  if (unknown !== undefined) return notStaff(unknown);
  if (named.some(person => may(person, actOf[step]))) return undefined;
  const message = `bước ${step} không có ai làm được`;
  return { message, hint: `bước này cần người có vai trò ${rolesFor[step]}: sửa by, hoặc roles trong department.yaml` };
}

function nobodyPushed({ push = [] }: IssuingStep, staff: Department['staff']): (Wrong | undefined)[] {
  return push.map(({ to }) => nobodyTold(to, staff));
}

/** A group without anybody in it, or somebody who is not of the staff. */
export function nobodyTold(to: Parameters<typeof among>[0], staff: Department['staff']): Wrong | undefined {
  const unknown = Array.isArray(to) ? to.find(id => !staff.some(person => person.id === id)) : undefined;
  if (unknown !== undefined) return notStaff(unknown);
  if (among(to, staff).length > 0) return undefined;
  return { message: `nhóm "${String(to)}" được nhắc mà không có ai`, hint: 'sửa to, hoặc roles trong department.yaml' };
}

function notStaff(id: string): Wrong {
  return { message: `"${id}" không phải là mã của cán bộ nào`, hint: 'dùng mã (id) ở mục staff của department.yaml' };
}
