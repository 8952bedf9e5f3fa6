/** The totals of a run, each declared once: its name (a contract: the JSON's keys), what it holds and how it is found. */
import type { CellValue } from '../../basics/cell.ts';
import { wholeMonths } from '../../basics/day.ts';
import { dayIn } from '../../ledger/field.ts';
import type { Grant } from '../selection/grant.ts';
import type { Offer } from '../offer.ts';
import type { ReserveRow } from './reserve.ts';
import type { ColumnKind } from './result-column.ts';
import type { Line } from '../steps/line.ts';

/** What the measures are taken over. */
export interface MeasuredRun {
  readonly offer: Offer;
  readonly grants: readonly Grant[];
  /** Grants of which any line is exchanged. */
  readonly exchanged: ReadonlySet<Grant>;
  readonly lines: readonly Line[];
  /** Undefined where there is no table OfferPlans. */
  readonly reserve: readonly ReserveRow[] | undefined;
}

export interface MeasureDeclaration {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Undefined where the measure has no meaning in this run; `''` where its value is not known. */
  readonly of: (run: MeasuredRun) => CellValue;
}

const measure = (
  name: string,
  of: MeasureDeclaration['of'],
  kind: ColumnKind = 'shares',
): MeasureDeclaration => ({ name, kind, of });

const isElected = (grant: Grant): boolean => grant.election === 'Elected' && grant.isEligible;
const holders = (grants: readonly Grant[]): number => new Set(grants.map(({ holderKey }) => holderKey)).size;
const outstanding = (grants: readonly Grant[]): number =>
  sum(grants, (grant) => Math.max(0, grant.outstanding));

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += value(item);
  return total;
}

/** A weighted average; blank where there is nothing to weigh. */
function average<T>(
  items: readonly T[],
  weight: (item: T) => number,
  value: (item: T) => number | undefined,
): CellValue {
  let [total, weights] = [0, 0];
  for (const item of items) {
    const of = value(item);
    if (of === undefined) continue;
    const heavy = weight(item);
    total += heavy * of;
    weights += heavy;
  }
  return weights === 0 ? '' : total / weights;
}

const cancelled = ({ lines }: MeasuredRun): number => sum(lines, (line) => line.cancelled);
const newShares = ({ lines }: MeasuredRun): number => sum(lines, (line) => line.shares ?? 0);
const lapsed = ({ lines }: MeasuredRun): readonly Line[] => lines.filter(({ status }) => status === 'Lapsed');
const grantsOf = (lines: readonly Line[]): number => new Set(lines.map(({ grant }) => grant)).size;

/** Awards outstanding after the exchange. */
const outstandingAfter = (run: MeasuredRun): number =>
  outstanding(run.grants) - cancelled(run) + newShares(run);

const overhang = (awards: number, available: number, shares: number | undefined): CellValue =>
  shares === undefined || shares === 0 ? undefined : (awards + available) / shares;
const dilution = (awards: number, shares: number | undefined): CellValue =>
  shares === undefined || awards + shares === 0 ? undefined : awards / (awards + shares);
const available = ({ reserve }: MeasuredRun, when: 'availableBefore' | 'availableAfter'): number =>
  sum(reserve ?? [], (row) => row[when]);

export const MEASURES: readonly MeasureDeclaration[] = [
  measure('Holders in the ledger', ({ grants }) => holders(grants)),
  measure('Holders eligible', ({ grants }) => holders(grants.filter(({ isEligible }) => isEligible))),
  measure('Holders elected', ({ grants }) => holders(grants.filter(isElected))),
  measure('Holders exchanged', ({ exchanged }) => holders([...exchanged])),
  measure('Grants in the ledger', ({ grants }) => grants.length),
  measure('Grants eligible', ({ grants }) => grants.filter(({ isEligible }) => isEligible).length),
  measure('Grants elected', ({ grants }) => grants.filter(isElected).length),
  measure('Grants exchanged', ({ exchanged }) => exchanged.size),
  measure(
    'Grants required by look-back',
    ({ grants }) => grants.filter(({ isRequired }) => isRequired).length,
  ),
  measure('Grants lapsed', (run) => grantsOf(lapsed(run))),
  measure('Grants promised', ({ lines }) => grantsOf(lines.filter(({ status }) => status === 'Promised'))),
  measure('Shares outstanding', ({ grants }) => outstanding(grants)),
  measure('Shares eligible', ({ grants }) => outstanding(grants.filter(({ isEligible }) => isEligible))),
  measure('Shares cancelled', cancelled),
  measure('New shares', newShares),
  // In shares as they were at the cancellation: splits and mergers change both sides of the reserve alike.
  measure(
    'Shares cancelled less new',
    (run) =>
      cancelled(run) - sum(run.lines, (line) => (line.shares === undefined ? 0 : line.sharesBeforeEvents)),
  ),
  measure('Shares returned to reserves', ({ reserve }) =>
    reserve === undefined ? undefined : sum(reserve, ({ returned }) => returned),
  ),
  measure('Cash', ({ lines }) => Math.round(sum(lines, ({ cash }) => Math.round(cash * 100))) / 100, 'money'),
  measure('Shares cancelled of lapsed grants', (run) => sum(lapsed(run), (line) => line.cancelled)),
  measure(
    'Average exercise price before',
    ({ lines, offer }) =>
      average(
        lines,
        (line) => line.cancelled,
        ({ grant, cancelled: shares }) => {
          const price = offer.priceField.read(grant.row);
          return typeof price === 'number' && shares > 0 ? price : undefined;
        },
      ),
    'price',
  ),
  measure(
    'Average exercise price after',
    ({ lines }) =>
      average(
        lines.filter(({ award, status }) => award.hasPrice && status !== 'Lapsed'),
        (line) => line.shares ?? 0,
        ({ price }) => price,
      ),
    'price',
  ),
  measure(
    'Average remaining term before',
    ({ lines, offer }) =>
      average(
        lines,
        (line) => line.cancelled,
        ({ grant, cancelled: shares }) => {
          const expires = expirationBefore(offer, grant);
          return expires === undefined || shares === 0 ? undefined : wholeMonths(offer.terms.asOf, expires);
        },
      ),
    'ratio',
  ),
  measure(
    'Average remaining term after',
    ({ lines }) =>
      average(
        lines.filter(({ status }) => status !== 'Lapsed'),
        (line) => line.shares ?? 0,
        ({ expiration, terms }) =>
          expiration === undefined ? undefined : wholeMonths(terms.newGrant, expiration),
      ),
    'ratio',
  ),
  measure(
    'Overhang before',
    (run) =>
      overhang(outstanding(run.grants), available(run, 'availableBefore'), run.offer.terms.sharesOutstanding),
    'fraction',
  ),
  measure(
    'Overhang after',
    (run) =>
      overhang(outstandingAfter(run), available(run, 'availableAfter'), run.offer.terms.sharesOutstanding),
    'fraction',
  ),
  measure(
    'Dilution before',
    (run) => dilution(outstanding(run.grants), run.offer.terms.sharesOutstanding),
    'fraction',
  ),
  measure(
    'Dilution after',
    (run) => dilution(outstandingAfter(run), run.offer.terms.sharesOutstanding),
    'fraction',
  ),
];

function expirationBefore({ ledger }: Offer, grant: Grant): number | undefined {
  const column = ledger.map.offsets.get('Expiration Date')?.[0];
  return column === undefined ? undefined : dayIn(grant.row[column]);
}
