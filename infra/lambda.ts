import { join } from 'node:path';
import { AssetHashType, DockerImage, Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type CfnFunction,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Environment } from '../shared/config.ts';
import { bundle } from './bundle.ts';
import { Log } from './log.ts';
import { type FunctionName, functions, environment as names } from './manifest.ts';

export type LambdaProps = {
  /** All there is to tell; a function is told what the manifest says. */
  environment: Environment;
  /** Where calls go that failed to the end, for functions nobody waits for. */
  failures?: IQueue;
  /** How often such a call is made again; 0 where the next tick is the retry. */
  retries?: 0 | 1 | 2;
};

/** One functions/*.ts file as a Lambda function, with the house defaults. Its id is the function's name. */
export class Lambda extends LambdaFunction {
  constructor(scope: Construct, name: FunctionName, { environment, failures, retries }: LambdaProps) {
    const { timeoutSeconds, memoryMegabytes, compiles } = functions[name];
    const logGroup = new Log(scope, `${name}-log`);
    // A role of its own, with none of AWS's ready-made policies: it may write this one log.
    const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, name, {
      role,
      runtime: Runtime.NODEJS_24_X,
      // The typesetter is a native library, and the one that is carried is made for x86.
      architecture: compiles ? Architecture.X86_64 : Architecture.ARM_64,
      handler: 'index.handler',
      code: codeOf(name),
      timeout: Duration.seconds(timeoutSeconds),
      memorySize: memoryMegabytes,
      environment: {
        ...Object.fromEntries(names[name].map(variable => [variable, environment[variable]])),
        NODE_OPTIONS: '--enable-source-maps',
      },
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      tracing: Tracing.ACTIVE,
      ...(failures && { onFailure: new SqsDestination(failures) }),
      ...(retries !== undefined && { retryAttempts: retries }),
    });
  }

  /** Keeps its share of the account's concurrency for it, and keeps it to that share. */
  reserve(): void {
    const { atOnce } = functions[this.node.id as FunctionName];
    (this.node.defaultChild as CfnFunction).reservedConcurrentExecutions = atOnce;
  }
}

/** The bundle, made by esbuild on this machine; the image is never used, since making it here fails or succeeds. */
function codeOf(name: FunctionName): Code {
  return Code.fromAsset(join(import.meta.dirname, '../functions'), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('none'),
      // Tells one bundle from another: two of the same folder, with the same options, are taken for one.
      command: [name],
      local: {
        tryBundle: folder => {
          bundle(name, folder);
          return true;
        },
      },
    },
  });
}
