import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { Failures } from './failures.ts';
import type { House } from './house.ts';
import { Lambda } from './lambda.ts';
import { marks } from './manifest.ts';
import { Mark } from './mark.ts';

/** Mail out, feedback in: a filed letter goes to each recipient, and what became of each mail comes back. */
export class Delivery extends Construct {
  readonly lambdas: { 'deliver-report': Lambda; 'track-delivery': Lambda };
  readonly failures: Failures;

  constructor(scope: Construct, id: string, { records, post, environment }: House) {
    super(scope, id);
    const failures = new Failures(this, 'Failures');
    this.failures = failures;

    const deliverReport = new Lambda(this, 'deliver-report', { environment, failures, retries: 0 });
    records.allowItems(deliverReport, {
      AGENDA: ['Query', 'UpdateItem'],
      'PERIOD#*': ['GetItem', 'Query', 'UpdateItem'],
      'EDITION#*': ['Query'],
      'MAIL#*': ['Query', 'PutItem', 'UpdateItem'],
      'SERIES#*': ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
      'LINK#*': ['PutItem'],
      'AUDIT#*': ['Query', 'PutItem'],
    });
    records.allowFiles(deliverReport, { read: ['departments', 'editions', 'signed'] });
    post.allowSending(deliverReport);
    new Mark(this, 'Filed', { records, prefix: marks.filed.prefix, wakes: deliverReport, failures });

    const trackDelivery = new Lambda(this, 'track-delivery', { environment, failures, retries: 2 });
    records.allowItems(trackDelivery, { 'MAIL#*': ['UpdateItem'] });
    post.feedback.addSubscription(new LambdaSubscription(trackDelivery, { deadLetterQueue: failures }));
    this.lambdas = { 'deliver-report': deliverReport, 'track-delivery': trackDelivery };
  }
}
