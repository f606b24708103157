import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { Log } from './log.ts';

/** What is logged of a request: the route it took, never its address, since tokens stand there, and never who asked. */
const logged = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
};

/** The front door: the HTTP API, no faster than an office ever needs, so that nobody runs up its bill. */
export class Door extends HttpApi {
  constructor(scope: Construct, id: string) {
    super(scope, id, { apiName: 'tong-hop', createDefaultStage: false });
    new HttpStage(this, 'Stage', {
      httpApi: this,
      autoDeploy: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(new Log(this, 'Log')),
        format: AccessLogFormat.custom(JSON.stringify(logged)),
      },
    });
  }
}
