import { Logger } from '@aws-lambda-powertools/logger';

/**
 * The log: one line of JSON each. What is logged is named by the caller, field by field: never a token, an address of a
 * link, a figure or a text of a unit.
 */
export const log = new Logger({ serviceName: 'tong-hop' });
