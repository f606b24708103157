import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Lambda } from './lambda.ts';
import type { Records } from './records.ts';

export type MarkProps = { records: Records; prefix: string; wakes: Lambda; failures: IQueue };

/** A mark left in the archive wakes a function, told as a tick: to be woken is all there is to it. */
export class Mark extends Rule {
  constructor(scope: Construct, id: string, { records, prefix, wakes, failures }: MarkProps) {
    super(scope, id, {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [records.archive.bucketName] }, object: { key: [{ prefix }] } },
      },
      targets: [
        new LambdaFunction(wakes, {
          event: RuleTargetInput.fromObject({ scheduledAt: EventField.time }),
          deadLetterQueue: failures,
        }),
      ],
    });
  }
}
