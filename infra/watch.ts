import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
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
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
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
  topicKey: IKey;
  door: Door;
  records: Records;
  lambdas: Record<FunctionName, Lambda>;
  failures: Failures[];
};

type Ringing = { metric: IMetric; from: number; times?: number; silence?: TreatMissingData };

/** Rings when something needs a person, and shows the month at a glance. docs/runbook.md says of each alarm what to do. */
export class Watch extends Construct {
  private readonly bell: Topic;

  constructor(scope: Construct, id: string, { technician, topicKey, door, records, lambdas, failures }: Watched) {
    super(scope, id);
    this.bell = new Topic(this, 'Bell', { enforceSSL: true, masterKey: topicKey });
    this.letAlarmsRing();
    if (technician) this.bell.addSubscription(new EmailSubscription(technician));

    const { 'compile-report': compiles, 'open-periods': opens, 'deliver-report': delivers } = lambdas;
    const overdue = this.told('overdue', [compiles]);
    // Told at every tick: silence is as bad as a letter that does not come.
    this.ring('letter-overdue', { metric: overdue, from: 1, silence: TreatMissingData.BREACHING });
    this.ring('unit-unfenced', { metric: this.told('unfenced', [compiles]), from: 1 });
    // While a period is open its mails are told of by who opens it, and after that by who delivers.
    const unknown = this.told('unknown', [opens, delivers]);
    this.ring('mail-unknown', { metric: unknown, from: 1 });
    const refused = this.told('refused', [opens, delivers]);
    this.ring('mail-refused', { metric: refused, from: 1 });
    const waiting = this.told('waiting', [opens, delivers]);
    // What hindered one tick may be over at the next.
    this.ring('mails-waiting', { metric: waiting, from: 1, times: 2 });
    const became = (state: MailState) => this.told(state, [lambdas['track-delivery']], 'Sum');
    const [bounced, undelivered, complained] = [became('bounced'), became('undelivered'), became('complained')];
    this.ring('mail-bounced', { metric: bounced, from: 1 });
    this.ring('mail-undelivered', { metric: undelivered, from: 1 });
    this.ring('mail-complained', { metric: complained, from: 1 });
    for (const name of ['open-periods', 'compile-report', 'deliver-report', 'track-delivery'] as const)
      this.ring(`failed-${name}`, { metric: lambdas[name].metricErrors({ period: quarter }), from: 1, times: 2 });
    for (const [at, queue] of failures.entries())
      this.ring(`left-over-${at + 1}`, { metric: queue.metricApproximateNumberOfMessagesVisible(), from: 1 });
    const broken = door.metricServerError({ period: quarter });
    this.ring('pages-broken', { metric: broken, from: 1 });
    this.ring('table-throttled', { metric: throttles(records.table), from: 1 });

    const editions = this.told('editions', [compiles], 'Sum');
    new Dashboard(this, 'Month', {
      dashboardName: this.office,
      defaultInterval: Duration.days(31),
      widgets: [
        [graph('Bản nộp', this.told('accepted', [lambdas.collect], 'Sum')), graph('Công văn', editions, overdue)],
        [
          graph('Thư', became('delivered'), bounced, undelivered, complained),
          graph('Thư chưa xong', unknown, refused, waiting),
        ],
        [graph('Trang', door.metricCount(), door.metricClientError(), broken), graph('Trễ', door.metricLatency())],
        [graph('Lỗi', ...Object.values(lambdas).map(lambda => lambda.metricErrors()))],
      ],
    });
  }

  /** Alarms, metrics and dashboards are named account-wide: several offices may share one. */
  private get office(): string {
    return Stack.of(this).stackName;
  }

  /** A number that functions log, as one metric. */
  private told(field: string, by: Lambda[], statistic = 'Maximum'): Metric {
    const names = { metricNamespace: 'TongHop', metricName: `${this.office}-${field}` };
    for (const lambda of by)
      new MetricFilter(this, `${field}-told-by-${lambda.node.id}`, {
        ...names,
        logGroup: lambda.logGroup,
        filterPattern: FilterPattern.numberValue(`$.${field}`, '>=', 0),
        metricValue: `$.${field}`,
      });
    return new Metric({ namespace: names.metricNamespace, metricName: names.metricName, statistic, period: quarter });
  }

  /** CloudWatch may write to the bell, for the alarms of this office in this account and for nobody else's. */
  private letAlarmsRing(): void {
    const { account } = Stack.of(this);
    const alarms = Stack.of(this).formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: `${this.office}-*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.bell.addToResourcePolicy(
      new PolicyStatement({
        actions: ['sns:Publish'],
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        resources: [this.bell.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': alarms } },
      }),
    );
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
