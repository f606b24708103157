import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { Door } from './door.ts';
import type { House } from './house.ts';
import { Lambda } from './lambda.ts';
import { otherwise, routes } from './manifest.ts';

/** Units hand in, staff look on: the front door and the two functions behind it. */
export class Collection extends Construct {
  readonly lambdas: { collect: Lambda; board: Lambda };

  constructor(scope: Construct, id: string, { records, environment, door }: House & { door: Door }) {
    super(scope, id);

    const collect = new Lambda(this, 'collect', { environment });
    records.allowItems(collect, {
      'LINK#*': ['GetItem'],
      'SESSION#*': ['GetItem', 'PutItem'],
      AGENDA: ['UpdateItem'],
      'PERIOD#*': ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
      'SERIES#*': ['GetItem'],
      ASKERS: ['GetItem', 'UpdateItem'],
      'REFUSED#*': ['UpdateItem'],
    });
    records.allowFiles(collect, { read: ['departments'] });
    records.allowMissing(collect);

    const board = new Lambda(this, 'board', { environment });
    records.allowItems(board, {
      'LINK#*': ['GetItem', 'PutItem', 'UpdateItem'],
      AGENDA: ['Query', 'UpdateItem'],
      'PERIOD#*': ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
      'EDITION#*': ['GetItem', 'Query', 'UpdateItem'],
      'FILE#*': ['GetItem', 'PutItem'],
      'NUMBER#*': ['Query', 'PutItem'],
      'SERIES#*': ['GetItem', 'Query'],
      'MAIL#*': ['Query', 'PutItem'],
      'AUDIT#*': ['Query', 'PutItem'],
      ASKERS: ['GetItem', 'UpdateItem'],
      'REFUSED#*': ['UpdateItem'],
      'ASKED#*': ['UpdateItem'],
    });
    // It files what comes back from signing, beside the letters and never among them.
    records.allowFiles(board, {
      read: ['departments', 'editions', 'signed'],
      write: ['signed', 'filed', 'asked', 'drafts'],
    });
    records.allowMissing(board);

    this.lambdas = { collect, board };
    openDoor(door, this.lambdas);
  }
}

/**
 * A path wakes its function however it is asked, which answers HEAD where it answers GET, and 405 to what it does not answer.
 * Whatever no route names goes to `otherwise`, which says so.
 */
function openDoor(door: Door, behind: { collect: Lambda; board: Lambda }): void {
  const integrations = {
    // One permission for all routes of a function: a function's policy has no room for one each.
    collect: new HttpLambdaIntegration('collect', behind.collect, { scopePermissionToRoute: false }),
    board: new HttpLambdaIntegration('board', behind.board, { scopePermissionToRoute: false }),
  };
  const wakes = new Map(routes.map(route => [route.path, route.wakes]));
  for (const [path, name] of wakes) {
    door.addRoutes({ path, methods: [HttpMethod.ANY], integration: integrations[name] });
  }
  // The permission above covers addresses with a path; "$default" has none, so it needs its own (it is "*/$default").
  new HttpRoute(door, 'otherwise', {
    httpApi: door,
    routeKey: HttpRouteKey.DEFAULT,
    integration: new HttpLambdaIntegration('otherwise', behind[otherwise]),
  });
}
