import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { MailState } from '../shared/domain/delivery/mail.ts';
import type { Door } from './door.ts';
import type { Failures } from './failures.ts';
import type { Lambda } from './lambda.ts';
import type { FunctionName } from './manifest.ts';
import type { Records } from './records.ts';

export type Watched = {
  /** Whom the alarms write to; nobody while it is not told. */
  technician: string | undefined;
  door: Door;
  records: Records;
  lambdas: Record<FunctionName, Lambda>;
  failures: Failures[];
};

type Ringing = { metric: IMetric; from: number; times?: number; silence?: TreatMissingData };

/** Rings when something needs a person, and shows the month at a glance. docs/runbook.md says of each alarm what to do. */
export class Watch extends Construct {
  private readonly bell: Topic;

  constructor(scope: Construct, id: string, { technician, door, records, lambdas, failures }: Watched) {
    super(scope, id);
    this.bell = new Topic(this, 'Bell', { enforceSSL: true });
    // Whoever says that only TLS is let in must also say who is.
    this.bell.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
    if (technician) this.bell.addSubscription(new EmailSubscription(technician));

    const overdue = this.told(lambdas['compile-report'], 'overdue');
    // Told at every tick: silence is as bad as a letter that does not come.
    this.ring('letter-overdue', { metric: overdue, from: 1, silence: TreatMissingData.BREACHING });
    const unknown = this.told(lambdas['deliver-report'], 'unknown');
    this.ring('mail-unknown', { metric: unknown, from: 1 });
    const became = (state: MailState) => this.told(lambdas['track-delivery'], state, 'Sum');
    const bounced = became('bounced');
    this.ring('mail-bounced', { metric: bounced, from: 1 });
    for (const name of ['open-periods', 'compile-report', 'deliver-report', 'track-delivery'] as const)
      this.ring(`failed-${name}`, { metric: lambdas[name].metricErrors({ period: quarter }), from: 1, times: 2 });
    for (const [at, queue] of failures.entries())
      this.ring(`left-over-${at + 1}`, { metric: queue.metricApproximateNumberOfMessagesVisible(), from: 1 });
    const broken = door.metricServerError({ period: quarter });
    this.ring('pages-broken', { metric: broken, from: 1 });
    this.ring('table-throttled', { metric: throttles(records.table), from: 1 });

    const editions = this.told(lambdas['compile-report'], 'editions', 'Sum');
    new Dashboard(this, 'Month', {
      dashboardName: this.office,
      defaultInterval: Duration.days(31),
      widgets: [
        [graph('Bản nộp', this.told(lambdas.collect, 'accepted', 'Sum')), graph('Công văn', editions, overdue)],
        [graph('Thư', became('delivered'), bounced, became('complained')), graph('Thư chưa rõ', unknown)],
        [graph('Trang', door.metricCount(), door.metricClientError(), broken), graph('Trễ', door.metricLatency())],
        [graph('Lỗi', ...Object.values(lambdas).map(lambda => lambda.metricErrors()))],
      ],
    });
  }

  /** Alarms, metrics and dashboards are named account-wide: several offices may share one. */
  private get office(): string {
    return Stack.of(this).stackName;
  }

  /** A number a function logs, as a metric. */
  private told(lambda: Lambda, field: string, statistic = 'Maximum'): Metric {
    const filter = new MetricFilter(this, `${field}-told`, {
      logGroup: lambda.logGroup,
      filterPattern: FilterPattern.numberValue(`$.${field}`, '>=', 0),
      metricNamespace: 'TongHop',
      metricName: `${this.office}-${field}`,
      metricValue: `$.${field}`,
    });
    return filter.metric({ statistic, period: quarter });
  }

  private ring(id: string, { metric, from, times = 1, silence = TreatMissingData.NOT_BREACHING }: Ringing): void {
    new Alarm(this, id, {
      alarmName: `${this.office}-${id}`,
      alarmDescription: `docs/runbook.md#${id}`,
      metric,
      threshold: from,
      evaluationPeriods: times,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silence,
    }).addAlarmAction(new SnsAction(this.bell));
  }
}

const quarter = Duration.minutes(15);

/** How often the table said that it was asked too fast. */
function throttles({ tableName }: Records['table']): IMetric {
  const events = (metricName: string) =>
    new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap: { TableName: tableName }, statistic: 'Sum' });
  return new MathExpression({
    expression: 'FILL(reads, 0) + FILL(writes, 0)',
    usingMetrics: { reads: events('ReadThrottleEvents'), writes: events('WriteThrottleEvents') },
    period: quarter,
  });
}

function graph(title: string, ...left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: 12 });
}
