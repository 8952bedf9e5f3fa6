/** Which of a workbook's sheets and tables are Regrant's, and whether what bears their names really is. Pure. */
import { badValue } from '../../domain/basics/error.ts';
import { inSequence, quoted, say } from '../../domain/basics/sentence.ts';
import { headerKey } from '../../domain/basics/words.ts';
import { LOG_TABLE } from '../../domain/offer/life/offer-log.ts';
import {
  RESULT_TABLES,
  type ResultTableDefinition,
  SUMMARY_SHEET,
} from '../../domain/offer/results/result-tables.ts';
import { CLOSING_SHEET } from './closing-sheet.ts';
import { OPENING_SHEET } from './opening-sheet.ts';
import { isStaging } from '../excel/staging.ts';
import {
  sameName,
  type SheetShape,
  sheetNamed,
  type TableShape,
  tableNamed,
  type WorkbookShape,
} from '../excel/workbook-shape.ts';

/** The totals of Regrant Summary: a table too, so that formulas can refer to it and the sheet can be known again. */
export const SUMMARY_TABLE: ResultTableDefinition = {
  sheet: SUMMARY_SHEET,
  table: 'RegrantSummary',
  columns: [
    { name: 'Measure', kind: 'text' },
    { name: 'Value', kind: 'shares' },
  ],
};

/** In the order in which their sheets stand. */
export const OWN_TABLES: readonly ResultTableDefinition[] = [...RESULT_TABLES, SUMMARY_TABLE, LOG_TABLE];

const missingColumns = (table: TableShape, definition: ResultTableDefinition): string[] => {
  const present = new Set(table.headers.map(headerKey));
  return definition.columns
    .filter(({ isOptional }) => isOptional !== true)
    .map(({ name }) => name)
    .filter((name) => !present.has(headerKey(name)));
};

/** The table of that definition, where the workbook has it with all its columns. */
export function presentTable(
  shape: WorkbookShape,
  definition: ResultTableDefinition,
): TableShape | undefined {
  const table = tableNamed(shape, definition.table);
  return table !== undefined && missingColumns(table, definition).length === 0 ? table : undefined;
}

/** The sheets on which steps keep what they found, for later runs. */
export type KeepingSheet = typeof CLOSING_SHEET | typeof OPENING_SHEET;

/** The sheet that a step has kept, where the workbook has one; one of that name that people see is not it. */
export const keptSheet = (shape: WorkbookShape, kept: KeepingSheet): SheetShape | undefined =>
  shape.sheets.find(({ name, isVeryHidden }) => isVeryHidden && sameName(name, kept));

/** Regrant's own sheets, those of its tables and the hidden ones: they are never read as a ledger. */
export function ownSheets(shape: WorkbookShape): ReadonlySet<string> {
  const kept = [CLOSING_SHEET, OPENING_SHEET] as const;
  return new Set([
    ...OWN_TABLES.flatMap((definition) => presentTable(shape, definition)?.sheet ?? []),
    ...shape.sheets.filter(isStaging).map(({ name }) => name),
    ...kept.flatMap((name) => keptSheet(shape, name)?.name ?? []),
  ]);
}

/** @throws RegrantError no sheet can be added: results are prepared on sheets of their own */
export function refuseProtectedStructure({ isStructureProtected }: WorkbookShape): void {
  if (isStructureProtected)
    throw badValue(
      say`The workbook is protected, so that no sheet can be added to it: unprotect it (Review, Protect Workbook), then run again. Nothing was changed.`,
    );
}

/** @throws RegrantError the workbook takes no changes */
export function refuseReadOnly({ isReadOnly }: WorkbookShape): void {
  if (isReadOnly)
    throw badValue(
      say`The workbook is read-only: save a copy of it (File, Save a Copy) or ask its owner to let you edit it, then run there. Preview and Explain still work here.`,
    );
}

/** @throws RegrantError the table's sheet is protected */
export function refuseProtected(shape: WorkbookShape, { sheet }: TableShape): void {
  if (sheetNamed(shape, sheet)?.isProtected === true)
    throw badValue(
      say`The sheet "${sheet}" is protected: unprotect it (Review, Unprotect Sheet), then run again. Nothing was changed.`,
    );
}

/**
 * The table of that definition, where the workbook has it; undefined where sheet and table are to be made.
 *
 * @throws RegrantError something else bears the sheet's or the table's name, or the table cannot be written
 */
export function findOwnTable(
  shape: WorkbookShape,
  definition: ResultTableDefinition,
): TableShape | undefined {
  const table = tableNamed(shape, definition.table);
  const sheet = sheetNamed(shape, definition.sheet);
  if (table === undefined) {
    if (sheet !== undefined)
      throw badValue(
        say`There is already a sheet "${sheet.name}" that Regrant did not make, or whose table ${definition.table} was removed: rename it, then run again. Nothing was changed.`,
      );
    if (shape.names.some((name) => sameName(name, definition.table)))
      throw badValue(
        say`The name "${definition.table}" is already defined in this workbook: rename it, then run again. Nothing was changed.`,
      );
    return undefined;
  }
  const missing = missingColumns(table, definition);
  if (missing.length > 0)
    throw badValue(
      say`The table ${table.name} on sheet "${table.sheet}" lacks the column ${inSequence(missing.map(quoted), ', ')}: put the header back, or rename the table, then run again. Nothing was changed.`,
    );
  if (sheet !== undefined && !sameName(sheet.name, table.sheet))
    throw badValue(
      say`There is already a sheet "${sheet.name}" that Regrant did not make, while its table ${table.name} is on sheet "${table.sheet}": rename one of them, then run again. Nothing was changed.`,
    );
  refuseProtected(shape, table);
  return table;
}
