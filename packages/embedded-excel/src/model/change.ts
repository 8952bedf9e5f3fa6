/**
 * What a workbook reports when something in it changes: the calculator follows the writes, the rich API makes Excel's
 * events of them. Values that the calculator itself stores are not reported here.
 */
import type { Area } from './area.ts';
import type { DefinedName } from './defined-name.ts';
import type { Sheet, Visibility } from './sheet.ts';
import type { Table } from './table.ts';

export type WorkbookChange =
  /** Values or formulas were written or cleared. */
  | { readonly kind: 'cells'; readonly sheet: Sheet; readonly area: Area }
  /** Somebody wrote into the cells that the formula at this anchor had spilled to; they are empty again. */
  | { readonly kind: 'spillBroken'; readonly sheet: Sheet; readonly row: number; readonly column: number }
  | { readonly kind: 'formats'; readonly sheet: Sheet; readonly area: Area }
  /** Cells moved: rows or columns were inserted (`count` > 0) or deleted (`count` < 0) in `area`'s span. */
  | {
      readonly kind: 'cellsMoved';
      readonly sheet: Sheet;
      readonly axis: 'rows' | 'columns';
      readonly at: number;
      readonly count: number;
      /** First and last column (for rows) or row (for columns) that moved. */
      readonly span: readonly [number, number];
    }
  | { readonly kind: 'sheetAdded'; readonly sheet: Sheet }
  | { readonly kind: 'sheetDeleted'; readonly sheet: Sheet; readonly before: number }
  | { readonly kind: 'sheetRenamed'; readonly sheet: Sheet; readonly before: string }
  | { readonly kind: 'sheetMoved'; readonly sheet: Sheet; readonly before: number }
  | { readonly kind: 'sheetVisibility'; readonly sheet: Sheet; readonly before: Visibility }
  | { readonly kind: 'sheetProtection'; readonly sheet: Sheet }
  | { readonly kind: 'sheetLayout'; readonly sheet: Sheet }
  | { readonly kind: 'sheetActivated'; readonly sheet: Sheet; readonly before: Sheet | undefined }
  | { readonly kind: 'selection'; readonly sheet: Sheet; readonly area: Area }
  | { readonly kind: 'tableAdded'; readonly table: Table }
  | { readonly kind: 'tableDeleted'; readonly table: Table }
  | { readonly kind: 'tableChanged'; readonly table: Table; readonly before?: string }
  | { readonly kind: 'nameAdded'; readonly name: DefinedName }
  | { readonly kind: 'nameDeleted'; readonly name: DefinedName }
  | { readonly kind: 'nameChanged'; readonly name: DefinedName }
  | { readonly kind: 'settings' };

export type ChangeListener = (change: WorkbookChange) => void;
