/**
 * Reads the workbook's cells into one offer: the ledger and the terms, rules, ratios, elections, prices and events,
 * each compiled once. Whatever makes a run impossible is thrown here, with its cell.
 */
import { type Grid, isBlank } from '../basics/cell.ts';
import { badValue } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { compileElections, type Elections } from '../election/elections.ts';
import { compileRules, type RuleSet } from '../eligibility/rules.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { compilePrices, type PriceTable } from '../price/price-table.ts';
import { moveDateColumns, moveRuleDates } from './date-system.ts';
import { type OfferEvent, readEvents } from './events.ts';
import type { OfferSource } from './offer-source.ts';
import { type Drift, driftBetween, withLiveService } from './drift.ts';
import { atCell, columnOffset, inTable, type OfferTable, offerTable, tableFrom } from './offer-table.ts';
import { compileRatioRows, type RatioRow } from './ratio-rows.ts';
import { type OfferTerms, readTerms, type TermsReading } from './read-terms.ts';
import { controlRemarks } from './tables/control-remarks.ts';
import { frozenLedger, readLedger } from './tables/read-ledger.ts';
import { strayRemarks } from './tables/stray-rows.ts';

export interface Offer {
  /** The live ledger, or the one that closing froze, with the live dates of termination. */
  readonly ledger: Ledger;
  /** What the live ledger has changed since closing. */
  readonly drift: readonly Drift[];
  readonly reading: TermsReading;
  readonly terms: OfferTerms;
  readonly termsTable: OfferTable;
  readonly rules: RuleSet;
  readonly rulesTable: OfferTable | undefined;
  /** Empty where the offer has one flat ratio. */
  readonly ratioRows: readonly RatioRow[];
  readonly ratiosTable: OfferTable | undefined;
  readonly elections: Elections;
  readonly electionsTable: OfferTable | undefined;
  readonly prices: PriceTable;
  readonly pricesTable: OfferTable | undefined;
  readonly events: readonly OfferEvent[];
  readonly eventsTable: OfferTable | undefined;
}

/** @throws RegrantError no ledger, no terms, or a term, rule, ratio, price or event that cannot be read */
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
  const ratios = moved(offerTable(source, 'OfferRatios'), date1904);
  const hasRatios = ratios !== undefined && ratios.rows.length > 0;
  const reading = readTerms(termsTable, hasRatios, date1904);
  const { terms } = reading;
  const ratioRows = hasRatios ? compileRatioRows(ratios, ledger.map, terms.asOf) : [];
  if (
    terms.vesting === undefined &&
    (ratioRows.length === 0 || ratioRows.some((row) => row.vesting === undefined))
  )
    throw badValue(
      say`Table OfferTerms on sheet "${termsTable.block.sheet}": Vesting Schedule is missing: say how the new awards vest, such as "25% at 1 year, then the rest monthly over 36 months".`,
    );
  const electionsTable = moved(electionsOf(source), date1904);
  const pricesTable = moved(offerTable(source, 'OfferPrices'), date1904);
  const eventsTable = offerTable(source, 'OfferEvents');
  return {
    ledger,
    drift: frozen === undefined ? [] : driftBetween(frozen, live),
    reading,
    terms,
    termsTable,
    rules: readRules(source, ledger, terms),
    rulesTable: offerTable(source, 'OfferRules'),
    ratioRows,
    ratiosTable: ratios,
    elections:
      electionsTable === undefined
        ? compileElections([['Holder ID', 'Grant ID', 'Action', 'Received']], terms.expiration)
        : inTable(electionsTable, () => compileElections(electionsTable.block.values, terms.expiration)),
    electionsTable,
    prices:
      pricesTable === undefined
        ? compilePrices([['Date', 'Close']], 'OfferPrices')
        : inTable(pricesTable, () => compilePrices(pricesTable.block.values, 'OfferPrices')),
    pricesTable,
    events: readEvents(eventsTable, date1904),
    eventsTable,
  };
}

/** The elections that count: those of the closing, where the offer has been closed. */
function electionsOf(source: OfferSource): OfferTable | undefined {
  const frozen = source.frozen?.elections;
  if (source.frozen === undefined) return offerTable(source, 'OfferElections');
  return frozen === undefined ? undefined : tableFrom('OfferElections', frozen);
}

function readRules(source: OfferSource, ledger: Ledger, terms: OfferTerms): RuleSet {
  const table = offerTable(source, 'OfferRules');
  if (table === undefined) return compileRules(ledger.map, [['Field', 'Operator', 'Value']]);
  const block = source.date1904 ? moveRuleDates(table.block) : table.block;
  const compile = (values: Grid): RuleSet => compileRules(ledger.map, values, terms.asOf);
  const compiles = (values: Grid): boolean => {
    try {
      compile(values);
      return true;
    } catch {
      return false;
    }
  };
  try {
    return compile(block.values);
  } catch (error) {
    const fault = (): never =>
      inTable(table, () => {
        throw error;
      });
    // Which of them it is, is only asked where one cannot be used.
    const [header = [], ...rules] = block.values;
    if (!compiles([header])) return fault();
    const index = rules.findIndex((rule) => !rule.every(isBlank) && !compiles([header, rule]));
    return index < 0 ? fault() : atCell(table, index + 1, columnOffset(table, 'Field'), fault);
  }
}

const moved = (table: OfferTable | undefined, date1904: boolean): OfferTable | undefined =>
  table === undefined || !date1904 ? table : { ...table, block: moveDateColumns(table.block, 0) };
