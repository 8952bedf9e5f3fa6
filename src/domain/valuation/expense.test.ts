import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMoment } from '../basics/day.ts';
import { parseSchedule } from '../vesting/parse-schedule.ts';
import { expense, EXPENSE_METHODS } from './expense.ts';
import { incrementalCost, incrementalCosts } from './incremental-cost.ts';
import { EXPENSE_BASES } from './service-basis.ts';

const day = (text: string): number => parseMoment(text) ?? 0;
const YEAR_ENDS = ['2004-12-31', '2005-12-31', '2006-12-31', '2007-12-31'].map(day);
const spread = (cost: number, schedule: string, method: 'straight-line' | 'graded' = 'straight-line') =>
  expense(cost, day('2003-12-31'), parseSchedule(schedule), YEAR_ENDS, { method }).map((row) => row.expense);

describe('The expense of an award', () => {
  it('by straight line goes by days to the last vesting date, the start day served and the vesting day not', () => {
    // 1,461 days in all, from the last day of 2003, of which 1, 366, 365, 365 and 364 fall into the years.
    assert.deepEqual(spread(1461, '100% at 4 years'), [367, 365, 365, 364]);
    const years = ['2005-12-31', '2006-12-31', '2007-12-31'].map(day);
    assert.deepEqual(
      expense(3000, day('2005-01-01'), parseSchedule('100% at 3 years'), years).map((row) => row.expense),
      [1000, 1000, 1000],
    );
  });

  it('by straight line is never less than what has vested', () => {
    assert.deepEqual(spread(1000, '70% at 1 year, then the rest at 3 years'), [700, 0, 300, 0]);
  });

  it('graded recognises each tranche over its own years', () => {
    const thirds = spread(1096 * 3, '1/3 at 1 year, 1/3 at 2 years, 1/3 at 3 years', 'graded');
    // 1,096 each: over 366 days, over 731 and over 1,096, of which 367 are served in the first period.
    assert.deepEqual(thirds, [1096 + 550.25 + 367, 545.75 + 365, 364, 0]);
  });

  it('takes into the first period everything before it, and what vests at grant at once', () => {
    const rows = expense(100, day('2003-12-31'), parseSchedule('100% at grant'), [day('2004-01-01')]);
    assert.deepEqual(rows, [{ periodEnd: day('2004-01-01'), expense: 100, cumulative: 100 }]);
  });

  it('recognises on the start what the schedule dates before it', () => {
    const ends = [day('2003-06-30'), day('2003-12-30'), day('2003-12-31')];
    const rows = expense(100, day('2003-12-31'), parseSchedule('100% on 2003-06-30'), ends);
    assert.deepEqual(
      rows.map((row) => row.expense),
      [0, 0, 100],
    );
  });

  it('by months counts a broken month by its own length', () => {
    // From 15 January: 1 month and 14 of February's 28 days in 2003 are 1.5 of 12 months.
    const rows = expense(1200, day('2003-01-15'), parseSchedule('100% at 1 year'), [day('2003-02-28')], {
      basis: 'months',
    });
    assert.equal(rows[0]?.cumulative, 150);
  });

  it('is in whole cents that add up to the cost', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom(...EXPENSE_METHODS),
        fc.constantFrom(...EXPENSE_BASES),
        fc.constantFrom(
          'monthly over 4 years with a 1 year cliff',
          '1/3 at 1 year, then 2/3 monthly over 24 months',
          '10% at 5 days, then the rest quarterly over 3 years',
        ),
        fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 12 }),
        (cents, method, basis, schedule, offsets) => {
          const start = day('2003-07-21');
          const ends = [...offsets.sort((a, b) => a - b).map((offset) => start + offset), start + 3000];
          const rows = expense(cents / 100, start, parseSchedule(schedule), ends, { method, basis });
          const total = rows.reduce((sum, row) => sum + Math.round(row.expense * 100), 0);
          assert.equal(total, cents);
          assert.equal(rows.at(-1)?.cumulative, cents / 100);
          assert.ok(
            rows.every((row) => row.expense >= 0 && Number.isInteger(Math.round(row.expense * 1e6) / 1e4)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('with forfeitures adds up to the cost that is expected to vest, and no period is negative', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom(...EXPENSE_METHODS),
        fc.constantFrom(...EXPENSE_BASES),
        fc.integer({ min: 0, max: 100 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 12 }),
        (cents, method, basis, percent, offsets) => {
          const start = day('2003-07-21');
          const ends = [...offsets.sort((a, b) => a - b).map((offset) => start + offset), start + 3000];
          const options = { method, basis, forfeitureRate: percent / 100 };
          const rows = expense(cents / 100, start, parseSchedule('annually over 4 years'), ends, options);
          const stay = 1 - percent / 100;
          const expected = (cents / 4) * (stay + stay ** 2 + stay ** 3 + stay ** 4);
          assert.ok(Math.abs((rows.at(-1)?.cumulative ?? NaN) * 100 - expected) < 0.51);
          assert.ok(rows.every((row) => row.expense >= 0));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of schedules that count shares, periods out of order and negative costs is refused', () => {
    assert.throws(() => spread(1, '100 shares at grant, then the rest annually over 2 years'), {
      message: /^schedule must be in portions/,
    });
    assert.throws(() => expense(1, 1, parseSchedule('100% at grant'), [10, 10]), {
      message: /^periodEnds must ascend/,
    });
    assert.throws(() => spread(-1, '100% at grant'), { message: 'cost must not be negative, and is -1.' });
  });
});

describe('The incremental cost of an exchange', () => {
  it('is what the new award is worth over the old one, and never negative', () => {
    assert.equal(incrementalCost(1000, 2, 750, 4), 1000);
    assert.equal(incrementalCost(1000, 4, 750, 2), 0);
  });

  it('is measured award by award, and never netted', () => {
    assert.equal(
      incrementalCosts([
        [1000, 4, 1000, 6],
        [1000, 6, 1000, 4],
      ]),
      2000,
    );
    const award = fc.tuple(
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 0, max: 1e6 }).map((n) => n / 1e4),
      fc.integer({ min: 0, max: 1e6 }),
      fc.integer({ min: 0, max: 1e6 }).map((n) => n / 1e4),
    );
    fc.assert(
      fc.property(fc.array(award, { maxLength: 6 }), (awards) => {
        const each = awards.map((one) => incrementalCost(...one));
        assert.ok(each.every((cost) => cost >= 0));
        const total = incrementalCosts(awards);
        assert.ok(Math.abs(total - each.reduce((sum, cost) => sum + cost, 0)) < 1e-6);
        assert.ok(each.every((cost) => total >= cost));
      }),
      { numRuns: 300 },
    );
  });
});
