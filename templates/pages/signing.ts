import { html } from 'hono/html';
import { dateAt, dateInDigits, inWords } from '../../shared/domain/calendar/day.ts';
import type { Edition, EditionFile, Returned } from '../../shared/domain/compilation/edition.ts';
import type { LinesApart } from '../../shared/domain/issuing/lines-apart.ts';
import { isNumberedSigned, takenOf } from '../../shared/domain/issuing/signing.ts';
import { verdictInWords } from '../../shared/domain/issuing/verdict.ts';
import type { Staff } from '../../shared/domain/office/staff.ts';
import { longestLine } from '../../shared/domain/text/line.ts';
import { stepWords } from '../step-words.ts';
import type { Markup } from './frame.ts';
import { standing } from './standing.ts';

/** What whoever signs is shown, besides the draft. */
export type Signing = {
  /** The file to be signed; none while its number is being printed. */
  file?: EditionFile;
  /** The last that came back and was not taken; where it was altered, how its text differs, if that can be read. */
  waiting?: Returned | undefined;
  apart?: LinesApart | undefined;
  /** How many places of the letter still wait to be filled in. */
  wanting?: number;
};

/** Where a signing program fetches the file and brings it back, each once; until when, milliseconds since 1970. */
export type Addresses = { fetch: string; bring: string; until: number };

type Acting = {
  edition: Edition;
  stands: 'signature' | 'stamp';
  signing: Signing;
  addresses?: Addresses | undefined;
  refused?: { wrong: string; typed: string } | undefined;
};

/** What whoever's turn it is to sign may do: fetch the file, bring it back signed, take it though it is not intact. */
export function signingActs({ edition, stands, signing, addresses, refused }: Acting): Markup {
  const { file, waiting } = signing;
  const fault = refused ? html`<p class="fault" id="signed.fault" role="alert">${refused.wrong}</p>` : '';
  if (!file)
    return html`${fault}<p>Số và ngày đang được in vào văn bản, trong ít phút. Tải lại trang này để lấy tệp ký.</p>`;
  const at = addressOf(edition);
  const described = refused ? html` aria-invalid="true" aria-describedby="signed.fault"` : '';
  return html`${waiting ? takingForm(edition, waiting, refused) : ''}
<h2>${stepWords[stands].name}</h2>
<ol>
<li><a href="/board/${edition.report}/${edition.month}/${edition.number}/pdf" role="button" class="secondary">Tải tệp để ký</a></li>
<li>${stands === 'stamp' ? stampedHow(edition) : 'Ký số chính tệp ấy bằng phần mềm của cơ quan, trong ô để trống cho chữ ký. Không in ra quét lại, không lưu lại bằng chương trình khác.'}</li>
<li><form method="post" action="${at}/signed" enctype="multipart/form-data">${lookedAt(edition)}${waiting ? '' : fault}
<label for="file">Tệp PDF đã ký, tối đa 4,3 MB</label>
<input id="file" name="file" type="file" accept=".pdf,application/pdf" required${waiting ? '' : described}>
${edition.passage?.steps.at(-1) === stands ? html`<p>Đây là bước cuối: tệp nguyên vẹn thì văn bản đi tới nơi nhận ngay.</p>` : ''}
<button type="submit">Gửi tệp đã ký</button></form></li>
</ol>
${addresses ? addressesTold(addresses) : addressesAsked(edition)}`;
}

function stampedHow({ numbered, passage }: Edition): string {
  const first =
    numbered && isNumberedSigned(passage?.steps ?? [])
      ? `Ghi số ${numbered.number} và ngày ${dateInDigits(numbered.date)} vào ô để trống, rồi thêm`
      : 'Thêm';
  return `${first} chữ ký số của cơ quan (con dấu) vào chính tệp ấy bằng phần mềm của cơ quan; giữ nguyên chữ ký đã có.`;
}

/** What is not intact is taken by a person's word, and by no other. */
function takingForm(edition: Edition, { file }: Returned, refused: Acting['refused']): Markup {
  return html`<details${refused ? ' open' : ''}><summary>Vẫn nhận tệp này…</summary>
<form method="post" action="${addressOf(edition)}/take">${lookedAt(edition)}<input type="hidden" name="returned" value="${file.sha256}">
<label for="taking">Vì sao vẫn nhận, ví dụ đã ký tay bản giấy vì thiết bị ký hỏng (tối đa ${longestLine} ký tự)</label>
<textarea id="taking" name="words" rows="3" required${refused ? html` aria-invalid="true" aria-describedby="signed.fault"` : ''}>
${refused?.typed ?? ''}</textarea>
${refused ? html`<p class="fault" id="signed.fault" role="alert">${refused.wrong}</p>` : ''}
<button type="submit" class="secondary">Nhận tệp này</button></form></details>`;
}

function addressesAsked(edition: Edition): Markup {
  return html`<details><summary>Phần mềm ký tự lấy và trả tệp…</summary>
<p>Phần mềm ký lấy tệp ở một địa chỉ và trả tệp về ở một địa chỉ khác. Mỗi địa chỉ dùng được một lần, trong bốn giờ.</p>
<form method="post" action="${addressOf(edition)}/addresses">${lookedAt(edition)}<button type="submit" class="secondary">Tạo hai địa chỉ</button></form></details>`;
}

function addressesTold({ fetch, bring, until }: Addresses): Markup {
  return html`<article role="status"><p>Hai địa chỉ dưới đây chỉ hiện ở trang này. Mỗi địa chỉ dùng được một lần, đến ${inWords(until)}; ai có địa chỉ thì dùng được, xin không chuyển cho người khác.</p>
<label for="fetch">Địa chỉ lấy tệp để ký</label><input id="fetch" readonly value="${fetch}">
<label for="bring">Địa chỉ trả tệp đã ký</label><input id="bring" readonly value="${bring}"></article>`;
}

/** What was found of a file that came back and was not taken, and where its text differs from that of the one sent. */
export function waitingShown(
  edition: Edition,
  { waiting, apart, wanting = 0 }: Signing,
  staff: Pick<Staff, 'id' | 'name'>[],
): Markup {
  if (!waiting) return html``;
  const { verdict, differences, who, at } = waiting;
  const unfilled = verdict === 'intact' && wanting > 0;
  return html`<article role="alert"><h2>Tệp trả về chưa được nhận</h2>
<p>${verdictShown(verdict)}${unfilled ? ` Nhưng văn bản còn ${wanting} chỗ cần bổ sung.` : ''}</p>
${differences.length > 0 ? html`<ul>${differences.map(each => html`<li>${each}</li>`)}</ul>` : ''}
<p>${nameOf(staff, who)} gửi, ${inWords(at)}. <a href="${returnedAddress(edition, waiting)}">Mở tệp trả về</a></p>
${signersOf(waiting)}${verdict === 'altered' ? apartShown(apart) : ''}</article>`;
}

function apartShown(apart: LinesApart | undefined): Markup {
  if (!apart)
    return html`<p>Không đọc được chữ trong tệp trả về để so, có thể là bản quét: hãy mở cả hai tệp mà xem.</p>`;
  const { places, more } = apart;
  if (places.length === 0) return html`<p>Chữ và số trong hai tệp giống nhau.</p>`;
  return html`<table class="cards" tabindex="0"><thead><tr><th scope="col">Bản đã gửi đi ký</th><th scope="col">Tệp trả về</th></tr></thead>
<tbody>${places.map(
    ({ sent, returned }) =>
      html`<tr><td data-name="Bản đã gửi đi ký"><span class="typed">${linesOf(sent)}</span></td><td data-name="Tệp trả về"><span class="typed">${linesOf(returned)}</span></td></tr>`,
  )}</tbody></table>
${more > 0 ? html`<p>Và ${more} chỗ khác nữa.</p>` : ''}`;
}

function linesOf(lines: string[]): string {
  return lines.length > 0 ? lines.join('\n') : '(không có)';
}

/** Who signed a draft, by the files that were taken. */
export function signaturesOf(edition: Edition, staff: Pick<Staff, 'id' | 'name'>[]): Markup {
  const taken = takenOf(edition);
  if (taken.length === 0) return html``;
  const acts = edition.passage?.acts ?? [];
  return html`<h2>Chữ ký số</h2><ul>${taken.map(returned => {
    const act = acts.findLast(({ signed }) => signed === returned.file.sha256);
    const why = act?.words ? html` Nhận vì: <span class="typed">${act.words}</span>` : '';
    return html`<li>${act ? `${stepWords[act.at].name}, ${nameOf(staff, act.who)}, ${inWords(act.when)}: ` : ''}${verdictShown(returned.verdict)}${why} <a href="${returnedAddress(edition, returned)}">Mở tệp</a>
${signersOf(returned)}</li>`;
  })}</ul>
<p><small>Máy chỉ nói tệp có còn nguyên và ai ký; chữ ký số có hiệu lực hay không do tổ chức được phép xác nhận.</small></p>`;
}

function signersOf({ signers }: Returned): Markup {
  if (signers.length === 0) return html``;
  return html`<ul>${signers.map(({ name, issuer, certificate, saidAt, issuedBy }) => {
    const [from, to] = [certificate.from, certificate.to].map(each => dateInDigits(dateAt(each)));
    const when = saidAt === undefined ? '' : `, máy người ký ghi ${inWords(saidAt)}`;
    return html`<li><strong>${name}</strong>${when}; chứng thư do ${issuer} cấp, hạn ${from} đến ${to}: ${issuers[issuedBy]}.</li>`;
  })}</ul>`;
}

const issuers: Record<Returned['signers'][number]['issuedBy'], string> = {
  'kept root': 'dẫn tới chứng thư gốc mà cơ quan giữ',
  unknown: 'không dẫn tới chứng thư gốc nào mà cơ quan giữ',
  expired: 'ngoài thời hạn',
};

function verdictShown(verdict: Returned['verdict']): Markup {
  const [name = '', ...rest] = verdictInWords[verdict].split(':');
  return html`${standing(verdict === 'intact' ? 'good' : verdict === 'altered' ? 'bad' : 'wanting', name)}:${rest.join(':')}`;
}

function returnedAddress({ report, month, number }: Edition, { file }: Returned): string {
  return `/board/${report}/${month}/${number}/returned/${file.sha256}`;
}

function nameOf(staff: Pick<Staff, 'id' | 'name'>[], who: string): string {
  return staff.find(({ id }) => id === who)?.name ?? who;
}

/** Which draft was looked at, and where it stood: an act is done to nothing else. */
export function lookedAt({ files, turn = 0 }: Edition): Markup {
  return html`<input type="hidden" name="pdf" value="${files.pdf.sha256}"><input type="hidden" name="turn" value="${turn}">`;
}

export function addressOf({ report, month }: Pick<Edition, 'report' | 'month'>): string {
  return `/board/${report}/${month}/issuing`;
}
