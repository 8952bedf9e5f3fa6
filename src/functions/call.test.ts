import assert from 'node:assert/strict';
import { FormulaError, formula, formulaError } from '../../test/formula.ts';
import { badNumber } from '../domain/basics/error.ts';
import { say } from '../domain/basics/sentence.ts';
import { callable } from './call.ts';
import { declare, optional, required } from './declaration.ts';
import { DATE, SHARES } from './kinds.ts';

describe('how Excel hands arguments over', () => {
  it('an optional argument may be null, undefined, an empty text or an empty cell', () => {
    for (const omitted of [null, undefined, '', '  ', [['']], [[null]], []])
      assert.equal(formula('NEWSHARES', 1001, 0.75, omitted), 750, JSON.stringify(omitted));
    assert.equal(formula('NEWSHARES', 1001, 0.75), 750);
  });

  it('a date of 0 is an empty cell, as some hosts hand it over', () => {
    assert.equal(formula('VESTED', 100, 37823, 'all at grant'.slice(4), 38000, 0), 100);
    assert.match(formulaError('OFFEREND', 0), /^#VALUE! commencementDate is missing/);
  });

  it('empty rows of a ledger may be full of zeros, as some hosts hand them over', () => {
    const rules = [
      ['Field', 'Operator', 'Value'],
      ['Country', '=', 'US'],
    ];
    assert.deepEqual(
      formula(
        'ELIGIBILITY',
        [
          ['Country', 'Plan'],
          [0, 0],
          ['US', '2000'],
        ],
        rules,
      ),
      [
        ['Eligible', 'Reasons'],
        ['', ''],
        [true, ''],
      ],
    );
    assert.deepEqual(
      formula(
        'VESTINGTOTALS',
        [[10], [0], ['']],
        [[37823], [0], [null]],
        'annually over 1 year',
        [[38189]],
        [[0], [0], [0]],
      ),
      [
        ['Period End', 'Vested', 'Cumulative'],
        [38189, 10, 10],
      ],
    );
    assert.equal(formula('EXERCISEPRICE', 37823, [[37823, 1.5]], 0), 1.5);
  });

  it('a range of one cell is that cell, and a cell is a range of one', () => {
    assert.equal(formula('NEWSHARES', [[1001]], [['4:3']], [['up']]), 751);
    assert.deepEqual(formula('COMPARE', 10, 6, 5, 1, 7), [
      ['Market Price', 'Current Option', 'New Option', 'Better'],
      [7, 10, 30, 'New'],
    ]);
  });

  it('cells that carry a format are read by their value', () => {
    const formatted = (basicValue: unknown) => ({
      type: 'FormattedNumber',
      basicValue,
      numberFormat: '0.00',
    });
    assert.equal(formula('GAIN', formatted(10), [[formatted(6)]], formatted(7)), 10);
    assert.equal(
      formula('EXERCISEPRICE', 37823, [
        [formatted(37823), formatted(1.25)],
        [37820, 1],
      ]),
      1.25,
    );
    assert.match(
      formulaError('GAIN', { type: 'Entity', text: 'MSFT' }, 6, 7),
      /^#VALUE! shares is the error #VALUE!/,
    );
  });

  it('text that is a number counts as that number', () =>
    assert.equal(formula('NEWSHARES', '1,001', '0.75', 'UP'), 751));

  it('what Excel adds after the last argument is not looked at', () =>
    assert.equal(formula('NEWSHARES', 1001, 0.75, 'up', { address: 'Sheet1!A1' }), 751));
});

describe('how results and errors reach the cell', () => {
  const tryOut = (body: () => number | null | (number | null)[][]) =>
    callable(
      declare({
        name: 'TRYOUT',
        section: 'Counts',
        description: '',
        rules: [],
        parameters: [optional('shares', SHARES, '')],
        result: { type: 'any', description: '' },
        examples: [],
        failures: [],
        body,
      }),
    );

  it('an empty cell of a result is empty text, since Excel shows null as 0', () => {
    assert.equal(tryOut(() => null)(), '');
    assert.deepEqual(tryOut(() => [[1, null]])(), [[1, '']]);
  });

  it('minus zero is zero', () => assert.ok(Object.is(tryOut(() => -0)(), 0)));

  it('a number that is none is #NUM! with a sentence', () => {
    for (const wrong of [NaN, Infinity, -Infinity])
      assert.throws(
        () => tryOut(() => [[wrong]])(),
        new FormulaError('#NUM!', 'The result is too large for a cell: shares must be smaller.'),
      );
  });

  it('each kind of error is one of Excel', () =>
    assert.throws(
      () =>
        tryOut(() => {
          throw badNumber(say`shares must be fewer.`);
        })(),
      new FormulaError('#NUM!', 'shares must be fewer.'),
    ));

  it('an error that nobody foresaw is #VALUE! with a plain sentence', () =>
    assert.throws(
      () =>
        tryOut(() => {
          throw new TypeError("Cannot read properties of undefined (reading 'x')");
        })(),
      new FormulaError('#VALUE!', 'TRYOUT cannot be calculated: check shares.'),
    ));

  it('a missing argument is named, with what would be right', () => {
    const day = required('periodEnd', DATE, '');
    assert.throws(
      () => day.read(null),
      /^RegrantError: periodEnd is missing: give a date, such as 2003-07-21\.$/,
    );
  });
});

describe('the same arguments give the same result', () => {
  it('whatever the caller does to its arrays after the call', () => {
    const table = [
      ['From', 'New per Old'],
      [10, 0.5],
    ];
    assert.equal(formula('RATIO', 12, table), 0.5);
    table[1] = [10, 0.25];
    assert.equal(formula('RATIO', 12, table), 0.25);
    (table[1] as unknown[])[1] = 0.125;
    assert.equal(formula('RATIO', 12, table), 0.125);
  });

  it('even where a figure that is read late is changed in between', () => {
    const prices = (high: number): unknown[][] => [
      ['Date', 'Close', 'High', 'Low'],
      [37823, 2, high, 1],
    ];
    const changed = prices(3);
    const priceIn = (table: unknown[][]) => formula('EXERCISEPRICE', 37823, table, 'average of high and low');
    assert.equal(priceIn(changed), 2);
    (changed[1] ?? [])[2] = 9;
    assert.equal(priceIn(prices(3)), 2);
    assert.equal(priceIn(changed), 5);
  });

  it('however many other texts and tables were asked for in between', () => {
    const ratioAt = (ratio: number) =>
      formula('RATIO', 12, [
        ['From', 'New per Old'],
        [10, ratio],
      ]);
    for (let i = 1; i <= 2000; i++) {
      assert.equal(formula('NEWSHARES', i, `${i}:1`), 1);
      assert.equal(ratioAt(i / 100), i / 100);
    }
    assert.equal(formula('NEWSHARES', 2000, '1:1'), 2000);
    assert.equal(ratioAt(0.01), 0.01);
  });
});
