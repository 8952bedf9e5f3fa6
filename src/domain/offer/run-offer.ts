/**
 * Runs an offer: from the workbook's cells to the result tables, the checks and the summary. Pure: the same cells
 * give the same results.
 */
import { type CellValue, isBlank } from '../basics/cell.ts';
import { dated } from '../basics/day.ts';
import type { Fraction } from '../basics/fraction.ts';
import { english, say, type Words } from '../basics/sentence.ts';
import { atOnce, mapInSteps, type Steps } from '../basics/steps.ts';
import { offerEnd } from '../calendar/offer-end.ts';
import { REASON_SEPARATOR } from '../eligibility/rules.ts';
import { dayIn } from '../ledger/field.ts';
import { unusedRemark } from '../ledger/header-remarks.ts';
import { Checks, checksTable } from './checks.ts';
import { describeDrift, isFollowed } from './drift.ts';
import { checkElections } from './election-checks.ts';
import { type ChosenRatio, ledgerCell, type NewGrant, newGrantsInSteps, ratioFor } from './new-grants.ts';
import { type NewPrice, newPrice } from './new-price.ts';
import type { LedgerPlace, OfferRun } from './offer-run.ts';
import type { OfferSource } from './offer-source.ts';
import { columnOffset } from './offer-table.ts';
import { type Offer, readOffer } from './read-offer.ts';
import { ELIGIBILITY_TABLE, NEW_GRANTS_TABLE, type ResultTable, VESTING_TABLE } from './result-tables.ts';
import { type Reason, type Selection, selectInSteps } from './selection.ts';
import { summarise } from './summary.ts';

/** The most rows that a sheet holds under a header. */
const SHEET_ROWS = 1048575;

/**
 * Computes the whole offer.
 *
 * @throws RegrantError nothing can be run: no ledger, a needed column missing, terms that cannot be read or that
 *   contradict each other; the message names the cell
 */
export const runOffer = (source: OfferSource): OfferRun => atOnce(runInSteps(source));

/** The same, for whoever keeps a page alive meanwhile. */
export function* runInSteps(source: OfferSource): Steps<OfferRun> {
  const offer = readOffer(source);
  yield;
  return yield* computeInSteps(offer);
}

/** Computes an offer that is read already: the workbook's own, or one under other assumptions. */
export const computeOffer = (offer: Offer): OfferRun => atOnce(computeInSteps(offer));

function* computeInSteps(offer: Offer): Steps<OfferRun> {
  const checks = new Checks();
  const selection = yield* selectInSteps(offer, checks);
  const price = newPrice(offer.terms, offer.prices);
  const ratios = chooseRatios(offer, selection, price, checks);
  const exchanged = selection.exchanged.map((_, index) => ratios.has(index));
  yield;
  checkOffer(offer, checks);
  checkElections(offer, selection, checks);
  for (const drift of offer.drift)
    checks.add(
      isFollowed(drift) ? 'Info' : 'Warning',
      drift.sheet,
      drift.row,
      drift.column,
      describeDrift(drift),
    );
  yield;
  const grants = yield* newGrantsInSteps(offer, selection, ratios, price, checks);
  if (
    price.state === 'missing' &&
    grants.some((grant) => grant.award === 'Option' && grant.status !== 'Lapsed')
  )
    checks.add('Error', offer.termsTable.block.sheet, '', 'Exercise Price', price.problem);
  const vesting = yield* vestingTable(selection, grants, offer, checks);
  const eligibility = yield* eligibilityTable(offer, selection, exchanged);
  const newGrants = yield* newGrantsTable(offer, selection, grants);
  const summary = yield* summarise(offer, selection, exchanged, grants);
  yield;
  const problems = checks.list();
  return {
    offer: offer.reading.values,
    termCells: offer.reading.cells,
    ledger: ledgerPlace(offer),
    eligibility,
    ledgerRows: selection.rows.map((offset) => offer.ledger.block.row + offset),
    reasons: selection.reasons,
    standingReasons: selection.standing,
    newGrants,
    newGrantSources: grants.map(({ index, sharesBeforeEvents, allocation, notes }) => ({
      eligibilityRow: index,
      sharesBeforeEvents,
      allocation: allocation.name,
      notes,
    })),
    events: offer.events.filter(({ day }) => day > offer.terms.cancellation && day <= offer.terms.newGrant),
    vesting,
    drift: offer.drift,
    problems,
    checks: checksTable(problems),
    errors: checks.count('Error'),
    warnings: checks.count('Warning'),
    summary,
  };
}

function ledgerPlace({ ledger }: Offer): LedgerPlace {
  const { block, headerOffset, firstHeaderOffset, map } = ledger;
  return {
    sheet: block.sheet,
    headerRow: block.row + headerOffset,
    headerRows: headerOffset - firstHeaderOffset + 1,
    firstColumn: block.column,
    lastColumn: block.column + map.headers.length - 1,
    columns: new Map([...map.offsets].map(([name, offsets]) => [name, block.column + (offsets[0] ?? 0)])),
  };
}

/** The ratio of every grant that takes part; one that no row matches is an error and is not exchanged. */
function chooseRatios(
  offer: Offer,
  selection: Selection,
  price: NewPrice,
  checks: Checks,
): ReadonlyMap<number, ChosenRatio> {
  const { block } = offer.ledger;
  const closing = price.state === 'known' ? price.price : undefined;
  const isPriceAwaited = price.state !== 'known' && offer.ratioRows.some((row) => row.needsClosingPrice);
  const ratios = new Map<number, ChosenRatio>();
  selection.exchanged.forEach((isExchanged, index) => {
    if (!isExchanged) return;
    const offset = selection.rows[index] ?? 0;
    const chosen = ratioFor(offer, block.values[offset] ?? [], selection.required[index] === true, closing);
    if (chosen !== undefined) ratios.set(index, chosen);
    else
      checks.addAt(
        'Error',
        block,
        offset,
        '',
        unmatched(selection.grant[index] ?? '', selection.required[index] === true, isPriceAwaited),
      );
  });
  return ratios;
}

const unmatched = (grant: string, isLookBack: boolean, isPriceAwaited: boolean): Words => {
  if (isLookBack)
    return isPriceAwaited
      ? say`Grant ${grant} is brought in by the look-back, but no row of OfferRatios matches it while the closing price is not known: it is not exchanged`
      : say`Grant ${grant} is brought in by the look-back, but no row of OfferRatios matches it: it is not exchanged`;
  return isPriceAwaited
    ? say`Grant ${grant} is elected, but no row of OfferRatios matches it while the closing price is not known: it is not exchanged`
    : say`Grant ${grant} is elected, but no row of OfferRatios matches it: it is not exchanged`;
};

/** The fields by which the criteria of OfferRatios read the ledger. */
const ratioFields = (table: Offer['ratiosTable']): readonly string[] =>
  (table?.block.values[0] ?? []).map((header) => String(header ?? '').replace(/\s+(from|to)\s*$/i, ''));

/** What a person should know about the offer's own tables. */
function checkOffer(offer: Offer, checks: Checks): void {
  const { terms, reading, termsTable, ratiosTable, ledger, events, eventsTable } = offer;
  const warnTerm = (term: string, problem: Words): void => {
    const row = /\d+$/.exec(reading.cells.get(term) ?? '');
    checks.add('Warning', termsTable.block.sheet, row === null ? '' : Number(row[0]), term, problem);
  };
  for (const { row, problem } of reading.remarks)
    checks.addAt('Warning', termsTable.block, row, 'Term', problem);
  for (const { severity, sheet, row, column, problem } of ledger.remarks)
    checks.add(severity, sheet, row, column, problem);
  const used = [...offer.rules.rules.map(({ field }) => field.name), ...ratioFields(ratiosTable)];
  const unused = unusedRemark(ledger, used);
  if (unused !== undefined)
    checks.add(unused.severity, unused.sheet, unused.row, unused.column, unused.problem);
  const tooMany = (name: Words, ratio: Fraction): Words =>
    say`${name} gives more than one new share for an old one: ${ratio.toString()}`;
  for (const [name, ratio] of [
    ['Ratio', terms.ratio],
    ['Look-back Ratio', terms.lookBackRatio],
  ] as const)
    if (ratio !== undefined && ratio.toNumber() > 1) warnTerm(name, tooMany(name, ratio));
  if (ratiosTable !== undefined)
    for (const { label, ratio, row } of offer.ratioRows)
      if (ratio.toNumber() > 1)
        checks.addAt(
          'Warning',
          ratiosTable.block,
          row,
          columnOffset(ratiosTable, 'New per Old') < 0 ? 'Old per New' : 'New per Old',
          tooMany(say`The ratio of ${label}`, ratio),
        );
  if (terms.commencement !== undefined) {
    const earliest = offerEnd(terms.commencement);
    if (terms.expirationDay < earliest)
      warnTerm(
        'Expiration Date',
        say`The offer is open for less than 20 business days: it may end on ${dated(earliest)} at the earliest, unless it is for cash alone`,
      );
  }
  if (eventsTable !== undefined)
    for (const event of events)
      if (event.day <= terms.cancellation || event.day > terms.newGrant)
        checks.addAt(
          'Info',
          eventsTable.block,
          event.row,
          'Date',
          say`${event.label} is not between the Cancellation Date and the New Grant Date: it adjusts no promise`,
        );
}

function* eligibilityTable(
  offer: Offer,
  selection: Selection,
  exchanged: readonly boolean[],
): Steps<ResultTable> {
  const yesNo = (value: boolean): string => (value ? 'Yes' : 'No');
  const cell = (offset: number, column: string): CellValue => ledgerCell(offer, offset, column);
  const textOf = reasonTexts();
  const date = (offset: number): CellValue => dayIn(cell(offset, 'Grant Date')) ?? cell(offset, 'Grant Date');
  return {
    definition: ELIGIBILITY_TABLE,
    rows: yield* mapInSteps(selection.rows, (offset, index) => [
      idCell(cell(offset, 'Holder ID')),
      cell(offset, 'Holder Name'),
      idCell(cell(offset, 'Grant ID')),
      cell(offset, 'Plan'),
      date(offset),
      cell(offset, 'Exercise Price'),
      (selection.outstanding[index] ?? -1) < 0 ? '' : (selection.outstanding[index] ?? ''),
      yesNo(selection.isEligible(index)),
      (selection.reasons[index] ?? []).map(textOf).join(REASON_SEPARATOR),
      selection.election[index] ?? 'None',
      yesNo(selection.required[index] === true),
      yesNo(exchanged[index] === true),
    ]),
  };
}

/** Reasons in English; a rule's own stands at many grants, and is put into words once. */
function reasonTexts(): (reason: Reason) => string {
  const known = new Map<Words, string>();
  return ({ reason, group }) => {
    if (reason !== group) return english(reason);
    let text = known.get(group);
    if (text === undefined) known.set(group, (text = english(group)));
    return text;
  };
}

/** An id as the ledger has it: a number stays a number, so that look-ups from either side agree. */
const idCell = (value: CellValue): CellValue => (isBlank(value) ? '' : value);

function* newGrantsTable(
  offer: Offer,
  selection: Selection,
  grants: readonly NewGrant[],
): Steps<ResultTable> {
  const { terms } = offer;
  return {
    definition: NEW_GRANTS_TABLE,
    rows: yield* mapInSteps(grants, (grant): CellValue[] => {
      const offset = selection.rows[grant.index] ?? 0;
      const cell = (column: string): CellValue => ledgerCell(offer, offset, column);
      return [
        idCell(cell('Holder ID')),
        cell('Holder Name'),
        idCell(cell('Grant ID')),
        'All',
        grant.cancelled,
        cell('Exercise Price'),
        grant.newPerOld,
        grant.award,
        grant.shares,
        0,
        terms.newGrant,
        grant.price ?? '',
        terms.newPlan,
        grant.award === 'Option' ? terms.newGrantType : '',
        grant.vesting.text,
        grant.dates[0] ?? '',
        grant.dates.at(-1) ?? '',
        grant.expiration ?? '',
        grant.status,
        grant.notes.map(english).join('; '),
      ];
    }),
  };
}

function* vestingTable(
  selection: Selection,
  grants: readonly NewGrant[],
  offer: Offer,
  checks: Checks,
): Steps<ResultTable> {
  const total = grants.reduce((sum, grant) => sum + grant.vestingDates, 0);
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
  yield* mapInSteps(grants, (grant) => {
    const offset = selection.rows[grant.index] ?? 0;
    const holder = idCell(ledgerCell(offer, offset, 'Holder ID'));
    const id = idCell(ledgerCell(offer, offset, 'Grant ID'));
    let cumulative = 0;
    for (let i = 0; i < grant.vestingDates; i++) {
      const shares = grant.amounts[i] ?? 0;
      cumulative += shares;
      rows.push([holder, id, grant.dates[i] ?? '', shares, cumulative]);
    }
  });
  return { definition: VESTING_TABLE, rows };
}
