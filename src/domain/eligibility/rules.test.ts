import assert from 'node:assert/strict';
import type { CellValue } from '../basics/cell.ts';
import { mapHeaders } from '../ledger/header-map.ts';
import { compileRules } from './rules.ts';

const COLUMNS = ['Field', 'Operator', 'Value', 'Reason', 'Waived for Look-back'];

/** The reasons of one cell under one rule. */
const judge = (cell: CellValue, operator: string, value: CellValue, header = 'Exercise Price'): string =>
  compileRules(mapHeaders([header]), [COLUMNS, [header, operator, value]])
    .reasons([cell])
    .join('; ');
const passes = (cell: CellValue, operator: string, value: CellValue, header?: string): boolean =>
  judge(cell, operator, value, header) === '';

describe('An eligibility rule', () => {
  it('above $3.01 lets 3.02 in, and neither 3.00 nor 3.01 (Lantronix 2002)', () => {
    assert.deepEqual(
      [3, 3.01, 3.02].map((price) => passes(price, '>', 3.01)),
      [false, false, true],
    );
  });

  it('compares prices after rounding to 6 decimals, so that binary fractions exclude nobody', () => {
    assert.equal(passes(3.0099999999999998, '>=', 3.01), true);
    assert.equal(passes(0.1 + 0.2, '<=', 0.3), true);
  });

  it('says in its own words what a grant fails, or in the words that it was given', () => {
    assert.equal(judge(2, '>', 3.01), 'Exercise Price must be above 3.01');
    const rules = compileRules(mapHeaders(['Role']), [
      COLUMNS,
      ['Role', 'not in', 'Director; Executive Officer', 'Directors and officers are excluded'],
    ]);
    assert.deepEqual(rules.reasons(['executive officer ']), ['Directors and officers are excluded']);
    assert.equal(rules.passes(['Engineer']), true);
  });

  it('orders numbers and dates, and refuses to order by a text', () => {
    const cases: [CellValue, string, CellValue, boolean][] = [
      [5, '<', 5, false],
      [5, '<=', 5, true],
      [5, '≥', '5', true],
      [5, 'between', '5; 10', true],
      [10, 'between', '5 and 10', true],
      [10.01, 'between', '5 and 10', false],
    ];
    for (const [cell, operator, value, expected] of cases)
      assert.equal(passes(cell, operator, value), expected, `${String(cell)} ${operator} ${String(value)}`);
    assert.throws(() => judge(5, '>', 'high'), { message: /must be a number or a date such as 2003-07-21/ });
    assert.throws(() => judge(5, 'between', '5'), { message: /needs two values for between/ });
    assert.throws(() => judge(5, 'between', '10;5'), { message: /the lower value comes first/ });
  });

  it('reads dates as serial numbers and as ISO text alike, and cuts off a cell\u2019s time of day', () => {
    for (const hired of [37609, 37609.7, '2002-12-19', '2002-12-19T15:00'])
      for (const limit of [37609, '2002-12-19'])
        assert.equal(passes(hired, '<=', limit, 'Hire Date'), true, `${hired} <= ${limit}`);
    assert.equal(passes('2002-12-20', '<=', '2002-12-19', 'Hire Date'), false);
    assert.equal(passes('2002-12-19', '=', 37609, 'Hire Date'), true);
    assert.equal(judge(37610, '<=', 37609, 'Hire Date'), 'Hire Date must be at most 2002-12-19');
  });

  it('compares text without regard to case and outer spaces, and a number with text as text', () => {
    assert.equal(passes(' united states', '=', 'United States', 'Country'), true);
    assert.equal(passes(123, '=', 'ABC', 'Department'), false);
    assert.equal(passes('5', '=', 5, 'Department'), true);
    assert.equal(passes('05', '=', 5, 'Department'), false);
    assert.equal(passes('2000 Plan', 'in', '1994 Plan; 2000 plan ;', 'Plan'), true);
    assert.equal(passes('2000 Plan (UK)', 'contains', 'uk', 'Plan'), true);
    assert.equal(passes('Premise 2001', 'starts with', 'premise', 'Plan'), true);
  });

  it('lets a blank cell pass <> and not in, as Excel does, and fails it otherwise, saying that it is blank', () => {
    assert.equal(passes('', '<>', 'Director', 'Role'), true);
    assert.equal(passes(null, 'not in', 'Director', 'Role'), true);
    assert.equal(passes(' ', 'is blank', '', 'Role'), true);
    assert.equal(passes('', 'blank or <=', 37609, 'Hire Date'), true);
    assert.equal(passes(37610, 'blank or <=', 37609, 'Hire Date'), false);
    for (const [operator, value] of [
      ['=', 1],
      ['>', 1],
      ['between', '1;2'],
      ['in', '1'],
      ['contains', '1'],
    ] as const)
      assert.match(judge('', operator, value), /blank\)$/);
    assert.match(judge('', 'is not blank', ''), /blank/);
  });

  it('fails a cell of the wrong type, saying what was due', () => {
    assert.equal(
      judge('4.50', '>', 3.01),
      'Exercise Price must be above 3.01 (Exercise Price is "4.50", text where a number is due)',
    );
    assert.match(judge('soon', '<=', '2002-12-19', 'Hire Date'), /where a date is due/);
  });

  it('never passes a cell that holds an error, and says so', () => {
    for (const [operator, value] of [
      ['=', 'US'],
      ['<>', 'FR'],
      ['not in', 'FR; DE'],
      ['contains', 'N'],
      ['>', 3],
    ] as const)
      assert.equal(passes('#N/A', operator, value), false, operator);
    assert.equal(passes('#N/A', 'is not blank', ''), false);
    assert.equal(passes('#N/A', 'is blank', ''), false);
    const rules = compileRules(mapHeaders(['Country']), [
      COLUMNS,
      ['Country', '<>', 'FR', 'Employed in France', ''],
    ]);
    assert.deepEqual(rules.reasons(['#REF!']), ['Employed in France (Country is the error #REF!)']);
  });

  it('that cannot be read is refused with what would be right', () => {
    assert.throws(() => judge(1, 'abov', 1), { message: /"abov", which is not known: use =, <>/ });
    assert.throws(() => judge(1, '=', ''), { message: /has no Value for =/ });
    assert.throws(() => compileRules(mapHeaders(['Plan']), [COLUMNS, ['Strike', '>', 1]]), {
      message: /Field "Strike" is not a column of the ledger/,
    });
    assert.throws(() => compileRules(mapHeaders(['Plan']), [['Field', 'Value']]), {
      message: /headers Field, Operator and Value/,
    });
    assert.throws(() => compileRules(mapHeaders(['Plan']), [COLUMNS, ['Plan', '=', 'x', '', 'perhaps']]), {
      message: /must be Yes, No or Only/,
    });
  });

  it('is found by a synonym of the ledger\u2019s header, and waived for the look-back where it says so', () => {
    const rules = compileRules(mapHeaders(['Strike', 'Plan']), [
      COLUMNS,
      ['Exercise Price', '>', 3.01, '', 'Yes'],
      ['', '', '', '', ''],
      ['Plan', '=', '2000 Plan', '', ''],
    ]);
    assert.equal(rules.passes([2, '2000 Plan']), false);
    assert.equal(rules.passesForLookBack([2, '2000 Plan']), true);
    assert.equal(rules.passesForLookBack([2, 'Other']), false);
    assert.deepEqual(
      rules.failures([2, 'Other']).map((failure) => failure.rule),
      [0, 1],
    );
  });
});
