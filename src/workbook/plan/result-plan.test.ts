import assert from 'node:assert/strict';
import { CHECKS_TABLE } from '../../domain/offer/results/result-tables.ts';
import { findOwnTable, ownSheets } from '../read/own-tables.ts';
import { cellsToGrowInto, planTable, refuseOccupied, tableRange } from './result-plan.ts';
import type { TableShape, WorkbookShape } from '../excel/workbook-shape.ts';

const HEADERS = CHECKS_TABLE.columns.map(({ name }) => name);

const checksTable = (changes: Partial<TableShape> = {}): TableShape => ({
  name: 'RegrantChecks',
  sheet: 'Regrant Checks',
  range: { row: 1, column: 1, rowCount: 3, columnCount: 5 },
  headers: HEADERS,
  hasTotals: false,
  isFiltered: false,
  ...changes,
});

const workbook = (changes: Partial<WorkbookShape> = {}): WorkbookShape => ({
  sheets: [{ name: 'Regrant Checks', isProtected: false, isVeryHidden: false, used: undefined }],
  tables: [],
  names: [],
  date1904: false,
  isReadOnly: false,
  isStructureProtected: false,
  ...changes,
});

const rows = (count: number) => Array.from({ length: count }, (_, row) => ['Info', '', row, '', 'text']);

describe('A result table that is there already', () => {
  it('keeps its place, and its columns where a person moved them', () => {
    const moved = checksTable({
      range: { row: 4, column: 2, rowCount: 3, columnCount: 6 },
      headers: ['Problem', 'Mine', 'Severity', 'Sheet', 'Row', 'Column'],
    });
    const plan = planTable(CHECKS_TABLE, moved, rows(5));
    assert.deepEqual(plan.columns, [4, 5, 6, 7, 2]);
    assert.deepEqual(tableRange(plan), { row: 4, column: 2, rowCount: 6, columnCount: 6 });
  });

  it('keeps one blank row where there is nothing to list', () => {
    assert.equal(tableRange(planTable(CHECKS_TABLE, checksTable(), [])).rowCount, 2);
  });

  it('looks only at the cells that it would grow into, and only where the sheet has any', () => {
    const shape = workbook({
      sheets: [
        {
          name: 'Regrant Checks',
          isProtected: false,
          isVeryHidden: false,
          used: { row: 1, column: 1, rowCount: 9, columnCount: 7 },
        },
      ],
    });
    const growing = planTable(CHECKS_TABLE, checksTable(), rows(20));
    assert.deepEqual(cellsToGrowInto(growing, shape)?.range, {
      row: 4,
      column: 1,
      rowCount: 6,
      columnCount: 5,
    });
    assert.equal(cellsToGrowInto(planTable(CHECKS_TABLE, checksTable(), rows(1)), shape), undefined);
    assert.equal(cellsToGrowInto(growing, workbook()), undefined);
  });

  it('is not grown over a note that somebody wrote below it', () => {
    const plan = planTable(CHECKS_TABLE, checksTable(), rows(20));
    const wanted = { sheet: 'Regrant Checks', range: { row: 4, column: 1, rowCount: 2, columnCount: 5 } };
    refuseOccupied(plan, wanted, [
      ['', '', '', '', ''],
      ['', '', '', '', ''],
    ]);
    assert.throws(
      () =>
        refuseOccupied(plan, wanted, [
          ['', '', '', '', ''],
          ['', 'seen by counsel', '', '', ''],
        ]),
      /Cell B5 of sheet "Regrant Checks".*row 21/,
    );
  });
});

describe('Regrant', () => {
  it('makes a table where the workbook has none', () => {
    assert.equal(findOwnTable(workbook({ sheets: [] }), CHECKS_TABLE), undefined);
  });

  it('refuses a sheet of its name that it did not make', () => {
    assert.throws(() => findOwnTable(workbook(), CHECKS_TABLE), /"Regrant Checks" that Regrant did not make/);
  });

  it('refuses a table of its name that lacks its columns', () => {
    const tables = [checksTable({ headers: ['Severity', 'Sheet', 'Row', 'Column', 'Remark'] })];
    assert.throws(() => findOwnTable(workbook({ tables }), CHECKS_TABLE), /lacks the column "Problem"/);
    assert.equal(ownSheets(workbook({ tables })).size, 0);
  });

  it('refuses a defined name that its table would need', () => {
    const shape = workbook({ sheets: [], names: ['regrantchecks'] });
    assert.throws(() => findOwnTable(shape, CHECKS_TABLE), /name "RegrantChecks" is already defined/);
  });

  it('refuses a protected sheet', () => {
    const tables = [checksTable()];
    const sheets = [{ name: 'Regrant Checks', isProtected: true, isVeryHidden: false, used: undefined }];
    assert.throws(
      () => findOwnTable(workbook({ sheets, tables }), CHECKS_TABLE),
      /is protected: unprotect it/,
    );
  });

  it('knows its table again on a sheet that somebody renamed', () => {
    const tables = [checksTable({ sheet: 'Checks, final' })];
    const sheets = [{ name: 'Checks, final', isProtected: false, isVeryHidden: false, used: undefined }];
    assert.equal(findOwnTable(workbook({ sheets, tables }), CHECKS_TABLE)?.sheet, 'Checks, final');
    assert.deepEqual([...ownSheets(workbook({ sheets, tables }))], ['Checks, final']);
  });
});
