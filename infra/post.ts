import { CfnOutput, Stack } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  type EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Environment } from '../shared/config.ts';
import { feedback } from './manifest.ts';
import type { Office } from './office.ts';

export type PostProps = Office & { topicKey: IKey };

/** The post office: the address mails come from, and the topic on which SES says what became of them. */
export class Post extends Construct {
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;
  readonly feedback: Topic;
  private readonly sender: string;

  constructor(scope: Construct, id: string, { sender, senderDomain, mailUnencrypted, topicKey }: PostProps) {
    super(scope, id);
    this.sender = sender;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      // A mail holds a link that hands in, or an unpublished letter: better returned, and told, than read on its way.
      tlsPolicy: mailUnencrypted ? ConfigurationSetTlsPolicy.OPTIONAL : ConfigurationSetTlsPolicy.REQUIRE,
    });
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: senderDomain ? Identity.domain(senderDomain) : Identity.email(sender),
      configurationSet: this.configurationSet,
    });
    this.feedback = new Topic(this, 'Feedback', {
      enforceSSL: true,
      signatureVersion: '2',
      masterKey: topicKey,
    });
    this.configurationSet.addEventDestination('Events', {
      destination: EventDestination.snsTopic(this.feedback),
      events: feedback.events.map(event => event as EmailSendingEvent),
    });
    if (senderDomain) this.tellDnsRecords();
  }

  get told(): Pick<Environment, 'SENDER' | 'CONFIGURATION_SET' | 'FEEDBACK_TOPIC' | 'FEEDBACK_SIGNER'> {
    const { region, urlSuffix } = Stack.of(this);
    return {
      SENDER: this.sender,
      CONFIGURATION_SET: this.configurationSet.configurationSetName,
      FEEDBACK_TOPIC: this.feedback.topicArn,
      FEEDBACK_SIGNER: `https://sns.${region}.${urlSuffix}`,
    };
  }

  /** The records by which the office's DNS says that the domain is its own, and that SES may sign for it. */
  private tellDnsRecords(): void {
    for (const [at, { name, value }] of this.identity.dkimRecords.entries()) {
      new CfnOutput(this, `Dkim${at + 1}`, { value: `${name} CNAME ${value}` });
    }
  }

  /** Lets a function mail from the office's address, and from no other. */
  allowSending({ grantPrincipal }: IGrantable): void {
    const configurationSet = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet.configurationSetName,
    });
    // The account's own limits belong to no resource.
    grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] }));
    grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [this.identity.emailIdentityArn, configurationSet],
        conditions: { StringEquals: { 'ses:FromAddress': this.sender } },
      }),
    );
  }
}
