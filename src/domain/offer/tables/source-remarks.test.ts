import assert from 'node:assert/strict';
import type { CellValue } from '../../basics/cell.ts';
import { english } from '../../basics/sentence.ts';
import type { LedgerRemark } from '../../ledger/remark.ts';
import { grant, offerSource, run, checkLines } from '../offer-book.fixture.ts';
import type { OfferSource } from '../offer-source.ts';
import { controlRemarks } from './control-remarks.ts';
import { runOffer } from '../run-offer.ts';
import { readLedger } from './read-ledger.ts';
import { strayRemarks } from './stray-rows.ts';

const said = (remarks: readonly LedgerRemark[]): string[] =>
  remarks.map(({ severity, row, column, problem }) => `${severity} ${row} ${column}: ${english(problem)}`);

describe('Cells that touch a table of the offer', () => {
  const at = (values: CellValue[][], rowCount: number, columnCount: number, hasTotals = false): string[] => {
    const source: OfferSource = {
      date1904: false,
      sheets: [{ sheet: 'Elections', row: 1, column: 1, values }],
      tables: [
        {
          name: 'OfferElections',
          sheet: 'Elections',
          row: 1,
          column: 1,
          rowCount,
          columnCount,
          ...(hasTotals ? { hasTotals } : {}),
        },
      ],
    };
    return strayRemarks(source).map(({ problem }) => english(problem).replace(/ touches.*/, ''));
  };
  const table = [
    ['Holder ID', 'Grant ID'],
    ['H1', 'A1'],
  ];

  it('from below are a warning by address, down to the first blank row', () => {
    assert.deepEqual(at([...table, ['H2', 'A2'], ['', 'A3'], ['', ''], ['x', '']], 2, 2), [
      'Elections!A3:B4',
    ]);
  });

  it('from beside are a warning, and not with a blank column between', () => {
    assert.deepEqual(
      at(
        [
          ['Holder ID', 'Grant ID', 'Rounding'],
          ['H1', 'A1', ''],
        ],
        2,
        2,
      ),
      ['Elections!C1'],
    );
    assert.deepEqual(at([['Holder ID', 'Grant ID', '', 'Mine']], 1, 2), []);
  });

  it('are none where they are its own row of totals', () => {
    assert.deepEqual(at([...table, ['Total', 1]], 2, 2, true), []);
  });

  it('are told by a run', () => {
    const source = offerSource({ grants: [grant('A')] });
    const sheets = source.sheets.map((block) =>
      block.sheet === 'OfferElections'
        ? { ...block, values: [...block.values, ['002', 'ALL', 'Elect', '2003-01-10']] }
        : block,
    );
    assert.deepEqual(said(strayRemarks({ ...source, sheets })), [
      'Warning 3 : OfferElections!A3:D3 touches the table OfferElections and is not part of it: it is not read; make the table larger, or leave a blank row or column between them',
    ]);
    assert.deepEqual(checkLines(run({ grants: [grant('A')] })), []);
  });
});

describe('OfferControls', () => {
  const controls = (...rows: CellValue[][]): string[] => {
    const source = offerSource({
      grants: [grant('A'), grant('B', { Plan: ' 2000 plan' }), grant('C', { Plan: 'X' })],
    });
    const values = [['Plan', 'Grants', 'Outstanding'], ...rows];
    const withTable: OfferSource = {
      ...source,
      sheets: [...source.sheets, { sheet: 'C', row: 1, column: 1, values }],
      tables: [
        ...source.tables,
        { name: 'OfferControls', sheet: 'C', row: 1, column: 1, rowCount: values.length, columnCount: 3 },
      ],
    };
    return said(controlRemarks(withTable, readLedger(withTable)));
  };

  it('that agree with the ledger say nothing, blank cells included', () => {
    assert.deepEqual(controls(['2000 Plan', 2, 2000], ['X', '', 1000]), []);
  });

  it('that differ are an error by plan, with both figures', () => {
    assert.deepEqual(controls(['2000 Plan', 3, 2500], ['Y', 1, '']), [
      'Error 2 Grants: Grants of plan 2000 Plan: the plan system has 3, the ledger 2',
      'Error 2 Outstanding: Outstanding of plan 2000 Plan: the plan system has 2500, the ledger 2000',
      'Error 3 Grants: Grants of plan Y: the plan system has 1, the ledger 0',
      'Warning 1 Plan: Plan X has 1 grants with 1000 shares outstanding in the ledger, and no row in OfferControls',
    ]);
  });
});

describe('A table that is not read yet', () => {
  const source = (values: CellValue[][]): OfferSource => {
    const book = offerSource({ grants: [grant('A')] });
    return {
      ...book,
      sheets: [...book.sheets, { sheet: 'V', row: 1, column: 1, values }],
      tables: [
        ...book.tables,
        { name: 'OfferValues', sheet: 'V', row: 1, column: 1, rowCount: values.length, columnCount: 2 },
      ],
    };
  };

  it('is a warning where it has a row, and says nothing where it is empty', () => {
    const header = ['Side', 'Value'];
    assert.deepEqual(checkLines(runOffer(source([header, ['', '']]))), []);
    assert.deepEqual(checkLines(runOffer(source([header, ['Old', 3]]))), [
      'Warning V 2 : OfferValues is not read by this version of Regrant: no result depends on it',
    ]);
  });
});
