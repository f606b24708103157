import { describe, expect, it } from 'vitest';
import { dateAt, dateLine, dateOf, instantAt, inWords, timeLeft } from '../../../shared/domain/calendar/day.ts';
import { Month, monthAndYear, within } from '../../../shared/domain/calendar/month.ts';
import { isDayOff, movedOffDaysOff, workingDaysBefore } from '../../../shared/domain/calendar/office-days.ts';

const office = { daysOff: [], daysWorked: [] };

describe('days off', () => {
  it('are weekends', () => {
    expect(isDayOff(office, '2021-11-13')).toBe(true);
    expect(isDayOff(office, '2021-11-15')).toBe(false);
  });

  it.each([
    '2021-01-01',
    '2021-09-02',
    '2022-01-31',
    '2022-02-01',
    '2022-02-04',
    '2023-01-23',
    '2021-04-21',
    '2025-01-29',
  ])('are the holidays of the law, Tết and Giỗ Tổ by the lunar calendar: %s', date => {
    expect(isDayOff(office, date)).toBe(true);
  });

  it('are what the office adds, and not the weekend days it works in exchange', () => {
    expect(isDayOff({ daysOff: ['2021-09-03'], daysWorked: [] }, '2021-09-03')).toBe(true);
    expect(isDayOff({ daysOff: [], daysWorked: ['2021-11-13'] }, '2021-11-13')).toBe(false);
  });
});

describe('a working day', () => {
  it.each(['2021-12-24', '2021-03-08', '2021-09-06', '2022-02-07', '2021-04-22', '2019-01-02'])(
    'is none of the days people only observe, nor the day after a holiday: %s',
    date => {
      expect(isDayOff(office, date)).toBe(false);
    },
  );
});

describe('a date that falls on a day off', () => {
  it('moves over the whole of Tết', () => {
    expect(movedOffDaysOff(office, '2022-01-31', 'next')).toBe('2022-02-07');
    expect(movedOffDaysOff(office, '2022-02-02', 'previous')).toBe('2022-01-28');
    expect(movedOffDaysOff(office, '2022-02-02', 'keep')).toBe('2022-02-02');
  });
});

describe('working days', () => {
  it('are counted back over weekends and holidays', () => {
    expect(workingDaysBefore(office, '2021-11-16', 1)).toBe('2021-11-15');
    expect(workingDaysBefore(office, '2021-11-16', 3)).toBe('2021-11-11');
    expect(workingDaysBefore(office, '2022-02-08', 2)).toBe('2022-01-28');
  });
});

describe('a rule such as "the 31st of the month after"', () => {
  it('means the last day where a month has no such day', () => {
    expect(dateOf({ month: 1, day: 31 }, '2021-01')).toBe('2021-02-28');
    expect(dateOf({ month: 1, day: 31 }, '2024-01')).toBe('2024-02-29');
    expect(dateOf({ month: -1, day: 15 }, '2021-01')).toBe('2020-12-15');
    expect(dateOf({ month: 1, day: 16 }, '2021-12')).toBe('2022-01-16');
  });
});

describe('the hour in Việt Nam', () => {
  it('is seven ahead of UTC, so a day begins at 17:00 UTC of the day before', () => {
    expect(new Date(instantAt('2021-11-16', '16:00')).toISOString()).toBe('2021-11-16T09:00:00.000Z');
    expect(dateAt(Date.parse('2021-11-15T17:00:00Z'))).toBe('2021-11-16');
    expect(dateAt(Date.parse('2021-11-15T16:59:59Z'))).toBe('2021-11-15');
    expect(inWords(instantAt('2021-11-16', '08:05'))).toBe('08:05 ngày 16/11/2021');
  });
});

describe('the time left', () => {
  it.each([
    [15 * 24 * 60 + 8 * 60, 'còn 15 ngày 8 giờ'],
    [24 * 60, 'còn 1 ngày'],
    [61, 'còn 1 giờ 1 phút'],
    [24 * 60 + 61, 'còn 1 ngày 1 giờ'],
    [1, 'còn 1 phút'],
    [0.2, 'còn 1 phút'],
    [0, 'đã hết hạn'],
  ])('of %d minutes is "%s"', (minutes, told) => {
    expect(timeLeft(minutes * 60_000, 0)).toBe(told);
  });
});

describe('the time left at an hour of the day', () => {
  it('is counted from then', () => {
    expect(timeLeft(instantAt('2021-11-16', '16:00'), instantAt('2021-11-16', '14:30'))).toBe('còn 1 giờ 30 phút');
  });
});

describe('a month', () => {
  it.each([
    ['2021-10', true],
    ['2021-00', false],
    ['2021-13', false],
    ['12021-10', false],
    ['2021-100', false],
    ['3021-10', false],
  ])('is a year and one of twelve: %s, %s', (text, right) => {
    expect(Month.safeParse(text).success).toBe(right);
  });

  it('is told how it is written when it is not one', () => {
    expect(Month.safeParse('10/2021').error?.issues[0]?.message).toBe('phải là năm-tháng, ví dụ 2021-10');
  });

  it('lies between two others, both included; a missing end is open', () => {
    const between = { validFrom: '2021-03', validTo: '2021-05' };
    expect(['2021-02', '2021-03', '2021-05', '2021-06'].map(month => within(between, month))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([within({}, '2021-01'), within({ validFrom: '2021-03' }, '2021-02')]).toEqual([true, false]);
  });

  it('is written with a 0 when it is the first or the second', () => {
    expect(['2021-02', '2021-03', '2021-10'].map(monthAndYear)).toEqual(['02/2021', '3/2021', '10/2021']);
  });
});

describe('the date line', () => {
  it('pads days below 10 and the months 1 and 2 (NĐ 30/2020, ô 4)', () => {
    expect(dateLine('2021-11-16')).toBe('ngày 16 tháng 11 năm 2021');
    expect(dateLine('2022-02-03')).toBe('ngày 03 tháng 02 năm 2022');
    expect(dateLine('2022-03-10')).toBe('ngày 10 tháng 3 năm 2022');
  });
});
