import assert from 'node:assert/strict';
import { test } from 'mocha';
import { dayOf, formatDay, parseMoment, weekday } from '../basics/day.ts';
import { isBusinessDay, isFederalHoliday, nextBusinessDay } from './federal-holidays.ts';
import { offerEnd } from './offer-end.ts';
import { regrantDate } from './regrant-date.ts';
import { NEXT_BUSINESS_DAY, NO_ROLL, parseRoll } from './roll.ts';

const day = (text: string): number => parseMoment(text) ?? NaN;

/** Weekdays of a year on which a federal holiday is observed. */
const weekdaysOff = (year: number): string[] => {
  const days: string[] = [];
  for (let d = dayOf(year, 1, 1); d <= dayOf(year, 12, 31); d++)
    if (weekday(d) !== 0 && weekday(d) !== 6 && isFederalHoliday(d)) days.push(formatDay(d).slice(5));
  return days;
};

test('the reference offer cancels on 2003-01-20 and may grant anew on 2003-07-21', () => {
  assert.equal(formatDay(regrantDate(day('2003-01-20'))), '2003-07-21');
  assert.equal(regrantDate(day('2003-01-20')), 37823);
});

test("Apple's options cancelled on 2003-04-18 may be granted anew on a Sunday, or rolled to the Monday", () => {
  assert.equal(formatDay(regrantDate(day('2003-04-18'))), '2003-10-19');
  assert.equal(formatDay(regrantDate(day('2003-04-18'), 6, 1, NEXT_BUSINESS_DAY)), '2003-10-20');
});

test('other offers could grant anew where their filings say', () => {
  const filed: [string, string, string, string][] = [
    ['Agilent', '2003-06-19', '2003-12-20', '2003-12-22'],
    ['Extreme Networks', '2003-04-22', '2003-10-23', '2003-10-23'],
    ['Lucent', '2002-05-23', '2002-11-24', '2002-11-25'],
    ['Polycom', '2003-06-26', '2003-12-27', '2003-12-29'],
  ];
  for (const [company, cancelled, earliest, rolled] of filed) {
    assert.equal(formatDay(regrantDate(day(cancelled))), earliest, company);
    assert.equal(formatDay(regrantDate(day(cancelled), 6, 1, NEXT_BUSINESS_DAY)), rolled, company);
  }
});

test('a cancellation at the end of a long month counts to the last day of a short one, plus the day', () => {
  assert.equal(formatDay(regrantDate(day('2003-08-31'))), '2004-03-01');
  assert.equal(formatDay(regrantDate(day('2002-08-31'))), '2003-03-01');
  assert.equal(formatDay(regrantDate(day('2003-08-31'), 6, 0)), '2004-02-29');
  assert.equal(formatDay(regrantDate(day('2003-08-31'), 0, 0)), '2003-08-31');
});

test('months and days that are negative, fractional or beyond reason are refused by name', () => {
  assert.throws(() => regrantDate(37641, -1), /months must be a whole number from 0 to 120, and is -1\./);
  assert.throws(() => regrantDate(37641, 1.5), /months must be a whole number/);
  assert.throws(() => regrantDate(37641, 6, -1), /days must be a whole number from 0 to 3650, and is -1\./);
  assert.throws(() => regrantDate(day('9999-12-01')), /before the year 10000/);
});

test('a roll is named without regard to case, spaces, - and _', () => {
  assert.equal(parseRoll('Next_Business-Day'), NEXT_BUSINESS_DAY);
  assert.equal(parseRoll('NONE'), NO_ROLL);
  assert.throws(
    () => parseRoll('next bussiness day'),
    /roll "next bussiness day" is not known: use none or next business day; did you mean "next business day"\?/,
  );
});

test('an offer is open for 20 business days, the day of commencement counted', () => {
  // Aligos 2024 and Extreme Networks 2010, each with Washington's Birthday inside the offer.
  assert.equal(formatDay(offerEnd(day('2024-01-30'))), '2024-02-27');
  assert.equal(formatDay(offerEnd(day('2010-02-04'))), '2010-03-04');
  // Sunesis 2017, over the Fourth of July.
  assert.equal(formatDay(offerEnd(day('2017-06-09'))), '2017-07-07');
  // The reference offer commenced on 2002-12-19; Christmas, New Year's and King's birthday do not count.
  assert.equal(formatDay(offerEnd(day('2002-12-19'))), '2003-01-17');
  assert.equal(formatDay(offerEnd(day('2024-01-30'), 1)), '2024-01-30');
  assert.equal(formatDay(offerEnd(day('2024-02-03'), 1)), '2024-02-05');
});

test('a count of business days must be whole and at least one', () => {
  assert.throws(() => offerEnd(37600, 0), /businessDays must be a whole number from 1 to 10000, and is 0\./);
  assert.throws(() => offerEnd(37600, 2.5), /businessDays must be a whole number/);
  assert.throws(() => offerEnd(day('9999-12-20')), /before the year 10000/);
});

test('federal holidays stand where the Office of Personnel Management observed them', () => {
  const observed: Record<number, string> = {
    // Before the Uniform Monday Holiday Act; King's birthday and Columbus Day did not exist.
    1955: '02-22 05-30 07-04 09-05 11-11 11-24 12-26',
    1970: '01-01 02-23 05-29 07-03 09-07 11-11 11-26 12-25',
    1971: '01-01 02-15 05-31 07-05 09-06 10-11 10-25 11-25 12-24 12-31',
    1977: '02-21 05-30 07-04 09-05 10-10 10-24 11-24 12-26',
    1978: '01-02 02-20 05-29 07-04 09-04 10-09 11-10 11-23 12-25',
    1985: '01-01 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25',
    1986: '01-01 01-20 02-17 05-26 07-04 09-01 10-13 11-11 11-27 12-25',
    // No holiday for the inauguration of 20 January 2009, a Tuesday.
    2009: '01-01 01-19 02-16 05-25 07-03 09-07 10-12 11-11 11-26 12-25',
    2020: '01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25',
    2021: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
    2022: '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26',
    2023: '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
  };
  for (const [year, days] of Object.entries(observed))
    assert.equal(weekdaysOff(Number(year)).join(' '), days, year);
});

test('weekends and observed holidays are no business days', () => {
  assert.equal(isBusinessDay(day('2021-06-18')), false);
  assert.equal(isBusinessDay(day('2020-06-19')), true);
  assert.equal(isBusinessDay(day('2021-12-31')), false);
  assert.equal(formatDay(nextBusinessDay(day('2021-12-24'))), '2021-12-27');
  assert.equal(formatDay(nextBusinessDay(day('2021-12-31'))), '2022-01-03');
});
