import { App } from 'aws-cdk-lib';
import { inspected } from './inspected.ts';
import { officeFrom } from './office.ts';
import { TongHop } from './stack.ts';

const app = inspected(new App());
new TongHop(app, 'TongHop', { office: officeFrom(app.node) });
