/**
 * The formulas that keep results alive: what a chosen grant brings follows its inputs, while who was chosen stays as
 * the run decided. Pure text from a run; it does not know how formulas are calculated or written.
 *
 * A cell of the ledger is referred to absolutely, so that a result table can be sorted, and every such formula checks
 * that the ledger's row still holds its grant: a sorted ledger gives #N/A, never another grant's result.
 */
import { type CellValue, idText } from '../domain/basics/cell.ts';
import { columnLetters } from '../domain/basics/block.ts';
import { sameWord } from '../domain/basics/words.ts';
import type { AppliedEvent, OfferRun } from '../domain/offer/offer-run.ts';
import type { OfferSource } from '../domain/offer/offer-source.ts';
import type { ResultTable } from '../domain/offer/result-tables.ts';
import { eligibilityIsTooMuch } from './call-budget.ts';
import { quotedSheet } from './rect.ts';

/** The formulas of one column, by row; a row without one keeps its value. */
export interface LiveColumn {
  readonly column: string;
  readonly formulas: readonly (string | undefined)[];
}

const LIVE_COLUMNS = new Set([
  'Eligible',
  'Reasons',
  'New Shares',
  'Exercise Price',
  'First Vesting Date',
  'Fully Vested Date',
]);

/** Whether a run may put formulas into the column; a cell formatted as text would keep them as text. */
export const isLiveColumn = (name: string): boolean => LIVE_COLUMNS.has(name);

/** What of the workbook the formulas may refer to. */
export interface LiveReferences {
  /** How a formula names a whole table with its header: `OfferRules[#All]`; undefined where there is none. */
  readonly rules: string | undefined;
  readonly prices: string | undefined;
}

/** Text as a formula writes it. */
const literal = (value: CellValue): string =>
  typeof value === 'number' ? String(value) : `"${String(value ?? '').replace(/"/g, '""')}"`;

/** A term's cell where the offer has it, else what the run used. */
function termReference(run: OfferRun, term: string): string | undefined {
  const cell = run.termCells.get(term);
  if (cell !== undefined) return cell;
  const used = run.offer.find((entry) => entry.term === term)?.value;
  return used === undefined || used === null || used === '' ? undefined : literal(used);
}

const termText = (run: OfferRun, term: string): string =>
  String(run.offer.find((entry) => entry.term === term)?.value ?? '');

/**
 * Why no formula can judge eligibility by the ledger's cells, as a sentence for the checks; undefined where one can. What
 * a closing kept counts, and not the cells that went on changing; and a formula knows a column by its header alone, not
 * by a person's choice, and a header by one row.
 */
export function whyEligibilityStays(source: OfferSource, run: OfferRun): string | undefined {
  const { frozen, ledger } = source;
  if (frozen !== undefined)
    return 'The offer is closed: Eligible and Reasons are values, from the ledger as it stood at the closing.';
  if (run.ledger.headerRows > 1)
    return 'The ledger’s header stands over two rows, which a formula does not read: Eligible and Reasons are values.';
  if (Object.keys(ledger?.headers ?? {}).length > 0)
    return 'Columns of the ledger were chosen by hand, which a formula does not know: Eligible and Reasons are values.';
  return eligibilityIsTooMuch(source, run)
    ? 'The ledger is too large for a formula in each of its rows, because Excel passes 5 MB to custom functions at a time: Eligible and Reasons are values.'
    : undefined;
}

/** `Eligible` and `Reasons`, for every grant that no standing reason decides. */
export function liveEligibility(run: OfferRun, references: LiveReferences): readonly LiveColumn[] {
  const { ledger } = run;
  const grantId = ledger.columns.get('Grant ID');
  if (references.rules === undefined || grantId === undefined) return [];
  const sheet = quotedSheet(ledger.sheet);
  const [first, last] = [columnLetters(ledger.firstColumn), columnLetters(ledger.lastColumn)];
  const cells = (row: number) => `${sheet}!$${first}$${row}:$${last}$${row}`;
  // Excel on the desktop hands an empty cell over as 0 (office-js#4702), and in a ledger a 0 may be a number.
  const filled = (row: number) => `IF(ISBLANK(${cells(row)}),"",${cells(row)})`;
  const headers = cells(ledger.headerRow);
  const asOf =
    run.termCells.get('As Of') ?? run.termCells.get('Expiration Date') ?? termReference(run, 'As Of');
  const tail = `${references.rules}${asOf === undefined ? '' : `,${asOf}`})`;
  const guarded = (row: number, formula: string) =>
    `=IF(${sheet}!$${columnLetters(grantId)}$${row}&""=[@[Grant ID]]&"",${formula},NA())`;
  const live = (formula: (row: number) => string) =>
    run.ledgerRows.map((row, index) =>
      run.standingReasons[index]?.length === 0 ? guarded(row, formula(row)) : undefined,
    );
  return [
    // From the reasons beside it: one call for a grant, and not two that say the same.
    { column: 'Eligible', formulas: live(() => 'IF([@[Reasons]]="","Yes","No")') },
    { column: 'Reasons', formulas: live((row) => `REGRANT.REASONS(${headers},${filled(row)},${tail}`) },
  ];
}

/** New Shares, Exercise Price and the vesting dates, wherever they follow from the row and the offer's terms. */
export function liveNewGrants(run: OfferRun, references: LiveReferences): readonly LiveColumn[] {
  const at = columnReader(run.newGrants);
  const rows = run.newGrants.rows;
  const isGranted = rows.map((row) => {
    const status = at(row, 'Status');
    return (status === 'Granted' || status === 'Promised') && at(row, 'Award') !== 'Cash';
  });
  const only = (formula: (row: readonly CellValue[], index: number) => string | undefined) =>
    rows.map((row, index) => (isGranted[index] === true ? formula(row, index) : undefined));

  const shares = newSharesFormula(run);
  const price = priceFormula(run, references);
  return [
    { column: 'New Shares', formulas: only(() => shares) },
    {
      column: 'Exercise Price',
      formulas: only((row) =>
        at(row, 'Award') === 'RSU' || at(row, 'Exercise Price') === '' ? undefined : price,
      ),
    },
    {
      column: 'First Vesting Date',
      formulas: only((row, index) =>
        at(row, 'First Vesting Date') === '' ? undefined : `=INDEX(${vestingTable(run, index)},2,1)`,
      ),
    },
    {
      column: 'Fully Vested Date',
      formulas: only((row, index) =>
        at(row, 'Fully Vested Date') === '' ? undefined : `=MAX(INDEX(${vestingTable(run, index)},0,1))`,
      ),
    },
  ].filter(({ formulas }) => formulas.some((formula) => formula !== undefined));
}

/** Rounded grant by grant, then adjusted by each split or merger; one holder's joint rounding is no row's own. */
function newSharesFormula(run: OfferRun): string | undefined {
  if (sameWord(termText(run, 'Round Per'), 'Holder')) return undefined;
  const rounding = termReference(run, 'Rounding') ?? '"down"';
  const base = `REGRANT.NEWSHARES([@[Cancelled Shares]],[@[New per Old]],${rounding})`;
  return `=${run.events.reduce(adjusted, base)}`;
}

function adjusted(shares: string, event: AppliedEvent): string {
  const rounding = event.rounding === '' ? '"down"' : literal(event.rounding);
  return event.event === 'Split'
    ? `INDEX(REGRANT.SPLITSHARES(${shares},0,${event.newShares},${event.oldShares},${rounding}),1,1)`
    : `REGRANT.MERGERSHARES(${shares},${event.stockPerShare},${event.cashPerShare},${event.cashPerShare === 0 ? '' : event.acquirerPrice},${rounding})`;
}

function priceFormula(run: OfferRun, references: LiveReferences): string | undefined {
  if (references.prices === undefined) return undefined;
  const rule = termReference(run, 'Exercise Price Rule') ?? '"close"';
  const missing = termReference(run, 'Missing Price') ?? '"error"';
  const call = `REGRANT.EXERCISEPRICE([@[Grant Date]],${references.prices},${rule},${missing}`;
  const decimals = termReference(run, 'Price Decimals');
  if (decimals === undefined) return `=${call})`;
  // The function takes decimals of 0 for an empty cell, as some hosts hand it over; the term itself may become blank.
  return `=IF(ISNUMBER(${decimals}),ROUND(${call}),${decimals}),${call},${decimals}))`;
}

function vestingTable(run: OfferRun, index: number): string {
  const allocation = run.newGrantSources[index]?.allocation ?? '';
  const tail = allocation === '' ? '' : `,,${literal(allocation)}`;
  return `REGRANT.VESTING([@[New Shares]],[@[Grant Date]],[@[Vesting Schedule]]${tail})`;
}

function columnReader(table: ResultTable): (row: readonly CellValue[], name: string) => CellValue {
  const positions = new Map(table.definition.columns.map(({ name }, index) => [name, index]));
  return (row, name) => row[positions.get(name) ?? -1];
}

/** Whether a formula gave what the run computed; numbers to 15 digits, as Excel keeps them. */
export function agrees(calculated: CellValue, expected: CellValue): boolean {
  if (typeof calculated === 'number' && typeof expected === 'number')
    return Math.abs(calculated - expected) <= Math.abs(expected) * 1e-12;
  return idText(calculated) === idText(expected);
}
