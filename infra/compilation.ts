import { Duration, RemovalPolicy, TimeZone } from 'aws-cdk-lib';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleGroup,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import { Failures } from './failures.ts';
import type { House } from './house.ts';
import { Lambda } from './lambda.ts';
import { marks, tick } from './manifest.ts';
import { Mark } from './mark.ts';

/** The clock, and what it wakes: periods open, close, are compiled and filed. */
export class Compilation extends Construct {
  readonly lambdas: { 'open-periods': Lambda; 'compile-report': Lambda };
  readonly failures: Failures;

  constructor(
    scope: Construct,
    id: string,
    { records, post, environment, deliverReport }: House & { deliverReport: Lambda },
  ) {
    super(scope, id);
    const failures = new Failures(this, 'Failures');
    this.failures = failures;

    const openPeriods = new Lambda(this, 'open-periods', { environment, failures, retries: 0 });
    records.allowItems(openPeriods, {
      AGENDA: ['Query', 'PutItem'],
      'PERIOD#*': ['GetItem', 'Query', 'PutItem'],
      'SERIES#*': ['GetItem', 'Query'],
      'LINK#*': ['PutItem'],
      'MAIL#*': ['Query', 'PutItem', 'UpdateItem'],
      'AUDIT#*': ['Query', 'PutItem'],
    });
    records.allowFiles(openPeriods, { read: ['departments'] });
    records.allowMissing(openPeriods);
    post.allowSending(openPeriods);
    new Mark(this, 'Asked', { records, prefix: marks.asked.prefix, wakes: openPeriods, failures });

    const compileReport = new Lambda(this, 'compile-report', { environment, failures, retries: 0 });
    records.allowItems(compileReport, {
      AGENDA: ['Query'],
      'PERIOD#*': ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
      'SERIES#*': ['GetItem', 'Query'],
      'EDITION#*': ['GetItem', 'PutItem', 'Query', 'UpdateItem'],
      'FILE#*': ['PutItem'],
      'MAIL#*': ['Query'],
      'AUDIT#*': ['Query', 'PutItem'],
    });
    records.allowFiles(compileReport, { read: ['departments', 'editions'], write: ['editions', 'filed', 'asked'] });
    new Mark(this, 'Drafts', { records, prefix: marks.drafts.prefix, wakes: compileReport, failures });

    this.lambdas = { 'open-periods': openPeriods, 'compile-report': compileReport };
    const woken = { ...this.lambdas, 'deliver-report': deliverReport };
    const group = new ScheduleGroup(this, 'Tick', { removalPolicy: RemovalPolicy.DESTROY });
    for (const name of tick.wakes) {
      new Schedule(this, `wake-${name}`, {
        scheduleGroup: group,
        schedule: ScheduleExpression.cron({ minute: `0/${tick.everyMinutes}`, timeZone: TimeZone.of(tick.timeZone) }),
        target: new LambdaInvoke(woken[name], {
          input: ScheduleTargetInput.fromObject({ scheduledAt: ContextAttribute.scheduledTime }),
          deadLetterQueue: failures,
          // A tick older than the next one has nothing left to wake.
          maxEventAge: Duration.minutes(tick.everyMinutes),
          retryAttempts: 3,
        }),
      });
    }
  }
}
