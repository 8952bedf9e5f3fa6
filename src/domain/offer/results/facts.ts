/** The facts of a run, from which every result is made: each grant of the ledger, each line of the exchange. */
import type { CellValue } from '../../basics/cell.ts';
import type { Grant } from '../selection/grant.ts';
import type { Line } from '../steps/line.ts';

export interface GrantFact {
  readonly grant: Grant;
  /** The ledger's cell of a column, by its contract name; blank where the ledger has no such column. */
  readonly cell: (column: string) => CellValue;
  readonly grantDate: number | undefined;
  /** Why it is not eligible, in English. */
  readonly reasons: string;
  /** Whether any line of it is exchanged. */
  readonly isExchanged: boolean;
}

export interface LineFact {
  readonly line: Line;
  readonly cell: (column: string) => CellValue;
  /** The ratio as a double; undefined while it is not known, and for cash. */
  readonly newPerOld: number | undefined;
  /** The words of the schedule that the award follows; blank where it follows none. */
  readonly schedule: string;
}
