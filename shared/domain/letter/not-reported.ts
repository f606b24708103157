import type { Paragraph } from './letter.ts';

/** What the letter says of a task that nobody answered; `marks` in a preview, where it stands out. */
export function notReported(
  task: string,
  { unitName, marks }: { unitName?: string | undefined; marks: boolean },
): Paragraph {
  const of = unitName ? ` của ${unitName}` : '';
  const text = `${task.replace(/[.;:]$/, '')}: chưa có báo cáo${of}.`;
  return { kind: 'paragraph', runs: [marks ? { text, missing: true } : { text }] };
}
