import assert from 'node:assert/strict';
import { test } from 'mocha';
import { dayOf } from '../basics/day.ts';
import { RegrantError } from '../basics/error.ts';
import { ALLOCATIONS, parseAllocation } from './allocation.ts';
import { parseSchedule } from './parse-schedule.ts';
import { planOf } from './plan.ts';
import { vest, vestedOn, vestInto } from './vest.ts';

const START = dayOf(2003, 7, 21);

/** The shares by date of each allocation, in the order of `ALLOCATIONS`, as `4-5-4-5`. */
const allocated = (text: string, award: number): string[] =>
  ALLOCATIONS.map((allocation) =>
    vest(parseSchedule(text), award, START, { allocation })
      .map(({ shares }) => shares)
      .join('-'),
  );

test("18 shares in four equal tranches, as the Open Cap Format's enumeration shows them", () => {
  assert.deepEqual(allocated('annually over 4 years', 18), [
    '4-5-4-5',
    '5-4-5-4',
    '5-5-4-4',
    '4-4-5-5',
    '6-4-4-4',
    '4-4-4-6',
    '4.5-4.5-4.5-4.5',
  ]);
});

test('with fewer shares than tranches, the tranches without a share are no rows', () => {
  assert.deepEqual(allocated('annually over 4 years', 2), [
    '1-1',
    '1-1',
    '1-1',
    '1-1',
    '2',
    '2',
    '0.5-0.5-0.5-0.5',
  ]);
  assert.deepEqual(allocated('annually over 4 years', 0), ['', '', '', '', '', '', '']);
  const backLoaded = vest(parseSchedule('annually over 4 years'), 2, START, {
    allocation: parseAllocation('BACK_LOADED'),
  });
  assert.deepEqual(
    backLoaded.map(({ date }) => date),
    [dayOf(2006, 7, 21), dayOf(2007, 7, 21)],
  );
});

test('in unequal tranches no date gets less than its portion rounded down, nor more than rounded up', () => {
  // 11 shares: 5.5, 1.1 x 5: 5 + 5 whole and one left over.
  assert.deepEqual(allocated('50% at 1 year, then 50% annually over 5 years', 11), [
    '5-1-1-1-1-2',
    '6-1-1-1-1-1',
    '6-1-1-1-1-1',
    '5-1-1-1-1-2',
    '6-1-1-1-1-1',
    '5-1-1-1-1-2',
    '5.5-1.1-1.1-1.1-1.1-1.1',
  ]);
});

test('a portion that is whole stays whole when shares left over are loaded one by one', () => {
  // A quarter of 20 is 5; the other 15 are 3.75 each.
  assert.deepEqual(allocated('25% at 1 year, then 75% annually over 4 years', 20), [
    '5-3-4-4-4',
    '5-4-4-3-4',
    '5-4-4-4-3',
    '5-3-4-4-4',
    '8-3-3-3-3',
    '5-3-3-3-6',
    '5-3.75-3.75-3.75-3.75',
  ]);
});

test('shares that a schedule counts stay as many as it counts', () => {
  assert.deepEqual(allocated('100 shares at grant, then the rest annually over 3 years', 120), [
    '100-6-7-7',
    '100-7-6-7',
    '100-7-7-6',
    '100-6-7-7',
    '100-8-6-6',
    '100-6-6-8',
    `100-${20 / 3}-${20 / 3}-${20 / 3}`,
  ]);
  assert.deepEqual(allocated('the rest annually over 3 years, 100 shares at 4 years', 120), [
    '6-7-7-100',
    '7-6-7-100',
    '7-7-6-100',
    '6-7-7-100',
    '8-6-6-100',
    '6-6-8-100',
    `${20 / 3}-${20 / 3}-${20 / 3}-100`,
  ]);
});

test('a part of 0% takes no shares that are left over', () => {
  assert.deepEqual(
    allocated('0% at grant, then 100% annually over 4 years, 0% at 10 years', 18),
    allocated('annually over 4 years', 18),
  );
});

test('what a cliff withholds is allocated installment by installment and then gathered on its date', () => {
  assert.deepEqual(allocated('monthly over 4 months with a 2 month cliff', 18), [
    '9-4-5',
    '9-5-4',
    '10-4-4',
    '8-5-5',
    '10-4-4',
    '8-4-6',
    '9-4.5-4.5',
  ]);
  // Past the last installment, in days, on a date, and where another part vests beside it.
  assert.deepEqual(new Set(allocated('monthly over 4 months with a 1 year cliff', 18)), new Set(['18']));
  assert.equal(allocated('monthly over 4 months with a 45 day cliff', 18)[2], '5-5-4-4');
  assert.equal(allocated('monthly over 4 months with a cliff on 2003-09-30', 18)[2], '10-4-4');
  assert.equal(
    allocated('50% monthly over 4 months with a 2 month cliff, 50% monthly over 4 months', 36)[2],
    // 4.5 and 4.5 in month 1, then 9 in each: the share left over goes to the one of month 1 that has vested.
    '5-13-9-9',
  );
  // Counted shares do not fit the small denominators: the same on whole numbers of any length.
  assert.deepEqual(
    allocated('1 share at grant, the rest monthly over 4 months with a 2 month cliff', 19).slice(2, 6),
    ['1-10-4-4', '1-8-5-5', '1-10-4-4', '1-8-4-6'],
  );
});

test('a cliff gathers for every way of asking', () => {
  const schedule = parseSchedule('monthly over 4 months with a 2 month cliff');
  const options = { allocation: parseAllocation('back loaded') };
  const on = (month: number, day: number) => vestedOn(schedule, 18, START, dayOf(2003, month, day), options);
  assert.deepEqual([on(9, 20), on(9, 21), on(10, 21), on(11, 21)], [0, 8, 13, 18]);
  const [dates, shares]: [number[], number[]] = [[], []];
  const count = vestInto(planOf(schedule), 18, START, options, dates, shares);
  assert.deepEqual(shares.slice(0, count), [8, 5, 5]);
  // The grant date comes first: installments that move to it are one.
  const late = { allocation: parseAllocation('front loaded'), grantDate: dayOf(2003, 10, 21) };
  assert.deepEqual(
    vest(schedule, 18, START, late).map((row) => row.shares),
    [14, 4],
  );
  const between = { ...late, grantDate: dayOf(2003, 9, 1) };
  assert.deepEqual(
    vest(schedule, 18, START, between).map((row) => row.shares),
    [10, 4, 4],
  );
});

test('an allocation is known by its name in any spelling, and a slip is answered with the nearest', () => {
  for (const allocation of ALLOCATIONS) {
    assert.equal(parseAllocation(allocation.name), allocation);
    assert.equal(parseAllocation(allocation.name.toLowerCase().replace(/_/g, ' ')), allocation);
    assert.equal(parseAllocation(allocation.name.toLowerCase().replace(/_/g, '-')), allocation);
  }
  assert.throws(
    () => parseAllocation('FRONT_LODED', 'allocation'),
    (error) =>
      error instanceof RegrantError &&
      error.kind === 'value' &&
      /^allocation "FRONT_LODED".*did you mean "FRONT_LOADED"\?$/.test(error.message),
  );
});
