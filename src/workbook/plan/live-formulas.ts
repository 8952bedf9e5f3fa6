/**
 * The formulas that keep results alive: what a chosen grant brings follows its inputs, while who was chosen stays as
 * the run decided. Pure text from a run; it does not know how formulas are calculated or written.
 *
 * A cell of the ledger is referred to absolutely, so that a result table can be sorted, and every such formula checks
 * that the ledger's row still holds its grant: a sorted ledger gives #N/A, never another grant's result.
 */
import { type CellValue, idText } from '../../domain/basics/cell.ts';
import { columnLetters } from '../../domain/basics/block.ts';
import type { AppliedEvent, OfferRun } from '../../domain/offer/offer-run.ts';
import type { OfferSource } from '../../domain/offer/offer-source.ts';
import type { Line } from '../../domain/offer/steps/line.ts';
import { formatPriceRule } from '../../domain/price/price-rule.ts';
import { eligibilityIsTooMuch } from './call-budget.ts';
import { quotedSheet } from '../excel/rect.ts';
import { DATE_CELL, type PriceAsked } from './shared-prices.ts';

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
    return 'The ledger’s header takes two rows, which a formula does not read: Eligible and Reasons are values.';
  if (run.ledger.isJoined)
    return 'The ledger is joined from several sheets or with OfferHolders, which a formula does not read: Eligible and Reasons are values.';
  if (run.rulesNeedRun)
    return 'A rule reads what only a run knows (elections, the closing price, other grants of the holder): Eligible and Reasons are values.';
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
  const only = (formula: (line: Line) => string | undefined) =>
    run.lines.map(({ line }) =>
      line.status === 'Granted' || line.status === 'Promised' ? formula(line) : undefined,
    );
  return [
    { column: 'New Shares', formulas: only((line) => newSharesFormula(run, line)) },
    { column: 'Exercise Price', formulas: only((line) => priceFormula(run, line, references)) },
    {
      column: 'First Vesting Date',
      formulas: only((line) => inVesting(line, (table) => `=INDEX(${table},2,1)`)),
    },
    {
      column: 'Fully Vested Date',
      formulas: only((line) => inVesting(line, (table) => `=MAX(INDEX(${table},0,1))`)),
    },
  ].filter(({ formulas }) => formulas.some((formula) => formula !== undefined));
}

/** A row's own term as text, where its row of OfferRatios has one; else the offer's cell or what the run used. */
const ownOr = (
  run: OfferRun,
  line: Line,
  key: keyof Line['terms'] & keyof NonNullable<Line['ratioRow']>['terms'],
  term: string,
  own: CellValue,
): string | undefined =>
  line.ratioRow?.terms[key] === undefined
    ? termReference(run, term)
    : own === undefined
      ? undefined
      : literal(own);

/** Rounded line by line, then adjusted by each split or merger; what is rounded for a holder is no row's own. */
function newSharesFormula(run: OfferRun, line: Line): string | undefined {
  const isRoundedAlone = line.roundedWith === undefined && !line.isFurther && line.ratio !== undefined;
  if (!isRoundedAlone || !line.award.bringsShares) return undefined;
  const rounding = ownOr(run, line, 'rounding', 'Rounding', line.terms.rounding.name) ?? '"down"';
  const base = `REGRANT.NEWSHARES([@[Cancelled Shares]],[@[New per Old]],${rounding})`;
  return `=${line.events.reduce(adjusted, base)}`;
}

function adjusted(shares: string, event: AppliedEvent): string {
  const rounding = event.rounding === '' ? '"down"' : literal(event.rounding);
  return event.event === 'Split'
    ? `INDEX(REGRANT.SPLITSHARES(${shares},0,${event.newShares},${event.oldShares},${rounding}),1,1)`
    : `REGRANT.MERGERSHARES(${shares},${event.stockPerShare},${event.cashPerShare},${event.cashPerShare === 0 ? '' : event.acquirerPrice},${rounding})`;
}

const priceFormula = (run: OfferRun, line: Line, references: LiveReferences): string | undefined =>
  priceOf(run, line, references, '[@[Grant Date]]');

/**
 * What each new grant's price asks of the table of prices, for cells that rows share; in the order of the rows. Rows that
 * ask the same get the same object.
 */
export function pricesAsked(run: OfferRun, references: LiveReferences): readonly (PriceAsked | undefined)[] {
  const known = new Map<Line['ratioRow'], Map<number, PriceAsked | undefined>>();
  const asked = (line: Line): PriceAsked | undefined => {
    const formula = priceOf(run, line, references, DATE_CELL);
    return formula === undefined ? undefined : { date: line.terms.newGrant, formula };
  };
  return run.lines.map(({ line }) => {
    const { ratioRow, terms, award, price } = line;
    if (line.status !== 'Granted' && line.status !== 'Promised') return undefined;
    if (!award.hasPrice || price === undefined) return undefined;
    if (isPricedByGrant(run, line)) return asked(line);
    let byDate = known.get(ratioRow);
    if (byDate === undefined) known.set(ratioRow, (byDate = new Map<number, PriceAsked | undefined>()));
    if (!byDate.has(terms.newGrant)) byDate.set(terms.newGrant, asked(line));
    return byDate.get(terms.newGrant);
  });
}

/** Whether the rule names a field of the ledger, so that each grant has its own. */
const isPricedByGrant = (run: OfferRun, line: Line): boolean =>
  (line.ratioRow?.terms.priceRule ?? run.awards.priceRule)?.field !== undefined;

/** The price by the rule and the table of prices, of the day in a cell. */
function priceOf(run: OfferRun, line: Line, references: LiveReferences, date: string): string | undefined {
  const { terms, award, price } = line;
  // Of several classes of prices a formula cannot choose one; a rule read from a field is the grant's own.
  if (references.prices === undefined || run.pricesHaveClasses || !award.hasPrice || price === undefined)
    return undefined;
  const rule = isPricedByGrant(run, line)
    ? literal(formatPriceRule(terms.priceRule))
    : (ownOr(run, line, 'priceRule', 'Exercise Price Rule', formatPriceRule(terms.priceRule)) ?? '"close"');
  const missing = ownOr(run, line, 'missingPrice', 'Missing Price', terms.missingPrice) ?? '"error"';
  const call = `REGRANT.EXERCISEPRICE(${date},${references.prices},${rule},${missing}`;
  const decimals = ownOr(run, line, 'priceDecimals', 'Price Decimals', terms.priceDecimals);
  if (decimals === undefined) return `=${call})`;
  // The function takes decimals of 0 for an empty cell, as some hosts hand it over; the term itself may become blank.
  return `=IF(ISNUMBER(${decimals}),ROUND(${call}),${decimals}),${call},${decimals}))`;
}

/** A formula over the line's vesting table, where the words of its schedule and its own shares give it. */
function inVesting(line: Line, formula: (table: string) => string): string | undefined {
  const { vesting, allocation, newGrant } = line.terms;
  if (vesting === undefined || line.dates.length === 0 || line.award.paysCash) return undefined;
  const { schedule } = vesting;
  // What carries on from the old award, or stops at the expiration, is more than the words of a schedule.
  if (schedule.kind !== 'own' || schedule.notAfterExpiration) return undefined;
  const startsEarly = schedule.schedule.parts.some(
    ({ timing }) => timing.kind === 'on' && timing.date < newGrant,
  );
  const tail = `,,${literal(allocation.name)}${startsEarly ? ',[@[Grant Date]]' : ''}`;
  return formula(`REGRANT.VESTING([@[New Shares]],[@[Grant Date]],[@[Vesting Schedule]]${tail})`);
}

/** Whether a formula gave what the run computed; numbers to 15 digits, as Excel keeps them. */
export function agrees(calculated: CellValue, expected: CellValue): boolean {
  if (typeof calculated === 'number' && typeof expected === 'number')
    return Math.abs(calculated - expected) <= Math.abs(expected) * 1e-12;
  return idText(calculated) === idText(expected);
}
