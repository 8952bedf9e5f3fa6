/** A defined name: `ClosingPrice`, for the workbook or for one sheet. It does not know what its formula means. */
import type { Sheet } from './sheet.ts';

export interface DefinedName {
  readonly name: string;
  /** The formula with its leading `=`, in user spelling: `='Offer Terms'!$B$7`. */
  formula: string;
  /** The sheet that the name is local to; undefined for the whole workbook. */
  readonly sheet: Sheet | undefined;
  hidden: boolean;
  comment: string;
}
