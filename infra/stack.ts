import { Annotations, CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledged.ts';
import { Collection } from './collection.ts';
import { Compilation } from './compilation.ts';
import { Delivery } from './delivery.ts';
import { Door } from './door.ts';
import type { House } from './house.ts';
import { isSample, type Office } from './office.ts';
import { Post } from './post.ts';
import { Records } from './records.ts';
import { TopicKey } from './topic-key.ts';
import { Watch } from './watch.ts';

/** One office's Tổng hợp: units hand in, the clock compiles, the post delivers, and the records outlive it all. */
export class TongHop extends Stack {
  constructor(scope: Construct, id: string, { office }: { office: Office }) {
    super(scope, id, {
      description: 'Tong hop: collects, compiles and delivers the monthly reports of an office',
      terminationProtection: true,
    });

    const records = new Records(this, 'Records', office);
    const topicKey = new TopicKey(this, 'TopicKey');
    const post = new Post(this, 'Post', { ...office, topicKey });
    // Depends on no function, so that functions may be told its address and it may route to them all the same.
    const door = new Door(this, 'Door', office);

    const house: House = { records, post, environment: { ...records.told, ...post.told, BASE_URL: door.address } };
    const collection = new Collection(this, 'Collection', { ...house, door });
    const delivery = new Delivery(this, 'Delivery', house);
    const compilation = new Compilation(this, 'Compilation', {
      ...house,
      deliverReport: delivery.lambdas['deliver-report'],
    });
    const lambdas = { ...collection.lambdas, ...compilation.lambdas, ...delivery.lambdas };
    if (office.reserveConcurrency) for (const lambda of Object.values(lambdas)) lambda.reserve();
    new Watch(this, 'Watch', {
      technician: office.technician,
      topicKey,
      door,
      records,
      lambdas,
      failures: [compilation.failures, delivery.failures],
    });

    acknowledge(this, {
      records,
      woken: [...Object.values(compilation.lambdas), delivery.lambdas['deliver-report']],
    });

    new CfnOutput(this, 'Address', { value: door.address, description: 'Where people reach the pages' });
    new CfnOutput(this, 'Table', { value: records.table.tableName });
    new CfnOutput(this, 'Archive', { value: records.archive.bucketName });
    if (isSample(office)) {
      Annotations.of(this).addWarningV2('tong-hop:sample-sender', `no mail can go out from ${office.sender}`);
    }
  }
}
