/** Formulas that give 0 where a rule's value or a price is due: what they refer to may still be empty. */
import { say } from '../../basics/sentence.ts';
import { headerKey } from '../../basics/words.ts';
import type { Checks } from '../check.ts';
import type { OfferTable } from '../offer-table.ts';

const isFormula = (content: unknown): boolean => typeof content === 'string' && content.startsWith('=');

/** @param columns the headers under which a 0 is suspicious */
export function checkZeroFormulas(
  table: OfferTable | undefined,
  columns: readonly string[],
  checks: Checks,
): void {
  const formulas = table?.block.formulas;
  if (table === undefined || formulas === undefined) return;
  const keys = new Set(columns.map(headerKey));
  const headers = (table.block.values[0] ?? []).map((header) => String(header ?? '').trim());
  for (const row of table.rows)
    headers.forEach((header, column) => {
      if (!keys.has(headerKey(header))) return;
      if (table.block.values[row]?.[column] === 0 && isFormula(formulas[row]?.[column]))
        checks.addAt(
          'Warning',
          table.block,
          row,
          header,
          say`The formula in ${table.name} gives 0: what it refers to may still be empty`,
        );
    });
}
