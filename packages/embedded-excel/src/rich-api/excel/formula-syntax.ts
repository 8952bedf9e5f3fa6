/** Whether Excel would take a text as a formula: `=SUM(` is refused when it is entered, whatever its cells hold. */
import { parseFormula } from '../../calculation/formula-parser.ts';
import { invalidArgument } from '../rich-api-error.ts';

/** Formulas that were found right, without their numbers: a column filled down is taken apart once. */
const known = new Set<string>();
const MOST_KNOWN = 10_000;

/** @throws RichApiError InvalidArgument: the text is no formula */
export function ensureFormula(text: string): void {
  const shape = text.replace(/\d+/g, '0');
  if (known.has(shape)) return;
  try {
    parseFormula(text);
  } catch {
    throw invalidArgument();
  }
  if (known.size >= MOST_KNOWN) known.clear();
  known.add(shape);
}
