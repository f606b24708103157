import { type CfnElement, type Stack, Validations } from 'aws-cdk-lib';
import type { Lambda } from './lambda.ts';
import { folders, type Records } from './records.ts';

type Acknowledged = { findings: string[]; reason: string };

/**
 * What cdk-nag finds and is as meant, each with its reason: there are five. Anything else it finds stops `npm run synth` and
 * a deployment. IAM5 is named finding by finding, so a new star is found although these are known.
 */
export function acknowledge(stack: Stack, { records, woken }: { records: Records; woken: Lambda[] }): void {
  const arn = (construct: { node: { defaultChild?: unknown } }) =>
    `<${stack.getLogicalId(construct.node.defaultChild as CfnElement)}.Arn>`;
  const all: Acknowledged[] = [
    {
      findings: ['AwsSolutions-APIG4'],
      reason:
        'Units and staff come by mailed links and sessions, which the functions check themselves: test/trust/doors.test.ts tries every route with every caller.',
    },
    {
      findings: [
        ...folders.map(folder => star(`${arn(records.archive)}/${folder}/*`)),
        ...woken.map(lambda => star(`${arn(lambda)}:*`)),
        star('*'),
      ],
      reason:
        'Files of one folder, versions of one function; and GetSendQuota and X-Ray, which know no resource. test/infra/rights.test.ts asks for each what it lets through.',
    },
    {
      findings: ['Serverless-LambdaDLQ'],
      reason:
        'Whoever calls collect and board waits for their answer. Failures of the others go to a destination, which tells more than a dead letter does.',
    },
    {
      findings: ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'],
      reason: 'Both queues are where failures end: of schedules, events, reports and functions. An alarm watches each.',
    },
    {
      findings: ['AwsSolutions-S1'],
      reason:
        'Nobody reaches the archive but the functions, each in its folders, and addresses they sign for a minute; what is filed never changes, and its hash is known.',
    },
  ];
  for (const { findings, reason } of all)
    for (const finding of findings) {
      const [pack] = finding.split('-');
      Validations.of(stack).acknowledge({ id: `${pack}::${finding}`, reason });
    }
}

function star(resource: string): string {
  return `AwsSolutions-IAM5[Resource::${resource}]`;
}
