import assert from 'node:assert/strict';
import { test } from 'mocha';
import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../basics/day.ts';
import { RegrantError } from '../basics/error.ts';
import { BACK_LOADED, FRACTIONAL } from './allocation.ts';
import type { OpenCapVestingTerms } from './open-cap-conditions.ts';
import { toOpenCapFormat } from './open-cap-format.ts';
import { parseSchedule } from './parse-schedule.ts';
import { vest } from './vest.ts';

const EPOCH = Temporal.PlainDate.from('1899-12-30');

/** The terms read back as the format explains them: one path of conditions, each dated from the one before it. */
function readBack(
  { vesting_conditions }: OpenCapVestingTerms,
  award: number,
  start: number,
): [string, number][] {
  const byId = new Map(vesting_conditions.map((condition) => [condition.id, condition]));
  const startDate = EPOCH.add({ days: start });
  const met = new Map<string, Temporal.PlainDate>();
  const vested = new Map<string, number>();
  let left = award;
  for (let condition = vesting_conditions[0]; condition !== undefined;) {
    const { trigger, portion, quantity } = condition;
    const vestOn = (date: Temporal.PlainDate) => {
      const share =
        portion === undefined
          ? Number(quantity)
          : ((portion.remainder === true ? left : award) * Number(portion.numerator)) /
            Number(portion.denominator);
      left -= share;
      if (share > 0) vested.set(date.toString(), (vested.get(date.toString()) ?? 0) + share);
    };
    let date = startDate;
    if (trigger.type === 'VESTING_SCHEDULE_ABSOLUTE') date = Temporal.PlainDate.from(trigger.date);
    if (trigger.type !== 'VESTING_SCHEDULE_RELATIVE') vestOn(date);
    else {
      const from = met.get(trigger.relative_to_condition_id);
      assert.ok(from);
      const { length, type, occurrences, day_of_month } = trigger.period;
      assert.equal(day_of_month === undefined, type === 'DAYS');
      const day =
        day_of_month?.startsWith('VESTING_START') === true
          ? startDate.day
          : parseInt(day_of_month ?? '0', 10);
      for (let i = 1; i <= occurrences; i++) {
        date =
          type === 'DAYS'
            ? from.add({ days: length * i })
            : from
                .toPlainYearMonth()
                .add({ months: length * i })
                .toPlainDate({ day });
        vestOn(date);
      }
    }
    met.set(condition.id, date);
    assert.ok(condition.next_condition_ids.length <= 1);
    condition = byId.get(condition.next_condition_ids[0] ?? '');
  }
  return [...vested].sort(([a], [b]) => (a < b ? -1 : 1));
}

test("the reference offer's schedule is half at six months and then 1/48 a month", () => {
  const terms = toOpenCapFormat(parseSchedule('50% at 6 months, then 50% monthly over 24 months'), 'promise');
  const day_of_month = 'VESTING_START_DAY_OR_LAST_DAY_OF_MONTH';
  assert.deepEqual(terms, {
    object_type: 'VESTING_TERMS',
    id: 'promise',
    name: '50% at 6 months, then 50% monthly over 24 months',
    description: '50% at 6 months, then 50% monthly over 24 months',
    allocation_type: 'CUMULATIVE_ROUND_DOWN',
    vesting_conditions: [
      {
        id: 'vesting-start',
        quantity: '0',
        trigger: { type: 'VESTING_START_DATE' },
        next_condition_ids: ['vesting-1'],
      },
      {
        id: 'vesting-1',
        portion: { numerator: '1', denominator: '2' },
        trigger: {
          type: 'VESTING_SCHEDULE_RELATIVE',
          period: { length: 6, type: 'MONTHS', occurrences: 1, day_of_month },
          relative_to_condition_id: 'vesting-start',
        },
        next_condition_ids: ['vesting-2'],
      },
      {
        id: 'vesting-2',
        portion: { numerator: '1', denominator: '48' },
        trigger: {
          type: 'VESTING_SCHEDULE_RELATIVE',
          period: { length: 1, type: 'MONTHS', occurrences: 24, day_of_month },
          relative_to_condition_id: 'vesting-1',
        },
        next_condition_ids: [],
      },
    ],
  });
  assert.equal(toOpenCapFormat(parseSchedule('at grant'), 'x', BACK_LOADED).allocation_type, 'BACK_LOADED');
});

test('exported terms, read back, vest the same portions on the same dates', () => {
  const texts = [
    'monthly over 4 years with a 1 year cliff',
    '25% at grant, then 75% quarterly over 3 years',
    '1/3 at 12 months, then 2/3 monthly over 24 months on the last day',
    '50% on 2005-12-22, 50% on 2004-12-22',
    '100 shares at grant, then the rest annually over 3 years',
    '120 shares monthly over 12 months with a 5 month cliff, then the rest after 3 years on the 15th',
    '50% annually over 2 years, 50% every 6 months over 18 months',
    '50% at 3 years, 50% monthly over 24 months',
    'weekly over 52 weeks with a 26 week cliff',
    'weekly over 10 weeks with a 30 day cliff',
    'monthly over 3 months with a 1 year cliff',
    'annually over 3 years with an 18 month cliff',
    '25% at 30 days, then 75% monthly over 3 months',
    '10% on 2004-12-31, then 45% monthly over 2 months, then 45% monthly over 2 months',
    '10% on 2004-12-22, then 45% after 10 days, then 45% monthly over 2 months',
    '0% on 2004-12-31, then 100% monthly over 12 months with a 3 month cliff',
    'monthly over 12 months on the 30th',
    'at grant on the last day',
    'at grant',
    '100 shares at grant, then 1700 shares after 1 year on the first day, then 0% after 1 month',
  ];
  for (const text of texts)
    for (const start of [dayOf(2003, 7, 21), dayOf(2003, 12, 31), dayOf(2004, 2, 29)]) {
      const schedule = parseSchedule(text);
      const award = 1800;
      const expected = vest(schedule, award, start, { allocation: FRACTIONAL });
      const found = readBack(toOpenCapFormat(schedule), award, start);
      assert.deepEqual(
        found.map(([date]) => date),
        expected.map(({ date }) => EPOCH.add({ days: date }).toString()),
        text,
      );
      found.forEach(([, shares], i) =>
        assert.ok(Math.abs(shares - (expected[i]?.shares ?? NaN)) < 1e-9, text),
      );
    }
});

test('a schedule whose order depends on the vesting start is refused, with the part', () => {
  const refusals: [string, RegExp][] = [
    ['50% at 60 days, 50% at 2 months', /"50% at 2 months".*depends on the vesting start/],
    ['50% at 1 year, 50% on 2004-12-22', /"50% on 2004-12-22".*depends on the vesting start/],
    ['monthly over 12 months with a 100 day cliff', /its cliff falls between different installments/],
    ['monthly over 12 months with a cliff on 2004-12-22', /its cliff falls between/],
    ['100 shares monthly over 3 months, then the rest after 1 year', /100 shares do not divide into 3/],
    ['the rest at 1 month, then 100 shares after 1 month', /the rest can only be exported as the last part/],
    ['every 10 days over 30 days on the last day', /periods in months only/],
  ];
  for (const [text, message] of refusals)
    assert.throws(
      () => toOpenCapFormat(parseSchedule(text)),
      (error) => {
        assert.ok(error instanceof RegrantError);
        assert.match(error.message, message);
        return true;
      },
      text,
    );
});
