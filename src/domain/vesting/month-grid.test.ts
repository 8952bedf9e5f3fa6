import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'mocha';
import { civilDate, type Day, dayOf, LAST_DAY, monthsAfter } from '../basics/day.ts';
import { RegrantError } from '../basics/error.ts';
import { dayInMonth, dayOfMonthOf, monthOf } from './month-grid.ts';

const agrees = (day: Day): void => {
  const { year, month, day: dayOfMonth } = civilDate(day);
  const index = monthOf(day);
  assert.equal(index, (year - 1900) * 12 + month - 1, String(day));
  assert.equal(dayOfMonthOf(day, index), dayOfMonth);
};

test('the month grid knows every day from the first of Excel to the end of 2250', () => {
  for (let day = 1; day <= dayOf(2250, 12, 31); day++) if (day !== 60) agrees(day);
  agrees(LAST_DAY);
});

test('a day of a month is that of the calendar, clamped, inside the grid and beyond it', () => {
  const month = fc.integer({ min: 0, max: 8100 * 12 - 1 });
  fc.assert(
    fc.property(
      fc.oneof(month, fc.integer({ min: 0, max: 3700 })),
      fc.integer({ min: 1, max: 31 }),
      (index, day) => {
        const from = { year: 1900, month: 1, day: 1 };
        assert.equal(dayInMonth(index, day), monthsAfter(from, index, day));
      },
    ),
    { numRuns: 20_000 },
  );
  assert.equal(dayInMonth(1, 31), dayOf(1900, 2, 28));
  assert.equal(dayInMonth(3599, 31), dayOf(2199, 12, 31));
  assert.throws(() => dayInMonth(8100 * 12, 1), RegrantError);
});
