import assert from 'node:assert/strict';
import type { CellBlock } from '../basics/block.ts';
import type { CellValue } from '../basics/cell.ts';
import { english } from '../basics/sentence.ts';
import { fieldOf } from './field.ts';
import { mapHeaders } from './header-map.ts';
import { headerRemarks } from './header-remarks.ts';
import { findLedger, ledgerCandidates } from './ledger.ts';
import { ledgerCheck } from './problems.ts';

const HEADER = ['Holder ID', 'Grant ID', 'Grant Date', 'Exercise Price', 'Outstanding'];
const sheet = (name: string, values: CellValue[][], table?: string): CellBlock => ({
  sheet: name,
  row: 1,
  column: 1,
  values,
  ...(table === undefined ? {} : { table }),
});

describe('The ledger', () => {
  it('is found under titles, by synonyms, whatever their case, line breaks and punctuation', () => {
    const ledger = findLedger([
      sheet('Notes', [['Prices are in dollars']]),
      sheet('Cap Table', [
        ['Equity ledger'],
        ['as of 2002-12-31'],
        [],
        ['EE ID', 'Grant #', 'date of\ngrant', 'STRIKE PRICE ($)', 'Quantity-Issued'],
        [1, 'A', 37000, 6, 100],
      ]),
    ]);
    assert.equal(ledger.sheet, 'Cap Table');
    assert.equal(ledger.headerOffset, 3);
    assert.deepEqual(ledger.rows, [4]);
    assert.deepEqual(ledger.map.offsets.get('Exercise Price'), [3]);
    assert.deepEqual(ledger.map.offsets.get('Granted'), [4]);
  });

  it('is found under names that stand over two rows, as groups or broken in two', () => {
    const ledger = findLedger([
      sheet('Cap Table', [
        ['Equity ledger'],
        ['Employee', '', 'Option', 'Date of', 'Exercise', 'Shares', '', ''],
        ['ID', 'Name', 'Number', 'Grant', 'Price', 'Granted', 'Exercised', 'Cancelled'],
        [1, 'Ada', 'A', 37000, 6, 100, 10, 5],
      ]),
    ]);
    assert.deepEqual([ledger.firstHeaderOffset, ledger.headerOffset, ledger.rows], [1, 2, [3]]);
    assert.deepEqual(ledger.map.headers, [
      'Employee ID',
      'Name',
      'Option Number',
      'Date of Grant',
      'Exercise Price',
      'Shares Granted',
      'Exercised',
      'Cancelled',
    ]);
  });

  it('is found under names of which some are merged over both rows of the header', () => {
    const ledger = findLedger([
      sheet('Cap Table', [
        ['Holder ID', 'Grant ID', 'Grant Date', 'Exercise Price', 'Shares', ''],
        ['', '', '', '', 'Granted', 'Exercised'],
        [1, 'A', 37000, 6, 100, 10],
      ]),
    ]);
    assert.deepEqual([ledger.headerOffset, ledger.rows], [1, [2]]);
    assert.deepEqual(ledger.map.offsets.get('Granted'), [4]);
  });

  it('never takes a grant for a second row of its header', () => {
    const ledger = findLedger([
      sheet('Cap Table', [HEADER, ['1', 'A', '2001-01-02', '6', '100'], [2, 'B', 1, 6, 9]]),
    ]);
    assert.deepEqual([ledger.firstHeaderOffset, ledger.headerOffset, ledger.rows], [0, 0, [1, 2]]);
  });

  it('leaves out blank rows, totals and notes below, and keeps the rows between', () => {
    const ledger = findLedger([
      sheet('L', [
        HEADER,
        [1, 'A', 37000, 6, 100],
        ['', '', '', '', ''],
        [2, 'B', 37000, 6, 100],
        ['Total', '', '', '', 200],
        ['Source: stock plan system', '', '', '', ''],
      ]),
    ]);
    assert.deepEqual(ledger.rows, [1, 3]);
  });

  it('prefers an Excel table to the sheet around it', () => {
    const table = { ...sheet('L', [HEADER, [1, 'A', 37000, 6, 100]], 'Grants'), row: 5 };
    const ledger = findLedger([table, sheet('L', [[''], HEADER, [1, 'A', 37000, 6, 100]])]);
    assert.equal(ledger.block.table, 'Grants');
  });

  it('is offered for choice with what each candidate lacks', () => {
    const candidates = ledgerCandidates([
      sheet('A', [HEADER, [1, 'A', 37000, 6, 100]]),
      sheet('B', [
        ['Holder ID', 'Grant ID', 'Strike'],
        [1, 'A', 6],
      ]),
      sheet('Notes', [['Prices are in dollars']]),
    ]);
    assert.deepEqual(
      candidates.map(({ block, missing }) => [block.sheet, missing]),
      [
        ['A', []],
        ['B', ['Grant Date', 'Granted or Outstanding']],
      ],
    );
  });

  it('on two sheets has to be chosen', () => {
    const both = [sheet('2001', [HEADER]), sheet('2002', [HEADER])];
    assert.throws(() => findLedger(both), { message: /"2001" and "2002" both look like the ledger/ });
    assert.equal(findLedger(both, { sheet: '2002' }).sheet, '2002');
  });

  it('that lacks a needed column is named with the column and its other names', () => {
    const short = ['Employee ID', 'Grant Number', 'Issue Date', 'Quantity Issued'];
    assert.throws(() => findLedger([sheet('L', [['Title'], short])]), {
      message: /sheet "L" \(header in row 2\) lacks the column Exercise Price \(also found as Strike Price/,
    });
  });

  it('is missed with a sentence that says what it needs', () => {
    assert.throws(() => findLedger([sheet('Notes', [['hello']])]), { message: /^No ledger was found: / });
  });

  it('is found by names with a unit in brackets, but not by one that changes the figures', () => {
    const { offsets } = mapHeaders([
      'Grant Date (MM/DD/YYYY)',
      'Exercise Price ($)',
      'Shares Granted (#)',
      'Quantity (Outstanding)',
      'Vested %',
      'Exercised (000s)',
    ]);
    assert.deepEqual(
      [...offsets].map(([name, found]) => [name, ...found]),
      [
        ['Grant Date', 0],
        ['Exercise Price', 1],
        ['Granted', 2],
        ['Outstanding', 3],
      ],
    );
  });

  it('reads a first and a last name together as the holder’s', () => {
    const map = mapHeaders(['Last Name', 'First Name']);
    assert.equal(fieldOf(map, 'Holder Name').read(['Abel', 'Ava']), 'Ava Abel');
  });

  it('warns of a header whose words are those of a column that it lacks, and of no Expiration Date', () => {
    const near = (header: string): string[] =>
      headerRemarks(mapHeaders([...HEADER, header]), { sheet: 'L', row: 1 }).map(
        ({ column, problem }) => `${column}: ${english(problem).replace(/:.*/, '')}`,
      );
    assert.deepEqual(near('Grant Expiry'), [
      'Grant Expiry: "Grant Expiry" is not the name of a column, and is not used; the nearest is Expiration Date',
      'Expiration Date: The ledger has no column Expiration Date',
    ]);
    for (const [header, column] of [
      ['Exp. Dt', 'Expiration Date'],
      ['Terminaton Date', 'Termination Date'],
      ['Total Vested', 'Vested'],
      ['Shares Forfeited', 'Cancelled'],
      ['Qty Unvested', 'Unvested'],
    ] as const)
      assert.match(near(header)[0] ?? '', new RegExp(`nearest is ${column}$`), header);
    for (const header of ['Current FMV', 'Grant Name', 'Department', 'Vested %', 'Grant'])
      assert.equal(near(header).length, 1, header);
  });

  it('that lacks a column is told the nearest of its headers', () => {
    assert.throws(
      () => findLedger([sheet('L', [['Holder ID', 'Grant ID', 'Grant Date', 'Exer. Px', 'Outstanding']])]),
      { message: /lacks the column Exercise Price \(also found as .*; the nearest header is "Exer. Px"\)/ },
    );
  });

  it('takes a column that a person corrected', () => {
    const header = ['Holder ID', 'Grant ID', 'Grant Date', 'Price', 'Exercise Price', 'Outstanding'];
    const map = mapHeaders(header, { 'Exercise Price': 'Price' });
    assert.deepEqual(map.offsets.get('Exercise Price'), [3]);
  });

  it('uses a column of its own name before a synonym, and the leftmost of two synonyms with a warning', () => {
    const own = mapHeaders(['Strike', 'Exercise Price']);
    assert.deepEqual([own.offsets.get('Exercise Price'), own.ambiguous], [[1], []]);
    const synonyms = mapHeaders(['Strike', 'Option Price']);
    assert.deepEqual(synonyms.offsets.get('Exercise Price'), [0]);
    assert.deepEqual(synonyms.ambiguous, [
      { column: 'Exercise Price', used: 'Strike', unused: ['Option Price'] },
    ]);
  });

  it('adds up several columns of cancelled shares', () => {
    const map = mapHeaders(['Granted', 'Exercised', 'Forfeited', 'Expired Shares']);
    const outstanding = fieldOf(map, 'Outstanding');
    assert.equal(outstanding.read([1000, 100, 50, 25]), 825);
    assert.equal(outstanding.read([1000, '', '', '']), 1000);
    assert.equal(outstanding.read(['', '', '', '']), '');
  });

  it('derives Remaining Term and Grant Age in whole months, and only with a date to reckon from', () => {
    const map = mapHeaders(['Grant Date', 'Expiration Date']);
    const row = ['2001-01-31', '2003-02-28'];
    assert.equal(fieldOf(map, 'Remaining Term', 37622).read(row), 1); // 2003-01-01
    assert.equal(fieldOf(map, 'Grant Age', 36950).read(row), 1); // 2001-02-28: the 31st clamps to it
    assert.throws(() => fieldOf(map, 'Grant Age'), { message: /^As Of is needed for Grant Age/ });
  });

  it('answers a field that it lacks with the nearest of its headers', () => {
    assert.throws(() => fieldOf(mapHeaders(['Department']), 'Deparment'), {
      message: /is not a column of the ledger.*did you mean "Department"\?/,
    });
  });
});

describe('The checks of the ledger', () => {
  const problems = (header: string[], ...rows: CellValue[][]): string[] => {
    const check = ledgerCheck(mapHeaders(header));
    return rows.flatMap((row, index) =>
      check(row, index + 1).map((found) => `${index + 1} ${found.header}: ${english(found.problem)}`),
    );
  };

  it('find nothing wrong with a sound row, text dates in ISO form included', () => {
    assert.deepEqual(problems(HEADER, [1, 'A', '2000-05-01', 6, 100]), []);
  });

  it('name duplicate ids after the first, also where one is a number and one its text', () => {
    const found = problems(HEADER, [1, 123, 37000, 6, 1], [2, '123', 37000, 6, 1], [3, '0123', 37000, 6, 1]);
    assert.deepEqual(found, ['2 Grant ID: Grant ID 123 is already in row 1: each grant needs its own id']);
  });

  it('take two rows of one id that differ in Grant Type for two parts of one grant', () => {
    const header = [...HEADER, 'Grant Type'];
    assert.deepEqual(
      problems(
        header,
        [1, 'A7', 37000, 6, 1, 'ISO'],
        [1, 'a7 ', 37000, 6, 1, 'NSO'],
        [1, 'A7', 37000, 6, 1, 'nso'],
      ),
      ['3 Grant ID: Grant ID A7 is already in row 2: each grant needs its own id'],
    );
  });

  it('name missing, negative, fractional and text cells by the ledger\u2019s own headers', () => {
    const header = ['EE ID', 'Grant #', 'Issue Date', 'Strike', 'Quantity Outstanding', 'Term Date'];
    assert.deepEqual(problems(header, ['', 'A', 'soon', '4.50', -1, 'TBD'], [2, 'B', 37000, 6, 1.5, '']), [
      '1 EE ID: Holder ID is missing',
      '1 Issue Date: Grant Date is "soon", text where a date is due',
      '1 Strike: Exercise Price is "4.50", text where a number is due',
      '1 Quantity Outstanding: Outstanding is negative: -1',
      '1 Term Date: Termination Date is "TBD", text where a date is due',
      '2 Quantity Outstanding: Outstanding is not a whole number: 1.5',
    ]);
  });

  it('reconcile outstanding with granted, exercised and cancelled', () => {
    const header = [...HEADER, 'Granted', 'Exercised', 'Canceled', 'Expiration Date'];
    assert.deepEqual(problems(header, [1, 'A', 37000, 6, 90, 100, 10, 5, 36000]), [
      '1 Expiration Date: Expiration Date 1998-07-24 is before the Grant Date 2001-04-19',
      '1 Outstanding: Outstanding is 90, but Granted less Exercised and Cancelled is 85',
    ]);
  });

  it('name the error that a formula left behind', () => {
    assert.deepEqual(problems(HEADER, [1, 'A', 37000, '#REF!', 5]), [
      '1 Exercise Price: Exercise Price is the error #REF!',
    ]);
  });
});
