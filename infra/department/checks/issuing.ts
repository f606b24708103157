import { isNumberedSigned } from '../../../shared/domain/issuing/signing.ts';
import type { Department } from '../../../shared/domain/office/department.ts';
import { actOf, among, type IssuingStep, type StepKind, stepsOf } from '../../../shared/domain/office/issuing.ts';
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
  return [
    ...(steps ? repeated(steps, { of: ({ step }) => step, list: 'steps' }, yaml) : []),
    ...misplacedIn(order).map(({ step, ...wrong }) => ({ file, line: lineAt(order.indexOf(step)), ...wrong })),
    ...taken.flatMap((step, at) =>
      [nobodyTakes(step, staff), ...nobodyPushed(step, staff)].flatMap(wrong =>
        wrong ? [{ file, line: lineAt(at), ...wrong }] : [],
      ),
    ),
  ];
}

type Wrong = { message: string; hint: string };

/** Steps of which the first comes before the second, wherever a report has both, and what is to be said where it does not. */
const inOrder: [StepKind, StepKind, Wrong][] = [
  [
    'approval',
    'number',
    {
      message: 'cấp số (number) đứng trước duyệt (approval)',
      hint: 'đặt number sau approval: chỉ cấp số cho văn bản đã duyệt',
    },
  ],
  [
    'approval',
    'signature',
    {
      message: 'ký số (signature) đứng trước duyệt (approval)',
      hint: 'đặt signature sau approval, hoặc bỏ approval: ký là duyệt',
    },
  ],
  [
    'signature',
    'stamp',
    {
      message: 'đóng dấu số (stamp) đứng trước ký số (signature)',
      hint: 'đặt stamp sau signature: dấu của cơ quan đóng lên chữ ký của người có thẩm quyền',
    },
  ],
];

function misplacedIn(order: StepKind[]): (Wrong & { step: StepKind })[] {
  const wrong = inOrder.filter(([first, then]) => order.includes(first) && isAfter(order, first, then));
  const unwritten = isNumberedSigned(order) && !isAfter(order, 'stamp', 'number');
  return [
    ...wrong.map(([, step, said]) => ({ step, ...said })),
    ...(unwritten
      ? [
          {
            step: 'number' as const,
            message: 'cấp số (number) sau khi ký mà không còn bước nào ghi số vào văn bản',
            hint: 'thêm stamp sau number: văn thư ghi số, ngày rồi đóng dấu số; hoặc đặt number trước signature',
          },
        ]
      : []),
  ];
}

function isAfter(order: StepKind[], one: StepKind, other: StepKind): boolean {
  return order.includes(other) && order.indexOf(one) > order.indexOf(other);
}

const rolesFor: Record<StepKind, string> = {
  content: 'coordinator hoặc approver',
  form: 'clerk',
  approval: 'approver',
  number: 'clerk',
  signature: 'approver',
  stamp: 'clerk',
};

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
