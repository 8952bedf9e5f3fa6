/**
 * What the calls of live formulas weigh. Excel passes custom functions to an add-in in one payload, which must stay below
 * 5 MB: above it the cells show #BUSY! for ever (office-js#4654, #6841, Excel-Custom-Functions#233). Estimated from a run
 * and the sizes of its tables, with room to spare; it knows no formula's text.
 */
import type { CellValue } from '../../domain/basics/cell.ts';
import type { OfferSource } from '../../domain/offer/offer-source.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import { tableNamed, type WorkbookShape } from '../excel/workbook-shape.ts';

/** Characters that may travel for the columns of eligibility, and for those of the new grants. */
const ELIGIBILITY_BUDGET = 2_200_000;
const NEW_GRANTS_BUDGET = 2_200_000;

/** The call around its arguments: number, function, the cell that calls. */
const CALL = 90;
/** Shares, a ratio or a date, a rounding. */
const FEW_ARGUMENTS = 50;
/** A date and its close in a table of prices. */
const PRICE_CELL = 10;

const weight = (row: readonly CellValue[] | undefined): number => JSON.stringify(row ?? []).length;

/** Whether the formulas of Eligible and Reasons would send too much: each sends headers, its row and every rule. */
export function eligibilityIsTooMuch(source: OfferSource, run: OfferRun): boolean {
  const { sheet, headerRow } = run.ledger;
  const block = source.sheets.find((one) => one.sheet === sheet && one.row <= headerRow);
  if (block === undefined) return false;
  const rules = source.tables.find(({ name }) => name.toLowerCase() === 'offerrules');
  const rulesBlock = source.sheets.find((one) => one.sheet === rules?.sheet);
  const top = (rules?.row ?? 0) - (rulesBlock?.row ?? 0);
  const ruleRows = rulesBlock?.values.slice(top, top + (rules?.rowCount ?? 0)) ?? [];
  const fixed =
    CALL + weight(block.values[headerRow - block.row]) + ruleRows.reduce((sum, row) => sum + weight(row), 0);
  let total = 0;
  for (const [index, row] of run.ledgerRows.entries()) {
    if (run.standingReasons[index]?.length !== 0) continue;
    total += fixed + weight(block.values[row - block.row]);
    if (total > ELIGIBILITY_BUDGET) return true;
  }
  return false;
}

export interface NewGrantsBudget {
  /** The columns whose formulas would send too much, in the table's order: they are values. */
  readonly tooMuch: ReadonlySet<string>;
  /** Whether a formula of each row would send too much for the price, where one cell for all rows does not. */
  readonly sharesPrices: boolean;
}

/**
 * What the live columns of the new grants may send.
 *
 * @param prices how many cells would compute the prices, where rows share them
 */
export function newGrantsBudget(run: OfferRun, shape: WorkbookShape, prices: number): NewGrantsBudget {
  const count = run.newGrants.rows.length;
  const schedule = run.newGrants.definition.columns.findIndex(({ name }) => name === 'Vesting Schedule');
  const schedules = run.newGrants.rows.reduce((sum, row) => sum + String(row[schedule] ?? '').length, 0);
  const range = tableNamed(shape, 'OfferPrices')?.range;
  const table = range === undefined ? 0 : range.rowCount * range.columnCount * PRICE_CELL;
  const price = CALL + FEW_ARGUMENTS + table;
  const vesting = count * (CALL + FEW_ARGUMENTS) + schedules;
  const tooMuch = new Set<string>();
  let sharesPrices = false;
  let total = 0;
  for (const [column, length, shared] of [
    ['New Shares', count * (CALL + FEW_ARGUMENTS) * (1 + run.events.length), Infinity],
    ['Exercise Price', count * price, prices * price],
    ['First Vesting Date', vesting, Infinity],
    ['Fully Vested Date', vesting, Infinity],
  ] as const)
    if (total + length <= NEW_GRANTS_BUDGET) total += length;
    else if (total + shared <= NEW_GRANTS_BUDGET) {
      total += shared;
      sharesPrices = true;
    } else tooMuch.add(column);
  return { tooMuch, sharesPrices };
}
