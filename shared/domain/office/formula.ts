import jsep from 'jsep';

/**
 * A formula of an office, "(truoc-han + dung-han) / da-giai-quyet * 100": numbers, names, + - * / and parentheses; and over
 * units, or over the rows of a list, sum, mean, least, most and count: "sum(san-luong)", "count(du-an)",
 * "sum(du-an.da-giai-ngan)". A name may hold "-", so a minus stands between blanks.
 */
export type Formula =
  | { kind: 'number'; value: string }
  | { kind: 'name'; name: string }
  | { kind: 'over'; measure: Measure; name: string }
  | { kind: 'operation'; operator: Operator; left: Formula; right: Formula };

export type Measure = 'sum' | 'mean' | 'least' | 'most' | 'count';
export type Operator = '+' | '-' | '*' | '/';

/** A formula read, or what is wrong with it, in Vietnamese. */
export type FormulaRead = { formula: Formula } | { fault: string };

const measures: readonly string[] = ['sum', 'mean', 'least', 'most', 'count'] satisfies Measure[];
const operators: readonly string[] = ['+', '-', '*', '/'] satisfies Operator[];

/** Names of indicators, and of a list's columns, "du-an.ke-hoach-von". */
const name = /^[a-z0-9]+(-[a-z0-9]+)*$/;

jsep.addIdentifierChar('-');

/** What each text was read as: a rule is told at every key, and an office has no more of them than it wrote. */
const known = new Map<string, FormulaRead>();

/** Reads a formula, each text once. */
export function readFormula(text: string): FormulaRead {
  const read = known.get(text) ?? readAnew(text);
  known.set(text, read);
  return read;
}

function readAnew(text: string): FormulaRead {
  try {
    return { formula: formulaFrom(jsep(text)) };
  } catch (error) {
    if (error instanceof Error && error.name === refused) return { fault: error.message };
    return { fault: `không đọc được công thức "${text}"; viết như (a + b) / c * 100, dấu trừ đứng giữa hai dấu cách` };
  }
}

/** The formula of something that may have one; undefined where there is none, or none that can be read. */
export function formulaIn(text: string | undefined): Formula | undefined {
  const read = text === undefined ? undefined : readFormula(text);
  return read && 'formula' in read ? read.formula : undefined;
}

type Node = jsep.Expression;

function formulaFrom(node: Node): Formula {
  switch (node.type) {
    case 'Literal':
      return numberFrom(node as jsep.Literal);
    case 'Identifier':
    case 'MemberExpression':
      return { kind: 'name', name: nameFrom(node) };
    case 'UnaryExpression':
      return negated(node as jsep.UnaryExpression);
    case 'BinaryExpression':
      return operationFrom(node as jsep.BinaryExpression);
    case 'CallExpression':
      return overFrom(node as jsep.CallExpression);
    default:
      throw refusal('chỉ dùng được số, mã chỉ tiêu, + - * / và ngoặc đơn; dấu trừ đứng giữa hai dấu cách');
  }
}

function numberFrom({ raw }: jsep.Literal): Formula {
  if (!/^\d+(\.\d+)?$/.test(raw)) throw refusal(`${raw} không phải là số; viết như 100 hoặc 0.5`);
  return { kind: 'number', value: raw };
}

function nameFrom(node: Node): string {
  if (node.type === 'Identifier') {
    const written = (node as jsep.Identifier).name;
    if (name.test(written)) return written;
    throw refusal(`"${written}" không phải là mã; dấu trừ đứng giữa hai dấu cách: a - b`);
  }
  const { object, property, computed } = node as jsep.MemberExpression;
  if (computed || object.type !== 'Identifier') throw refusal('cột của bảng kê viết như du-an.ke-hoach-von');
  return `${nameFrom(object)}.${nameFrom(property)}`;
}

function negated({ operator, argument }: jsep.UnaryExpression): Formula {
  if (operator !== '-') throw refusal(`không dùng được "${operator}"`);
  return { kind: 'operation', operator: '-', left: { kind: 'number', value: '0' }, right: formulaFrom(argument) };
}

function operationFrom({ operator, left, right }: jsep.BinaryExpression): Formula {
  if (!operators.includes(operator)) throw refusal(`không dùng được "${operator}"; chỉ có + - * /`);
  return {
    kind: 'operation',
    operator: operator as Operator,
    left: formulaFrom(left),
    right: formulaFrom(right),
  };
}

function overFrom({ callee, arguments: given }: jsep.CallExpression): Formula {
  const measure = callee.type === 'Identifier' ? (callee as jsep.Identifier).name : '';
  if (!measures.includes(measure)) throw refusal(`không có phép "${measure}"; chỉ có ${measures.join(', ')}`);
  const [of, ...others] = given;
  if (!of || others.length > 0) throw refusal(`${measure}(…) lấy đúng một mã`);
  return { kind: 'over', measure: measure as Measure, name: nameFrom(of) };
}

const refused = 'FormulaRefused';

/** What is not taken though it is well written. */
function refusal(message: string): Error {
  return Object.assign(new Error(message), { name: refused });
}
