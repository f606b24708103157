import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { feedbackFrom } from '../../functions/track-delivery/feedback.ts';
import { readHistory } from '../../infra/department/history.ts';
import { readYaml } from '../../infra/department/yaml-file.ts';
import { CalendarDate, TimeOfDay } from '../../shared/domain/calendar/day.ts';
import { Month } from '../../shared/domain/calendar/month.ts';
import { HandIn } from '../../shared/domain/collection/answers.ts';
import { rowsOf } from '../../shared/domain/collection/cells.ts';
import { answersFrom } from '../../shared/domain/collection/form.ts';
import { figuresPasted } from '../../shared/domain/collection/pasted.ts';
import { boardPath } from '../../shared/domain/delivery/sign-in.ts';
import { isWordingFault } from '../../shared/domain/letter/liquid.ts';
import { paragraphsOf } from '../../shared/domain/letter/narrative.ts';
import { worded } from '../../shared/domain/letter/wording.ts';
import { MailAddress } from '../../shared/domain/office/mail-address.ts';
import { Problem } from '../../shared/domain/problem.ts';
import { Id } from '../../shared/domain/text/id.ts';
import { Line } from '../../shared/domain/text/line.ts';
import { narrativeFrom } from '../../shared/domain/text/narrative.ts';
import { readNumeral } from '../../shared/domain/text/numeral.ts';
import { checked } from '../../shared/http/body.ts';
import { jsonFrom } from '../../shared/http/json.ts';
import { bearer, requestFrom } from '../../shared/http/request.ts';
import { exports, index } from '../domain/an-office.ts';

/** Everything that reads text from outside: how it is called, and what alone it may throw. */
export type Parser = { read: (text: string) => unknown; fault?: (error: unknown) => boolean };

const folder = mkdtempSync(join(tmpdir(), 'van-ban-'));

export const parsers: Record<string, Parser> = {
  'a numeral': { read: readNumeral },
  'a day': { read: text => CalendarDate.safeParse(text) },
  'an hour': { read: text => TimeOfDay.safeParse(text) },
  'a month': { read: text => Month.safeParse(text) },
  'an identifier': { read: text => Id.safeParse(text) },
  'an address of mail': { read: text => MailAddress.safeParse(text) },
  'a line of text': { read: text => Line.safeParse(text) },
  'a text of a unit': { read: text => paragraphsOf(narrativeFrom(text, () => {})) },
  'a pasted table': { read: text => figuresPasted(rowsOf(text), [exports, index]) },
  'a form': { read: text => answersFrom(new URLSearchParams(text)) },
  JSON: { read: jsonFrom, fault: error => error instanceof Problem },
  'a hand-in of a program': { read: text => checked(jsonFrom(text), HandIn), fault: error => error instanceof Problem },
  'a cookie': { read: text => requestFrom(eventWith({ cookies: [text, text] })).cookies },
  'a token': { read: text => bearer(requestFrom(eventWith({ headers: { authorization: text } }))) },
  'where to go': { read: boardPath },
  'a report of SES': { read: feedbackFrom },
  'the wording of a letter': { read: text => worded(text, { so_lieu: {} }), fault: isWordingFault },
  'a YAML file': { read: text => readYaml(fileOf('a.yaml', text), []) },
  'history.csv': { read: text => readHistory(fileOf('history.csv', `period,indicator,value\n${text}`).directory, []) },
};

function fileOf(file: string, text: string): { directory: string; file: string } {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return { directory: folder, file };
}

function eventWith(changes: object): APIGatewayProxyEventV2 {
  const http = { method: 'GET', path: '/', sourceIp: '' };
  return { headers: {}, requestContext: { http, timeEpoch: 0 }, ...changes } as APIGatewayProxyEventV2;
}
