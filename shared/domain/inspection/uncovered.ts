/** Something that can be altered by hand, and no digest that something else holds would tell. */
export type Uncovered = {
  kind: string;
  what: string;
  why: string;
  /** Only on AWS: this machine keeps the mails as they were sent, and holds the ledger against them. */
  on?: 'AWS';
};

const moves = 'moves on with the work; nothing else knows what it was a moment ago';
const opensOnly = 'who gets in by it still hands in under the unit’s name, and the unit is mailed a receipt';

/**
 * All that the audit does not see, by kind of item or file: a field, or that one is "deleted" or "added". docs/security.md says
 * the same; test/trust/audit.test.ts changes everything once and finds it noticed or here, and nothing here that is noticed.
 */
export const uncovered: readonly Uncovered[] = [
  { kind: 'head', what: 'access', why: opensOnly },
  { kind: 'head', what: 'epoch', why: opensOnly },
  { kind: 'head', what: 'draft', why: 'was never handed in; kept so only in heads from before texts lay beside them' },
  { kind: 'head', what: 'draftedAt', why: 'says only that there is a text beside the head' },
  { kind: 'head', what: 'pressedAt', why: 'says only that there is a page beside the head' },
  { kind: 'head', what: 'lateAt', why: 'what came too late is in no letter' },
  { kind: 'text', what: 'sum', why: 'its loss looks like a text from before sums' },
  { kind: 'text', what: 'deleted', why: 'was never handed in' },
  {
    kind: 'pressed',
    what: 'every field',
    why: 'serves a day; what is on a page is in no letter unless it is handed in',
  },
  { kind: 'pressed', what: 'deleted', why: 'the table deletes it itself when its time is over' },
  {
    kind: 'pressed',
    what: 'added',
    why: 'is shown to one browser of the unit, and is in no letter unless it hands it in',
  },
  {
    kind: 'revision',
    what: 'sum',
    why: 'its loss looks like a revision from before sums; the next one’s still covers all of it',
  },
  {
    kind: 'period',
    what: 'state',
    why: '"closing" said to be "closed" or the other way round: the next tick closes it anyway',
  },
  { kind: 'agenda', what: 'putBack', why: moves },
  { kind: 'agenda', what: 'done', why: 'of an issued period: a tick looks at it once more' },
  {
    kind: 'series',
    what: 'estimated',
    why: 'that a figure is no estimate, left out, says the same; one that is, is looked at',
  },
  { kind: 'mail', what: 'state', why: 'moves on as SES reports; that it suits the message’s name is looked at' },
  { kind: 'mail', what: 'epoch', why: 'says only which asking for a link this one answers' },
  { kind: 'mail', what: 'attempts', why: moves },
  { kind: 'mail', what: 'at', why: moves },
  { kind: 'mail', what: 'messageId', why: 'SES alone knows it; that no two mails have one is looked at' },
  {
    kind: 'mail',
    what: 'sha256',
    why: 'its loss looks like a mail from before digests were kept; another one is noticed where mails are kept',
  },
  { kind: 'mail', what: 'reason', why: 'SES alone knows it' },
  { kind: 'mail', what: 'about', why: 'word to coordinators of other mails, which have their own entries' },
  { kind: 'mail', what: 'to.path', why: 'the page that staff are led to once they have signed in' },
  { kind: 'mail', what: 'to.lines', why: 'of a letter sent again; those of the letter itself are looked at' },
  {
    kind: 'mail',
    what: 'deleted',
    on: 'AWS',
    why: 'one that no step calls for: a reminder, a link, a letter sent again',
  },
  {
    kind: 'act',
    what: 'added',
    why: 'after the newest of a trail, with its right sum, by who can write the table',
  },
  { kind: 'act', what: 'deleted', why: 'the newest of a trail, when it is of no step' },
  {
    kind: 'files entered',
    what: 'deleted',
    why: 'the files of all letters are then entered once more',
  },
  {
    kind: 'link',
    what: 'every field',
    why: 'serves a while; it opens only what its secret was mailed for, and the head decides',
  },
  { kind: 'link', what: 'deleted', why: 'the table deletes it itself when its time is over' },
  {
    kind: 'link',
    what: 'added',
    why: 'opens a page to who has its secret; what they do there is in trail and revisions',
  },
  {
    kind: 'session',
    what: 'every field',
    why: 'serves hours; what is handed in by it is a revision, and its unit is mailed a receipt',
  },
  { kind: 'session', what: 'deleted', why: 'the table deletes it itself when its time is over' },
  { kind: 'session', what: 'added', why: 'who can make one can hand in for a unit, which is mailed a receipt' },
  { kind: 'count', what: 'every field', why: 'a count of ten minutes, or an hour' },
  { kind: 'count', what: 'deleted', why: 'a count of ten minutes, or an hour' },
  { kind: 'count', what: 'added', why: 'a count of ten minutes, or an hour' },
  { kind: 'askers', what: 'every field', why: 'made by chance, for a day' },
  { kind: 'askers', what: 'deleted', why: 'made by chance, for a day' },
  { kind: 'department', what: 'deleted', why: 'one that no period pins and that is not in force' },
  { kind: 'department', what: 'added', why: 'publishing is adding one; periods opened from then on pin it' },
  {
    kind: 'pointer',
    what: 'content',
    why: 'pointing at another department that was published is what publishing does',
  },
  { kind: 'mark', what: 'deleted', why: 'wakes who has work; the tick finds the work anyway' },
  { kind: 'mark', what: 'added', why: 'wakes who has work; the tick finds the work anyway' },
];
