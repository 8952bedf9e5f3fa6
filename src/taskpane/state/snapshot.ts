/** Everything that the pane knows of the workbook, read in one go; the pane keeps no other state of it. */
import type { CellValue } from '../../domain/basics/cell.ts';
import type { OfferTableName } from '../../domain/offer/offer-source.ts';
import type { ResultsReading } from '../../workbook/read/read-results.ts';
import type { WorkbookReading } from '../../workbook/read/read-workbook.ts';

export interface Snapshot extends WorkbookReading {
  /** Undefined where the workbook holds no run. */
  readonly results: ResultsReading | undefined;
  /** What stands in the cells of the offer's tables that the pane edits, formulas as such, each in its table's shape. */
  readonly offerFormulas: ReadonlyMap<OfferTableName, readonly (readonly CellValue[])[]>;
}
