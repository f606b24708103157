import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDepartment } from '../../infra/department/folder.ts';
import { triedLetter } from '../../infra/department/trial.ts';
import type { Block } from '../../shared/domain/letter/letter.ts';
import { change, copyOf, faultsOf, history, lineOf, office, report, sample, wording } from './a-folder.ts';

let folder: string;
beforeEach(() => {
  folder = copyOf(sample);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is changed, and on the line with which words the fault is then found, saying what. */
type Slip = { file: string; from: string; to: string; at: string; says: string };

/** The one fault that says something, as its parts. */
function faultSaying(says: string): { file: string; line: number } {
  const faults = faultsOf(folder);
  const named = faults.filter(fault => fault.includes(says));
  expect(named, faults.join('\n')).toHaveLength(1);
  const [, file = '', line] = /^(.+?):(\d+) {2}.+ → .+$/.exec(named[0] ?? '') ?? [];
  return { file, line: Number(line) };
}

const textOf = (block: Block) => ('runs' in block ? block.runs.map(({ text }) => text).join('') : '');

describe('whom units ask', () => {
  it.each([
    ['{ phone: gọi văn thư }', '"contact.phone" chưa đúng'],
    ['{ mail: phong kh@so.example }', '"contact.mail" chưa đúng'],
    ['{ dienThoai: 0255 382 2222 }', '"contact.dienThoai" không phải là một mục'],
    [`{ mail: ${'a'.repeat(65)}@so.example }`, 'hơn 64 ký tự'],
  ])('is told where it is wrong: contact: %s', (contact, says) => {
    change(folder, office, ['units:', `contact: ${contact}\nunits:`]);
    expect(faultSaying(says)).toEqual({ file: office, line: lineOf(folder, office, `contact: ${contact}`) });
  });

  it.each(['', '{ phone: 0255 382 2222 }', '""'])(
    'may be left to the coordinator, or be said in part: contact: %s',
    contact => {
      change(folder, office, ['units:', `contact: ${contact}\nunits:`]);
      expect(faultsOf(folder)).toEqual([]);
    },
  );
});

function findsEach(slips: [string, Slip][]): void {
  it.each(slips)('%s', (_, { file, from, to, at, says }) => {
    change(folder, file, [from, to]);
    expect(faultSaying(says)).toEqual({ file, line: lineOf(folder, file, at) });
  });
}

describe('what is no plain address is none of Nơi nhận’s, nor of Kính gửi’s', () => {
  it.each([
    '"a\r\n"@x.example',
    'a\r\nBcc: b@x.example',
    'a@x.example,b@y.example',
    'a@x.example;b@y.example',
    'a@x.example b@y.example',
    '<a@x.example>',
    'Văn thư <a@x.example>',
    '"a b"@x.example',
    'a@x.example(ghi chú)',
    'vt@s\u043e.example',
    'vt@xn--s-0tbi.example@so.example',
    'văn-thư@so.example',
    'a@localhost',
    'a@[127.0.0.1]',
    '@x.example',
    'a@',
    'a..b@x.example',
    `${'a'.repeat(250)}@x.example`,
  ])('%j', address => {
    const quoted = JSON.stringify(address);
    change(folder, report, ['addressees:', `addressees:\n  - { name: Cục A, mail: ${quoted} }`]);
    change(folder, report, ['recipients:', `recipients:\n  - { line: Cục A, mail: ${quoted} }`]);
    const faults = faultsOf(folder).filter(fault => /phải là một địa chỉ thư|dài quá 254 ký tự/.test(fault));
    expect(faults.map(fault => /"(addressees|recipients)\./.exec(fault)?.[1])).toEqual(
      expect.arrayContaining(['addressees', 'recipients']),
    );
  });
});

describe('a value that is wrong by itself is found in department.yaml', () => {
  const mail = 'mail: phong-qltm@so-cong-thuong.example';
  findsEach([
    [
      'a mail that is none',
      { file: office, from: 'phong-qltm@', to: 'phong-qltm(a)', at: 'phong-qltm(a)', says: 'một địa chỉ thư điện tử' },
    ],
    [
      'two mails in one',
      { file: office, from: mail, to: 'mail: "a@b.example,c@d.example"', at: 'a@b', says: 'một địa chỉ thư điện tử' },
    ],
    [
      'a mail that smuggles a header',
      { file: office, from: mail, to: 'mail: "a@b.example\\r\\nBcc: x@y.example"', at: 'Bcc', says: 'một địa chỉ thư' },
    ],
    [
      'a name that smuggles a header',
      {
        file: office,
        from: 'name: Thanh tra Sở',
        to: 'name: "Thanh tra\\r\\nBcc: x@y.example"',
        at: 'Bcc',
        says: 'chỉ được một dòng',
      },
    ],
    [
      'a unit without a mail',
      { file: office, from: mail, to: 'mail: # không', at: 'mail: # không', says: 'cần ít nhất 1 mục' },
    ],
    [
      'a day that is not',
      { file: office, from: '2021-09-03', to: '2021-09-31', at: '2021-09-31', says: 'ngày này không có trong lịch' },
    ],
    [
      'a role nobody has',
      {
        file: office,
        from: 'roles: [clerk]',
        to: 'roles: [clark]',
        at: 'clark',
        says: '"staff.van-thu.roles.1" không nhận giá trị này → có phải "clerk"?',
      },
    ],
  ]);
});

describe('a value that is wrong by itself is found in report.yaml', () => {
  findsEach([
    [
      'a key nobody knows, with the one that was meant',
      { file: report, from: 'kyHieu:', to: 'kyHieux:', at: 'kyHieux:', says: 'một mục → có phải "kyHieu"?' },
    ],
    [
      'a key nobody knows in a list',
      {
        file: report,
        from: 'shows: change',
        to: 'show: change',
        at: 'show: change',
        says: '"indicators.chi-so-san-xuat.show" không phải là một mục → có phải "shows"?',
      },
    ],
    [
      'words torn apart at a comma',
      { file: report, from: '"GD, các PGD Sở"', to: 'GD, các PGD Sở', at: 'GD, các', says: 'thì đặt trong ngoặc kép' },
    ],
    ['a key left out', { file: report, from: 'kyHieu:', to: '# kyHieu:', at: '# Báo cáo', says: 'thiếu mục "kyHieu"' }],
    [
      'a key with nothing after it',
      { file: report, from: 'nguoiKy: Võ Văn Rân', to: 'nguoiKy:', at: 'nguoiKy:', says: 'thiếu mục "signer.nguoiKy"' },
    ],
    ['an hour that is not', { file: report, from: '"16:00"', to: '"25:00"', at: '25:00', says: 'ví dụ 16:00' }],
    [
      'a word for a number',
      { file: report, from: 'decimals: 2', to: 'decimals: hai', at: 'decimals: hai', says: 'cần một số nguyên' },
    ],
    [
      'a number out of bounds',
      { file: report, from: 'month: 1, day: 16', to: 'month: 1, day: 45', at: 'day: 45', says: 'cần nhiều nhất 31' },
    ],
    [
      'a comparison that is not',
      {
        file: report,
        from: 'comparisons: [previous-month, same-month-last-year]',
        to: 'comparisons: [previous-mont]',
        at: 'previous-mont]',
        says: 'có phải "previous-month"?',
      },
    ],
    [
      '__proto__',
      {
        file: report,
        from: 'whenMissing:',
        to: '__proto__: { a: b }\nwhenMissing:',
        at: '__proto__',
        says: '"__proto__" không phải là một mục',
      },
    ],
  ]);
});

describe('what does not fit together is found', () => {
  findsEach([
    [
      'a step that nobody named may take',
      {
        file: report,
        from: 'whenMissing: issue',
        to: 'issuing: after-approval\nsteps:\n  - { step: approval, by: van-thu }\nwhenMissing: issue',
        at: 'step: approval',
        says: 'bước approval không có ai làm được',
      },
    ],
    [
      'a number for what is not approved',
      {
        file: report,
        from: 'whenMissing: issue',
        to: 'issuing: after-approval\nsteps:\n  - { step: number }\n  - { step: approval }\nwhenMissing: issue',
        at: 'step: number',
        says: 'đặt number sau approval',
      },
    ],
    [
      'a step of somebody who is not of the office',
      {
        file: report,
        from: 'whenMissing: issue',
        to: 'issuing: after-approval\nsteps:\n  - { step: form, by: [ai-do] }\nwhenMissing: issue',
        at: 'step: form',
        says: 'không phải là mã của cán bộ nào',
      },
    ],
    [
      'a push to nobody',
      {
        file: report,
        from: 'whenMissing: issue',
        to: 'issuing: after-approval\nsteps:\n  - { step: form, push: [{ afterHours: 2, to: ai-do }] }\nwhenMissing: issue',
        at: 'step: form',
        says: 'không phải là mã của cán bộ nào',
      },
    ],
    [
      'steps of a letter that goes out by itself',
      {
        file: report,
        from: 'whenMissing: issue',
        to: 'steps:\n  - { step: approval }\nwhenMissing: issue',
        at: 'steps:',
        says: 'thêm issuing: after-approval',
      },
    ],
    [
      'those told who head units, where no unit has one',
      {
        file: report,
        from: 'whenMissing: issue',
        to: 'escalation:\n  - { workingDaysBefore: 1, to: heads }\nwhenMissing: issue',
        at: 'to: heads',
        says: 'không đơn vị nào ghi head',
      },
    ],
    [
      'a unit nobody knows',
      {
        file: report,
        from: 'owner: cong-nghiep',
        to: 'owner: cong-nghjep',
        at: 'owner: cong-nghjep',
        says: 'không có đơn vị "cong-nghjep" → có phải "cong-nghiep"?',
      },
    ],
    [
      'a unit twice',
      {
        file: office,
        from: 'id: van-phong',
        to: 'id: thanh-tra # lần hai',
        at: '# lần hai',
        says: 'trùng với mục ở dòng',
      },
    ],
    [
      'an indicator twice',
      {
        file: report,
        from: 'code: nhap-khau',
        to: 'code: xuat-khau # lần hai',
        at: '# lần hai',
        says: '"xuat-khau" trùng với mục ở dòng',
      },
    ],
    [
      'a task twice',
      {
        file: report,
        from: 'id: ocop',
        to: 'id: kien-nghi # lần hai',
        at: '# lần hai',
        says: '"kien-nghi" trùng với mục ở dòng',
      },
    ],
    [
      'a line of Nơi nhận that takes the name of another',
      {
        file: report,
        from: '{ line: Như trên',
        to: '{ id: noi-nhan-2, line: Như trên',
        at: 'UBND tỉnh (b/c)',
        says: '"noi-nhan-2" trùng',
      },
    ],
    [
      'a unit that ends before it begins',
      {
        file: office,
        from: 'name: Văn phòng Sở',
        to: 'name: Văn phòng Sở\n    validFrom: 2021-01\n    validTo: 2020-12',
        at: 'validTo: 2020-12',
        says: 'kỳ cuối 2020-12 trước kỳ đầu 2021-01',
      },
    ],
    [
      'a report that ends before it begins',
      {
        file: report,
        from: 'first: 2021-10',
        to: 'first: 2021-10\nlast: 2021-09',
        at: 'last: 2021-09',
        says: 'kỳ cuối',
      },
    ],
    [
      'no coordinator',
      { file: office, from: '[coordinator]', to: '[clerk]', at: 'staff:', says: 'chưa có cán bộ tổng hợp' },
    ],
    [
      'a deadline before the opening',
      {
        file: report,
        from: 'month: 1, day: 16',
        to: 'month: 0, day: 16',
        at: 'deadline:',
        says: 'không sau lúc mở kỳ',
      },
    ],
    [
      'a deadline before the opening, over several lines',
      {
        file: report,
        from: 'deadline: { month: 1, day: 16, at: "16:00", onDayOff: next }',
        to: 'deadline:\n  month: 0\n  day: 16\n  at: "16:00"',
        at: 'deadline:',
        says: 'không sau lúc mở kỳ',
      },
    ],
    [
      'a window that ends before it begins',
      {
        file: report,
        from: 'from: { month: 0, day: 1 }',
        to: 'from: { month: 1, day: 1 }',
        at: 'window:',
        says: 'ngày cuối lấy số liệu trước ngày đầu',
      },
    ],
    [
      'a reminder before the opening',
      {
        file: report,
        from: 'workingDaysBefore: 3',
        to: 'workingDaysBefore: 15',
        at: 'workingDaysBefore: 15',
        says: 'rơi trước lúc mở kỳ hoặc sau hạn nộp',
      },
    ],
    [
      'a reminder after the deadline',
      {
        file: report,
        from: '{ workingDaysBefore: 1, at: "08:00" }',
        to: '{ workingDaysBefore: 0, at: "17:00" }',
        at: 'at: "17:00"',
        says: 'rơi trước lúc mở kỳ hoặc sau hạn nộp',
      },
    ],
    [
      'limits that no figure satisfies',
      {
        file: report,
        from: '{ least: "0", most: "1000" }',
        to: '{ least: "1000", most: "0" }',
        at: 'least: "1000"',
        says: 'nên không số liệu nào được nhận',
      },
    ],
    [
      'the same comparison twice',
      {
        file: report,
        from: '[previous-month, same-month-last-year]',
        to: '[previous-month, previous-month]',
        at: '[previous-month, previous-month]',
        says: 'một phép so sánh viết hai lần',
      },
    ],
    [
      'what lies between a figure and its plan',
      {
        file: report,
        from: '[previous-month, same-month-last-year]',
        to: '[{ with: plan, as: amount }]',
        at: '[{ with: plan, as: amount }]',
        says: 'as: amount không dùng để so với kế hoạch',
      },
    ],
    [
      'a character the letter cannot carry, in its wording',
      { file: wording, from: 'kính báo cáo', to: 'kính báo cáo 📈', at: '📈', says: 'không in được: 📈 (U+1F4C8)' },
    ],
    [
      'such a character in a name',
      { file: report, from: 'Võ Văn Rân', to: 'Võ Văn Rân 🖋', at: '🖋', says: 'không in được: 🖋' },
    ],
    [
      'a line break where the letter has one line',
      {
        file: report,
        from: 'unitOfMeasure: tỷ đồng',
        to: 'unitOfMeasure: "tỷ\\nđồng"',
        at: 'tỷ\\nđồng',
        says: 'không in được: U+000A',
      },
    ],
  ]);

  it('a group of recipients without an address', () => {
    change(folder, office, ['roles: [clerk]', 'roles: [approver]']);
    change(folder, report, ['{ line: Như trên, to: addressees }', '{ line: Như trên, to: clerks }']);
    const says = '"Như trên" gửi tới "clerks" nhưng nhóm này không có địa chỉ nào';
    expect(faultSaying(says)).toEqual({ file: report, line: lineOf(folder, report, 'line: Như trên') });
  });

  it('a Nơi nhận that mails nobody', () => {
    const text = readFileSync(join(folder, report), 'utf8');
    const start = text.indexOf('\nrecipients:');
    const unsent = `${text.slice(0, start)}\nrecipients: [{ line: "Lưu: VT" }]\n${text.slice(text.indexOf('signer:'))}`;
    writeFileSync(join(folder, report), unsent);
    expect(faultSaying('không nơi nhận nào có địa chỉ thư').line).toBe(lineOf(folder, report, 'recipients:'));
  });
});

describe('offices merge and are renamed: months are looked at one by one', () => {
  findsEach([
    [
      'a unit that is not yet there',
      {
        file: report,
        from: 'owner: thanh-tra',
        to: 'owner: [{ unit: thanh-tra, from: 2022-01 }]',
        at: 'unit: thanh-tra',
        says: 'kỳ 2021-10 chưa giao cho đơn vị nào',
      },
    ],
    [
      'units that follow one another in the wrong order',
      {
        file: report,
        from: 'owner: thanh-tra',
        to: 'owner: [thanh-tra, { unit: van-phong, from: 2022-06 }, { unit: ke-hoach, from: 2022-01 }]',
        at: 'unit: van-phong',
        says: 'đơn vị "ke-hoach" nhận bàn giao không sau "van-phong"',
      },
    ],
  ]);

  it('a unit that has ended while its task goes on', () => {
    change(folder, office, ['name: Thanh tra Sở', 'name: Thanh tra Sở\n    validTo: 2022-06']);
    expect(faultSaying('đơn vị "thanh-tra" không còn hoặc chưa có trong kỳ 2022-07')).toEqual({
      file: report,
      line: lineOf(folder, report, 'owner: thanh-tra'),
    });
  });

  it('a unit that has not yet begun when its task does', () => {
    change(folder, office, ['name: Thanh tra Sở', 'name: Thanh tra Sở\n    validFrom: 2022-01']);
    expect(faultSaying('đơn vị "thanh-tra" không còn hoặc chưa có trong kỳ 2021-10').line).toBe(
      lineOf(folder, report, 'owner: thanh-tra'),
    );
  });

  it('and a task handed over in time is right', () => {
    change(folder, office, ['name: Thanh tra Sở', 'name: Thanh tra Sở\n    validTo: 2022-06']);
    change(folder, report, ['owner: thanh-tra', 'owner: [thanh-tra, { unit: van-phong, from: 2022-07 }]']);
    expect(faultsOf(folder)).toEqual([]);
  });

  it('and a recipient of later months is no recipient without an address', () => {
    change(folder, report, ['to: approvers }', 'to: approvers, validFrom: 2022-01 }']);
    expect(faultsOf(folder)).toEqual([]);
  });
});

describe('letter.md is tried before a deadline tries it', () => {
  findsEach([
    [
      'an indicator it invents, with the one that was meant',
      {
        file: wording,
        from: 'so_lieu.xuat-khau',
        to: 'so_lieu.xuat-khao',
        at: 'xuat-khao',
        says: 'báo cáo này không có "so_lieu.xuat-khao" → có phải "so_lieu.xuat-khau"?',
      },
    ],
    [
      'a group it invents',
      { file: wording, from: 'nhom.thong-tin', to: 'nhom.hoi-cho', at: 'hoi-cho', says: 'không có "nhom.hoi-cho"' },
    ],
    [
      'a task it invents',
      { file: wording, from: 'ket_qua.thi-truong', to: 'ket_qua.cho', at: 'ket_qua.cho', says: '"ket_qua.cho"' },
    ],
    [
      'what only a month without figures would reach',
      {
        file: wording,
        from: '{{ co_quan }} kính báo cáo',
        to: '{% if trang_thai.xuat-khau == "none" %}{{ so_lieu.vang }}{% endif %}\n\n{{ co_quan }} kính báo cáo',
        at: 'so_lieu.vang',
        says: 'không có "so_lieu.vang"',
      },
    ],
    [
      'what only a month without units would reach',
      {
        file: wording,
        from: '{{ co_quan }} kính báo cáo',
        to: '{% for don_vi in con_thieu %}{{ donvi }}{% endfor %}\n\n{{ co_quan }} kính báo cáo',
        at: 'donvi }}',
        says: 'không có "donvi"',
      },
    ],
    [
      'a family of names for a value',
      {
        file: wording,
        from: '{{ so_lieu.ban-le }}',
        to: '{{ so_lieu }}',
        at: '{{ so_lieu }}',
        says: '"so_lieu" không phải là một giá trị → viết cả tên sau dấu chấm',
      },
    ],
    [
      'a tag not closed',
      { file: wording, from: '{% endif %}', to: '', at: '{% if ngoai_ra %}', says: '{% if ngoai_ra %} chưa đóng' },
    ],
    [
      'a tag that could read a file',
      { file: wording, from: '{{ can_cu }}', to: '{% include "x" %}', at: 'include', says: '{% include %}' },
    ],
    ['a filter there is not', { file: wording, from: 'co_quan }}', to: 'co_quan | in }}', at: '| in', says: '"| in"' }],
    [
      'a mark no công văn has',
      { file: wording, from: '- {{ so_lieu.ban-le', to: '* {{ so_lieu.ban-le', at: '* {{', says: 'mở bằng "*"' },
    ],
    [
      'a loop without end',
      { file: wording, from: '{{ can_cu }}', to: '{% for i in (1..99999999) %}x{% endfor %}', at: '1..9', says: 'lặp' },
    ],
  ]);

  it('finds that it says nothing', () => {
    writeFileSync(join(folder, wording), '\n');
    expect(faultSaying('công văn không có lời nào')).toEqual({ file: wording, line: 1 });
  });

  it('finds every name it does not know, not the first alone', () => {
    change(folder, wording, ['so_lieu.xuat-khau', 'so_lieu.xuat-khao']);
    change(folder, wording, ['nhom.thong-tin', 'nhom.thong-tinh']);
    expect(faultsOf(folder)).toHaveLength(2);
  });

  it('may name an indicator that has ended: its line is left out from then on', () => {
    change(folder, report, ['unitOfMeasure: tỷ đồng', 'unitOfMeasure: tỷ đồng\n    validTo: 2022-06']);
    expect(faultsOf(folder)).toEqual([]);
    const read = readDepartment(folder);
    const [definition] = 'department' in read ? read.department.reports : [];
    if (!('department' in read) || !definition) throw new Error('the folder is not right');
    const letterOf = (month: string) => triedLetter({ ...read, definition, month }, undefined).body.map(textOf);
    expect(letterOf('2022-06').filter(text => text.startsWith('Tổng mức bán lẻ'))).toHaveLength(1);
    expect(letterOf('2022-07').filter(text => text.startsWith('Tổng mức bán lẻ'))).toEqual([]);
    expect(letterOf('2022-07').filter(text => text.trim() === '')).toEqual([]);
  });
});

describe('history.csv', () => {
  findsEach([
    [
      'has a figure nobody asks for',
      { file: history, from: '2021-09,ban-le', to: '2021-09,ban-lee', at: 'ban-lee', says: 'có phải "ban-le"?' },
    ],
    [
      'has a figure twice',
      { file: history, from: '2021-09,ban-le', to: '2021-08,ban-le', at: '2021-08,ban-le,3604', says: 'đã có ở dòng' },
    ],
    [
      'has a comma for a point',
      { file: history, from: '130.7', to: '130,7', at: '130,7', says: '"2021-09,xuat-khau,130,7" không đọc được' },
    ],
    [
      'has no such month',
      { file: history, from: '2021-09,xuat-khau', to: '2021-13,xuat-khau', at: '2021-13', says: 'không đọc được' },
    ],
    [
      'is parted by semicolons',
      { file: history, from: 'period,indicator,value', to: 'period;indicator;value', at: 'period', says: 'chấm phẩy' },
    ],
  ]);

  it('may have cells in quotation marks and rows of nothing, as spreadsheets save them', () => {
    change(folder, history, ['2021-09,xuat-khau,130.7', '"2021-09","xuat-khau","130.7",\n,,']);
    expect(faultsOf(folder)).toEqual([]);
  });
});

describe('all of it is told', () => {
  it('from every file at once, in the order of the files', () => {
    change(folder, office, ['phong-qltm@', 'phong-qltm(a)']);
    change(folder, report, ['kyHieu:', 'kyHieux:']);
    appendFileSync(join(folder, history), '2021-09,xuat-khau\n');
    const files = faultsOf(folder).map(fault => fault.split(':')[0]);
    expect(files).toEqual([office, report, report, history]);
  });

  it('of one report though another is not YAML', () => {
    writeFileSync(join(folder, 'reports/cap-dien-thang/report.yaml'), 'name: "');
    change(folder, wording, ['so_lieu.xuat-khau', 'so_lieu.xuat-khao']);
    expect(faultsOf(folder)).toHaveLength(2);
  });

  it('of files that are missing', () => {
    for (const file of [office, history, report, wording]) rmSync(join(folder, file));
    expect(faultsOf(folder)).toHaveLength(4);
    for (const fault of faultsOf(folder)) expect(fault).toContain('không có tệp này → tạo tệp');
    rmSync(join(folder, 'reports'), { recursive: true });
    expect(faultSaying('chưa có báo cáo nào').file).toBe('reports');
  });

  it('of a folder whose name is no id', () => {
    mkdirSync(join(folder, 'reports/Báo cáo năm'));
    expect(faultsOf(folder).join('\n')).toContain('reports/Báo cáo năm/report.yaml:1  không có tệp này');
  });
});
