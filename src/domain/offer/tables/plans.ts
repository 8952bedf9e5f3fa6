/** The table OfferPlans: the share reserve of each plan, and whether cancelled shares return to it. */
import { type CellValue, isBlank, readShares, show } from '../../basics/cell.ts';
import { badValue } from '../../basics/error.ts';
import type { Problems } from '../../basics/problems.ts';
import { say } from '../../basics/sentence.ts';
import { sameWord } from '../../basics/words.ts';
import { atCell, columnOffset, neededColumn, type OfferTable } from '../offer-table.ts';

export interface Plan {
  readonly name: string;
  readonly key: string;
  /** Blank where the table does not say. */
  readonly authorised: number | undefined;
  readonly available: number;
  /** Cancelled shares return to it. */
  readonly recycles: boolean;
  /** Offset of its row in the table. */
  readonly row: number;
}

export const planKey = (name: CellValue): string => (isBlank(name) ? '' : String(name).trim().toLowerCase());

/** Reads the table; what cannot be read is added to the problems. */
export function readPlans(table: OfferTable | undefined, problems: Problems): readonly Plan[] {
  if (table === undefined || table.rows.length === 0) return [];
  const columns = problems.try(() => ({
    plan: neededColumn(table, 'Plan'),
    available: neededColumn(table, 'Available'),
    authorised: columnOffset(table, 'Authorised'),
    recycles: columnOffset(table, 'Recycles'),
  }));
  if (columns === undefined) return [];
  const seen = new Set<string>();
  return table.rows.flatMap((row): Plan[] => {
    const cells = table.block.values[row] ?? [];
    const at = <T>(column: number, read: (value: CellValue) => T): T =>
      atCell(table, row, Math.max(0, column), () => read(cells[column]));
    const plan = problems.try((): Plan => {
      const name = at(columns.plan, (value) => {
        if (isBlank(value)) throw badValue(say`Plan is missing.`);
        if (seen.has(planKey(value)))
          throw badValue(say`Plan ${show(value)} is in the table twice; leave one.`);
        return String(value).trim();
      });
      seen.add(planKey(name));
      return {
        name,
        key: planKey(name),
        authorised:
          columns.authorised < 0 || isBlank(cells[columns.authorised])
            ? undefined
            : at(columns.authorised, (value) => readShares(value, 'Authorised')),
        available: at(columns.available, (value) => readShares(value, 'Available')),
        recycles: columns.recycles >= 0 && at(columns.recycles, readRecycles),
        row,
      };
    });
    return plan === undefined ? [] : [plan];
  });
}

function readRecycles(value: CellValue): boolean {
  if (isBlank(value) || value === false) return false;
  if (value === true || sameWord(String(value), 'Yes')) return true;
  if (sameWord(String(value), 'No')) return false;
  throw badValue(say`Recycles must be Yes or No, not ${show(value)}.`);
}
