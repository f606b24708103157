import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/**
 * Encrypts what lies in the topics until it is handed on. A key of the stack's own, since neither SES nor CloudWatch may use the
 * one that AWS keeps for SNS; nothing that is kept hangs on it (decision 010).
 */
export class TopicKey extends Key {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Tong hop: reports of mails and alarms, on their way',
      // As seldom as KMS lets it be: each change costs a dollar a month more, and what it encrypts is gone within the hour.
      enableKeyRotation: true,
      rotationPeriod: Duration.days(2_560),
      removalPolicy: RemovalPolicy.DESTROY,
      pendingWindow: Duration.days(7),
    });
    // Which of their work may come here say the topics' policies: a condition that SES did not meet would silence it.
    for (const service of ['ses.amazonaws.com', 'cloudwatch.amazonaws.com'])
      this.addToResourcePolicy(
        new PolicyStatement({
          actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
          principals: [new ServicePrincipal(service)],
          resources: ['*'],
        }),
      );
  }
}
