/**
 * What runs when: the one place that says so. Both hosts, the CDK app and the local one, are built from it, and nothing
 * else wires anything.
 */

/**
 * The functions, one file each in functions/. `compiles` ones carry the typesetter and the fonts. `mostKilobytes` is what the
 * code of each may weigh: it is read at every cold start. `atOnce` is how many of each may run side by side, where the office
 * reserves them. docs/deploy.md says by which figures time, memory and number were chosen.
 */
export const functions = {
  collect: { timeoutSeconds: 10, memoryMegabytes: 512, compiles: false, mostKilobytes: 510, atOnce: 20 },
  board: { timeoutSeconds: 30, memoryMegabytes: 1_024, compiles: true, mostKilobytes: 850, atOnce: 10 },
  'open-periods': { timeoutSeconds: 300, memoryMegabytes: 512, compiles: false, mostKilobytes: 2_150, atOnce: 2 },
  'compile-report': { timeoutSeconds: 300, memoryMegabytes: 1_024, compiles: true, mostKilobytes: 800, atOnce: 1 },
  'deliver-report': { timeoutSeconds: 300, memoryMegabytes: 512, compiles: false, mostKilobytes: 740, atOnce: 2 },
  'track-delivery': { timeoutSeconds: 30, memoryMegabytes: 256, compiles: false, mostKilobytes: 260, atOnce: 5 },
} as const;
export type FunctionName = keyof typeof functions;

/** What each function is told: the names of shared/config.ts. */
export const environment = {
  collect: ['TABLE', 'ARCHIVE', 'BASE_URL'],
  board: ['TABLE', 'ARCHIVE', 'BASE_URL'],
  'open-periods': ['TABLE', 'ARCHIVE', 'BASE_URL', 'SENDER', 'CONFIGURATION_SET'],
  'compile-report': ['TABLE', 'ARCHIVE'],
  'deliver-report': ['TABLE', 'ARCHIVE', 'BASE_URL', 'SENDER', 'CONFIGURATION_SET'],
  'track-delivery': ['TABLE', 'FEEDBACK_TOPIC', 'FEEDBACK_SIGNER'],
} as const satisfies Record<FunctionName, readonly string[]>;

/** The addresses people and programs reach, and what answers them, whichever way they are asked. HEAD is answered where GET is. */
export const routes = [
  { method: 'GET', path: '/', wakes: 'collect' },
  { method: 'GET', path: '/assets/{name}', wakes: 'collect' },
  { method: 'GET', path: '/link/{token}', wakes: 'collect' },
  { method: 'POST', path: '/link/{token}', wakes: 'collect' },
  { method: 'GET', path: '/form/{report}/{month}/{unit}', wakes: 'collect' },
  { method: 'POST', path: '/form/{report}/{month}/{unit}', wakes: 'collect' },
  { method: 'GET', path: '/form/{report}/{month}/{unit}/check', wakes: 'collect' },
  { method: 'GET', path: '/form/{report}/{month}/{unit}/template', wakes: 'collect' },
  { method: 'GET', path: '/form/{report}/{month}/{unit}/history', wakes: 'collect' },
  { method: 'GET', path: '/form/{report}/{month}/{unit}/receipt/{key}', wakes: 'collect' },
  { method: 'GET', path: '/form/{report}/{month}/{unit}/correct', wakes: 'collect' },
  { method: 'POST', path: '/form/{report}/{month}/{unit}/correct', wakes: 'collect' },
  // From before each form had an address of its own: they lead on.
  { method: 'GET', path: '/form', wakes: 'collect' },
  { method: 'POST', path: '/form', wakes: 'collect' },
  { method: 'GET', path: '/form/template', wakes: 'collect' },
  { method: 'GET', path: '/history', wakes: 'collect' },
  { method: 'GET', path: '/receipt/{key}', wakes: 'collect' },
  { method: 'GET', path: '/api/openapi.json', wakes: 'collect' },
  { method: 'GET', path: '/api/submission', wakes: 'collect' },
  { method: 'PUT', path: '/api/submission', wakes: 'collect' },
  { method: 'GET', path: '/api/receipt/{key}', wakes: 'collect' },
  { method: 'GET', path: '/sign-in', wakes: 'board' },
  { method: 'POST', path: '/sign-in', wakes: 'board' },
  { method: 'GET', path: '/sign-in/{token}', wakes: 'board' },
  { method: 'POST', path: '/sign-in/{token}', wakes: 'board' },
  { method: 'POST', path: '/sign-out', wakes: 'board' },
  { method: 'GET', path: '/board', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/preview', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/preview/{file}', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/figures', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/figures/{indicator}', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/lists/{list}', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/tables/{file}', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/units/{unit}', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/units/{unit}/edit', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/edit', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/mend', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/units/{unit}/correct', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/units/{unit}/correct', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/corrections', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/corrections', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/reissue', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/reissue', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/release', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/release', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/extend', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/recall', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/recall', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/remind', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/link', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/revoke', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/revoke', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/resend', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/issuing', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/issuing/confirm', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/issuing/pass', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/issuing/approve', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/issuing/number', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/issuing/return', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/issuing/resubmit', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/issuing/redraft', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/issuing/signed', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/issuing/take', wakes: 'board' },
  { method: 'POST', path: '/board/{report}/{month}/issuing/addresses', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/{edition}/{file}', wakes: 'board' },
  { method: 'GET', path: '/board/{report}/{month}/{edition}/returned/{file}', wakes: 'board' },
  { method: 'GET', path: '/api/signing/{token}', wakes: 'board' },
  { method: 'POST', path: '/api/signing/{token}', wakes: 'board' },
  { method: 'GET', path: '/years/{report}/{year}', wakes: 'board' },
  { method: 'GET', path: '/kiem-tra', wakes: 'board' },
  { method: 'POST', path: '/kiem-tra', wakes: 'board' },
  { method: 'GET', path: '/download/{token}', wakes: 'board' },
  { method: 'GET', path: '/download/{token}/{file}', wakes: 'board' },
] as const satisfies readonly { method: 'GET' | 'POST' | 'PUT'; path: string; wakes: FunctionName }[];

/** What answers an address no route names: it says so, as a page or as a problem. */
export const otherwise = 'collect' satisfies FunctionName;

/** The clock only wakes; the calendar in shared/domain decides what is due. */
export const tick = {
  everyMinutes: 5,
  timeZone: 'Asia/Ho_Chi_Minh',
  wakes: ['open-periods', 'compile-report', 'deliver-report'],
} as const satisfies { everyMinutes: number; timeZone: string; wakes: readonly FunctionName[] };

/** A mark left in the archive wakes at once whoever has work; the tick would find it anyway. */
export const marks = {
  filed: { prefix: 'filed/', wakes: 'deliver-report' },
  asked: { prefix: 'asked/', wakes: 'open-periods' },
  drafts: { prefix: 'drafts/', wakes: 'compile-report' },
} as const satisfies Record<string, { prefix: string; wakes: FunctionName }>;

/**
 * Files named by the hash of their content: written once and never again, by anyone. "*" stands for anything, "?" for one letter,
 * as in a policy.
 */
export const frozen = ['editions/*', 'signed/*', `departments/${'?'.repeat(64)}.json`] as const;

/** SES reports what became of a mail, through a topic. */
export const feedback = {
  wakes: 'track-delivery',
  events: ['send', 'delivery', 'deliveryDelay', 'bounce', 'complaint', 'reject', 'renderingFailure'],
} as const;

/** The one table. `expiry` names the attribute, seconds since 1970, after which a link is cleaned away. */
export const table = { partitionKey: 'pk', sortKey: 'sk', expiry: 'expiresAt' } as const;
