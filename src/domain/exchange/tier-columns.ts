/**
 * The columns of a table of ratios by exercise price, whether it is a table of tiers or an offer's OfferRatios. It
 * knows which columns say something else than which grants a row is for, and refuses criteria other than the price.
 */
import { type CellValue, type Grid, isBlank } from '../basics/cell.ts';
import { badValue } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { headerKey } from '../basics/words.ts';

export type TierColumn = 'From' | 'To' | 'New per Old' | 'Old per New' | 'And';

const OWN = ['From', 'To', 'New per Old', 'Old per New', 'And'] as const;

/** The exercise price by the names that a ledger's column has. */
const PRICE = ['Exercise Price', 'Strike Price', 'Strike', 'Option Price', 'Grant Price', 'Price per Share'];

/** `Exercise Price From` and its like, as OfferRatios has them. */
const PRICE_BOUNDS: ReadonlyMap<string, TierColumn> = new Map(
  PRICE.flatMap((price) =>
    (['From', 'To'] as const).map((bound) => [headerKey(`${price} ${bound}`), bound] as const),
  ),
);

const COLUMN_OF_KEY: ReadonlyMap<string, TierColumn> = new Map([
  ...OWN.map((name) => [headerKey(name), name] as const),
  ...PRICE_BOUNDS,
]);

/** The terms that a row of OfferRatios may have of its own, and the columns that are a person's own notes. */
const NO_CRITERIA: ReadonlySet<string> = new Set(
  [
    'New Grant Date, Service Required Through, New Plan, New Grant Type, New Stock Class, Award, Rounding, Round Per',
    'Minimum New Shares, Minimum Per, Below Minimum, Cash per Option, Exercise Price Rule, Missing Price',
    'Price Decimals, Premium Price, Premium Until, Vesting Schedule, Allocation, Term Months, Term Rule, Expire On',
    'Note, Notes, Comment, Comments, Label, Tier, Source, Form, Entered By',
  ].flatMap((names) => names.split(', ').map(headerKey)),
);

export interface TierColumns {
  readonly column: (name: TierColumn) => number | undefined;
  /** Whether the price is named in its columns, as in OfferRatios. */
  readonly isOffers: boolean;
}

/** @throws RegrantError a column is missing or there twice, or a filled one is another criterion than the price */
export function tierColumns(grid: Grid, argument: string): TierColumns {
  const [headers = [], ...rows] = grid;
  const at = new Map<TierColumn, number>();
  const isOffers = headers.some((header) => PRICE_BOUNDS.has(headerKey(String(header ?? ''))));
  const others: CellValue[] = [];
  headers.forEach((header, index) => {
    const key = headerKey(String(header ?? ''));
    const name = COLUMN_OF_KEY.get(key);
    if (name === undefined) {
      const isFilled = rows.some((row) => !isBlank(row[index]) && row[index] !== 0);
      if (key !== '' && isFilled && !NO_CRITERIA.has(key)) others.push(header);
      return;
    }
    if (at.has(name)) throw badValue(say`${argument} must have one column ${name}, and has two.`);
    at.set(name, index);
  });
  if (!at.has('From') && !(isOffers && at.has('To')))
    throw badValue(
      say`${argument} must have a column From or Exercise Price From, with the least exercise price.`,
    );
  if (at.has('New per Old') === at.has('Old per New'))
    throw badValue(
      at.has('New per Old')
        ? say`${argument} must have one of the columns New per Old and Old per New, and has both.`
        : say`${argument} must have one of the columns New per Old and Old per New, and has neither.`,
    );
  if (others.length > 0) throw otherCriterion(others[0], argument);
  return { column: (name) => at.get(name), isOffers };
}

const otherCriterion = (header: CellValue, argument: string) =>
  badValue(
    say`${argument} must go by the exercise price alone, and has the column ${String(header)}: leave it out, or let the offer's run choose the row.`,
  );
