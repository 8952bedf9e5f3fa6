import assert from 'node:assert/strict';
import type { ResultsReading } from '../../workbook/read/read-results.ts';
import { overwritten } from './overwritten.ts';

const RESULTS: ResultsReading = {
  measures: [
    ['Shares cancelled', 2001],
    ['New shares', 1502],
  ],
  breakdowns: [
    {
      table: 'RegrantVestingbyquarter',
      headers: ['Quarter', 'Shares', 'Cumulative'],
      rows: [
        ['2004 Q1', 1000, 1000],
        ['2004 Q2', 502, 1502],
      ],
    },
  ],
  errors: 0,
  warnings: 0,
  rows: new Map([['RegrantVesting', 4]]),
  sheets: new Map(),
  sums: [],
};
const sumOf = (table: string, column: string, sum: number | undefined) => ({
  table,
  column,
  sheet: `Sheet of ${table}`,
  address: 'I2:I3',
  sum,
});

describe('A result that somebody has typed over', () => {
  it('shows in its column, which does not add up to the total any more', () => {
    const sums = [
      sumOf('RegrantNewGrants', 'Cancelled Shares', 2001),
      sumOf('RegrantNewGrants', 'New Shares', 756),
      sumOf('RegrantVesting', 'Shares', 1502),
    ];
    assert.deepEqual(overwritten({ ...RESULTS, sums }, undefined), [
      {
        sheet: 'Sheet of RegrantNewGrants',
        column: 'New Shares',
        cells: { sheet: 'Sheet of RegrantNewGrants', address: 'I2:I3' },
        sum: 756,
        total: 1502,
      },
    ]);
  });

  it('shows in the vesting table, too, unless that was too long for its sheet', () => {
    const sums = [sumOf('RegrantVesting', 'Shares', 0)];
    assert.equal(overwritten({ ...RESULTS, sums }, undefined)[0]?.total, 1502);
    const blank = { ...RESULTS, sums, rows: new Map([['RegrantVesting', 1]]) };
    assert.deepEqual(overwritten(blank, undefined), []);
  });

  it('is not told from a result that still calculates, nor from formulas that have followed changed cells', () => {
    const calculating = [sumOf('RegrantNewGrants', 'New Shares', undefined)];
    assert.deepEqual(overwritten({ ...RESULTS, sums: calculating }, undefined), []);
    const followed = [sumOf('RegrantNewGrants', 'New Shares', 1000)];
    assert.deepEqual(
      overwritten({ ...RESULTS, sums: followed }, { changed: ['terms'], since: undefined }),
      [],
    );
  });
});
