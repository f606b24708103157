import { Term } from '../../shared/domain/calendar/term.ts';
import type { FormName } from '../../shared/domain/collection/form-address.ts';
import { Id } from '../../shared/domain/text/id.ts';
import { ownCookie } from '../../shared/http/cookie.ts';
import type { Request } from '../../shared/http/request.ts';

/**
 * Each form has a cookie of its own, which names it: any number of them stand open side by side in one browser. Before that there
 * was one for all, and the last link that was opened took it over; sessions of that time go on by it.
 */
const ofOld = '__Host-phien';
const ofForm = `${ofOld}~`;

/** So many forms stand open in one browser: with the longest of names their cookies take 6 KB of the 10 that API Gateway lets through. */
const mostForms = 40;

type Carrying = Pick<Request, 'cookies'>;

/** The cookies by which a browser enters a form; beyond those that it may hold, it forgets the ones that it was given first. */
export function entering(
  form: FormName,
  { secret, seconds, request }: { secret: string; seconds: number; request: Carrying },
): string[] {
  const name = cookieNameOf(form);
  const others = formsIn(request)
    .map(cookieNameOf)
    .filter(other => other !== name);
  const tooMany = others.slice(0, Math.max(0, others.length + 1 - mostForms));
  return [ownCookie(name, secret, seconds), ...tooMany.map(other => ownCookie(other, '', 0))];
}

/** The cookies by which a browser leaves a form; the one of old too, which may be what opens it. */
export function leaving(form: FormName): string[] {
  return [ownCookie(cookieNameOf(form), '', 0), ownCookie(ofOld, '', 0)];
}

/** What the addresses of the forms would name that a browser may have open; nothing, for the one of before they were named. */
export function perhapsOpenIn({ cookies }: Carrying): Partial<FormName>[] {
  const forms = formsIn({ cookies });
  return cookies[ofOld] || forms.length === 0 ? [{}, ...forms] : forms;
}

/** The forms that a browser holds a cookie of, in the order it was given them; whether one still opens, only its head can tell. */
function formsIn({ cookies }: Carrying): FormName[] {
  // The last of them comes first (shared/http/request.ts).
  return Object.keys(cookies)
    .reverse()
    .flatMap(name => (name.startsWith(ofForm) ? (formNamed(name.slice(ofForm.length).split('~')) ?? []) : []));
}

/**
 * The secret in a cookie: of the form that the address names, else of before each form had its own. Where the address names none,
 * of the only form there is.
 */
export function cookieIn({ cookies, parameters }: Pick<Request, 'cookies' | 'parameters'>): string | undefined {
  const { report = '', month = '', unit } = parameters;
  if (unit !== undefined) return cookies[cookieNameOf({ report, month, unit })] || cookies[ofOld];
  const [only, ...others] = formsIn({ cookies });
  return cookies[ofOld] || (only && others.length === 0 ? cookies[cookieNameOf(only)] : undefined);
}

/** Any secret that came in a cookie: whoever brings many guesses is counted as who brings one. */
export function anyCookieIn(request: Pick<Request, 'cookies' | 'parameters'>): string | undefined {
  const [first] = formsIn(request);
  return cookieIn(request) ?? (first && request.cookies[cookieNameOf(first)]);
}

function cookieNameOf({ report, month, unit }: FormName): `__Host-${string}` {
  return `${ofForm}${report}~${month}~${unit}`;
}

/** The form of a report's, a term's and a unit's names; undefined when they can be none. */
export function formNamed([report, month, unit]: string[]): FormName | undefined {
  const parsed = { report: Id.safeParse(report), month: Term.safeParse(month), unit: Id.safeParse(unit) };
  if (!parsed.report.success || !parsed.month.success || !parsed.unit.success) return undefined;
  return { report: parsed.report.data, month: parsed.month.data, unit: parsed.unit.data };
}
