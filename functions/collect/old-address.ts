import { formAddress } from '../../shared/domain/collection/form-address.ts';
import { Problem, problem } from '../../shared/domain/problem.ts';
import { type Answer, page, seeOther } from '../../shared/http/answer.ts';
import type { Request } from '../../shared/http/request.ts';
import { openFormsPage } from '../../templates/pages/open-forms.ts';
import { perhapsOpenIn } from './form-cookies.ts';
import { unitPage } from './form-model.ts';
import { askedOf, type Room } from './room.ts';
import { type Entered, enter } from './session.ts';

/**
 * GET /form, and what lay beside it before each form had an address of its own: on to the form that is open in this browser, or,
 * where several are, all of them to choose from. @throws Problem 401 when none is
 */
export async function leadOn(room: Room, request: Request, below = ''): Promise<Answer> {
  const entered = await Promise.all(
    perhapsOpenIn(request).map(parameters => enteredAt(room, { ...request, parameters })),
  );
  const heads = new Map(entered.flatMap(each => (each ? [[formAddress(each.head), each.head]] : [])));
  const [first] = heads.keys();
  if (first === undefined) throw problem.noSession();
  if (heads.size === 1) return seeOther(`${first}${below}`);
  const forms = [...heads.values()].map(async name => unitPage(await askedOf(room, name), name));
  return page(openFormsPage(await Promise.all(forms)));
}

async function enteredAt({ table }: Room, request: Request): Promise<Entered | undefined> {
  try {
    return await enter(table, request);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
