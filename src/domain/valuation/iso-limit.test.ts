import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMoment } from '../basics/day.ts';
import { parseSchedule } from '../vesting/parse-schedule.ts';
import { isoSplit } from './iso-limit.ts';

const day = (text: string): number => parseMoment(text) ?? 0;
const YEARLY = parseSchedule('annually over 4 years');

describe('The $100,000 limit', () => {
  it('is taken up in order of grant date, whatever the order of the rows', () => {
    const early = { grantDate: day('2008-03-01'), shares: 8000, marketValue: 40, schedule: YEARLY };
    const late = { grantDate: day('2008-06-01'), shares: 8000, marketValue: 20, schedule: YEARLY };
    const first = isoSplit([late, early]).filter(({ year }) => year === 2009);
    assert.deepEqual(first, [
      { grant: 0, year: 2009, shares: 2000, iso: 1000, nso: 1000 },
      { grant: 1, year: 2009, shares: 2000, iso: 2000, nso: 0 },
    ]);
  });

  it('holds a cancelled option against its own calendar year, and no later one (Reg. 1.422-4(b)(5))', () => {
    const old = {
      grantDate: day('2008-03-01'),
      shares: 8000,
      marketValue: 50,
      schedule: YEARLY,
      cancellationDate: day('2009-01-15'),
    };
    const renewed = {
      grantDate: day('2009-01-15'),
      shares: 4000,
      marketValue: 10,
      schedule: parseSchedule('50% at 6 months, 50% at 18 months'),
    };
    assert.deepEqual(isoSplit([old, renewed]), [
      // All that it would have made exercisable in 2009, though it was cancelled before.
      { grant: 0, year: 2009, shares: 2000, iso: 2000, nso: 0 },
      { grant: 1, year: 2009, shares: 2000, iso: 0, nso: 2000 },
      { grant: 1, year: 2010, shares: 2000, iso: 2000, nso: 0 },
    ]);
  });

  it('splits whole shares that add up, and within the limit in every year', () => {
    const grant = fc.record({
      grantDate: fc.integer({ min: day('2005-01-01'), max: day('2008-12-31') }),
      shares: fc.integer({ min: 0, max: 50_000 }),
      marketValue: fc.integer({ min: 1, max: 20_000 }).map((cents) => cents / 100),
      schedule: fc.constant(YEARLY),
    });
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 5 }), (grants) => {
        const value = new Map<number, number>();
        for (const { grant: at, year, shares, iso, nso } of isoSplit(grants)) {
          assert.equal(iso + nso, shares);
          assert.ok(iso >= 0 && nso >= 0);
          value.set(year, (value.get(year) ?? 0) + iso * (grants[at]?.marketValue ?? NaN));
        }
        assert.ok([...value.values()].every((worth) => worth <= 100_000 + 1e-6));
      }),
      { numRuns: 200 },
    );
  });
});
