import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Lambda } from '../../infra/lambda.ts';
import { type FunctionName, functions } from '../../infra/manifest.ts';
import type { Office } from '../../infra/office.ts';
import { TongHop } from '../../infra/stack.ts';

export type Resource = { Properties: Record<string, unknown>; DeletionPolicy?: string; UpdateReplacePolicy?: string };
export type Statement = { Action: string | string[]; Resource: unknown; Condition?: Record<string, unknown> };

type Logging = { LogGroup: unknown };

const sample: Office = { sender: 'tong-hop@so-mau.example' };

/** The stack's template; with the functions' code only when a folder is given to put it in, since that takes seconds. */
export function synthesized({ office = sample, folder }: { office?: Office; folder?: string } = {}) {
  const app = new App(folder ? { outdir: folder } : { context: { 'aws:cdk:bundling-stacks': [] } });
  const stack = new TongHop(app, 'TongHop', { office });
  const template = Template.fromStack(stack);
  const lambdas = stack.node.findAll().filter(node => node instanceof Lambda);
  const idOf = (name: FunctionName) => {
    const lambda = lambdas.find(({ node }) => node.id === name);
    return stack.getLogicalId(lambda?.node.defaultChild as CfnFunction);
  };
  const ids = new Map(names.map(name => [idOf(name), name]));

  const functionNamed = (name: FunctionName): Resource => template.toJSON().Resources[idOf(name)];
  const all = (type: string): Resource[] => Object.values(template.findResources(type) as Record<string, Resource>);

  return {
    stack,
    template,
    /** The resources of a type. */
    all,
    /** The one resource of a type. @throws when there are more or none */
    only: (type: string): Resource => {
      const [found, ...more] = all(type);
      if (!found || more.length > 0) throw new Error(`not exactly one ${type}`);
      return found;
    },
    /** The resource a `Ref` or an `Fn::GetAtt` points at. */
    at: (id: string): Resource => template.toJSON().Resources[id],
    /** The function an ARN of the template belongs to; undefined when it is none of the manifest's. */
    functionOf: (arn: unknown): FunctionName | undefined => ids.get(idIn(arn)),
    functionNamed,
    /** Where the code of a function lies; only when a folder was given. */
    bundleOf: (name: FunctionName): string => {
      const { S3Key } = functionNamed(name).Properties.Code as { S3Key: string };
      return join(folder ?? '', `asset.${S3Key.replace('.zip', '')}`);
    },
    /** The function whose log this is. */
    logsOf: (logGroup: unknown): FunctionName | undefined =>
      names.find(name => idIn((functionNamed(name).Properties.LoggingConfig as Logging).LogGroup) === idIn(logGroup)),
    /** What a function may do. */
    grantsOf: (name: FunctionName): Statement[] => {
      const role = idIn(template.toJSON().Resources[idOf(name)].Properties.Role);
      return Object.values(template.findResources('AWS::IAM::Policy'))
        .filter(({ Properties }) => idIn(Properties.Roles[0]) === role)
        .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    },
  };
}

export const names = Object.keys(functions) as FunctionName[];

/** The logical id in a reference. */
export function idIn(reference: unknown): string {
  const { Ref, 'Fn::GetAtt': [id] = [] } = reference as { Ref?: string; 'Fn::GetAtt'?: string[] };
  return Ref ?? id ?? '';
}

/** The actions of statements, one by one. */
export function actionsIn(statements: Statement[]): string[] {
  return statements.flatMap(({ Action }) => Action);
}
