import { paginateScan } from '@aws-sdk/client-dynamodb';
import { paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Archive } from './archive.ts';
import type { Key, Table } from './table.ts';

/** For looking through all there is, whoever put it there: no function of the house may, and none does. */

/** The key of every item of the table, page by page; of what is in the items nothing is brought. */
export async function everyKey(table: Table): Promise<Key[]> {
  const keys: Key[] = [];
  const pages = paginateScan(
    { client: table.client },
    { TableName: table.name, ConsistentRead: true, ProjectionExpression: 'pk, sk' },
  );
  for await (const page of pages) keys.push(...(page.Items ?? []).map(item => unmarshall(item) as Key));
  return keys;
}

/** The key of every file of the archive, in order. */
export async function everyFile(archive: Archive): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of paginateListObjectsV2({ client: archive.client }, { Bucket: archive.bucket }))
    keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
  return keys;
}
