import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** The part of DynamoDB's expression language that the house speaks; whatever else is said is refused, not guessed. */
export type Item = Record<string, AttributeValue>;
export type Placeholders = { names: Record<string, string>; values: Record<string, AttributeValue> };

type Test = (item: Item | undefined, given: Placeholders) => boolean;
type Step = (item: Item, before: Item, given: Placeholders) => void;

const tests = new Map<string, Test>();
const steps = new Map<string, Step>();

/** Whether a condition holds of an item, which may not be there. No condition always holds. */
export function satisfied(condition: string | undefined, item: Item | undefined, given: Placeholders): boolean {
  if (condition === undefined) return true;
  return remembered(tests, condition, conditionFrom)(item, given);
}

/** The item as an update leaves it. Every right-hand side is read from the item as it was. */
export function changed(update: string, before: Item, given: Placeholders): Item {
  const after = { ...before };
  remembered(steps, update, updateFrom)(after, before, given);
  return after;
}

function remembered<Made>(known: Map<string, Made>, said: string, make: (said: string) => Made): Made {
  const made = known.get(said) ?? make(said);
  known.set(said, made);
  return made;
}

function conditionFrom(condition: string): Test {
  const either = condition.split(' OR ').map(parts => parts.split(' AND ').map(testFrom));
  return (item, given) => either.some(parts => parts.every(part => part(item, given)));
}

function testFrom(part: string): Test {
  if (part.startsWith('NOT ')) {
    const denied = testFrom(part.slice('NOT '.length));
    return (item, given) => !denied(item, given);
  }
  const contains = /^contains\(([\w.#]+), (:\w+)\)$/.exec(part);
  if (contains)
    return (item, given) =>
      at(item, contains[1] ?? '', given)?.SS?.includes(given.values[contains[2] ?? '']?.S ?? '') ?? false;
  const exists = /^attribute_(not_)?exists\(([\w.#]+)\)$/.exec(part);
  if (exists) return (item, given) => (at(item, exists[2] ?? '', given) !== undefined) === (exists[1] === undefined);
  const among = /^([\w.#]+) IN \(([:\w, ]+)\)$/.exec(part);
  if (among) {
    const listed = (among[2] ?? '').split(', ');
    return (item, given) => listed.some(value => same(at(item, among[1] ?? '', given), given.values[value]));
  }
  const compared = /^([\w.#]+) (=|>|<|<=) (:\w+)$/.exec(part);
  if (!compared) throw new Error(`not a condition of the house: ${part}`);
  const [, path = '', sign, value = ''] = compared;
  return (item, given) => {
    const [left, right] = [at(item, path, given), given.values[value]];
    if (sign === '=') return same(left, right);
    if (sign === '<') return greater(right, left);
    return sign === '>' ? greater(left, right) : left?.N !== undefined && !greater(left, right);
  };
}

function updateFrom(update: string): Step {
  const [, set = '', remove = '', add = ''] = /^(?:SET (.+?))?(?: ?REMOVE (.+?))?(?: ?ADD (.+))?$/.exec(update) ?? [];
  const sets = set.split(/, (?![^(]*\))/).filter(Boolean);
  const actions = [
    ...sets.map(setFrom),
    ...remove.split(', ').filter(Boolean).map(removeFrom),
    ...add.split(', ').filter(Boolean).map(addFrom),
  ];
  return (item, before, given) => {
    for (const action of actions) action(item, before, given);
  };
}

function setFrom(assignment: string): Step {
  const [path = '', right = ''] = assignment.split(' = ');
  const value = valueFrom(right);
  return (item, before, given) => put(item, path, value(before, given), given);
}

function valueFrom(right: string): (before: Item, given: Placeholders) => AttributeValue {
  const unlessThere = /^if_not_exists\(([\w.#]+), (:\w+)\)$/.exec(right);
  if (unlessThere)
    return (before, given) => at(before, unlessThere[1] ?? '', given) ?? givenFor(given, unlessThere[2] ?? '');
  const sum = /^([\w.#]+|if_not_exists\([\w.#]+, :\w+\)) \+ (:\w+)$/.exec(right);
  if (sum) {
    const [, left = '', more = ''] = sum;
    const term = left.startsWith('if_')
      ? valueFrom(left)
      : (before: Item, given: Placeholders) => at(before, left, given);
    return (before, given) => ({ N: String(Number(term(before, given)?.N) + Number(givenFor(given, more).N)) });
  }
  const longer = /^list_append\((if_not_exists\([\w.#]+, :\w+\)), (:\w+)\)$/.exec(right);
  if (longer) {
    const list = valueFrom(longer[1] ?? '');
    return (before, given) => ({
      L: [...(list(before, given).L ?? []), ...(givenFor(given, longer[2] ?? '').L ?? [])],
    });
  }
  if (!/^:\w+$/.test(right)) throw new Error(`not an assignment of the house: ${right}`);
  return (_, given) => givenFor(given, right);
}

function removeFrom(path: string): Step {
  return item => {
    delete item[path];
  };
}

function addFrom(addition: string): Step {
  const [path = '', value = ''] = addition.split(' ');
  return (item, before, given) => {
    const more = givenFor(given, value).SS;
    if (!more) throw new Error(`not a set: ${value}`);
    item[path] = { SS: [...new Set([...(before[path]?.SS ?? []), ...more])].sort() };
  };
}

function at(item: Item | undefined, path: string, given: Placeholders): AttributeValue | undefined {
  const [first = '', ...inner] = namesIn(path, given);
  return inner.reduce<AttributeValue | undefined>((value, name) => value?.M?.[name], item?.[first]);
}

function put(item: Item, path: string, value: AttributeValue, given: Placeholders): void {
  const [first = '', inner] = namesIn(path, given);
  if (inner === undefined) {
    item[first] = value;
    return;
  }
  const map = item[first]?.M;
  if (!map) throw new Error(`the document path is invalid: ${path}`);
  item[first] = { M: { ...map, [inner]: value } };
}

function namesIn(path: string, { names }: Placeholders): string[] {
  return path.split('.').map(name => (name.startsWith('#') ? (names[name] ?? '') : name));
}

function givenFor({ values }: Placeholders, name: string): AttributeValue {
  const value = values[name];
  if (!value) throw new Error(`no value ${name}`);
  return value;
}

function same(one: AttributeValue | undefined, other: AttributeValue | undefined): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

function greater(one: AttributeValue | undefined, other: AttributeValue | undefined): boolean {
  if (one?.S !== undefined && other?.S !== undefined) return one.S > other.S;
  return one?.N !== undefined && Number(one.N) > Number(other?.N);
}
