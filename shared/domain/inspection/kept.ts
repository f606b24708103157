import type { Correction } from '../collection/correction.ts';
import type { Edit } from '../collection/edit.ts';
import type { Submission } from '../collection/submission.ts';
import type { Edition } from '../compilation/edition.ts';
import type { Report } from '../compilation/report.ts';
import type { Seal } from '../compilation/seal.ts';
import type { MailEntry } from '../delivery/mail.ts';
import type { Department } from '../office/department.ts';
import type { Period } from '../office/period.ts';

/**
 * A revision as it is kept. `digest` is that of its submission, to be held against the hash the receipt shows; `found` the sum
 * of all that is kept of it, to be held against the sum that others hold.
 */
export type KeptRevision = {
  revision: number;
  key?: string | undefined;
  hash?: string | undefined;
  digest?: string | undefined;
  submission?: Submission | undefined;
  receivedAt?: number | undefined;
  sum?: string | undefined;
  previous?: string | undefined;
  found?: string | undefined;
};

/** A unit's head, its revisions, oldest first and the head's own last, and copies there should not be beside them. */
export type KeptUnit = {
  revision: number;
  fencedAt?: number | undefined;
  /** When the close found none and made this one; and whether what it holds is in no letter, as it was closed behind it. */
  goneAt?: number | undefined;
  outside?: boolean | undefined;
  /** By which extension it was let in again, and until when. */
  reopened?: number | undefined;
  extendedUntil?: number | undefined;
  usedKeys?: ReadonlySet<string> | undefined;
  revisions: KeptRevision[];
  spare?: KeptRevision[];
};

/** An edition with what lies in the archive under the keys it names. */
export type KeptEdition = {
  edition: Edition;
  report: Report | undefined;
  digests: ReadonlyMap<string, string | undefined>;
  /** Digest of the extension that was decided in its place. */
  extended?: string | undefined;
  /** Digest of what was decided of it since it went out: whether it is still to be used, and that another takes its place. */
  recalled?: string | undefined;
  reissued?: string | undefined;
  seal?: Seal | undefined;
  /** The root of the tree over the receipts that the seal names. */
  root?: string | undefined;
  /** Of each act of its passage, of its files that bear its number, and of each that came back signed, the digest the trail is to hold. */
  passageDigests?: string[];
  printedDigest?: string | undefined;
  returnedDigests?: string[];
};

/** A mail of the ledger; `named` is false when it is kept under a name that is not that of its recipient. */
export type KeptMail = MailEntry & { named: boolean };

/**
 * An entry of the trail: the name it is kept under, the one that its content gives, and what it says. `link` is how it hangs in the
 * chain, its number, the sum of the one before, its own, and the one that its content gives; none from before there were chains.
 */
export type KeptAct = {
  name: string;
  found: string;
  at: number;
  what: string;
  detail: string;
  holds?: string[] | undefined;
  link?: { number: number; previous: string; sum: string; found: string } | undefined;
};

/** A request to mend a revision, and the digest of all that it says. */
export type KeptMendRequest = { unit: string; revision: number; digest: string };

/** An edit, and the digest of all that it says. */
export type KeptEdit = { edit: Edit; digest: string };
/** A correction that was asked for, and what the trail is to hold of it. */
export type KeptCorrection = { correction: Correction; asked: string; answered?: string | undefined };

/** Where people were to be reached, by any department ever published: by unit and by member of staff, in lower case. */
export type Addresses = {
  unit: ReadonlyMap<string, ReadonlySet<string>>;
  staff: ReadonlyMap<string, ReadonlySet<string>>;
};

/** All that is kept of one period. */
export type Kept = {
  period: Period;
  /** Digest of what was settled at the opening, as it is kept. */
  settled: string;
  /** The department that the period pins; undefined when it is not to be had. */
  department: Department | undefined;
  /** Each owing unit; undefined when it has no head. */
  units: ReadonlyMap<string, KeptUnit | undefined>;
  editions: KeptEdition[];
  mails: KeptMail[];
  trail: KeptAct[];
  /** What the first of the chain is to hang on: the sum of the entries from before it. */
  beforeChain: string;
  mendRequests: KeptMendRequest[];
  corrections: KeptCorrection[];
  /** The trees of receipts that are kept: the root each is kept under, and the one that its hashes come to. */
  trees: ReadonlyMap<string, string>;
  /** As they are numbered, those too that were never counted. */
  edits: KeptEdit[];
  addresses: Addresses;
  /** True when it is still on the agenda, false when it was crossed off, undefined when it never was on it. */
  inHand: boolean | undefined;
};
