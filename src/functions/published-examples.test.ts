/**
 * Worked examples that others published (test/data/valuation/published-examples.json, each with its source and
 * whether its figures are stated there or derived), by the functions that an analyst types. Those that no function
 * expresses are listed with the reason.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { formula } from '../../test/formula.ts';

interface Published {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly basis: 'stated' | 'derived';
}

const PUBLISHED = JSON.parse(
  readFileSync(new URL('../../test/data/valuation/published-examples.json', import.meta.url), 'utf8'),
) as Published[];

const rows = (name: string, ...given: readonly unknown[]): unknown[][] =>
  (formula(name, ...given) as unknown[][]).slice(1);
const column = (table: unknown[][], at: number): unknown[] => table.map((row) => row[at]);
const YEARS = [['2005-12-31'], ['2006-12-31'], ['2007-12-31'], ['2008-12-31']];
const START = '2005-01-01';

const EXPRESSED: Readonly<Record<string, () => void>> = {
  'iso-peoplesoft-max': () => {
    const split = rows(
      'ISOSPLIT',
      '1995-03-06',
      12500,
      50,
      '40% at 1 year, 20% at 2 years, 20% at 3 years, 20% at 4 years',
    );
    assert.deepEqual(column(split, 3), [2000, 2000, 2000, 2000]);
    assert.deepEqual(column(split, 4), [3000, 500, 500, 500]);
  },
  'iso-early-exercise': () => {
    // A quarter exercisable in 2015; the rest, by the acceleration, in 2016.
    const split = rows('ISOSPLIT', '2014-06-01', 100000, 2, '25% at 1 year, 75% at 2 years');
    assert.deepEqual(column(split, 3), [25000, 50000]);
    assert.deepEqual(column(split, 4), [0, 25000]);
  },
  'iso-two-grants': () => {
    const split = rows(
      'ISOSPLIT',
      [['2015-01-02'], ['2015-01-02']],
      [[100000], [200000]],
      [[0.5], [1]],
      'annually over 4 years',
    );
    const year = split.filter((row) => row[1] === 2018);
    assert.deepEqual(year, [
      [1, 2018, 25000, 25000, 0],
      [2, 2018, 50000, 50000, 0],
    ]);
  },
  'graded-4': () => {
    const graded = (start: string, ends: unknown, basis: string) =>
      column(rows('EXPENSE', 48000, start, 'annually over 4 years', ends, 'graded', basis), 1);
    assert.deepEqual(graded(START, YEARS, 'months'), [25000, 13000, 7000, 3000]);
    // The published note: by days, in a first year of 365 days out of 1,461.
    assert.deepEqual(graded('2003-01-01', '2003-12-31', 'days'), [24986.09]);
  },
  'pwc-forfeit-graded': () => {
    const ends = [['2005-12-31'], ['2006-12-31'], ['2007-12-31'], ['2009-01-01']];
    const expected = [1, 2, 3, 4].map((years) =>
      column(rows('EXPENSE', 100, START, `100% at ${years} years`, ends.at(-1), 'graded', 'days', 0.05), 2),
    );
    assert.deepEqual(
      expected.flat().map((shares) => Math.round(Number(shares))),
      [95, 90, 86, 81],
    );
    const all = rows('EXPENSE', 400, START, 'annually over 4 years', ends.at(-1), 'graded', 'days', 0.05);
    assert.equal(Math.round(Number(all[0]?.[2])), 352);
  },
  'dart-6-19': () =>
    assert.deepEqual(
      column(rows('EXPENSE', 1000 * 5 * 0.85, START, '100% at 5 years', '2005-12-31', '', 'months'), 2),
      [850],
    ),
  'acadifi-horizon': () => {
    assert.equal(formula('INCREMENTALCOST', 100000, 3, 100000, 9), 600000);
    const ends = [['2005-12-31'], ['2006-06-30'], ['2007-12-31']];
    const original = rows('EXPENSE', 1200000, START, '100% at 3 years', ends, '', 'months');
    assert.equal(original[1]?.[2], 600000);
    const left = [['2007-06-30'], ['2007-12-31']];
    const both = rows('EXPENSE', 1200000, '2006-07-01', '100% at 18 months', left, '', 'months');
    assert.deepEqual(column(both, 1), [800000, 400000]);
  },
  'acadifi-neutral': () => {
    assert.equal(formula('NEUTRALRATIO', 3, 9), 3);
    assert.equal(formula('NEWSHARES', 100000, '3:1'), 33333);
    assert.equal(formula('INCREMENTALCOST', 100000, 3, 33333, 9), 0);
  },
  'oms-modification': () => assert.equal(formula('INCREMENTALCOST', 1, 9, 1, 12), 3),
  'fas123r-ill4': () => {
    // The illustration rounds the options that are expected to vest to whole ones; the rate alone does not.
    const whole = rows('EXPENSE', 821406 * 14.69, START, '100% at 3 years', YEARS.slice(0, 3));
    assert.deepEqual(
      column(whole, 1).map((cost) => Math.round(Number(cost))),
      [4022151, 4022151, 4022151],
    );
    const byRate = rows('EXPENSE', 900000 * 14.69, START, '100% at 3 years', '2007-12-31', '', 'days', 0.03);
    assert.equal(byRate[0]?.[2], 12066449.73);
  },
  fenrir: () => {
    // One holder's cost per period; the number of holders is revised from year to year and stays with the analyst.
    const original = column(rows('EXPENSE', 300000 * 7, START, '100% at 3 years', YEARS.slice(0, 2)), 2);
    const incremental = column(
      rows(
        'EXPENSE',
        formula('INCREMENTALCOST', 300000, 2, 300000, 6),
        '2006-01-01',
        '100% at 2 years',
        '2006-12-31',
      ),
      2,
    );
    assert.equal(18 * Number(original[0]), 12600000);
    assert.equal(16 * (Number(original[1]) + Number(incremental[0])), 32000000);
  },
  'ifrs2-ig-7': () => {
    const original = column(rows('EXPENSE', 100 * 15, START, '100% at 3 years', YEARS.slice(0, 3)), 2);
    const incremental = column(
      rows(
        'EXPENSE',
        formula('INCREMENTALCOST', 100, 5, 100, 8),
        '2006-01-01',
        '100% at 2 years',
        YEARS.slice(0, 3),
      ),
      2,
    );
    const stayers = [390, 395, 397];
    const cumulative = stayers.map((n, year) => n * (Number(original[year]) + Number(incremental[year])));
    assert.deepEqual(
      cumulative.map((cost, year) => cost - (cumulative[year - 1] ?? 0)),
      [195000, 259250, 260350],
    );
  },
};

/** No function takes these inputs. */
const NOT_EXPRESSED: Readonly<Record<string, string>> = {
  'pwc-forfeit-down': 'an estimate that is revised from year to year needs the earlier estimates',
  'pwc-forfeit-75': 'an estimate that is revised from year to year needs the earlier estimates',
  'pwc-forfeit-450': 'an estimate that is revised from year to year needs the earlier estimates',
  'pwc-liability': 'a liability is remeasured in each period, and EXPENSE spreads one cost',
  'sab107-625': 'the simplified method is not offered: it is not meant for an option under water',
  sab110: 'the simplified method is not offered: it is not meant for an option under water',
};

describe('The published examples of option accounting', () => {
  for (const { id, kind, source, basis } of PUBLISHED) {
    const check = EXPRESSED[id];
    if (check !== undefined) it(`${id}: ${kind} (${basis}: ${source})`, check);
  }

  it('are all reached, or listed with the reason', () =>
    assert.deepEqual(
      PUBLISHED.map(({ id }) => id).sort(),
      [...Object.keys(EXPRESSED), ...Object.keys(NOT_EXPRESSED)].sort(),
    ));
});
