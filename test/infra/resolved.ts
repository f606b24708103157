import type { FunctionName } from '../../infra/manifest.ts';
import { idIn, type Statement, synthesized } from './synthesized.ts';

/** The address the sample's mails come from. */
export const sender = 'tong-hop@so-mau.example';

const { grantsOf: statementsOf, only, template } = synthesized();
const { Resources } = template.toJSON() as { Resources: Record<string, { Type: string }> };

/** The rights of a function as IAM would see them once deployed: every reference an ARN, each named by its construct. */
export function grantsOf(name: FunctionName): Statement[] {
  return resolved(statementsOf(name)) as Statement[];
}

/** What the archive says to whoever asks, as IAM would see it. */
export function archivePolicy(): unknown {
  return resolved(only('AWS::S3::BucketPolicy').Properties.PolicyDocument);
}

const arns: Record<string, (name: string) => string> = {
  'AWS::DynamoDB::Table': name => `arn:aws:dynamodb:ap-southeast-1:123456789012:table/${name}`,
  'AWS::S3::Bucket': name => `arn:aws:s3:::${name}`,
  'AWS::SQS::Queue': name => `arn:aws:sqs:ap-southeast-1:123456789012:${name}`,
  'AWS::Logs::LogGroup': name => `arn:aws:logs:ap-southeast-1:123456789012:log-group:${name}:*`,
};

const pseudo: Record<string, string> = {
  'AWS::Partition': 'aws',
  'AWS::Region': 'ap-southeast-1',
  'AWS::AccountId': '123456789012',
};

function resolved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  if ('Fn::Join' in value) {
    const [between, parts] = value['Fn::Join'] as [string, unknown[]];
    return parts.map(part => String(resolved(part))).join(between);
  }
  if ('Ref' in value || 'Fn::GetAtt' in value) return referred(idIn(value));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolved(part)]));
}

/** The name of a construct is its logical id without the digest. */
function referred(id: string): string {
  const name = id.replace(/[0-9A-F]{8}$/, '');
  return pseudo[id] ?? arns[Resources[id]?.Type ?? '']?.(name) ?? name;
}
