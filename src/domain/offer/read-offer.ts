/**
 * Reads the workbook's cells into one offer: the ledger and the terms, rules, ratios, elections, prices, events and plans,
 * each compiled once. Whatever makes a run impossible is thrown here, all of it at once, each with its cell.
 */
import type { Day } from '../basics/day.ts';
import { badValue } from '../basics/error.ts';
import { Problems } from '../basics/problems.ts';
import { say, type Sentence } from '../basics/sentence.ts';
import { type ElectionForms, readElectionForms } from '../election/election-forms.ts';
import { fieldOf } from '../ledger/field.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Award } from './terms/award.ts';
import { oldAwards } from './selection/old-award.ts';
import type { Offer } from './offer.ts';
import { Checks } from './check.ts';
import { moveDateColumns, moveRuleDates } from './tables/date-system.ts';
import { amendmentRemarks } from './life/amendment.ts';
import { driftBetween, withLiveService } from './life/drift.ts';
import { type OfferEvent, readEvents } from './tables/events.ts';
import { type NewPrice, type OfferPrices, offerPrices } from './tables/offer-prices.ts';
import { compileOfferRules } from './selection/offer-rules.ts';
import type { OfferSource } from './offer-source.ts';
import { inTable, type OfferTable, offerTable, placed, tableFrom } from './offer-table.ts';
import { readPlans } from './tables/plans.ts';
import { compileRatioRows, type RatioRow } from './tables/ratio-rows.ts';
import { type OfferTerms, readTerms, type TermsReading } from './terms/read-terms.ts';
import { runFields } from './selection/run-fields.ts';
import { ratioRowFor } from './selection/split-grant.ts';
import { checkColumns } from './tables/table-columns.ts';
import { controlRemarks } from './tables/control-remarks.ts';
import { frozenLedger, readLedger } from './tables/read-ledger.ts';
import { vestedParts } from './selection/vested-part.ts';
import { strayRemarks } from './tables/stray-rows.ts';
import { unreadRemarks } from './tables/unread-tables.ts';

/** @throws RegrantError no ledger, no terms, or anything in the offer's tables that cannot be read */
export function readOffer(source: OfferSource): Offer {
  const { date1904 } = source;
  const live = readLedger(source);
  const frozen = source.frozen === undefined ? undefined : frozenLedger(source.frozen, source);
  const counted = frozen === undefined ? live : withLiveService(frozen, live);
  const ledger: Ledger = {
    ...counted,
    remarks: [...counted.remarks, ...controlRemarks(source, counted), ...strayRemarks(source)],
  };
  const termsTable = offerTable(source, 'OfferTerms');
  if (termsTable === undefined)
    throw badValue(say`The workbook has no table OfferTerms: insert the offer’s terms first.`);

  const problems = new Problems();
  const remarks = new Checks();
  const table = (name: Parameters<typeof offerTable>[1]): OfferTable | undefined =>
    moved(offerTable(source, name), date1904);
  const ratiosTable = table('OfferRatios');
  const rulesTable = offerTable(source, 'OfferRules');
  const electionsTable = moved(electionsOf(source), date1904);
  const pricesTable = table('OfferPrices');
  const eventsTable = offerTable(source, 'OfferEvents');
  const plansTable = offerTable(source, 'OfferPlans');
  for (const each of [termsTable, rulesTable, electionsTable, pricesTable, eventsTable, plansTable])
    checkColumns(each, problems, remarks);
  unreadRemarks(source, remarks);

  // Fields such as Remaining Term ask for the day as of which the run is; the terms are read with fields in brackets.
  const plain = runFields(ledger, 1);
  const reading = readTerms(termsTable, date1904, plain.named, problems);
  const { terms } = reading;
  const fields = runFields(ledger, terms.asOf, plain.used);
  const ratioRows =
    ratiosTable === undefined || ratiosTable.rows.length === 0
      ? []
      : compileRatioRows(ratiosTable, ledger.map, fields.named, problems);
  const events = problems.try(() => readEvents(eventsTable, date1904)) ?? [];
  const prices = offerPrices(pricesTable, problems);
  const forms = electionForms(electionsTable, terms, problems);
  const ruleValues =
    rulesTable === undefined ? [] : (date1904 ? moveRuleDates(rulesTable.block) : rulesTable.block).values;
  const rules = compileOfferRules(
    rulesTable,
    ruleValues,
    fields,
    closingPerOldShare(terms, events),
    problems,
  );
  checkTermsTogether(reading, ratioRows, ratiosTable, termsTable, forms, problems);
  const plans = readPlans(plansTable, problems);
  problems.throwIfAny();
  for (const { sheet, row, column, problem } of amendmentRemarks(source, terms.expirationDay))
    remarks.add('Warning', sheet, row, column, problem);

  const offer: Offer = {
    ledger,
    withoutNames: source.withoutNames === true,
    isLedgerJoined:
      offerTable(source, 'OfferHolders') !== undefined ||
      ledger.rows.some((offset) => ledger.rowPlace(offset).sheet !== ledger.block.sheet),
    drift: frozen === undefined ? [] : driftBetween(frozen, live),
    reading,
    terms,
    termsTable,
    rules,
    rulesTable,
    ratioRows,
    ratiosTable,
    splitsByPortion: ratioRows.some(({ portion }) => portion !== undefined),
    rowsGiveTerms: ratioRows.length > 0 && terms.awards.vesting === undefined && !isAllCash(terms, ratioRows),
    isAllCash: isAllCash(terms, ratioRows),
    forms,
    electionsTable,
    prices,
    pricesTable,
    closing: closingPrice(terms, prices),
    events,
    eventsTable,
    plans,
    plansTable,
    fields,
    priceField: fieldOf(ledger.map, 'Exercise Price'),
    partsOf: remembered(vestedParts(ledger, terms.cancellation)),
    oldAwardOf: oldAwards(ledger),
    awardFor: (grant, portion, choice) =>
      (ratioRowFor(offer, grant, portion, choice)?.terms.award ?? terms.awards.award)?.at(grant.row),
    remarks,
  };
  return offer;
}

/** The awards that the offer brings: of each row that competes, or of the offer where there are none. */
function awardsOf({ awards }: OfferTerms, rows: readonly RatioRow[]): readonly (Award | undefined)[] {
  const own = awards.award?.fixed;
  return rows.length === 0 ? [own] : rows.map(({ terms }) => terms.award?.fixed ?? own);
}

function isAllCash(terms: OfferTerms, rows: readonly RatioRow[]): boolean {
  const awards = awardsOf(terms, rows).filter((award) => award?.isKept !== true);
  return awards.length > 0 && awards.every((award) => award?.paysCash === true);
}

/** What the terms and the rows of OfferRatios must give together. */
function checkTermsTogether(
  { terms, given, cells }: TermsReading,
  rows: readonly RatioRow[],
  ratiosTable: OfferTable | undefined,
  termsTable: OfferTable,
  forms: ElectionForms,
  problems: Problems,
): void {
  const inTerms = (problem: Sentence): void =>
    problems.add(say`Table OfferTerms on sheet "${termsTable.block.sheet}": ${problem}`);
  const inCell = (term: string, problem: Sentence): void => {
    const cell = cells.get(term);
    if (cell === undefined) inTerms(problem);
    else problems.add(placed(cell.replaceAll('$', ''), problem));
  };
  const inRow = (row: RatioRow, problem: Sentence): void =>
    problems.add(
      say`OfferRatios on sheet "${ratiosTable?.block.sheet ?? ''}", row ${String((ratiosTable?.block.row ?? 0) + row.row)}: ${problem}`,
    );
  const { awards } = terms;
  const bringsShares = awardsOf(terms, rows).map((award) => award === undefined || award.bringsShares);
  const hasRatioRows = rows.length > 0;
  if (hasRatioRows && given.has('Ratio'))
    inCell(
      'Ratio',
      say`the offer has both a Ratio and rows in OfferRatios: leave the Ratio blank, or empty OfferRatios.`,
    );
  if (!hasRatioRows && !given.has('Ratio') && bringsShares[0] === true)
    inTerms(say`the offer has neither a Ratio nor rows in OfferRatios: give one of them.`);
  rows.forEach((row, index) => {
    if (bringsShares[index] === true && row.ratio === undefined)
      inRow(row, say`the row has no ratio: give New per Old or Old per New.`);
  });
  const lacks = (has: (own: RatioRow['terms']) => boolean, ofRow: (index: number) => boolean): boolean =>
    !has(awards) && (hasRatioRows ? rows.some((row, index) => ofRow(index) && !has(row.terms)) : true);
  const isKept = awardsOf(terms, rows).map((award) => award?.isKept === true);
  if (
    !given.has('New Grant Date') &&
    lacks(
      ({ newGrant }) => newGrant !== undefined,
      (index) => isKept[index] !== true,
    )
  )
    inTerms(
      say`New Grant Date is missing: give the day on which the new awards are granted, such as the day after the expiration.`,
    );
  const isAllInCash = isAllCash(terms, rows);
  if (
    !given.has('Vesting Schedule') &&
    !isAllInCash &&
    lacks(
      ({ vesting }) => vesting !== undefined,
      (index) => bringsShares[index] === true,
    )
  )
    inTerms(
      say`Vesting Schedule is missing: say how the new awards vest, such as "25% at 1 year, then the rest monthly over 36 months".`,
    );
  if (terms.electionUnit.kind === 'None' && forms.forms.length > 0)
    inCell(
      'Election Unit',
      say`Election Unit is None, so that nobody elects, but OfferElections has elections: clear them, or choose another unit.`,
    );
  if (terms.isPlanning && forms.forms.length > 0)
    inCell(
      'Planning Elections',
      say`Planning Elections is Yes, but OfferElections has real elections: set it to No.`,
    );
  if ((awards.premiumPrice === undefined) !== (awards.premiumUntil === undefined))
    inTerms(say`Premium Price and Premium Until belong together: give both or neither.`);
}

function electionForms(table: OfferTable | undefined, terms: OfferTerms, problems: Problems): ElectionForms {
  const empty = [['Holder ID', 'Grant ID', 'Action', 'Received']];
  const read =
    table === undefined
      ? undefined
      : problems.try(() => inTable(table, () => readElectionForms(table.block.values, terms)));
  return read ?? readElectionForms(empty, terms);
}

/** The closing price of the offer; never known where only rows say when awards are granted. */
function closingPrice({ awards }: OfferTerms, prices: OfferPrices): NewPrice {
  const newGrant = awards.newGrant?.fixed;
  const priceRule = awards.priceRule === undefined ? ({ kind: 'close' } as const) : awards.priceRule.fixed;
  if (newGrant === undefined || priceRule === undefined) return { state: 'promised' };
  return prices.priceOf(
    {
      newGrant,
      priceRule,
      missingPrice: awards.missingPrice?.fixed ?? 'error',
      priceDecimals: awards.priceDecimals?.fixed,
    },
    awards.newStockClass?.fixed ?? '',
  );
}

/** What one old share has become by the New Grant Date, after splits and mergers. */
export function closingPerOldShare(
  { awards, cancellation }: OfferTerms,
  events: readonly OfferEvent[],
): number {
  const newGrant: Day | undefined = awards.newGrant?.fixed;
  return events
    .filter(({ day }) => day > cancellation && newGrant !== undefined && day <= newGrant)
    .reduce((shares, event) => shares * event.perShare, 1);
}

/** The elections that count: those of the closing, where the offer has been closed. */
function electionsOf(source: OfferSource): OfferTable | undefined {
  const frozen = source.frozen?.elections;
  if (source.frozen === undefined) return offerTable(source, 'OfferElections');
  return frozen === undefined ? undefined : tableFrom('OfferElections', frozen);
}

const moved = (table: OfferTable | undefined, date1904: boolean): OfferTable | undefined =>
  table === undefined || !date1904 ? table : { ...table, block: moveDateColumns(table.block, 0) };

/** What is asked again for a grant's several lines is worked out once. */
function remembered<T>(of: (offset: number) => T): (offset: number) => T {
  const known = new Map<number, T>();
  return (offset) => {
    let value = known.get(offset);
    if (value === undefined) known.set(offset, (value = of(offset)));
    return value;
  };
}
