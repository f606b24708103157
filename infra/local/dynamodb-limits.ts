/**
 * The limits of DynamoDB that dynalite does not keep (Developer Guide, "Constraints"), each with the words of the service. Sizes
 * of keys and items, the precision of numbers and the megabyte of a page dynalite keeps itself.
 */
const largestExpression = 4_096;
const mostOperators = 300;
const mostOperands = 100;
const longestPlaceholder = 255;
const largestSubstitutions = 2 * 1024 * 1024;
const longestName = 65_535;
const deepest = 32;

/** Of a request, what of it a limit may be about. */
export type Asked = {
  UpdateExpression?: string | undefined;
  ConditionExpression?: string | undefined;
  KeyConditionExpression?: string | undefined;
  FilterExpression?: string | undefined;
  ProjectionExpression?: string | undefined;
  ExpressionAttributeNames?: Record<string, string> | undefined;
  ExpressionAttributeValues?: Record<string, unknown> | undefined;
  Item?: Record<string, unknown> | undefined;
};

const expressions = [
  'UpdateExpression',
  'ConditionExpression',
  'KeyConditionExpression',
  'FilterExpression',
  'ProjectionExpression',
] as const;

/** Which limit a request passes, in the words of the ValidationException that would say so; undefined when it passes none. */
export function limitPassed(asked: Asked): string | undefined {
  for (const name of expressions) {
    const wrong = faultOf(asked[name], name === 'UpdateExpression' ? assigning : comparing);
    if (wrong) return `Invalid ${name}: ${wrong}`;
  }
  const { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {}, Item: item = {} } = asked;
  return (
    placeholderTooLong('ExpressionAttributeNames', names) ??
    placeholderTooLong('ExpressionAttributeValues', values) ??
    substitutionsTooLarge(names, values) ??
    nameTooLong([...Object.values(names), ...Object.keys(item)]) ??
    tooDeep([...Object.values(values), ...Object.values(item)])
  );
}

function faultOf(expression: string | undefined, operator: RegExp): string | undefined {
  if (expression === undefined) return undefined;
  const size = Buffer.byteLength(expression);
  if (size > largestExpression) {
    return `Expression size has exceeded the maximum allowed size; expression size: ${size}`;
  }
  // Most are far too short to hold so many of anything.
  if (size < mostOperands * 3) return undefined;
  const operators = expression.match(operator)?.length ?? 0;
  if (operators > mostOperators) {
    return `The expression contains too many operators; operator count: ${operators}`;
  }
  const lists = expression.split(/\bIN *\(/).slice(1);
  const operands = Math.max(0, ...lists.map(list => list.slice(0, list.indexOf(')')).split(',').length));
  return operands > mostOperands
    ? `The IN operator is provided with too many operands; number of operands: ${operands}`
    : undefined;
}

const functions =
  'attribute_exists|attribute_not_exists|attribute_type|begins_with|contains|size|if_not_exists|list_append';
const words = `\\b(?:AND|OR|NOT|BETWEEN|IN)\\b|\\b(?:${functions})(?= *\\()`;

/** What is counted in a condition: comparisons, logic and functions. */
const comparing = new RegExp(`<>|<=|>=|[<>=]|${words}`, 'g');
/** And in an update: sums and functions; its "=" assigns, and is not counted. */
const assigning = new RegExp(`[+]|(?<= )-(?= )|${words}`, 'g');

function placeholderTooLong(kind: string, given: Record<string, unknown>): string | undefined {
  const long = Object.keys(given).find(name => Buffer.byteLength(name) > longestPlaceholder);
  return long && `${kind} contains invalid key: The expression attribute key is too long; key: "${long}"`;
}

function substitutionsTooLarge(names: Record<string, string>, values: Record<string, unknown>): string | undefined {
  const ofNames = Object.entries(names).reduce((sum, each) => sum + Buffer.byteLength(each.join('')), 0);
  const size = ofNames + sizeOf(values);
  return size > largestSubstitutions
    ? `Expression attribute names and values have exceeded the maximum allowed size; size: ${size}`
    : undefined;
}

/** The size of attributes as DynamoDB counts it, bytes: names in UTF-8 and values ("Item sizes and formats"). */
export function sizeOf(attributes: Record<string, unknown>): number {
  return Object.entries(attributes).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOfValue(value),
    0,
  );
}

function sizeOfValue(value: unknown): number {
  const { S, N, B, M, L } = value as { S?: string; N?: string; B?: Uint8Array | string; M?: object; L?: unknown[] };
  if (S !== undefined) return Buffer.byteLength(S);
  if (N !== undefined) return Math.ceil(N.length / 2) + 1;
  // In base64 as it comes over the wire.
  if (B !== undefined) return typeof B === 'string' ? Math.floor((B.length * 3) / 4) : B.byteLength;
  if (M !== undefined) return 3 + Object.keys(M).length + sizeOf(M as Record<string, unknown>);
  if (L !== undefined) return 3 + L.reduce<number>((sum, inner) => sum + 1 + sizeOfValue(inner), 0);
  return 1;
}

function nameTooLong(names: string[]): string | undefined {
  return names.some(name => Buffer.byteLength(name) > longestName)
    ? 'One or more parameter values were invalid: Attribute name is too large, must be less than 65536 bytes'
    : undefined;
}

function tooDeep(values: unknown[]): string | undefined {
  return values.some(value => depthOf(value) > deepest)
    ? 'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit'
    : undefined;
}

/** How many values lie within one another, { "M": … } and { "L": … } each one, and what they hold in the end. */
function depthOf(value: unknown): number {
  const { M, L } = value as { M?: Record<string, unknown>; L?: unknown[] };
  const inner = M ? Object.values(M) : (L ?? []);
  return 1 + inner.reduce<number>((most, each) => Math.max(most, depthOf(each)), 0);
}
