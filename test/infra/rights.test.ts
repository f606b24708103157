import { runSimulation } from '@cloud-copilot/iam-simulate';
import { describe, expect, it } from 'vitest';
import type { FunctionName } from '../../infra/manifest.ts';
import { archivePolicy, grantsOf as resolvedGrantsOf, sender } from './resolved.ts';
import { names } from './synthesized.ts';

type Act = { action: string; on: string; when?: Record<string, string | string[]> };

const onItem = (action: string, partition: string): Act => ({
  action: `dynamodb:${action}`,
  on: 'arn:aws:dynamodb:ap-southeast-1:123456789012:table/RecordsTable',
  when: { 'dynamodb:LeadingKeys': [partition] },
});
const onFile = (action: string, key: string): Act => ({
  action: `s3:${action}`,
  on: `arn:aws:s3:::RecordsArchive/${key}`,
});
/** SES asks for the identity, and for the configuration set where one is named (service authorization reference). */
const mail = (of: `${'identity' | 'configuration-set'}/${string}`, from: string): Act => ({
  action: 'ses:SendRawEmail',
  on: `arn:aws:ses:ap-southeast-1:123456789012:${of}`,
  when: { 'ses:FromAddress': from },
});

/** What might be done to the house. What no function is named for below, no function may. */
const acts = {
  'learn what a link opens': onItem('GetItem', 'LINK#a'),
  'make a link': onItem('PutItem', 'LINK#a'),
  'open a session for a unit': onItem('PutItem', 'SESSION#a'),
  'hand in': onItem('UpdateItem', 'PERIOD#bao-cao#2021-10'),
  'ask for something beside a head': onItem('PutItem', 'PERIOD#bao-cao#2021-10'),
  'put a period back in hand': onItem('UpdateItem', 'AGENDA'),
  'see who owes': onItem('Query', 'PERIOD#bao-cao#2021-10'),
  'see what was issued': onItem('GetItem', 'SERIES#bao-cao#2021-10'),
  'issue figures': onItem('UpdateItem', 'SERIES#bao-cao#2021-10'),
  'record a letter': onItem('PutItem', 'EDITION#bao-cao#2021-10'),
  'give a number': onItem('PutItem', 'NUMBER#2021#SCT-KHTCTH'),
  'take a number back': onItem('UpdateItem', 'NUMBER#2021#SCT-KHTCTH'),
  'let a letter go': onItem('UpdateItem', 'EDITION#bao-cao#2021-10'),
  'learn of which letter a file is': onItem('GetItem', 'FILE#a'),
  'enter a file of a letter': onItem('PutItem', 'FILE#a'),
  'see whom a letter reached': onItem('Query', 'MAIL#bao-cao#2021-10'),
  'enter a mail': onItem('PutItem', 'MAIL#bao-cao#2021-10'),
  'say what became of a mail': onItem('UpdateItem', 'MAIL#bao-cao#2021-10'),
  'write the audit': onItem('PutItem', 'AUDIT#bao-cao#2021-10'),
  'rewrite the audit': onItem('UpdateItem', 'AUDIT#bao-cao#2021-10'),
  'count what was refused': onItem('UpdateItem', 'REFUSED#a'),
  'learn by which key who asks is told apart': onItem('GetItem', 'ASKERS'),
  'count who asks to sign in': onItem('UpdateItem', 'ASKED#a'),
  'read the whole table': { ...onItem('Scan', 'PERIOD#bao-cao#2021-10') },
  'delete an item': onItem('DeleteItem', 'PERIOD#bao-cao#2021-10'),
  'delete the table': { ...onItem('DeleteTable', ''), when: {} },
  'read the office': onFile('GetObject', 'departments/current.json'),
  'change the office': onFile('PutObject', 'departments/current.json'),
  'read a letter': onFile('GetObject', 'editions/bao-cao/2021-10/a.pdf'),
  'file a letter': { ...onFile('PutObject', 'editions/bao-cao/2021-10/a.pdf'), when: { 's3:if-none-match': '*' } },
  'write a letter again': onFile('PutObject', 'editions/bao-cao/2021-10/a.pdf'),
  'read what came back signed': onFile('GetObject', 'signed/bao-cao/2021-10/a.pdf'),
  'file what came back signed': {
    ...onFile('PutObject', 'signed/bao-cao/2021-10/a.pdf'),
    when: { 's3:if-none-match': '*' },
  },
  'wake who mails units': onFile('PutObject', 'asked/bao-cao/2021-10.json'),
  'wake the post': onFile('PutObject', 'filed/bao-cao/2021-10.json'),
  'have a draft made': onFile('PutObject', 'drafts/bao-cao/2021-10.json'),
  'delete a letter': onFile('DeleteObject', 'editions/bao-cao/2021-10/a.pdf'),
  'delete an older version of a letter': onFile('DeleteObjectVersion', 'editions/bao-cao/2021-10/a.pdf'),
  'delete the archive': { action: 's3:DeleteBucket', on: 'arn:aws:s3:::RecordsArchive' },
  "mail from the office's address": mail('identity/PostIdentity', sender),
  'mail by our configuration set': mail('configuration-set/PostConfigurationSet', sender),
  "mail as somebody else from the office's domain": mail('identity/PostIdentity', 'giam-doc@so-mau.example'),
  'mail from another identity': mail('identity/another.example', sender),
  'mail by another configuration set': mail('configuration-set/another', sender),
  'mail by another way of SES': { ...mail('identity/PostIdentity', sender), action: 'ses:SendEmail' },
  'forget a log': {
    action: 'logs:DeleteLogGroup',
    on: 'arn:aws:logs:ap-southeast-1:123456789012:log-group:compile-report',
  },
  'empty where failures are kept': {
    action: 'sqs:PurgeQueue',
    on: 'arn:aws:sqs:ap-southeast-1:123456789012:CompilationFailures',
  },
  'call a function': {
    action: 'lambda:InvokeFunction',
    on: 'arn:aws:lambda:ap-southeast-1:123456789012:function:compile-report',
  },
} satisfies Record<string, Act>;
type Deed = keyof typeof acts;

/** What each function may do of it; a new function needs a line. */
const may: Record<FunctionName, Deed[]> = {
  collect: [
    'learn what a link opens',
    'open a session for a unit',
    'hand in',
    'ask for something beside a head',
    'put a period back in hand',
    'see who owes',
    'see what was issued',
    'count what was refused',
    'learn by which key who asks is told apart',
    'read the office',
  ],
  board: [
    'learn what a link opens',
    'make a link',
    'hand in',
    'ask for something beside a head',
    'put a period back in hand',
    'see who owes',
    'see what was issued',
    'give a number',
    'let a letter go',
    'learn of which letter a file is',
    'enter a file of a letter',
    'see whom a letter reached',
    'enter a mail',
    'write the audit',
    'count what was refused',
    'learn by which key who asks is told apart',
    'count who asks to sign in',
    'read the office',
    'read a letter',
    'read what came back signed',
    'file what came back signed',
    'wake who mails units',
    'wake the post',
    'have a draft made',
  ],
  'open-periods': [
    'make a link',
    'ask for something beside a head',
    'see who owes',
    'see what was issued',
    'see whom a letter reached',
    'enter a mail',
    'say what became of a mail',
    'write the audit',
    'read the office',
    "mail from the office's address",
    'mail by our configuration set',
  ],
  'compile-report': [
    'hand in',
    'ask for something beside a head',
    'see who owes',
    'see what was issued',
    'record a letter',
    'let a letter go',
    'enter a file of a letter',
    'see whom a letter reached',
    'write the audit',
    'read the office',
    'read a letter',
    'file a letter',
    'wake who mails units',
    'wake the post',
  ],
  'deliver-report': [
    'make a link',
    'hand in',
    'put a period back in hand',
    'see who owes',
    'see what was issued',
    'issue figures',
    'see whom a letter reached',
    'enter a mail',
    'say what became of a mail',
    'write the audit',
    'read the office',
    'read a letter',
    'read what came back signed',
    "mail from the office's address",
    'mail by our configuration set',
  ],
  'track-delivery': ['say what became of a mail'],
};

/** As IAM decides: by an evaluator that knows its rules, its actions and their resources. */
function isAllowed(name: FunctionName, act: Act): Promise<boolean> {
  return isAllowedBy([{ name, policy: { Version: '2012-10-17', Statement: resolvedGrantsOf(name) } }], name, act);
}

type Policy = { name: string; policy: unknown };

async function isAllowedBy(identityPolicies: Policy[], name: string, { action, on, when = {} }: Act): Promise<boolean> {
  const accountId = '123456789012';
  const told = await runSimulation(
    {
      request: {
        principal: `arn:aws:iam::${accountId}:role/${name}`,
        action,
        resource: { resource: on, accountId },
        contextVariables: when,
      },
      identityPolicies,
      ...(action.startsWith('s3:') && { resourcePolicy: archivePolicy() }),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (told.resultType === 'error') throw new Error(`${name}, ${action}: ${JSON.stringify(told.errors)}`);
  return told.overallResult === 'Allowed';
}

describe('what each function may do, by the rules of IAM', () => {
  it.each(names)('%s does its own work, and nothing else', async name => {
    const deeds = Object.keys(acts) as Deed[];
    const allowed = await Promise.all(deeds.map(deed => isAllowed(name, acts[deed])));
    expect(deeds.filter((_, at) => allowed[at])).toEqual(may[name]);
  });
});

/** Whoever owns the account. */
const owner = {
  name: 'owner',
  policy: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
};

describe('what not even the owner of the account may do, unless he changes the archive’s policy first', () => {
  const hash = 'a'.repeat(64);
  const none = { 's3:if-none-match': '*' };

  it.each<[string, Act, boolean]>([
    ['write a letter again', onFile('PutObject', 'editions/a/2021-10/b.pdf'), false],
    ['write what came back signed again', onFile('PutObject', 'signed/a/2021-10/b.pdf'), false],
    ['delete what came back signed', onFile('DeleteObject', 'signed/a/2021-10/b.pdf'), false],
    ['write a published office again', onFile('PutObject', `departments/${hash}.json`), false],
    ['delete a letter', onFile('DeleteObject', 'editions/a/2021-10/b.pdf'), false],
    ['delete a version of a letter', onFile('DeleteObjectVersion', 'editions/a/2021-10/b.pdf'), false],
    ['delete a published office', onFile('DeleteObjectVersion', `departments/${hash}.json`), false],
    ['file a letter that is not there', { ...onFile('PutObject', 'editions/a/2021-10/b.pdf'), when: none }, true],
    ['publish an office that is not there', { ...onFile('PutObject', `departments/${hash}.json`), when: none }, true],
    ['say which office is in force', onFile('PutObject', 'departments/current.json'), true],
    ['leave a mark', onFile('PutObject', 'filed/a/2021-10.json'), true],
  ])('%s', async (_, act, allowed) => {
    expect(await isAllowedBy([owner], 'owner', act)).toBe(allowed);
  });
});
