import assert from 'node:assert/strict';
import { areaAt } from '../../model/area.ts';
import type { CellValue } from '../../model/cell-error.ts';
import type { DataValidation } from '../../model/validation.ts';
import { type Calculate, entryProblem, listEntries } from './entry-check.ts';

const under = (rest: Partial<DataValidation>): DataValidation => ({
  areas: [areaAt(4, 1, 10, 1)],
  kind: 'list',
  ...rest,
});

const calculated: Record<string, CellValue | CellValue[][]> = {
  '=10': 10,
  '=20': 20,
  '=D7>0': true,
  '=Plans!$A$1:$A$2': [['1994 Plan'], ['2000 Plan']],
};
const calculate: Calculate = (formula) => calculated[formula] ?? false;
const problem = (validation: DataValidation, value: CellValue): string | undefined =>
  entryProblem(validation, value, 6, 1, calculate);

describe('data validation of what is typed', () => {
  it('a list offers its entries and lets pass nothing else', () => {
    const rounding = under({
      formula1: '"down, up,nearest"',
      errorTitle: 'Rounding',
      errorMessage: 'Choose.',
    });
    assert.deepEqual(listEntries(rounding, 6, 1, calculate), ['down', 'up', 'nearest']);
    assert.equal(problem(rounding, 'up'), undefined);
    assert.equal(problem(rounding, 'half-even'), 'Rounding: Choose.');
    assert.equal(problem(rounding, null), undefined);
  });

  it('a list may stand in cells', () => {
    const plans = under({ formula1: 'Plans!$A$1:$A$2' });
    assert.deepEqual(listEntries(plans, 6, 1, calculate), ['1994 Plan', '2000 Plan']);
    assert.equal(problem(plans, '2000 Plan'), undefined);
    assert.match(problem(plans, '1993 Plan') ?? '', /doesn't match/);
  });

  it('numbers keep within their bounds', () => {
    const months = under({ kind: 'whole', operator: 'between', formula1: '10', formula2: '20' });
    assert.deepEqual(
      [10, 20, 9, 12.5, 'ten'].map((value) => problem(months, value) === undefined),
      [true, true, false, false, false],
    );
    const price = under({ kind: 'decimal', operator: 'greaterThan', formula1: '10' });
    assert.deepEqual(
      [10, 10.5].map((value) => problem(price, value) === undefined),
      [false, true],
    );
  });

  it('a formula is seen from the cell that is typed into', () => {
    assert.equal(problem(under({ kind: 'custom', formula1: 'D5>0' }), 1), undefined);
    assert.notEqual(problem(under({ kind: 'custom', formula1: 'E5>0' }), 1), undefined);
  });

  it('a validation that shows no error lets everything pass', () => {
    assert.equal(problem(under({ formula1: '"a"', showsError: false }), 'b'), undefined);
  });
});
