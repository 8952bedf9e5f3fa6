/** Everything that the pane knows of the workbook, read in one go; the pane keeps no other state of it. */
import type { CellValue } from '../../domain/basics/cell.ts';
import type { ResultsReading } from '../../workbook/read-results.ts';
import type { WorkbookReading } from '../../workbook/read-workbook.ts';

export interface Snapshot extends WorkbookReading {
  /** Undefined where the workbook holds no run. */
  readonly results: ResultsReading | undefined;
  /** The formulas of OfferTerms' cells, in its table's shape; undefined where there is no such table. */
  readonly termFormulas: readonly (readonly CellValue[])[] | undefined;
}
