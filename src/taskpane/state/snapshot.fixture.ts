/** For tests: a reading of a workbook that holds these cells, as Excel would give it. */
import { OFFER_TABLES, type OfferSource } from '../../domain/offer/offer-source.ts';
import { offerTable } from '../../domain/offer/offer-table.ts';
import type { Snapshot } from './snapshot.ts';

export function snapshotOf(source: OfferSource): Snapshot {
  return {
    source,
    shape: {
      sheets: source.sheets.map(({ sheet, row, column, values }) => ({
        name: sheet,
        isProtected: false,
        isVeryHidden: false,
        used: { row, column, rowCount: values.length, columnCount: values[0]?.length ?? 0 },
      })),
      tables: source.tables.map(({ name, sheet, row, column, rowCount, columnCount }) => ({
        name,
        sheet,
        range: { row, column, rowCount, columnCount },
        headers: [],
        hasTotals: false,
        isFiltered: false,
      })),
      names: [],
      date1904: source.date1904,
      isReadOnly: false,
      isStructureProtected: false,
    },
    life: {
      stage: 'Draft',
      log: [],
      logRows: 0,
      frozen: undefined,
      opened: undefined,
      closed: undefined,
      problem: undefined,
    },
    otherRun: undefined,
    results: undefined,
    offerFormulas: new Map(
      OFFER_TABLES.flatMap((name) => {
        const table = offerTable(source, name);
        return table === undefined ? [] : [[name, table.block.values] as const];
      }),
    ),
  };
}
