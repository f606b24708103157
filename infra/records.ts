import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, type ITable, Table } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Environment } from '../shared/config.ts';
import { frozen, marks, table } from './manifest.ts';
import type { Office } from './office.ts';

/** What the house does to an item. It never scans and never deletes: the table's own clock clears what has expired. */
export type ItemAction = 'GetItem' | 'PutItem' | 'UpdateItem' | 'Query';

/** What must outlive a deployment, and the stack itself: the table of records, the archive of files. */
export class Records extends Construct {
  /** The table in use: the stack's own, or one restored in its place. */
  readonly table: Pick<ITable, 'tableName' | 'tableArn'>;
  readonly archive: Bucket;

  constructor(scope: Construct, id: string, { restoredTable, keepYears }: Pick<Office, 'restoredTable' | 'keepYears'>) {
    super(scope, id);
    const own = new Table(this, 'Table', {
      partitionKey: { name: table.partitionKey, type: AttributeType.STRING },
      sortKey: { name: table.sortKey, type: AttributeType.STRING },
      timeToLiveAttribute: table.expiry,
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table = restoredTable ? Table.fromTableName(this, 'RestoredTable', restoredTable) : own;
    this.archive = new Bucket(this, 'Archive', {
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      // Said only when asked for: it cannot be switched off again.
      ...(keepYears && { objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(keepYears * 365)) }),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Set here, since the library's own switch would add a helper function that may change any bucket's notifications.
    (this.archive.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    this.freeze();
  }

  /** What was issued stays as it is: whoever asks, an owner of the account too, has to change the archive's policy first. */
  private freeze(): void {
    const frozenFiles = frozen.map(key => this.archive.arnForObjects(key));
    const refusal = { effect: Effect.DENY, principals: [new AnyPrincipal()], resources: frozenFiles };
    this.archive.addToResourcePolicy(
      new PolicyStatement({
        ...refusal,
        sid: 'WrittenOnce',
        actions: ['s3:PutObject'],
        conditions: { Null: { 's3:if-none-match': 'true' } },
      }),
    );
    this.archive.addToResourcePolicy(
      new PolicyStatement({ ...refusal, sid: 'NeverDeleted', actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'] }),
    );
  }

  get told(): Pick<Environment, 'TABLE' | 'ARCHIVE'> {
    return { TABLE: this.table.tableName, ARCHIVE: this.archive.bucketName };
  }

  /** Lets a function do these things to items of these partitions, "LINK#*" or the whole of a key, and to no others. */
  allowItems({ grantPrincipal }: IGrantable, partitions: Record<string, readonly ItemAction[]>): void {
    for (const [partition, actions] of Object.entries(partitions)) {
      grantPrincipal.addToPrincipalPolicy(
        new PolicyStatement({
          actions: actions.map(action => `dynamodb:${action}`),
          resources: [this.table.tableArn],
          conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [partition] } },
        }),
      );
    }
  }

  /** Lets a function read and file under these folders, and under no others. */
  allowFiles(grantee: IGrantable, { read = [], write = [] }: { read?: readonly Folder[]; write?: readonly Folder[] }) {
    for (const folder of read) this.allowArchive(grantee, 's3:GetObject', this.archive.arnForObjects(`${folder}/*`));
    for (const folder of write) this.allowArchive(grantee, 's3:PutObject', this.archive.arnForObjects(`${folder}/*`));
  }

  /** Lets a function learn that a file is not there: whoever may not list is told 403, as if it were forbidden. */
  allowMissing(grantee: IGrantable): void {
    this.allowArchive(grantee, 's3:ListBucket', this.archive.bucketArn);
  }

  private allowArchive({ grantPrincipal }: IGrantable, action: string, resource: string): void {
    grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
  }
}

/** The folders of the archive. */
export const folders = [
  'departments',
  'editions',
  'signed',
  ...(Object.keys(marks) as (keyof typeof marks)[]),
] as const;
export type Folder = (typeof folders)[number];
