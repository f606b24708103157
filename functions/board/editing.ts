import { departmentPublished } from '../../shared/aws/departments.ts';
import { editsOf, enterEdits, makeEdit } from '../../shared/aws/edits.ts';
import { seenHeadOf } from '../../shared/aws/heads.ts';
import { dateAt } from '../../shared/domain/calendar/day.ts';
import { type Edit, type EditedText, mostEdits, type Part, textsToEdit } from '../../shared/domain/collection/edit.ts';
import { editTyped } from '../../shared/domain/collection/edit-typed.ts';
import { nameOfField } from '../../shared/domain/collection/field-names.ts';
import { isPrintedAt } from '../../shared/domain/letter/printed-at.ts';
import type { Department } from '../../shared/domain/office/department.ts';
import { documentInWords } from '../../shared/domain/office/document-kind.ts';
import { owedBy, reportNamed, tasksIn } from '../../shared/domain/office/owing.ts';
import { type Period, stillOpen } from '../../shared/domain/office/period.ts';
import type { Staff } from '../../shared/domain/office/staff.ts';
import { problem } from '../../shared/domain/problem.ts';
import { type Answer, page } from '../../shared/http/answer.ts';
import { postedBy } from '../../shared/http/body.ts';
import { type Request, wantsJson } from '../../shared/http/request.ts';
import { sha256 } from '../../shared/token.ts';
import { type EditingPage, editingPage } from '../../templates/pages/editing.ts';
import { compiledNow } from './compiled-now.ts';
import { backSaying, outcomeOf, said } from './outcome.ts';
import { periodAsked } from './pages.ts';
import { atTheBoard, type Room } from './session.ts';

/** GET /board/{report}/{month}/units/{unit}/edit: what a unit wrote, each text beside what the letter says instead. */
export async function showEditing(room: Room, request: Request): Promise<Answer> {
  const { staff, department } = await atTheBoard(room, request, 'see what units hand in');
  const period = await periodAsked(room, request);
  const outcome = outcomeOf(request, period);
  const asked = { period, unit: request.parameters.unit ?? '', staff, department, now: request.receivedAt };
  return said(page(editingPage({ ...(await editingModel(room, asked)), outcome })), outcome);
}

/**
 * POST /board/{report}/{month}/edit: puts a wording beside a unit's own, until the close. What was typed over words that the unit has
 * replaced since, or over another's edit, is shown against those and made by nobody. Doing it twice does it once.
 */
export async function edit(room: Room, request: Request): Promise<Answer> {
  const { staff, department } = await atTheBoard(room, request, 'coordinate');
  const { receivedAt: now } = request;
  const typed = typedIn(postedBy(request).fields);
  // Anew where another edit came first: it may be this very one, pressed twice, or of another text.
  for (let tries = 0; tries < 4; tries += 1) {
    const period = await periodAsked(room, request);
    const model = await editingModel(room, { period, unit: typed.unit, staff, department, now });
    const own = model.texts.find(({ part }) => part === typed.part);
    if (!own) throw problem.notFound();
    const wanted = wantedOf(typed, own.words);
    const back = (did: 'made' | 'back' | 'stands') =>
      backSaying(period, { act: 'edit', unit: typed.unit, did }, `/units/${typed.unit}/edit`);
    if (standsAlready(own, wanted)) return back('stands');
    const wrong =
      whyNot({ model, own, typed, faults: wanted.faults }) ?? (await whyNotThere(room, period, wanted.place));
    if (wrong) return refused(request, { ...model, refused: { ...typed, wrong } });
    const making: Omit<Edit, 'number'> = {
      ...{ report: period.report, month: period.month, unit: typed.unit, part: own.part, called: own.name },
      ...{ madeOn: own.words, text: wanted.text, ...(wanted.place && { place: wanted.place }) },
      ...{ who: staff.id, at: now },
    };
    const editing = await makeEdit(room.table, period, making);
    if (editing === 'made') {
      await enterEdits(room.table, period, [{ ...making, number: (period.edits ?? 0) + 1 }]);
      return back(typed.undoes ? 'back' : 'made');
    }
    if (editing === 'closed')
      return refused(request, { ...model, acts: false, refused: { ...typed, wrong: closed(model) } });
  }
  const period = await periodAsked(room, request);
  const model = await editingModel(room, { period, unit: typed.unit, staff, department, now });
  return refused(request, { ...model, refused: { ...typed, wrong: overtaken } });
}

const closed = ({ document }: EditingPage) =>
  `Kỳ đã chốt: lời này chưa được ghi, ${document} lập theo lời đã có lúc chốt. Lời vừa gõ vẫn trong ô để chép lại nếu cần.`;
const overtaken =
  'Vừa có lời biên tập khác được ghi: xem mục "Lời biên tập". Còn cần thì bấm lại; lời vừa gõ vẫn trong ô.';
const handedInSince =
  'Đơn vị vừa nộp lời khác: xem mục "Lời đơn vị". Đối chiếu rồi, còn cần thì bấm lại; lời vừa gõ vẫn trong ô.';
const tooMany = `Kỳ này đã có ${mostEdits} lần biên tập, không ghi thêm được; cần sửa nữa thì yêu cầu đơn vị sửa.`;

type Typed = { unit: string; part: string; text: string; place: string; of: string; seen: number; undoes: boolean };

function typedIn(form: URLSearchParams): Typed {
  const said = (name: string) => form.get(name) ?? '';
  const part = said('part');
  return {
    ...{ unit: said('unit'), part, text: said(`text.${part}`), place: said(`place.${part}`), of: said('of') },
    ...{ seen: Number(said('seen')), undoes: said('act') === 'undo' },
  };
}

type Wanted = { text: string; place: string | undefined; faults: string[] };

/** To take an edit back is to want the unit's own words, in their place. */
function wantedOf({ text, place, part, undoes }: Typed, words: string): Wanted {
  if (undoes) return { text: words, place: undefined, faults: [] };
  return { ...editTyped(text), place: place === '' || place === part ? undefined : place };
}

/** True where the letter says so as things are; of words never edited that is what the unit wrote. */
function standsAlready({ words, edit }: EditedText, { text, place, faults }: Wanted): boolean {
  if (faults.length > 0) return false;
  const now = edit ? { madeOn: edit.madeOn, text: edit.text, place: edit.place } : { madeOn: words, text: words };
  return now.madeOn === words && now.text === text && now.place === place;
}

type Deciding = { model: EditingPage; own: EditedText; typed: Typed; faults: string[] };

/** Why an edit is not made, in words; undefined when it may be. @throws Problem for a place that there is not in the letter */
function whyNot({ model, own, typed, faults }: Deciding): string | undefined {
  if (!model.acts) return closed(model);
  if (model.period.edits === mostEdits) return tooMany;
  if (!typed.undoes && typed.place !== '' && !model.places.some(({ part }) => part === typed.place))
    throw problem.notFound();
  if (typed.of !== sha256(own.words)) return handedInSince;
  if (typed.seen !== own.newest) return overtaken;
  return faults.length > 0 ? faults.join(' ') : undefined;
}

/** The letter has the place, and the office's wording may print nothing there: whatever was put there would be lost unseen. */
async function whyNotThere(room: Room, period: Period, place: Part | undefined): Promise<string | undefined> {
  if (place === undefined) return undefined;
  const { department, definition, report } = await compiledNow(room, period);
  const letter = { department, definition, report, window: period.window, date: dateAt(period.deadline) };
  if (isPrintedAt(place, letter)) return undefined;
  return `Mẫu ${documentInWords(definition.document)} của cơ quan không in gì ở mục ấy, nên lời này sẽ không hiện ra. Hãy chọn chỗ khác.`;
}

function refused(request: Request, model: EditingPage): Answer {
  const wrong = model.refused?.wrong ?? '';
  if (wantsJson(request)) throw problem.faultyFields([{ field: `text.${model.refused?.part}`, message: wrong }]);
  return page(editingPage(model), 422);
}

type Asked = { period: Period; unit: string; staff: Staff; department: Department; now: number };

/** @throws Problem 404 for a unit that owes nothing in the period */
async function editingModel({ table, archive }: Room, asked: Asked): Promise<EditingPage> {
  const { period, unit: id, staff, department, now } = asked;
  const unit = period.units.find(each => each.id === id);
  if (!unit) throw problem.notFound();
  const [pinned, head, edits] = await Promise.all([
    departmentPublished(archive, period.definition),
    seenHeadOf(table, period, id),
    editsOf(table, period),
  ]);
  const definition = reportNamed(pinned, period.report);
  if (!definition) throw problem.notFound();
  const owed = owedBy(definition, id, period.month);
  const own = edits.filter(each => each.unit === id);
  const tasks = tasksIn(definition, period.month);
  return {
    ...{
      department: department.name,
      report: definition.name,
      document: documentInWords(definition.document),
      period,
      unit,
      viewer: staff,
      staff: department.staff,
      now,
    },
    texts: head?.submission
      ? textsToEdit(owed, head.submission, own).map(text => ({ ...text, of: sha256(text.words) }))
      : [],
    places: [...tasks.map(({ id: task }) => `outcomes.${task}`), 'further'].map(part => ({
      part,
      name: nameOfField(part, { indicators: [], tasks }),
    })),
    acts: stillOpen(period, now) !== undefined,
  };
}
