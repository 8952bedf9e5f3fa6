import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'mocha';
import { dayOf } from '../basics/day.ts';
import { RegrantError } from '../basics/error.ts';
import { ALLOCATIONS, FRONT_LOADED } from './allocation.ts';
import { parseSchedule } from './parse-schedule.ts';
import { vestedOn } from './vest.ts';
import { vestingTotals } from './vesting-totals.ts';

const REFERENCE = parseSchedule('50% at 6 months, then 50% monthly over 24 months');
const CLIFF = parseSchedule('monthly over 4 years with a 1 year cliff');
const COUNTED = parseSchedule('10 shares at grant, then the rest weekly over 52 weeks');
const GRANT = dayOf(2003, 7, 21);

test('vesting falls into the period that ends on or after its date, the first taking all before it', () => {
  const grants = { shares: [750, 1000], starts: [GRANT, GRANT], schedules: REFERENCE };
  const ends = [
    dayOf(2004, 1, 21),
    dayOf(2004, 2, 20),
    dayOf(2004, 2, 21),
    dayOf(2004, 12, 31),
    dayOf(2030, 1, 1),
  ];
  const totals = vestingTotals(grants, ends);
  assert.deepEqual(totals.slice(0, 3), [875, 0, 15 + 20]);
  assert.equal(
    totals.reduce((a, b) => a + b),
    1750,
  );
});

test('each grant can have its own schedule, termination and grant date', () => {
  const grants = {
    shares: [750, 480, 62],
    starts: [GRANT, GRANT, GRANT],
    schedules: [REFERENCE, CLIFF, COUNTED],
    terminationDates: [dayOf(2004, 2, 21), undefined, undefined],
    grantDates: [undefined, undefined, dayOf(2004, 7, 19)],
  };
  assert.deepEqual(
    vestingTotals(grants, [dayOf(2004, 7, 18), dayOf(2004, 7, 20), dayOf(2004, 7, 21)]),
    [390, 62, 120],
  );
});

test('periods over all grants are what vestedOn tells grant by grant', () => {
  const day = fc.integer({ min: GRANT - 1000, max: GRANT + 3000 });
  const grant = fc.record({
    shares: fc.integer({ min: 10, max: 3000 }),
    start: day,
    schedule: fc.constantFrom(REFERENCE, CLIFF, COUNTED),
    terminationDate: fc.option(day, { nil: undefined }),
  });
  const ends = fc.oneof(
    fc.array(day, { minLength: 1, maxLength: 12 }),
    // So far apart that days are not looked up in a table.
    fc.array(fc.oneof(day, fc.constant(GRANT + 500_000)), { minLength: 1, maxLength: 5 }),
  );
  fc.assert(
    fc.property(
      fc.array(grant, { maxLength: 10 }),
      ends,
      fc.constantFrom(...ALLOCATIONS.slice(0, 6)),
      (grants, days, allocation) => {
        const sorted = [...days].sort((a, b) => a - b);
        const totals = vestingTotals(
          {
            shares: grants.map(({ shares }) => shares),
            starts: grants.map(({ start }) => start),
            schedules: grants.map(({ schedule }) => schedule),
            terminationDates: grants.map(({ terminationDate }) => terminationDate),
          },
          sorted,
          allocation,
        );
        let before = 0;
        sorted.forEach((end, i) => {
          let vested = 0;
          for (const { schedule, shares, start, terminationDate } of grants)
            vested += vestedOn(schedule, shares, start, end, { allocation, terminationDate });
          assert.equal(totals[i], vested - before);
          before = vested;
        });
      },
    ),
    { numRuns: 500 },
  );
});

test('no period ends give no totals, and period ends that descend are refused', () => {
  const grants = { shares: [10], starts: [GRANT], schedules: REFERENCE };
  assert.deepEqual(vestingTotals(grants, [], FRONT_LOADED), []);
  assert.deepEqual(vestingTotals(grants, [GRANT + 9999, GRANT + 9999]), [10, 0]);
  assert.throws(
    () => vestingTotals(grants, [GRANT + 1, GRANT]),
    (error) => error instanceof RegrantError && error.message.includes('2003-07-21 follows 2003-07-22'),
  );
});
