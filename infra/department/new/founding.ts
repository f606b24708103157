import { stringify } from 'yaml';
import type { Cadence, Term } from '../../../shared/domain/calendar/term.ts';
import { uncapitalised } from '../../../shared/domain/text/capitalised.ts';
import { idsFor } from './ids.ts';

export type Named = { name: string; mail: string };

/** What a folder begins with; the office writes the rest into its files. */
export type Founding = {
  name: string;
  coQuanChuQuan: string;
  diaDanh: string;
  units: Named[];
  coordinator: Named;
  report: string;
  cadence: Cadence;
  first: Term;
  addressee: Named;
  kyHieu: string;
  signer: { quyenHan?: string | undefined; chucVu: string; nguoiKy: string };
  indicators: { name: string; unitOfMeasure: string }[];
};

/** The files of a new folder by their paths: they pass `check` as they are, and say where more is to be written. */
export function filesOf(founding: Founding): Record<string, string> {
  const [report = 'bao-cao'] = idsFor([founding.report]);
  return {
    'department.yaml': office(founding),
    'history.csv': 'period,indicator,value\n',
    [`reports/${report}/report.yaml`]: reportYaml(founding),
    [`reports/${report}/letter.md`]: letter(founding),
  };
}

/** A value as YAML has it, in quotes where it needs them. */
function value(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}

function office({ name, coQuanChuQuan, diaDanh, units, coordinator }: Founding): string {
  const ids = idsFor(units.map(unit => unit.name));
  return `# Cơ quan và những người làm báo cáo; mọi mục nêu trong docs/huong-dan.md.
id: ${idsFor([name])[0]}
name: ${value(name)}
coQuanChuQuan: ${value(coQuanChuQuan)}
coQuanBanHanh: ${value(name.toUpperCase())}
diaDanh: ${value(diaDanh)}
units:
${units.map((unit, at) => `  - { id: ${ids[at]}, name: ${quoted(unit.name)}, mail: ${unit.mail} }`).join('\n')}
staff: # thêm lãnh đạo duyệt (approver), văn thư (clerk)
  - { id: tong-hop, name: ${quoted(coordinator.name)}, mail: ${coordinator.mail}, roles: [coordinator] }
daysOff: [] # ngày nghỉ bù, hoán đổi công bố hằng năm
`;
}

/** What stands between { and } would be a place of the term. */
function withoutPlaces(text: string): string {
  return text.replaceAll('{', '(').replaceAll('}', ')');
}

/** Within { } a comma would part a text. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function reportYaml(founding: Founding): string {
  const { report, cadence, first, addressee, kyHieu, signer, units, indicators } = founding;
  const [owner] = idsFor(units.map(unit => unit.name));
  const codes = idsFor(indicators.map(indicator => indicator.name));
  const asked = indicators.map(
    ({ name, unitOfMeasure }, at) => `  - code: ${codes[at]}
    name: ${value(name)}
    phrase: ${value(`${withoutPlaces(name)} {kỳ này}`)}
    unitOfMeasure: ${value(unitOfMeasure)}
    owner: ${owner} # đơn vị phải báo; nhiều đơn vị cùng báo thì owedBy: all
${comparisonsOf(unitOfMeasure)}`,
  );
  return `# Ai nợ gì, hạn nào, gửi đâu, ai ký; mọi mục nêu trong docs/huong-dan.md.
name: ${value(report)}
${cadence === 'month' ? '' : `cadence: ${cadence}\n`}first: ${first}
opening: { month: 1, day: 1, at: "08:00" } # mở kỳ: 8 giờ ngày 1 tháng sau kỳ
deadline: { month: 1, day: 10, at: "16:00" } # hạn nộp, cũng là ngày của công văn
reminders: [{ workingDaysBefore: 2 }]
kyHieu: ${value(kyHieu)}
trichYeu: ${value(`${withoutPlaces(uncapitalised(report))} {kỳ}`)}
addressees:
  - { name: ${quoted(addressee.name)}, mail: ${addressee.mail} }
recipients:
  - { line: Như trên, to: addressees }
  - { line: Các đơn vị thuộc cơ quan, to: units }
  - { line: "Lưu: VT" }
signer: { ${signer.quyenHan ? `quyenHan: ${quoted(signer.quyenHan)}, ` : ''}chucVu: ${quoted(signer.chucVu)}, nguoiKy: ${quoted(signer.nguoiKy)} }
indicators:
${asked.join('\n')}
tasks:
  - { id: kho-khan, text: "Khó khăn, vướng mắc, kiến nghị", owedBy: all }
`;
}

/** A share goes up by points, and never adds up. */
function comparisonsOf(unitOfMeasure: string): string {
  if (unitOfMeasure !== '%') return '    comparisons: [previous-period, same-period-last-year]';
  return `    kind: rate # tỷ lệ: không cộng được; so bằng điểm phần trăm
    comparisons: [{ with: previous-period, as: points }, { with: same-period-last-year, as: points }]`;
}

function letter({ indicators }: Founding): string {
  const codes = idsFor(indicators.map(({ name }) => name));
  return `{{ co_quan }} báo cáo tình hình {{ ky.ten }} như sau:

## 1. Kết quả thực hiện

${codes.map(code => `- {{ so_lieu.${code} }}`).join('\n')}

{% if ket_qua.kho-khan %}
## 2. Khó khăn, vướng mắc, kiến nghị

- {{ ket_qua.kho-khan }}
{% endif %}

{% if ngoai_ra %}
- Ngoài ra:

+ {{ ngoai_ra }}
{% endif %}

{{ co_quan }} kính báo cáo./.
`;
}
