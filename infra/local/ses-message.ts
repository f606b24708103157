/** A mail as SendRawEmail is given it. */
export type Message = {
  source: string;
  destinations: string[];
  configurationSet: string | undefined;
  tags: Record<string, string>;
  raw: Buffer;
};

/** A mail that was accepted, and the file it was written to. */
export type Sent = Message & { number: number; messageId: string; subject: string; file: string };

/** What SES answers to a mail that it does not take. */
export type Refusal = { status: number; code: string; message: string };

/**
 * SES takes no more, bytes: the quota says "10 MB per message (after base64 encoding)", and what it counts, as the numbers
 * in its refusals show, is the message as it is sent on, with its attachments in base64; not the parameter, in which the
 * whole message is base64 once more.
 */
const largestMessage = 10_485_760;

/** Reads a SendRawEmail. The recipients are its Destinations and nothing else: no header of the message adds any. */
export function messageFrom(asked: URLSearchParams): Message {
  const names = listOf(asked, 'Tags.member', '.Name');
  const values = listOf(asked, 'Tags.member', '.Value');
  return {
    source: asked.get('Source') ?? '',
    destinations: listOf(asked, 'Destinations.member'),
    configurationSet: asked.get('ConfigurationSetName') ?? undefined,
    tags: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])),
    raw: Buffer.from(asked.get('RawMessage.Data') ?? '', 'base64'),
  };
}

/** Why SES would not take a message; undefined when it would. */
export function refusalOf({ source, destinations, tags, raw }: Message): Refusal | undefined {
  if (!isAddress(source)) {
    const message = `Email address is not verified. The following identities failed the check: ${source}`;
    return { status: 400, code: 'MessageRejected', message };
  }
  if (destinations.length === 0) return invalid('Missing required parameter: Destinations');
  if (destinations.length > 50) return invalid('Recipient count exceeds 50.');
  if (!destinations.every(isAddress)) return invalid('Local address contains control or whitespace');
  if (Object.keys(tags).length > 50) return invalid('Tag count exceeds 50.');
  const untaggable = Object.entries(tags)
    .flat()
    .find(word => !/^[\w-]{1,256}$/.test(word));
  if (untaggable !== undefined) return invalid(`Invalid tag: ${untaggable}`);
  if (raw.byteLength > largestMessage) {
    return invalid(`Message length is more than ${largestMessage} bytes long: '${raw.byteLength}'.`);
  }
  if (longestLineOf(raw) > longestLine) return invalid('A line of the message is longer than 1000 characters.');
  return undefined;
}

function invalid(message: string): Refusal {
  return { status: 400, code: 'InvalidParameterValue', message };
}

/** With its CRLF: "the maximum length of each line of text, including the <CRLF>, must not exceed 1,000 characters" (SendRawEmail). */
const longestLine = 1_000;

function longestLineOf(raw: Buffer): number {
  let longest = 0;
  for (let from = 0; from < raw.byteLength; ) {
    const end = raw.indexOf('\n', from);
    const next = end < 0 ? raw.byteLength : end + 1;
    longest = Math.max(longest, next - from);
    from = next;
  }
  return longest;
}

/**
 * One bare address; a name before it, a second one behind it or a line break within it is none. 64 letters before the "@", 255
 * behind it (RFC 5321, 4.5.3.1).
 */
function isAddress(text: string): boolean {
  return text.lastIndexOf('@') <= 64 && text.length <= 320 && /^[^\s@,;<>]+@[^\s@,;<>]+$/.test(text);
}

/** The query API numbers a list's members from 1: "Destinations.member.1". */
function listOf(asked: URLSearchParams, list: string, part = ''): string[] {
  const members: string[] = [];
  for (let at = 1; asked.has(`${list}.${at}${part}`); at += 1) members.push(asked.get(`${list}.${at}${part}`) ?? '');
  return members;
}
