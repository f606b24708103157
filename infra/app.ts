import { App, Stage } from 'aws-cdk-lib';
import { inspected } from './inspected.ts';
import { officesFrom } from './office.ts';
import { TongHop } from './stack.ts';

const app = inspected(new App());
for (const [name, office] of officesFrom(app.node)) {
  new TongHop(name === undefined ? app : new Stage(app, name), 'TongHop', { office });
}
