/**
 * Live formulas that stand outside of the table which they are meant for: `[@[Grant ID]]` becomes `$C7`, the same cell
 * of the same row. So they calculate on a staging sheet, and are the same formula when they are copied to the same
 * place of another sheet; a structured reference would go on naming the table that it was copied from. Pure text.
 */
import { columnLetters } from '../../domain/basics/block.ts';
import { headerKey } from '../../domain/basics/words.ts';
import type { LiveColumn } from '../plan/live-formulas.ts';
import { bodyRange, type TablePlan } from '../plan/result-plan.ts';

const OWN_CELL = /\[@\[([^\]]+)\]\]/g;

/** The plan's live columns, each formula naming its row's cells by their addresses. */
export function formulasByCell(plan: TablePlan): readonly LiveColumn[] {
  const letters = new Map(
    plan.definition.columns.map(({ name }, index) => [
      headerKey(name),
      columnLetters(plan.columns[index] ?? plan.firstColumn),
    ]),
  );
  const { row } = bodyRange(plan);
  return plan.live.map(({ column, formulas }) => ({
    column,
    formulas: formulas.map((formula, index) =>
      formula?.replace(OWN_CELL, (whole, name: string) => {
        const at = letters.get(headerKey(name));
        return at === undefined ? whole : `$${at}${row + index}`;
      }),
    ),
  }));
}

/** The live columns without the formulas that did not hold, by the columns that had to be corrected. */
export const withoutFailed = (
  live: readonly LiveColumn[],
  corrected: readonly LiveColumn[],
): readonly LiveColumn[] =>
  live.map((column) => {
    const right = corrected.find((candidate) => candidate.column === column.column);
    if (right === undefined) return column;
    return {
      column: column.column,
      formulas: column.formulas.map((formula, at) =>
        right.formulas[at] === undefined ? undefined : formula,
      ),
    };
  });
