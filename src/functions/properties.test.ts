/** What holds for whatever is typed, asked through the formulas: no reading of the code could be laxer than the cell. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { formula, formulaError } from '../../test/formula.ts';
import { ALLOCATIONS } from '../domain/vesting/allocation.ts';

const number = (name: string, ...given: readonly unknown[]): number => Number(formula(name, ...given));
const rowsOf = (name: string, ...given: readonly unknown[]): number[][] =>
  (formula(name, ...given) as number[][]).slice(1);
const text = (name: string, ...given: readonly unknown[]): string => String(formula(name, ...given));

const shares = fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 5_000_000 }));
const start = fc.integer({ min: 36526, max: 47000 });
const allocation = fc.constantFrom(...ALLOCATIONS.map(({ name }): string => name));
const period = fc.constantFrom('monthly', 'quarterly', 'annually', 'every 6 months');

/** One part of a schedule, of so many per cent. */
const part = (percent: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.integer({ min: 1, max: 48 }).map((months) => `${percent}% at ${months} months`),
    fc
      .tuple(period, fc.integer({ min: 1, max: 4 }))
      .map(([every, years]) => `${percent}% ${every} over ${years} years`),
    fc.integer({ min: 1, max: 24 }).map((count) => `${percent}% every 2 months for ${count} installments`),
  );

/** Parts whose per cents add up to 100. */
const parts: fc.Arbitrary<string[]> = fc
  .array(fc.integer({ min: 1, max: 99 }), { maxLength: 3 })
  .chain((cuts) => {
    const ends = [...new Set(cuts), 100].sort((a, b) => a - b);
    return fc.tuple(...ends.map((end, i) => part(end - (ends[i - 1] ?? 0))));
  });
const schedule = parts.map((all) => all.join(', then '));

describe('Of every award', () => {
  it('each allocation vests all shares and no negative ones', () => {
    fc.assert(
      fc.property(shares, start, schedule, allocation, (award, day, words, rule) => {
        const rows = rowsOf('VESTING', award, day, words, null, rule);
        assert.ok(rows.every(([, vested = -1]) => vested > 0));
        assert.ok(Math.abs((rows.at(-1)?.[2] ?? 0) - award) < 1e-6 * Math.max(1, award));
        if (rule !== 'FRACTIONAL')
          assert.equal(
            rows.reduce((sum, [, vested = 0]) => sum + vested, 0),
            award,
          );
      }),
    );
  });

  it('no allocation is ahead of what has accrued by more than its own rule says', () => {
    const most: Readonly<Record<string, (remainder: number) => readonly [behind: number, ahead: number]>> = {
      CUMULATIVE_ROUND_DOWN: () => [1, 0],
      CUMULATIVE_ROUNDING: () => [0.5, 0.5],
      FRONT_LOADED: (remainder) => [0, remainder],
      FRONT_LOADED_TO_SINGLE_TRANCHE: (remainder) => [0, remainder],
      BACK_LOADED: (remainder) => [remainder, 0],
      BACK_LOADED_TO_SINGLE_TRANCHE: (remainder) => [remainder, 0],
      FRACTIONAL: () => [0, 0],
    };
    fc.assert(
      fc.property(shares, start, fc.integer({ min: 1, max: 10 }), allocation, (award, day, years, rule) => {
        const [behind, ahead] = most[rule]?.(award % years) ?? [0, 0];
        for (let year = 1; year <= years; year++) {
          const asOf = number('REGRANTDATE', day, 12 * year, 0);
          const vested = number('VESTED', award, day, `annually over ${years} years`, asOf, null, rule);
          const off = vested - (award * year) / years;
          assert.ok(
            off <= ahead + 1e-6 && off >= -behind - 1e-6,
            `${vested} of ${award} after ${year} of ${years}`,
          );
        }
      }),
    );
  });

  it('VESTED is the running sum of VESTING on every date, the day before it and the day after', () => {
    fc.assert(
      fc.property(shares, start, schedule, allocation, (award, day, words, rule) => {
        let before = 0;
        for (const [date = 0, , cumulative = 0] of rowsOf('VESTING', award, day, words, null, rule)) {
          const vested = (asOf: number) => number('VESTED', award, day, words, asOf, null, rule);
          assert.deepEqual(
            [vested(date - 1), vested(date), vested(date + 1)],
            [before, cumulative, vested(date + 1)],
          );
          assert.ok(vested(date + 1) >= cumulative);
          before = cumulative;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('VESTINGTOTALS are the differences of VESTED, added up', () => {
    const award = fc.record({
      count: shares,
      day: start,
      words: schedule,
      left: fc.option(fc.integer({ min: 0, max: 1500 })),
    });
    const ends = fc.uniqueArray(fc.integer({ min: 36526, max: 49000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(award, { minLength: 1, maxLength: 5 }), ends, (awards, unsorted) => {
        const periodEnds = [...unsorted].sort((a, b) => a - b);
        const leaves = awards.map(({ day, left }) => (left === null ? '' : day + left));
        const totals = rowsOf(
          'VESTINGTOTALS',
          awards.map(({ count }) => [count]),
          awards.map(({ day }) => [day]),
          awards.map(({ words }) => [words]),
          periodEnds.map((end) => [end]),
          leaves.map((date) => [date]),
        );
        const vested = (end: number) =>
          awards.reduce(
            (sum, { count, day, words }, i) => sum + number('VESTED', count, day, words, end, leaves[i]),
            0,
          );
        periodEnds.forEach((end, i) => {
          const before = i === 0 ? 0 : vested(periodEnds[i - 1] ?? 0);
          assert.deepEqual(totals[i], [end, vested(end) - before, vested(end)]);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('more shares never vest less, and neither does a later day', () => {
    fc.assert(
      fc.property(
        shares,
        start,
        schedule,
        fc.nat({ max: 3000 }),
        fc.nat({ max: 400 }),
        (award, day, words, days, more) => {
          const vested = (count: number, asOf: number) => number('VESTED', count, day, words, asOf);
          assert.ok(vested(award + more, day + days) >= vested(award, day + days));
          assert.ok(vested(award, day + days + more) >= vested(award, day + days));
        },
      ),
    );
  });
});

describe('Of every schedule', () => {
  it('the canonical words give themselves again, and vest the same', () => {
    fc.assert(
      fc.property(schedule, shares, start, (words, award, day) => {
        const canonical = text('SCHEDULE', words);
        assert.equal(text('SCHEDULE', canonical), canonical);
        assert.deepEqual(formula('VESTING', award, day, canonical), formula('VESTING', award, day, words));
      }),
    );
  });

  it('the parts, split and joined again in other ways of writing, mean the same', () => {
    fc.assert(
      fc.property(
        parts,
        fc.constantFrom(', then ', ' then ', '; then ', ',  THEN '),
        fc.boolean(),
        (all, joint, capitals) => {
          const words = all.join(', then ');
          const again = words.split(', then ').join(joint);
          assert.equal(text('SCHEDULE', capitals ? again.toUpperCase() : again), text('SCHEDULE', words));
        },
      ),
    );
  });

  it('a run of months cut in two runs vests the same', () => {
    const months = fc.integer({ min: 1, max: 36 });
    fc.assert(
      fc.property(shares, start, months, months, (award, day, first, second) => {
        const all = first + second;
        const cut = `${first}/${all} monthly over ${first} months, then ${second}/${all} monthly over ${second} months`;
        assert.deepEqual(
          formula('VESTING', award, day, cut),
          formula('VESTING', award, day, `monthly over ${all} months`),
        );
      }),
    );
  });

  it('months never drift off the day of the start: Temporal counts each from there', () => {
    const epoch = Temporal.PlainDate.from('1899-12-30');
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 120 }), (day, months) => {
        const from = epoch.add({ days: day });
        const dates = rowsOf('VESTING', months, day, `monthly over ${months} months`).map(([date]) => date);
        assert.deepEqual(
          dates,
          Array.from(
            { length: months },
            (_, i) => epoch.until(from.add({ months: i + 1 }), { largestUnit: 'day' }).days,
          ),
        );
      }),
    );
  });
});

describe('Of every exchange', () => {
  it('NEWSHARES is exact for counts up to 2^53, by whole numbers without limit', () => {
    const count = fc.oneof(
      fc.maxSafeInteger().map(Math.abs),
      fc.integer({ min: 0, max: 1e6 }),
      fc.constant(2 ** 53),
    );
    const side = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 1e9 }));
    fc.assert(
      fc.property(count, side, side, (cancelled, a, b) => {
        const [fresh, old] = [BigInt(Math.min(a, b)), BigInt(Math.max(a, b))];
        const product = BigInt(cancelled) * fresh;
        const ratio = `${fresh} new for ${old} old`;
        assert.equal(BigInt(number('NEWSHARES', cancelled, ratio)), product / old);
        assert.equal(BigInt(number('NEWSHARES', cancelled, ratio, 'up')), (product + old - 1n) / old);
        assert.equal(
          BigInt(number('NEWSHARES', cancelled, ratio, 'nearest')),
          (2n * product + old) / (2n * old),
        );
        assert.equal(
          formula('NEWSHARES', cancelled, `${old}:${fresh}`),
          formula('NEWSHARES', cancelled, ratio),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('more shares and a higher ratio never bring fewer new shares', () => {
    const tenth = fc.integer({ min: 1, max: 2000 });
    fc.assert(
      fc.property(
        shares,
        fc.nat({ max: 1000 }),
        tenth,
        fc.nat({ max: 500 }),
        (count, more, ratio, higher) => {
          const fresh = (of: number, at: number) => number('NEWSHARES', of, at / 1000);
          assert.ok(fresh(count + more, ratio) >= fresh(count, ratio));
          assert.ok(fresh(count, ratio + higher) >= fresh(count, ratio));
        },
      ),
    );
  });

  it('at the break-even both awards gain the same, and above it the old one gains more', () => {
    const cents = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 10_000 }), cents, cents, (fresh, more, a, b) => {
        const [newPrice, oldPrice] = [Math.min(a, b) / 100, Math.max(a, b) / 100];
        fc.pre(newPrice < oldPrice);
        const gains = (market: number) =>
          [number('GAIN', fresh + more, oldPrice, market), number('GAIN', fresh, newPrice, market)] as const;
        // Both gains and the market price are the nearest doubles, each off by half of its last digit.
        const lastDigits = (market: number) =>
          Number.EPSILON * (gains(market)[0] + gains(market)[1] + more * market);
        const at = number('BREAKEVEN', fresh + more, oldPrice, fresh, newPrice);
        const [old, renewed] = gains(at);
        assert.ok(Math.abs(old - renewed) <= lastDigits(at));
        const [oldAbove, renewedAbove] = gains(at + 1 + (2 * lastDigits(at)) / more);
        assert.ok(oldAbove > renewedAbove);
      }),
      // Both gains exceed 2^53.
      { numRuns: 2000, examples: [[3_613_792, 1, 1, 70_275]] },
    );
  });

  it('COMPARE says Same at the break-even and Current far above it; without one the old award is not ahead there', () => {
    const count = fc.integer({ min: 0, max: 1_000_000 });
    const price = fc.integer({ min: 0, max: 100_000 }).map((cents) => cents / 100);
    const farAbove = 1e9;
    fc.assert(
      fc.property(count, price, count, price, (oldShares, oldPrice, fresh, newPrice) => {
        const awards = [oldShares, oldPrice, fresh, newPrice];
        const better = (market: number) => String(rowsOf('COMPARE', ...awards, market)[0]?.[3]);
        if (formulaError('BREAKEVEN', ...awards).startsWith('#N/A')) {
          assert.notEqual(better(farAbove), 'Current');
          return;
        }
        const at = number('BREAKEVEN', ...awards);
        assert.equal(better(at), 'Same');
        // Beyond a million a share, a double no longer holds the cents of both gains.
        if (at < 1e6) assert.equal(better(at + 0.01), 'Current');
        assert.equal(better(farAbove), 'Current');
      }),
      { numRuns: 2000 },
    );
  });

  it('no later market price makes an option worth less, and none is worth less than exercising it', () => {
    const amount = fc.integer({ min: 1, max: 10_000 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 15 }),
        (stock, exercise, quarters, tenths) => {
          const value = (s: number) => number('BLACKSCHOLES', s, exercise, quarters / 4, tenths / 10, 0.03);
          assert.ok(value(stock + 1) >= value(stock));
          assert.ok(value(stock) >= Math.max(0, stock - exercise) * (1 - 1e-12));
          assert.ok(value(stock) <= stock * (1 + 1e-12));
        },
      ),
    );
  });
});
