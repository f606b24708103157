import { CfnOutput } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { DomainName, HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import { Log } from './log.ts';
import type { Office } from './office.ts';

/** What is logged of a request: the route it took, never its address, since tokens stand there, and never who asked. */
const logged = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
};

/** The front door: the HTTP API, no faster than an office ever needs, so that nobody runs up its bill. */
export class Door extends HttpApi {
  /** Where people reach it. */
  readonly address: string;

  constructor(scope: Construct, id: string, { baseUrl, certificate }: Pick<Office, 'baseUrl' | 'certificate'>) {
    super(scope, id, {
      apiName: 'tong-hop',
      createDefaultStage: false,
      // One address: where the office has its own, forms come from there alone.
      disableExecuteApiEndpoint: certificate !== undefined,
    });
    this.address = baseUrl ?? this.apiEndpoint;
    const domainName = certificate && this.domainOf(this.address, certificate);
    new HttpStage(this, 'Stage', {
      ...(domainName && { domainMapping: { domainName } }),
      httpApi: this,
      autoDeploy: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(new Log(this, 'Log')),
        format: AccessLogFormat.custom(JSON.stringify(logged)),
      },
    });
  }

  private domainOf(address: string, certificate: string): DomainName {
    const domain = new DomainName(this, 'Domain', {
      domainName: new URL(address).hostname,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificate),
    });
    new CfnOutput(this, 'Target', { value: `${domain.name} CNAME ${domain.regionalDomainName}` });
    return domain;
  }
}
