import { buildClient } from '../infra/client.ts';
import { builtAssets } from '../templates/assets.ts';

/** Before all tests: the form's script is built once, for every town there is. */
export const setup = () => buildClient(builtAssets);
