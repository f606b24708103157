import { countRefusal } from '../shared/aws/refusals.ts';
import { config } from '../shared/config.ts';
import { problem } from '../shared/domain/problem.ts';
import { asset, json } from '../shared/http/answer.ts';
import { atTheEdge, type Routes } from '../shared/http/edge.ts';
import type { Request } from '../shared/http/request.ts';
import { assetNamed } from '../templates/assets.ts';
import { sheetStyle } from '../templates/letter/html-style.ts';
import { getReceipt, getSubmission, putSubmission } from './collect/api.ts';
import { showCheck } from './collect/check.ts';
import { exchangeLink, postForm, showForm, showHome, showLink, showProblem } from './collect/form.ts';
import { anyCookieIn } from './collect/form-cookies.ts';
import { leadOn } from './collect/old-address.ts';
import { showHistory, showReceipt } from './collect/receipt.ts';
import { room } from './collect/room.ts';
import { sendTemplate } from './collect/template.ts';

const baseUrl = () => config('BASE_URL').BASE_URL;

export const routes: Routes = {
  'GET /': showHome,
  'GET /assets/{name}': showAsset,
  'GET /link/{token}': showLink,
  'POST /link/{token}': request => exchangeLink(room(), request),
  'GET /form/{report}/{month}/{unit}': request => showForm(room(), request),
  'POST /form/{report}/{month}/{unit}': request => postForm(room(), request),
  'GET /form/{report}/{month}/{unit}/check': request => showCheck(room(), request),
  'GET /form/{report}/{month}/{unit}/template': request => sendTemplate(room(), request),
  'GET /form/{report}/{month}/{unit}/history': request => showHistory(room(), request),
  'GET /form/{report}/{month}/{unit}/receipt/{key}': request => showReceipt(room(), request),
  'GET /form/{report}/{month}/{unit}/correct': async request =>
    (await import('./collect/correct.ts')).showCorrect(room(), request),
  'POST /form/{report}/{month}/{unit}/correct': async request =>
    (await import('./collect/correct.ts')).askToCorrect(room(), request),
  'GET /form': request => leadOn(room(), request),
  'POST /form': request => postForm(room(), request),
  'GET /form/template': request => leadOn(room(), request, '/template'),
  'GET /history': request => leadOn(room(), request, '/history'),
  'GET /receipt/{key}': request =>
    leadOn(room(), request, `/receipt/${encodeURIComponent(request.parameters.key ?? '')}`),
  'GET /api/openapi.json': showOpenApi,
  'GET /api/submission': request => getSubmission(room(), request),
  'PUT /api/submission': request => putSubmission(room(), request),
  'GET /api/receipt/{key}': request => getReceipt(room(), request),
};

/** Where units hand in: link, form, receipt, and the same for programs. */
export const handler = atTheEdge({
  routes,
  baseUrl,
  cookieIn: anyCookieIn,
  countRefusal: (address, now) => countRefusal(room().table, address, now),
  problemPage: showProblem,
});

/** Loaded when it is asked for, which is seldom: what makes a document of a schema is larger than what checks with it. */
async function showOpenApi() {
  const { openApiDocument } = await import('./collect/openapi.ts');
  return json(openApiDocument(baseUrl()));
}

function showAsset(request: Request) {
  if (request.parameters.name === 'letter.css') return asset(sheetStyle, 'text/css; charset=utf-8');
  const found = assetNamed(request.parameters.name ?? '');
  if (!found) throw problem.notFound();
  return asset(found.content, found.mediaType);
}
