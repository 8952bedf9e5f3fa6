/** What a formula makes of the cells that people have: errors, blanks, text, whole columns, cells with formats. */
import assert from 'node:assert/strict';
import { FormulaError, formula, formulaError } from '../../test/formula.ts';
import { carrierFor, showNumberFormats } from './number-formats.ts';

const RULES = [
  ['Field', 'Operator', 'Value', 'Reason'],
  ['Country', '<>', 'FR', 'Employed in France'],
  ['Strike', '>', 3, 'At or below $3'],
];
const HEADERS = [['Holder ID', 'Country', 'Strike', 'Notes']];
const PROMISE = '50% at 6 months, then 50% monthly over 24 months';

describe('an error in a cell', () => {
  it('comes back as that error, with the argument that holds it', () => {
    assert.equal(formulaError('NEWSHARES', '#N/A', 0.75), '#N/A shares is the error #N/A.');
    assert.equal(formulaError('NEWSHARES', 10, '#NUM!'), '#NUM! ratio is the error #NUM!.');
    assert.equal(formulaError('GAIN', 10, '#VALUE!', 1), '#VALUE! exercisePrice is the error #VALUE!.');
    assert.equal(formulaError('ELECTION', '#N/A', 'G', [['x']]), '#N/A holder is the error #N/A.');
    assert.equal(formulaError('VESTED', 10, 37823, PROMISE, '#N/A'), '#N/A asOf is the error #N/A.');
    assert.equal(
      formulaError('VESTED', 10, 37823, PROMISE, 38000, '#N/A'),
      '#N/A terminationDate is the error #N/A.',
    );
  });

  it('of a kind that a custom function cannot show is #VALUE! that names it', () => {
    assert.equal(formulaError('NEWSHARES', '#REF!', 0.75), '#VALUE! shares is the error #REF!.');
    // Where Excel offers no other: its custom functions of version 1.1.
    assert.equal(formulaError('NEWSHARES', '#DIV/0!', 0.75), '#VALUE! shares is the error #DIV/0!.');
  });

  it('may arrive as the object that office.js makes of it', () => {
    assert.equal(formulaError('NEWSHARES', new FormulaError('#N/A'), 0.75), '#N/A shares is the error #N/A.');
    const cellValue = { type: 'Error', basicType: 'Error', basicValue: '#N/A', errorType: 'NotAvailable' };
    assert.equal(formulaError('NEWSHARES', [[cellValue]], 0.75), '#N/A shares is the error #N/A.');
  });

  it('in a range that is read comes back too', () => {
    assert.equal(
      formulaError('COMPARE', 10, 6, 5, 1, [[1], ['#N/A']]),
      '#N/A Cell 2 of marketPrices is the error #N/A.',
    );
    assert.equal(
      formulaError('EXERCISEPRICE', 37823, [
        [37823, 1],
        [37822, '#N/A'],
      ]),
      '#N/A Close on 2003-07-20 in prices is the error #N/A.',
    );
    assert.equal(
      formulaError('RATIO', 12, [
        ['From', 'New per Old'],
        [10, '#N/A'],
      ]),
      '#N/A New per Old in row 2 of tiers is the error #N/A.',
    );
    assert.equal(
      formulaError('ELECTION', 'E-1', 'G-1', [
        ['Holder ID', 'Grant ID', 'Action', 'Received'],
        ['#N/A', 'ALL', 'Elect', 37641],
      ]),
      '#N/A Holder ID in row 2 of elections is the error #N/A.',
    );
    assert.equal(
      formulaError('VESTINGTOTALS', [[10]], [[37823]], [['#N/A']], [[38000]]),
      '#N/A schedules in row 1 is the error #N/A.',
    );
    assert.equal(
      formulaError('VESTINGTOTALS', [['#NUM!']], [[37823]], PROMISE, [[38000]]),
      '#NUM! shares in row 1 is the error #NUM!.',
    );
    assert.equal(
      formulaError('EXPENSE', 10, 37823, PROMISE, [['#N/A']]),
      '#N/A Cell 1 of periodEnds is the error #N/A.',
    );
    assert.equal(
      formulaError('ELIGIBLE', HEADERS, [['E', 'US', 4, '']], [RULES[0], ['Country', '=', '#N/A', '']]),
      '#N/A A cell in row 2 of rules is the error #N/A.',
    );
  });

  it('in a grant matters where a rule reads it, and nowhere else', () => {
    const row = (country: string, notes: string) => [['E-1', country, 4, notes]];
    assert.equal(formula('ELIGIBLE', HEADERS, row('US', '#REF!'), RULES), true);
    for (const name of ['ELIGIBLE', 'REASONS'])
      assert.equal(
        formulaError(name, HEADERS, row('#N/A', ''), RULES),
        '#N/A Country of the row is the error #N/A.',
      );
  });

  it('in one grant of a ledger leaves the other grants their answers', () =>
    assert.deepEqual(
      formula(
        'ELIGIBILITY',
        [...HEADERS, ['E-1', '#N/A', 4, ''], ['E-2', 'US', '#REF!', ''], ['E-3', 'US', 4, '#N/A']],
        RULES,
      ),
      [
        ['Eligible', 'Reasons'],
        [false, 'Employed in France (Country is the error #N/A)'],
        [false, 'At or below $3 (Strike is the error #REF!)'],
        [true, ''],
      ],
    ));

  it('in a ledger is found by CHECK, in text columns too', () =>
    assert.deepEqual(
      formula('CHECK', [
        ['Holder ID', 'Grant ID', 'Grant Date', 'Strike', 'Granted', 'Country'],
        [1, 'G', 36892, '#N/A', 10, '#REF!'],
      ]),
      [
        ['Row', 'Column', 'Problem'],
        [1, 'Strike', 'Exercise Price is the error #N/A'],
        [1, 'Country', 'Country is the error #REF!'],
      ],
    ));
});

describe('a cell that holds text', () => {
  it('counts as the number that it plainly writes', () => {
    assert.equal(formula('GAIN', '1,000', ' 6 ', '7.50'), 1500);
    assert.equal(
      formula('BLACKSCHOLES', '42', '40', '0.5', '0.2', '0.1'),
      formula('BLACKSCHOLES', 42, 40, 0.5, 0.2, 0.1),
    );
  });

  it('is a date only as 2003-07-21, since 07/03/2003 means two days', () => {
    assert.equal(formula('REGRANTDATE', '2003-01-20T09:30'), 37823);
    for (const text of ['07/21/2003', '21.07.2003', 'July 21, 2003'])
      assert.match(
        formulaError('REGRANTDATE', text),
        /^#VALUE! cancellationDate must be a date, such as 2003-07-21, not "/,
      );
    assert.equal(
      formulaError('REGRANTDATE', '2003-02-30'),
      '#VALUE! cancellationDate must be a date that exists, such as 2003-07-21, not "2003-02-30".',
    );
  });

  it('is no number where it is none, and TRUE is none either', () => {
    for (const wrong of ['ten', '1 000', '', true]) {
      const message = formulaError('GAIN', wrong, 6, 7);
      assert.match(message, /^#VALUE! shares (must be a number|is missing)/, String(wrong));
    }
  });
});

describe('blank cells', () => {
  it('in a range of prices or dates are skipped', () => {
    const table = formula('COMPARE', 10, 6, 5, 1, [[7], [''], [null], [8]]) as unknown[][];
    assert.deepEqual(
      table.slice(1).map(([price]) => price),
      [7, 8],
    );
  });

  it('inside a ledger and at its end give blank answers, row by row', () =>
    assert.deepEqual(
      formula(
        'ELIGIBILITY',
        [...HEADERS, ['', '', '', ''], ['E', 'US', 4, ''], [null, null, null, null]],
        RULES,
      ),
      [
        ['Eligible', 'Reasons'],
        ['', ''],
        [true, ''],
        ['', ''],
      ],
    ));
});

describe('a reference to whole columns', () => {
  const ROWS = 1_048_576;
  const columns = (filled: readonly (readonly unknown[])[], blank: unknown): unknown[][] => {
    const empty = Array<unknown>(filled[0]?.length ?? 0).fill(blank);
    return Array.from({ length: ROWS }, (_, i) => [...(filled[i] ?? empty)]);
  };

  for (const blank of [null, '', 0])
    it(`is what the columns hold, where the host hands over ${JSON.stringify(blank)} for an empty cell`, () => {
      const ledger = [...HEADERS, ['E-1', 'FR', 4, ''], ['E-2', 'US', 4, '']];
      assert.deepEqual(formula('ELIGIBILITY', columns(ledger, blank), columns(RULES, blank)), [
        ['Eligible', 'Reasons'],
        [false, 'Employed in France'],
        [true, ''],
      ]);
      const prices = columns(
        [
          ['Date', 'Close'],
          [37823, 1.25],
        ],
        blank,
      );
      assert.equal(formula('EXERCISEPRICE', 37823, prices), 1.25);
      const grants = [
        ['Holder ID', 'Grant ID', 'Grant Date', 'Strike', 'Granted'],
        [1, 'G', 36892, 6, 10],
      ];
      assert.deepEqual(formula('CHECK', columns(grants, blank)), [
        ['Row', 'Column', 'Problem'],
        ['', '', 'No problems'],
      ]);
      assert.deepEqual(
        formula(
          'VESTINGTOTALS',
          columns([[10], [20]], blank),
          columns([[37823], [37823]], blank),
          'annually over 1 year',
          [[38189]],
          columns([[38000], [blank]], blank),
        ),
        [
          ['Period End', 'Vested', 'Cumulative'],
          [38189, 20, 20],
        ],
      );
    });
});

describe('numbers that carry a format', () => {
  const inHostWithFormats = (act: () => void): void => {
    showNumberFormats('Double');
    try {
      act();
    } finally {
      showNumberFormats(undefined);
    }
  };
  const date = (basicValue: number) => ({ type: 'Double', basicValue, numberFormat: 'yyyy-mm-dd' });
  const price = (basicValue: number) => ({ type: 'Double', basicValue, numberFormat: '#,##0.00####' });

  it('are dates and prices that show as such, where the host takes them', () =>
    inHostWithFormats(() => {
      assert.deepEqual(formula('REGRANTDATE', '2003-01-20'), date(37823));
      assert.deepEqual(formula('BREAKEVEN', 1000, 6, 750, 1.5), price(19.5));
      assert.deepEqual(formula('SPLITSHARES', 1000, 6, 1, 3, 'up'), [[334, price(18)]]);
      assert.deepEqual(
        (formula('VESTING', 18, '2003-07-21', 'annually over 4 years') as unknown[][]).slice(0, 2),
        [
          ['Date', 'Shares', 'Cumulative', 'Percent'],
          [date(38189), 4, 4, { type: 'Double', basicValue: 4 / 18, numberFormat: '0.00%' }],
        ],
      );
      assert.equal(formula('NEWSHARES', 1001, 0.75), 750);
    }));

  it('are formatted numbers before ExcelApi 1.19, which passes over the format of a Double', () => {
    const hostWith = (sets: Readonly<Record<string, number>>) => (name: string, version: string) =>
      (sets[name] ?? 0) * 100 >= Number(version) * 100;
    assert.equal(carrierFor(hostWith({ CustomFunctionsRuntime: 1.4, ExcelApi: 1.19 })), 'Double');
    assert.equal(carrierFor(hostWith({ CustomFunctionsRuntime: 1.4, ExcelApi: 1.18 })), 'FormattedNumber');
    assert.equal(carrierFor(hostWith({ CustomFunctionsRuntime: 1.3, ExcelApi: 1.16 })), undefined);
    showNumberFormats('FormattedNumber');
    try {
      assert.deepEqual(formula('REGRANTDATE', '2003-01-20'), { ...date(37823), type: 'FormattedNumber' });
    } finally {
      showNumberFormats(undefined);
    }
  });

  it('are plain numbers in every other host', () => {
    assert.equal(formula('REGRANTDATE', '2003-01-20'), 37823);
    assert.deepEqual(formula('SPLITSHARES', 1000, 6, 1, 3, 'up'), [[334, 18]]);
  });

  it('are arguments like any other: one formula inside another', () =>
    inHostWithFormats(() => {
      const grantDate = formula('REGRANTDATE', '2003-01-20');
      assert.equal(formula('VESTED', 750, grantDate, PROMISE, '2004-02-21'), 390);
    }));
});
