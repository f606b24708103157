import { join } from 'node:path';
import type { Plugin } from 'vite';

/** A fault put into the house on purpose: in `file`, each old text becomes the new one. `killedBy` must then fail. */
export type Mutant = { file: string; changes: [string, string][]; killedBy: string };

const schedules = 'test/trust/schedules.test.ts';
const crashes = 'test/trust/double-crashes.test.ts';
const passages = 'test/trust/passages.test.ts';

/** The faults that would break a promise of the README, each by its name. */
export const mutants: Record<string, Mutant> = {
  'the fence is not asked when handing in': {
    file: 'shared/aws/submissions.ts',
    changes: [['`attribute_not_exists(fencedAt) AND ', '`']],
    killedBy: schedules,
  },
  'handing in looks first and writes then': {
    file: 'shared/aws/submissions.ts',
    changes: [
      [
        '  const item = await update(table, keyOf(name), {\n    set: [\n',
        '  const seen = await headOf(table, name);\n  if (seen?.fencedAt !== undefined || seen?.revision !== basedOn) return undefined;\n  const item = await update(table, keyOf(name), {\n    set: [\n',
      ],
      ['`attribute_not_exists(fencedAt) AND ', '`'],
      [' AND revision = :basedOn AND', ' AND'],
      ["      ':basedOn': basedOn,\n", ''],
    ],
    killedBy: schedules,
  },
  'a newer revision is overwritten unseen': {
    file: 'shared/aws/submissions.ts',
    changes: [
      ['AND revision = :basedOn AND', 'AND'],
      ["      ':basedOn': basedOn,\n", ''],
    ],
    killedBy: schedules,
  },
  'what is compiled is read after the close, not returned by the fence': {
    file: 'functions/compile-report.ts',
    changes: [
      ["import type { Fenced } from '../shared/aws/heads.ts';", "import { headOf } from '../shared/aws/heads.ts';"],
      [
        'const closing = await closeHead(table, { ...period, unit: id }, now);',
        "const read = await headOf(table, { ...period, unit: id }).catch(() => undefined);\n    const closing = { kind: 'closed', head: { fencedAt: now, unit: id, ...read } };",
      ],
    ],
    killedBy: schedules,
  },
  'what is compiled is read before the fence': {
    file: 'functions/compile-report.ts',
    changes: [
      ["import type { Fenced } from '../shared/aws/heads.ts';", "import { headOf } from '../shared/aws/heads.ts';"],
      [
        'const closing = await closeHead(table, { ...period, unit: id }, now);',
        'const read = await headOf(table, { ...period, unit: id }).catch(() => undefined);\n    const closing = await closeHead(table, { ...period, unit: id }, now);\n    if (closing.head) closing.head.submission = read?.submission;',
      ],
    ],
    killedBy: schedules,
  },
  'the stroke of the deadline is still in time': {
    file: 'shared/domain/office/period.ts',
    changes: [['receivedAt >= period.deadline', 'receivedAt > period.deadline']],
    killedBy: 'test/domain/office/period.test.ts',
  },
  'a revision is overwritten before it is copied': {
    file: 'functions/collect/hand-in.ts',
    changes: [
      ['  await keepRevision(table, name.shards, head);\n', ''],
      [
        '  return handIn(table, {',
        '  const before = basedOn > 0 ? await shown() : undefined;\n  const copied = async taken => {\n    if (taken && before) await keepRevision(table, session.head.shards, before);\n    return taken;\n  };\n  return handIn(table, {',
      ],
      [' receivedAt });\n}\n\n/** Copies', ' receivedAt }).then(copied);\n}\n\n/** Copies'],
    ],
    killedBy: schedules,
  },
  'an edition is recorded before its files': {
    file: 'functions/compile-report.ts',
    changes: [
      [
        'const filed = await fileEdition(archive, compiled',
        'const files = [];\n  const later = { ...archive, client: { send: async put => files.push(put) } };\n  const filed = await fileEdition(later, compiled',
      ],
      [
        'const edition = await recorded(table, { ...made, seal });',
        'const edition = await recorded(table, { ...made, seal });\n  for (const put of files) await archive.client.send(put);',
      ],
    ],
    killedBy: schedules,
  },
  'a mail nobody came back from is sent again': {
    file: 'shared/aws/ledger.ts',
    changes: [
      [
        "await settle(table, mail, { kind: 'unknown', reason }, now);",
        "await settle(table, mail, { kind: 'declined', reason }, now);",
      ],
    ],
    killedBy: crashes,
  },
  'what SES declines for a while is given up': {
    file: 'shared/domain/delivery/mail.ts',
    changes: [["=== 'address' ? 'refused' : 'pending'", "=== 'address' ? 'refused' : 'refused'"]],
    killedBy: 'test/aws/mailing.test.ts',
  },
  'a mail is claimed before it is written': {
    file: 'shared/aws/mailing.ts',
    changes: [
      [
        '  const message = await write(mail)',
        '  const claimed = await claim(table, mail, now);\n  const message = await write(mail)',
      ],
      ['if (!(await claim(table, mail, now))) return', 'if (!claimed) return'],
    ],
    killedBy: 'test/aws/mailing.test.ts',
  },
  'an answer that got lost is asked for again by the client': {
    file: 'shared/aws/post.ts',
    changes: [['maxAttempts: 1', 'maxAttempts: 3']],
    killedBy: 'test/journeys/delivery.test.ts',
  },
  'nobody is told of a mail of unknown fate': {
    file: 'shared/aws/ledger.ts',
    changes: [['words.length > 0 ?', 'words.length > 99 ?']],
    killedBy: crashes,
  },
  'a reminder that was planned goes out to who has handed in since': {
    file: 'shared/domain/delivery/notices.ts',
    changes: [['return owes(head) && (', 'return (']],
    killedBy: crashes,
  },
  'a period is put on the agenda only once it is made': {
    file: 'functions/open-periods.ts',
    changes: [
      ['      await putOnAgenda(table, period);\n', ''],
      [
        'await recordPeriod(table, period);',
        'if (await recordPeriod(table, period)) await putOnAgenda(table, period);',
      ],
    ],
    killedBy: crashes,
  },
  'a period is crossed off before its letter is out': {
    file: 'functions/deliver-report.ts',
    changes: [
      ['!allSettled(sent)', 'false'],
      ['allSettled(left.filter(', 'Boolean(left.filter('],
    ],
    killedBy: crashes,
  },
  'a second press of the same act is told that it failed': {
    file: 'functions/collect/hand-in.ts',
    changes: [
      ["if (same && saysTheSame(same, handing.answers, submission)) return { kind: 'accepted', revision: same };", ''],
    ],
    killedBy: schedules,
  },
  'a key is taken again for something else': {
    file: 'shared/aws/submissions.ts',
    changes: [[' AND NOT #key = :key AND NOT contains(usedKeys, :key)', '']],
    killedBy: schedules,
  },
  'of a key that is used again only the last revision is asked': {
    file: 'shared/aws/submissions.ts',
    changes: [[' AND NOT contains(usedKeys, :key)', '']],
    killedBy: 'test/aws/handing-in.test.ts',
  },
  'one unit that cannot be fenced holds up all others': {
    file: 'shared/aws/fence.ts',
    changes: [
      [
        "    if (!isRefusedForGood(error)) throw error;\n    return { kind: 'unclosed'",
        "    throw error;\n    return { kind: 'unclosed'",
      ],
    ],
    killedBy: schedules,
  },
  'one unit that nobody can read holds up all others': {
    file: 'shared/aws/fence.ts',
    changes: [["    return { kind: 'unclosed', why: 'unreadable', reason: String(error) };", '    throw error;']],
    killedBy: schedules,
  },
  'a unit whose head the table had no time for is left out of the letter': {
    file: 'shared/aws/table.ts',
    changes: [
      [
        "error instanceof DynamoDBServiceException && error.name === 'ValidationException'",
        'error instanceof DynamoDBServiceException',
      ],
    ],
    killedBy: 'test/aws/fence.test.ts',
  },
  'a letter does not say whom it was compiled without': {
    file: 'functions/compile-report.ts',
    changes: [['...(unclosed.length > 0 && { unclosed }),', '']],
    killedBy: schedules,
  },
  'what could not be fenced is not tried again': {
    file: 'functions/compile-report.ts',
    changes: [['return closeWhatIsLeft(room, period, now);', 'return;']],
    killedBy: schedules,
  },
  'whoever comes with a key that is used is given its receipt, whatever it says': {
    file: 'functions/collect/hand-in.ts',
    changes: [['same && saysTheSame(same, handing.answers, submission)', 'same']],
    killedBy: schedules,
  },
  'a draft is passed on wherever it was seen to stand': {
    file: 'shared/aws/passages.ts',
    changes: [["condition: 'turn = :was'", "condition: 'attribute_exists(pk) OR turn = :was'"]],
    killedBy: passages,
  },
  'a letter goes out before it is through its steps': {
    file: 'shared/domain/issuing/issued-edition.ts',
    changes: [
      [
        "passage.stands === 'through' && (numbered === undefined || printed !== undefined)",
        "passage.stands !== 'withdrawn'",
      ],
    ],
    killedBy: passages,
  },
  'a number is given to whoever asks for it': {
    file: 'shared/aws/numbers.ts',
    changes: [
      [
        'return putOnce(table, { ...numberKey(given), ...given });',
        'return putOnce(table, { ...numberKey(given), ...given }).then(() => true);',
      ],
    ],
    killedBy: passages,
  },
};

/** Puts a mutant into the house as it is loaded. @throws when what it changes is no longer there */
export function mutating(name: string, mutant: Mutant): Plugin {
  const changes = (id: string) => id === join(process.cwd(), mutant.file);
  return {
    name: `mutating ${name}`,
    enforce: 'pre',
    transform: (code, id) => (changes(id) ? mutated(code, mutant) : undefined),
    // What is transformed is remembered: the file that it changes by its name, all others as they are without it.
    api: { vitest: { ignoreFsModuleCache: true } },
    configureVitest: ({ defineCacheKeyGenerator }) =>
      defineCacheKeyGenerator(({ id }) => (changes(id) ? name + JSON.stringify(mutant) : undefined)),
  };
}

function mutated(code: string, { file, changes }: Mutant): string {
  return changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`${file} has no longer, once: ${from}`);
    return text.replace(from, () => to);
  }, code);
}

const names = Object.keys(mutants);

/** Their names in two halves, each found in a run of its own: one run of all takes long where a machine has other things to do. */
export const halves: Record<string, string[]> = {
  first: names.slice(0, names.length / 2),
  second: names.slice(names.length / 2),
};
