/** What a person should know about the offer's own tables, once it has been run. */
import { dated } from '../../basics/day.ts';
import type { Fraction } from '../../basics/fraction.ts';
import { say, type Words } from '../../basics/sentence.ts';
import { unusedRemark } from '../../ledger/header-remarks.ts';
import type { Checks } from '../check.ts';
import type { Grant } from '../selection/grant.ts';
import type { Offer } from '../offer.ts';
import { columnOffset } from '../offer-table.ts';
import { checkRatioRows } from './ratio-row-checks.ts';
import type { Selection } from '../selection/selection.ts';
import type { Line } from '../steps/line.ts';
import type { VestingTerms } from '../terms/vesting-terms.ts';
import { checkZeroFormulas } from './zero-formulas.ts';

/** Adds a warning about a term, at its row. */
export const termWarner =
  ({ reading, termsTable }: Offer, checks: Checks) =>
  (term: string, problem: Words): void => {
    const row = /\d+$/.exec(reading.cells.get(term) ?? '');
    checks.add('Warning', termsTable.block.sheet, row === null ? '' : Number(row[0]), term, problem);
  };

export function checkOffer(
  offer: Offer,
  { grants, awaitsClosingPrice }: Selection,
  lines: readonly Line[],
  exchanged: ReadonlySet<Grant>,
  checks: Checks,
): void {
  const warnTerm = termWarner(offer, checks);
  const unused = unusedRemark(offer.ledger, [...offer.fields.used]);
  if (unused !== undefined)
    checks.add(unused.severity, unused.sheet, unused.row, unused.column, unused.problem);
  checkRatioRows(offer, grants, exchanged, checks);
  checkZeroFormulas(offer.rulesTable, ['Value'], checks);
  checkZeroFormulas(offer.pricesTable, ['Close', 'Open', 'High', 'Low'], checks);
  checkVestingDates(lines, warnTerm);
  checkParts(offer, grants, checks);
  for (const { severity, sheet, row, column, problem } of offer.ledger.remarks)
    checks.add(severity, sheet, row, column, problem);
  checkRatios(offer, warnTerm, checks);
  checkEvents(offer, checks);
  checkCashUsed(offer, warnTerm, checks);
  checkClosingPrice(offer, lines, awaitsClosingPrice, warnTerm);
  const none = lines.filter(
    ({ shares, award, status }) => shares === 0 && award.bringsShares && status !== 'Lapsed',
  );
  if (none.length > 0)
    warnTerm(
      'Rounding',
      say`${none.length} exchanged grants bring no whole new share: their options are cancelled for nothing`,
    );
}

function checkRatios(offer: Offer, warnTerm: ReturnType<typeof termWarner>, checks: Checks): void {
  const { terms, ratiosTable } = offer;
  const tooMany = (name: Words, ratio: Fraction): Words =>
    say`${name} gives more than one new share for an old one: ${ratio.toString()}`;
  for (const [name, ratio] of [
    ['Ratio', terms.ratio?.fixed],
    ['Look-back Ratio', terms.lookBackRatio],
  ] as const)
    if (ratio !== undefined && ratio.toNumber() > 1) warnTerm(name, tooMany(name, ratio));
  if (ratiosTable === undefined) return;
  for (const { label, ratio, row } of offer.ratioRows)
    if (ratio?.fixed !== undefined && ratio.fixed.toNumber() > 1)
      checks.addAt(
        'Warning',
        ratiosTable.block,
        row,
        columnOffset(ratiosTable, 'New per Old') < 0 ? 'Old per New' : 'New per Old',
        tooMany(say`The ratio of ${label}`, ratio.fixed),
      );
}

function checkEvents({ terms, events, eventsTable }: Offer, checks: Checks): void {
  if (eventsTable === undefined) return;
  const newGrant = terms.awards.newGrant?.fixed;
  for (const event of events)
    if (event.day <= terms.cancellation || (newGrant !== undefined && event.day > newGrant))
      checks.addAt(
        'Info',
        eventsTable.block,
        event.row,
        'Date',
        say`${event.label} is not between the Cancellation Date and the New Grant Date: it adjusts no promise`,
      );
}

/** Money that a person has typed and that nobody gets. */
function checkCashUsed(offer: Offer, warnTerm: ReturnType<typeof termWarner>, checks: Checks): void {
  const { terms, ratioRows, ratiosTable } = offer;
  const pays = (own: Offer['ratioRows'][number]['terms'] | undefined): boolean => {
    const award = own?.award?.fixed ?? terms.awards.award?.fixed;
    const below = own?.belowMinimum?.fixed ?? terms.awards.belowMinimum?.fixed;
    return award?.paysCash === true || below === 'cash';
  };
  const rowsWithout = ratioRows.filter(({ terms: own }) => own.cashPerOption === undefined);
  const isUsed = ratioRows.length === 0 ? pays(undefined) : rowsWithout.some(({ terms: own }) => pays(own));
  if (terms.awards.cashPerOption !== undefined && !isUsed)
    warnTerm('Cash per Option', say`Cash per Option is given, but no award is cash: it is not paid`);
  if (ratiosTable === undefined) return;
  for (const row of ratioRows)
    if (row.terms.cashPerOption !== undefined && !pays(row.terms))
      checks.addAt(
        'Warning',
        ratiosTable.block,
        row.row,
        'Cash per Option',
        say`Cash per Option is given, but the row's award is not cash: it is not paid`,
      );
}

function checkClosingPrice(
  offer: Offer,
  lines: readonly Line[],
  awaitsClosingPrice: ReadonlySet<Grant>,
  warnTerm: ReturnType<typeof termWarner>,
): void {
  const waiting = new Set([
    ...awaitsClosingPrice,
    ...lines.filter(({ awaitsRatio }) => awaitsRatio).map(({ grant }) => grant),
  ]);
  if (waiting.size > 0)
    warnTerm(
      'New Grant Date',
      say`${waiting.size} grants wait for the closing price of the New Grant Date: their awards are promised until OfferPrices has it`,
    );
}

/** Fixed dates before the grant date, on which nothing can vest. */
function checkVestingDates(lines: readonly Line[], warnTerm: ReturnType<typeof termWarner>): void {
  const seen = new Map<VestingTerms, Set<number>>();
  for (const { terms } of lines) {
    if (terms.vesting === undefined) continue;
    const known = seen.get(terms.vesting);
    if (known?.has(terms.newGrant) === true) continue;
    seen.set(terms.vesting, (known ?? new Set()).add(terms.newGrant));
    const { schedule } = terms.vesting;
    if (schedule.kind !== 'own') continue;
    for (const { timing } of schedule.schedule.parts)
      if (timing.kind === 'on' && timing.date < terms.newGrant)
        warnTerm(
          'Vesting Schedule',
          say`The vesting date ${dated(timing.date)} is before the New Grant Date ${dated(terms.newGrant)}: it moves to the New Grant Date`,
        );
  }
}

/** Grants whose vested and unvested parts cannot be told, or are not what their own schedule gives. */
function checkParts(offer: Offer, grants: readonly Grant[], checks: Checks): void {
  if (!offer.splitsByPortion) return;
  for (const grant of grants) {
    if (!grant.isEligible && !grant.isRequired) continue;
    const parts = offer.partsOf(grant.offset);
    const place = offer.ledger.rowPlace(grant.offset);
    if ('problem' in parts)
      checks.add('Error', place.sheet, place.row, parts.column, say`Grant ${grant.id}: ${parts.problem}`);
    else if (parts.warning !== undefined)
      checks.add('Warning', place.sheet, place.row, '', say`Grant ${grant.id}: ${parts.warning}`);
  }
}
