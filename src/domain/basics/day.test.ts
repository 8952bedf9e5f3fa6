import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'mocha';
import { Temporal } from 'temporal-polyfill';
import {
  addMonths,
  civilDate,
  dayOf,
  daysInMonth,
  formatDay,
  formatMoment,
  LAST_DAY,
  monthsAfter,
  parseMoment,
  weekday,
  wholeMonths,
} from './day.ts';
import { RegrantError } from './error.ts';

/** Excel's serial number of a date from March 1900 on, by Temporal's count of days. */
const serialOf = (date: Temporal.PlainDate): number =>
  Temporal.PlainDate.from('1899-12-30').until(date, { largestUnit: 'day' }).days;

/** After the leap day of 1900 that Excel believes in. */
const MARCH_1900 = 61;
const anyDay = fc.integer({ min: MARCH_1900, max: LAST_DAY });
const someDay = fc.integer({ min: dayOf(1950, 1, 1), max: dayOf(2100, 12, 31) });
const TIMES = { numRuns: 20_000 };

const dateOf = (serial: number): Temporal.PlainDate =>
  Temporal.PlainDate.from('1899-12-30').add({ days: serial });

test('a day is the serial number that Excel shows for it', () => {
  assert.equal(dayOf(2003, 7, 21), 37823);
  assert.equal(dayOf(1900, 1, 1), 1);
  assert.equal(dayOf(1900, 2, 28), 59);
  assert.equal(dayOf(1900, 3, 1), 61);
  assert.equal(dayOf(9999, 12, 31), LAST_DAY);
});

test('a day and its civil date are one, as Temporal counts them', () => {
  fc.assert(
    fc.property(anyDay, (serial) => {
      const { year, month, day } = civilDate(serial);
      const date = dateOf(serial);
      assert.deepEqual([year, month, day], [date.year, date.month, date.day]);
      assert.equal(dayOf(year, month, day), serial);
      assert.equal(serialOf(date), serial);
      assert.equal(daysInMonth(year, month), date.daysInMonth);
      assert.equal(weekday(serial), date.dayOfWeek % 7);
      assert.equal(formatDay(serial), date.toString());
    }),
    TIMES,
  );
});

test('months after a day keep the day of the month or the last one, as Temporal constrains them', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -240, max: 1200 }), (serial, months) => {
      assert.equal(addMonths(serial, months), serialOf(dateOf(serial).add({ months })));
    }),
    TIMES,
  );
});

test('a month step can go to another day of the month than its own', () => {
  const start = civilDate(dayOf(2003, 1, 15));
  assert.equal(formatDay(monthsAfter(start, 1, 31)), '2003-02-28');
  assert.equal(formatDay(monthsAfter(start, 13, 31)), '2004-02-29');
  assert.equal(formatDay(monthsAfter(start, -1, 1)), '2002-12-01');
});

test('whole months are the most that, added and clamped, do not pass the second day', () => {
  const pairs = fc.tuple(someDay, fc.integer({ min: -4000, max: 20_000 }));
  fc.assert(
    fc.property(pairs, ([from, days]) => {
      const to = from + days;
      const months = wholeMonths(from, to);
      assert.ok(serialOf(dateOf(from).add({ months })) <= to);
      assert.ok(serialOf(dateOf(from).add({ months: months + 1 })) > to);
    }),
    TIMES,
  );
});

test('from 31 January it is a whole month to the last day of February', () => {
  assert.equal(wholeMonths(dayOf(2003, 1, 31), dayOf(2003, 2, 27)), 0);
  assert.equal(wholeMonths(dayOf(2003, 1, 31), dayOf(2003, 2, 28)), 1);
  assert.equal(wholeMonths(dayOf(2003, 7, 21), dayOf(2003, 7, 20)), -1);
});

test('a moment is read from ISO text with its time of day, and printed as it was', () => {
  assert.equal(parseMoment('2003-07-21'), 37823);
  assert.equal(parseMoment(' 2003-01-20T21:00 '), 37641 + 21 / 24);
  assert.equal(parseMoment('2003-01-20 21:00:30Z'), 37641 + (21 * 3600 + 30) / 86400);
  assert.equal(parseMoment('2003-01-20T24:00'), 37642);
  assert.equal(parseMoment('20 January 2003'), undefined);
  for (const text of ['2003-01-20T21:00', '2003-01-20', '2003-01-20T00:00:59'])
    assert.equal(formatMoment(parseMoment(text) ?? 0), text);
});

test('a date that does not exist is refused, not moved to one that does', () => {
  for (const text of [
    '2003-02-29',
    '2003-13-01',
    '2003-04-31',
    '1899-12-31',
    '2003-01-20T25:00',
    '2003-01-20T12:60',
  ])
    assert.throws(() => parseMoment(text), RegrantError, text);
});
