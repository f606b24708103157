import { config } from '../shared/config.ts';
import { page } from '../shared/http/answer.ts';
import { atTheEdge, type Routes } from '../shared/http/edge.ts';
import { problemPage } from '../templates/pages/problem.ts';
import { release, remind, revoke, sendLink } from './board/actions.ts';
import {
  downloadByLink,
  downloadFromBoard,
  exchangeStaffLink,
  showBoard,
  showDownload,
  showPeriod,
  showStaffLink,
} from './board/pages.ts';
import { showPreview } from './board/preview.ts';
import { room } from './board/session.ts';

export const routes: Routes = {
  'GET /staff/{token}': showStaffLink,
  'POST /staff/{token}': request => exchangeStaffLink(room(), request),
  'GET /board': request => showBoard(room(), request),
  'GET /board/{report}/{month}': request => showPeriod(room(), request),
  'GET /board/{report}/{month}/preview': request => showPreview(room(), request),
  'POST /board/{report}/{month}/release': request => release(room(), request),
  'POST /board/{report}/{month}/remind': request => remind(room(), request),
  'POST /board/{report}/{month}/link': request => sendLink(room(), request),
  'POST /board/{report}/{month}/revoke': request => revoke(room(), request),
  'GET /board/{report}/{month}/{edition}/{file}': request => downloadFromBoard(room(), request),
  'GET /download/{token}': request => showDownload(room(), request),
  'GET /download/{token}/{file}': request => downloadByLink(room(), request),
};

/** Where staff look on, and let a held letter go. */
export const handler = atTheEdge({
  routes,
  baseUrl: () => config('BASE_URL').BASE_URL,
  problemPage: details => page(problemPage(details), details.status),
});
