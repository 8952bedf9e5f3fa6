/**
 * Runs an offer: from the workbook's cells to facts - each grant, each line of the exchange - and from them to the result
 * tables, the checks and the summary. Pure: the same cells give the same results.
 */
import { type CellValue } from '../basics/cell.ts';
import { english, say, type Words } from '../basics/sentence.ts';
import { atOnce, mapInSteps, type Steps } from '../basics/steps.ts';
import { REASON_SEPARATOR } from '../eligibility/rules.ts';
import { dayIn, fieldOf } from '../ledger/field.ts';
import { Checks } from './check.ts';
import { describeDrift, isFollowed } from './life/drift.ts';
import { checkElections } from './checks/election-checks.ts';
import { exchangeLines } from './steps/exchange-lines.ts';
import type { GrantFact, LineFact } from './results/facts.ts';
import { checkGuards } from './checks/guards.ts';
import type { Grant, Reason } from './selection/grant.ts';
import type { Offer } from './offer.ts';
import { checkOffer } from './checks/offer-checks.ts';
import type { LedgerPlace, OfferRun } from './offer-run.ts';
import type { OfferSource } from './offer-source.ts';
import { readOffer } from './read-offer.ts';
import { reserveOf } from './results/reserve.ts';
import {
  ELIGIBILITY_TABLE,
  NEW_GRANTS_TABLE,
  type ResultTable,
  VESTING_TABLE,
  type VestingFact,
} from './results/result-tables.ts';
import { checksTable } from './results/checks-table.ts';
import { cellsOf, tableOf } from './results/result-column.ts';
import { selectInSteps } from './selection/selection.ts';
import type { Line } from './steps/line.ts';
import { summarise } from './results/summary.ts';

/** The most rows that a sheet holds under a header. */
const SHEET_ROWS = 1048575;

/**
 * Computes the whole offer.
 *
 * @throws RegrantError nothing can be run: no ledger, a needed column missing, terms that cannot be read or that
 *   contradict each other; the message names the cell
 */
export const runOffer = (source: OfferSource): OfferRun => atOnce(runInSteps(source));

/** The same, for a page that has to stay alive meanwhile. */
export function* runInSteps(source: OfferSource): Steps<OfferRun> {
  const offer = readOffer(source);
  yield;
  return yield* computeInSteps(offer);
}

/** Computes an offer that is read already: the workbook's own, or one under other assumptions. */
export const computeOffer = (offer: Offer): OfferRun => atOnce(computeInSteps(offer));

function* computeInSteps(offer: Offer): Steps<OfferRun> {
  const checks = new Checks(offer.remarks);
  const selection = yield* selectInSteps(offer, checks);
  const lines = yield* exchangeLines(offer, selection, checks);
  const exchanged = new Set(lines.map(({ grant }) => grant));
  yield;
  checkOffer(offer, selection, lines, exchanged, checks);
  checkGuards(offer, selection, lines, checks);
  checkElections(offer, selection, exchanged, checks);
  for (const drift of offer.drift)
    checks.add(
      isFollowed(drift) ? 'Info' : 'Warning',
      drift.sheet,
      drift.row,
      drift.column,
      describeDrift(drift),
    );
  yield;
  const cellOf = cellReader(offer);
  const grantFacts = yield* mapInSteps(selection.grants, grantFact(cellOf, exchanged));
  const lineFacts = yield* mapInSteps(lines, (line) => lineFact(line, cellOf));
  const vesting = yield* vestingTable(lineFacts, checks);
  const eligibility: ResultTable = {
    definition: tableOf(ELIGIBILITY_TABLE, grantFacts),
    rows: yield* mapInSteps(grantFacts, (fact) => cellsOf(ELIGIBILITY_TABLE.columns, fact)),
  };
  const definition = tableOf(NEW_GRANTS_TABLE, lineFacts);
  const newGrants: ResultTable = {
    definition,
    rows: yield* mapInSteps(lineFacts, (fact) => cellsOf(definition.columns, fact)),
  };
  const reserve = reserveOf(offer, lines, checks);
  const summary = yield* summarise({ offer, grants: selection.grants, exchanged, lines, reserve });
  yield;
  const problems = checks.list();
  const newGrant = offer.terms.awards.newGrant?.fixed;
  return {
    offer: offer.reading.values,
    awards: offer.terms.awards,
    pricesHaveClasses: offer.prices.hasClasses,
    termCells: offer.reading.cells,
    ledger: ledgerPlace(offer),
    rulesNeedRun: offer.rules.some(({ needsRun }) => needsRun),
    grants: grantFacts,
    lines: lineFacts,
    eligibility,
    ledgerRows: selection.grants.map(({ offset }) => offer.ledger.rowPlace(offset).row),
    reasons: selection.grants.map(({ reasons }) => reasons),
    standingReasons: selection.grants.map(({ standing }) => standing),
    newGrants,
    newGrantSources: lines.map((line) => ({
      eligibilityRow: line.grant.index,
      sharesBeforeEvents: line.sharesBeforeEvents,
      allocation: line.terms.allocation.name,
      notes: line.notes,
    })),
    events: offer.events.filter(
      ({ day }) => day > offer.terms.cancellation && newGrant !== undefined && day <= newGrant,
    ),
    vesting,
    drift: offer.drift,
    problems,
    checks: checksTable(problems),
    errors: checks.count('Error'),
    warnings: checks.count('Warning'),
    reserve,
    summary,
  };
}

function ledgerPlace(offer: Offer): LedgerPlace {
  const { block, headerOffset, firstHeaderOffset, map } = offer.ledger;
  return {
    sheet: block.sheet,
    isJoined: offer.isLedgerJoined,
    headerRow: block.row + headerOffset,
    headerRows: headerOffset - firstHeaderOffset + 1,
    firstColumn: block.column,
    lastColumn: block.column + map.headers.length - 1,
    columns: new Map([...map.offsets].map(([name, offsets]) => [name, block.column + (offsets[0] ?? 0)])),
  };
}

/** Reads a grant's cell by the column's contract name. */
function cellReader({ ledger, withoutNames }: Offer): (grant: Grant) => (column: string) => CellValue {
  const name = ledger.map.offsets.has('Holder Name') ? fieldOf(ledger.map, 'Holder Name') : undefined;
  return ({ row }) =>
    (column) => {
      if (withoutNames && (column === 'Holder Name' || column === 'Email')) return '';
      // A name may be in two columns, a first and a last one.
      if (column === 'Holder Name') return name?.read(row) ?? '';
      const at = ledger.map.offsets.get(column)?.[0];
      return at === undefined ? '' : (row[at] ?? '');
    };
}

function grantFact(
  cellOf: ReturnType<typeof cellReader>,
  exchanged: ReadonlySet<Grant>,
): (grant: Grant) => GrantFact {
  const textOf = reasonTexts();
  return (grant) => {
    const cell = cellOf(grant);
    return {
      grant,
      cell,
      grantDate: dayIn(cell('Grant Date')),
      reasons: grant.reasons.map(textOf).join(REASON_SEPARATOR),
      isExchanged: exchanged.has(grant),
    };
  };
}

/** Reasons in English; a rule's own is the same for many grants, and is put into words once. */
function reasonTexts(): (reason: Reason) => string {
  const known = new Map<Words, string>();
  return ({ reason, group }) => {
    if (reason !== group) return english(reason);
    let text = known.get(group);
    if (text === undefined) known.set(group, (text = english(group)));
    return text;
  };
}

const doubles = new WeakMap<object, number>();

function lineFact(line: Line, cellOf: ReturnType<typeof cellReader>): LineFact {
  const { ratio } = line;
  // A ratio is shared by many grants: its double is worked out once.
  let newPerOld = ratio === undefined ? undefined : doubles.get(ratio);
  if (ratio !== undefined && newPerOld === undefined) doubles.set(ratio, (newPerOld = ratio.toNumber()));
  const followsSchedule = !line.award.paysCash || line.dates.length > 1 || line.terms.hasOwnSchedule;
  return {
    line,
    cell: cellOf(line.grant),
    newPerOld: line.terms.award.bringsShares ? newPerOld : undefined,
    schedule: followsSchedule ? (line.terms.vesting?.text ?? '') : '',
  };
}

function* vestingTable(lines: readonly LineFact[], checks: Checks): Steps<ResultTable> {
  const total = lines.reduce((sum, { line }) => sum + line.vestingDates, 0);
  if (total > SHEET_ROWS) {
    checks.add(
      'Error',
      VESTING_TABLE.sheet,
      '',
      '',
      say`The vesting table would need ${total} rows, more than a sheet has: it is left empty; the summary has the vesting by quarter`,
    );
    return { definition: VESTING_TABLE, rows: [] };
  }
  const rows: CellValue[][] = [];
  yield* mapInSteps(lines, (fact) => {
    const { line } = fact;
    let cumulative = 0;
    for (let i = 0; i < line.vestingDates; i++) {
      const amount = line.amounts[i] ?? 0;
      cumulative += amount;
      if (line.award.paysCash) cumulative = Math.round(cumulative * 100) / 100;
      const vesting: VestingFact = { ...fact, date: line.dates[i] ?? 0, amount, cumulative };
      rows.push(cellsOf(VESTING_TABLE.columns, vesting));
    }
  });
  return { definition: VESTING_TABLE, rows };
}
