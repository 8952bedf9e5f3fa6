import assert from 'node:assert/strict';
import type { CellValue } from '../../domain/basics/cell.ts';
import { grant, offerSource, run } from '../../domain/offer/offer-book.fixture.ts';
import { LOG_TABLE } from '../../domain/offer/life/offer-log.ts';
import {
  CHECKS_TABLE,
  ELIGIBILITY_TABLE,
  NEW_GRANTS_TABLE,
  type ResultTableDefinition,
  VESTING_TABLE,
} from '../../domain/offer/results/result-tables.ts';
import { SUMMARY_TABLE } from '../../workbook/read/own-tables.ts';
import type { TableShape } from '../../workbook/excel/workbook-shape.ts';
import { type ExplainPart, type ExplainTarget, explainTarget } from './explain-target.ts';
import { cellsOfTotal, TOTAL_SOURCES } from './explain-total.ts';
import { snapshotOf } from './snapshot.fixture.ts';

const BOOK = {
  grants: [grant('A'), grant('B', { 'Exercise Price': 3.01 })],
  elections: [['001', 'A', 'Elect', '2003-01-10'] satisfies CellValue[]],
};
const RESULT = run(BOOK);

/** A result table of two rows, its header in row 1. */
const shaped = ({ table, sheet, columns }: ResultTableDefinition): TableShape => ({
  name: table,
  sheet,
  range: { row: 1, column: 1, rowCount: 3, columnCount: columns.length },
  headers: columns.map(({ name }) => name),
  hasTotals: false,
  isFiltered: false,
});

const { shape: bare } = snapshotOf(offerSource(BOOK));
const TABLES = [ELIGIBILITY_TABLE, NEW_GRANTS_TABLE, VESTING_TABLE, CHECKS_TABLE, SUMMARY_TABLE, LOG_TABLE];
const BREAKDOWN: TableShape = {
  ...shaped(SUMMARY_TABLE),
  name: 'RegrantByPlan',
  range: { row: 1, column: 4, rowCount: 3, columnCount: 2 },
};
const ELECTIONS: TableShape = {
  ...shaped(SUMMARY_TABLE),
  name: 'OfferElections',
  sheet: 'OfferElections',
  range: { row: 1, column: 2, rowCount: 3, columnCount: 4 },
  headers: ['Employee ID', 'Grant ID', 'Action', 'Received'],
};
const shape = { ...bare, tables: [...TABLES.map(shaped), BREAKDOWN, ELECTIONS] };

const at = (sheet: string, row: number, column: number, rowCells: readonly CellValue[] = []): ExplainTarget =>
  explainTarget({ sheet, row, column, isEmpty: false, rowCells }, shape, RESULT);

/** What a cell of the first body row of a table is about. */
const inTable = (
  definition: ResultTableDefinition,
  column: string,
  row: readonly CellValue[],
): ExplainTarget =>
  at(definition.sheet, 2, definition.columns.findIndex(({ name }) => name === column) + 1, row);

describe('A selected cell', () => {
  it('of the ledger is about its grant, and one above the grants about none', () => {
    const cell = { sheet: 'Cap Table', address: 'C4' };
    assert.deepEqual(at('Cap Table', 4, 3), { kind: 'grant', ledgerRow: 4, part: 'rules', cell });
    assert.deepEqual(at('Cap Table', 2, 3), { kind: 'nothing', cell: { ...cell, address: 'C2' } });
  });

  it('of a result table is about the grant of its row, and leads to the part that it shows', () => {
    const parts = (
      definition: ResultTableDefinition,
      row: readonly CellValue[] | undefined,
      columns: readonly string[],
    ): (ExplainPart | undefined)[] =>
      columns.map((column) => {
        const target = inTable(definition, column, row ?? []);
        return target.kind === 'grant' && target.ledgerRow === 3 ? target.part : undefined;
      });
    assert.deepEqual(
      parts(ELIGIBILITY_TABLE, RESULT.eligibility.rows[0], ['Eligible', 'Reasons', 'Election']),
      ['rules', 'rules', 'election'],
    );
    assert.deepEqual(
      parts(NEW_GRANTS_TABLE, RESULT.newGrants.rows[0], [
        'New Shares',
        'Exercise Price',
        'First Vesting Date',
      ]),
      ['count', 'price', 'vesting'],
    );
    assert.deepEqual(parts(VESTING_TABLE, RESULT.vesting.rows[0], ['Shares']), ['vesting']);
  });

  it('of an election is about the grant that the form names, and of one for all about the holder\u2019s only one', () => {
    const ofForm = (holder: CellValue, grantId: CellValue) => {
      const target = at('OfferElections', 2, 4, ['', holder, grantId, 'Elect', '2003-01-10']);
      return target.kind === 'grant' ? [target.ledgerRow, target.part] : target.kind;
    };
    assert.deepEqual(ofForm('001', 'B'), [4, 'election']);
    assert.equal(ofForm('001', 'all'), 'nothing');
    assert.equal(ofForm('002', 'B'), 'nothing');
    assert.equal(at('OfferElections', 1, 2, ['', 'Employee ID']).kind, 'nothing');
    const alone = run({ grants: [grant('A'), grant('B', { 'Holder ID': '002' })] });
    const target = explainTarget(
      { sheet: 'OfferElections', row: 3, column: 2, isEmpty: false, rowCells: ['', '002', '', 'Elect'] },
      shape,
      alone,
    );
    assert.equal(target.kind === 'grant' && target.ledgerRow, 4);
  });

  it('of the vesting table says which of the dates it is', () => {
    const target = inTable(VESTING_TABLE, 'Shares', RESULT.vesting.rows[0] ?? []);
    assert.equal(target.kind === 'grant' && target.date, RESULT.vesting.rows[0]?.[3]);
  });

  it('of the checks is about the grant that the check is about, or about the cell that it names', () => {
    const ofGrant = inTable(CHECKS_TABLE, 'Problem', ['Error', 'Cap Table', 4, '', 'Too low']);
    assert.ok(ofGrant.kind === 'grant');
    assert.deepEqual([ofGrant.ledgerRow, ofGrant.check], [4, 'Too low']);
    assert.deepEqual(inTable(CHECKS_TABLE, 'Row', ['Warning', 'Offer Terms', 7, 'Ratio', 'Odd']), {
      kind: 'check',
      problem: 'Odd',
      about: { sheet: 'Offer Terms', address: 'A7' },
    });
    const ofAll = inTable(CHECKS_TABLE, 'Problem', ['Info', '', '', '', 'All values']);
    assert.ok(ofAll.kind === 'check');
    assert.equal(ofAll.about, undefined);
  });

  it('of the summary is a total, with the cells that it adds up; of the log it is the log', () => {
    assert.deepEqual(inTable(SUMMARY_TABLE, 'Value', ['New shares', 750]), {
      kind: 'total',
      measure: 'New shares',
    });
    assert.deepEqual(at(SUMMARY_TABLE.sheet, 3, 5), { kind: 'total', measure: '' });
    assert.equal(at(SUMMARY_TABLE.sheet, 30, 1).kind, 'nothing');
    assert.equal(at(SUMMARY_TABLE.sheet, 1, 5).kind, 'nothing');
    const source = TOTAL_SOURCES['New shares'];
    assert.ok(source);
    assert.deepEqual(cellsOfTotal(source, shape), { sheet: 'Regrant New Grants', address: 'I2:I3' });
    assert.deepEqual(inTable(LOG_TABLE, 'Time', []), { kind: 'log' });
  });
});

describe('The totals of the summary', () => {
  const result = run({
    grants: [
      grant('A'),
      grant('B', { 'Exercise Price': 3.01 }),
      grant('C', { 'Holder ID': '002', 'Termination Date': '2003-03-01' }),
      grant('D', { 'Holder ID': '003' }),
      grant('E', { 'Holder ID': '001', 'Grant Date': '2002-07-01', 'Exercise Price': 2 }),
    ],
    elections: [
      ['001', 'A', 'Elect', '2003-01-10'],
      ['002', 'C', 'Elect', '2003-01-10'],
    ],
  });
  const tables = [result.eligibility, result.newGrants];

  it('are what the columns add up to that the pane names for each', () => {
    for (const [name, { counts, table, column, where }] of Object.entries(TOTAL_SOURCES)) {
      const { rows, definition } =
        tables.find((one) => one.definition.table === table.table) ?? result.eligibility;
      const cell = (row: readonly CellValue[], wanted: string): CellValue =>
        row[definition.columns.findIndex((declared) => declared.name === wanted)];
      const counted = rows
        .filter((row) => where === undefined || cell(row, where.column) === where.value)
        .map((row) => cell(row, column));
      const total =
        counts === 'shares'
          ? counted.reduce<number>((sum, shares) => sum + Number(shares), 0)
          : counts === 'holders'
            ? new Set(counted).size
            : counted.length;
      assert.equal(total, result.summary.measures.find((measure) => measure.name === name)?.value, name);
    }
  });

  it('are each explained by a column, or are a difference', () => {
    const names = result.summary.measures.map(({ name }) => name);
    assert.deepEqual(
      names.filter((name) => TOTAL_SOURCES[name] === undefined),
      [
        'Holders elected',
        'Grants elected',
        'Shares cancelled less new',
        'Average exercise price before',
        'Average exercise price after',
        'Average remaining term before',
        'Average remaining term after',
      ],
    );
  });
});
