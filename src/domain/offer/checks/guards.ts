/**
 * Warnings of what a regulation or a tax rule asks people to look at, each with its source and the number of grants. No
 * guard gives advice, and none changes a result.
 */
import { type CellValue, comparable, idText, isBlank } from '../../basics/cell.ts';
import { addMonths, dated } from '../../basics/day.ts';
import { say, type Words } from '../../basics/sentence.ts';
import { timeZone } from '../../basics/time-zone.ts';
import { sameWord } from '../../basics/words.ts';
import { offerEnd } from '../../calendar/offer-end.ts';
import type { Checks } from '../check.ts';
import type { Grant } from '../selection/grant.ts';
import type { Offer } from '../offer.ts';
import { termWarner } from './offer-checks.ts';
import type { Selection } from '../selection/selection.ts';
import type { Line } from '../steps/line.ts';
import { stockClassOf } from '../steps/set-price.ts';

type Warn = (term: string, problem: Words) => void;

export function checkGuards(
  offer: Offer,
  { grants }: Selection,
  lines: readonly Line[],
  checks: Checks,
): void {
  const warn = termWarner(offer, checks);
  guardPrices(offer, lines, warn);
  guardIncentiveOptions(offer, grants, lines, warn, checks);
  guardPeriod(offer, warn);
  guardCurrency(offer, lines, checks);
}

const countOf = (lines: readonly Line[], test: (line: Line) => boolean): number =>
  new Set(lines.filter(test).map(({ grant }) => grant)).size;

function guardPrices(offer: Offer, lines: readonly Line[], warn: Warn): void {
  const marketClose = (line: Line): number | undefined =>
    offer.prices.marketClose(line.terms.newGrant, line.terms.missingPrice, stockClassOf(offer, line));
  const closePerOldShare = (line: Line): number | undefined => {
    const close = marketClose(line);
    return close === undefined
      ? undefined
      : line.events.reduce((price, event) => price * event.perShare, close);
  };
  const oldPrice = ({ grant }: Line): number | undefined => {
    const price = offer.priceField.read(grant.row);
    return typeof price === 'number' ? comparable(price) : undefined;
  };
  const isGranted = ({ status }: Line): boolean => status !== 'Lapsed';
  const below = countOf(lines, (line) => {
    const close = marketClose(line);
    return (
      isGranted(line) &&
      line.award.hasPrice &&
      line.price !== undefined &&
      close !== undefined &&
      comparable(line.price) < comparable(close)
    );
  });
  if (below > 0)
    warn(
      'Exercise Price Rule',
      say`The new exercise price of ${below} grants is below the market close of their grant date (IRC 409A, 422(b)(4))`,
    );
  const notUnderWater = countOf(lines, (line) => {
    const [old, close] = [oldPrice(line), closePerOldShare(line)];
    return isGranted(line) && old !== undefined && close !== undefined && old <= comparable(close);
  });
  if (notUnderWater > 0)
    warn(
      'New Grant Date',
      say`The old exercise price of ${notUnderWater} exchanged grants is at or below the market close of the new grant date: they are not under water`,
    );
  const notLower = countOf(lines, (line) => {
    const old = oldPrice(line);
    if (!isGranted(line) || !line.award.hasPrice || line.price === undefined || old === undefined)
      return false;
    return comparable(line.events.reduce((price, event) => price * event.perShare, line.price)) >= old;
  });
  if (notLower > 0)
    warn('Exercise Price Rule', say`The new exercise price of ${notLower} grants is not below the old one`);
}

const isIncentive = (type: CellValue): boolean => /^(iso|incentive\b.*)$/i.test(idText(type));

function guardIncentiveOptions(
  offer: Offer,
  grants: readonly Grant[],
  lines: readonly Line[],
  warn: Warn,
  checks: Checks,
): void {
  const { terms, ledger, reading } = offer;
  const cell = (grant: Grant, column: string): CellValue =>
    grant.row[ledger.map.offsets.get(column)?.[0] ?? -1];
  const isTenPercent = ({ grant }: Line): boolean => {
    const value = cell(grant, 'Ten Percent Holder');
    return value === true || sameWord(idText(value), 'Yes');
  };
  const newIncentive = lines.filter(
    (line) => line.award.hasType && isIncentive(line.terms.newGrantType) && line.status !== 'Lapsed',
  );
  const tooLong = countOf(newIncentive, (line) => {
    const years = isTenPercent(line) ? 5 : 10;
    return line.expiration !== undefined && line.expiration > addMonths(line.terms.newGrant, years * 12);
  });
  if (tooLong > 0)
    warn(
      'Term Months',
      say`The term of ${tooLong} new ISOs exceeds ten years, or five for a ten percent holder (IRC 422(b)(3), 422(c)(5))`,
    );
  const tooCheap = countOf(newIncentive, (line) => {
    const close = offer.prices.marketClose(
      line.terms.newGrant,
      line.terms.missingPrice,
      stockClassOf(offer, line),
    );
    return (
      isTenPercent(line) &&
      line.price !== undefined &&
      close !== undefined &&
      comparable(line.price) < comparable(close * 1.1)
    );
  });
  if (tooCheap > 0)
    warn(
      'Exercise Price Rule',
      say`The price of ${tooCheap} new ISOs of ten percent holders is below 110% of the market close (IRC 422(c)(5))`,
    );
  const eligible = grants.filter(
    (grant) => grant.isEligible && isIncentive(cell(grant, 'Grant Type')),
  ).length;
  if (eligible > 0 && terms.commencement !== undefined && terms.expirationDay - terms.commencement + 1 >= 30)
    warn(
      'Expiration Date',
      say`${eligible} eligible grants are ISOs, and the offer is open for 30 days or more (Treas. Reg. 1.424-1(e)(4))`,
    );
  const exchanged = countOf(lines, ({ grant }) => isIncentive(cell(grant, 'Grant Type')));
  if (exchanged > 0 && !reading.given.has('New Grant Type') && lines.some(({ award }) => award.hasType))
    checks.add(
      'Info',
      offer.termsTable.block.sheet,
      '',
      'New Grant Type',
      say`New Grant Type is blank, and ${exchanged} exchanged grants are ISOs: the new options are NSOs`,
    );
}

const EASTERN = timeZone('America/New_York');

/** The 20 business days, to the minute where the time zone is known; 23:59 counts as midnight. */
function guardPeriod({ terms }: Offer, warn: Warn): void {
  if (terms.commencement === undefined) return;
  const earliest = offerEnd(terms.commencement);
  const ends = terms.expiration;
  const unless = say`unless a shorter period is permitted, as for certain all-cash offers`;
  if (terms.expirationDay < earliest) {
    warn(
      'Expiration Date',
      say`The offer ends before its 20th business day, ${dated(earliest)} (Rules 13e-4(f)(1)(i) and 14e-1(a)), ${unless}`,
    );
    return;
  }
  if (terms.expirationDay > earliest) return;
  const minutes = Math.round((ends - Math.floor(ends)) * 1440);
  const isMidnight = Number.isInteger(ends) || minutes >= 1439;
  const eastern = terms.timeZone === undefined ? undefined : EASTERN.wallClock(terms.timeZone.utcOf(ends));
  const isEarly = eastern === undefined ? !isMidnight : eastern < earliest + 1439 / 1440 - 1e-9;
  if (isEarly)
    warn(
      'Expiration Date',
      say`The offer ends before midnight Eastern time of its 20th business day, ${dated(earliest)} (Rules 13e-4(f)(1)(i) and 14e-1(a)), ${unless}`,
    );
}

/** Prices of several currencies cannot be compared with one market price. */
function guardCurrency(
  { ledger, pricesTable, termsTable }: Offer,
  lines: readonly Line[],
  checks: Checks,
): void {
  const column = ledger.map.offsets.get('Currency')?.[0];
  if (column === undefined) return;
  const currencies = new Set<string>();
  for (const { grant } of lines)
    if (!isBlank(grant.row[column])) currencies.add(String(grant.row[column]).trim().toUpperCase());
  if (currencies.size > 1)
    checks.add(
      'Error',
      (pricesTable ?? termsTable).block.sheet,
      '',
      'Currency',
      say`The exchanged grants have exercise prices in ${[...currencies].sort().join(', ')}: an offer is computed in one currency`,
    );
}
