import { App } from 'aws-cdk-lib';
import { officeFrom } from './office.ts';
import { TongHop } from './stack.ts';

const app = new App();
new TongHop(app, 'TongHop', { office: officeFrom(app.node) });
