/** Which columns of the new grants are live, and how their prices are computed: in each row, or in a cell that rows share. */
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import { NEW_GRANTS_TABLE } from '../../domain/offer/results/result-tables.ts';
import { tableNamed, type WorkbookShape } from '../excel/workbook-shape.ts';
import { findOwnTable } from '../read/own-tables.ts';
import { newGrantsBudget } from './call-budget.ts';
import { type LiveColumn, liveNewGrants, type LiveReferences, pricesAsked } from './live-formulas.ts';
import { planTable } from './result-plan.ts';
import { type Beside, type Place, placeBeside, sharePrices } from './shared-prices.ts';

/** Where shared prices would go, if nothing but the table is on the sheet. */
export function placeWithoutReading({ newGrants }: OfferRun, shape: WorkbookShape): Place {
  const existing = findOwnTable(shape, NEW_GRANTS_TABLE);
  return placeBeside(planTable(newGrants.definition, existing, []), undefined, []);
}

export interface LiveNewGrants {
  readonly live: readonly LiveColumn[];
  readonly beside: Beside | undefined;
  /** The columns that are values because their formulas would send too much. */
  readonly tooMuch: ReadonlySet<string>;
}

export function planLiveNewGrants(run: OfferRun, shape: WorkbookShape, place: Place): LiveNewGrants {
  const references = liveReferences(shape);
  const shared = sharePrices(pricesAsked(run, references), place);
  const { tooMuch, sharesPrices } = newGrantsBudget(
    run,
    shape,
    shared === undefined ? Infinity : shared.beside.prices.length,
  );
  const columns = liveNewGrants(run, references).filter(({ column }) => !tooMuch.has(column));
  if (shared !== undefined && sharesPrices)
    return {
      live: columns.map((live) =>
        live.column === 'Exercise Price' ? { ...live, formulas: shared.formulas } : live,
      ),
      beside: shared.beside,
      tooMuch,
    };
  const { stale } = place;
  return {
    live: columns,
    beside: stale === undefined ? undefined : { row: place.row, column: place.column, prices: [], stale },
    tooMuch,
  };
}

/** What of the workbook live formulas refer to by name. */
export const liveReferences = (shape: WorkbookShape): LiveReferences => ({
  rules: wholeTable(shape, 'OfferRules'),
  prices: wholeTable(shape, 'OfferPrices'),
});

/** A table as a formula names it whole; where it shows totals, without them. */
function wholeTable(shape: WorkbookShape, name: string): string | undefined {
  const table = tableNamed(shape, name);
  if (table === undefined) return undefined;
  return table.hasTotals ? `${table.name}[[#Headers],[#Data]]` : `${table.name}[#All]`;
}
