/**
 * Headers that stand over two rows: a group above its columns ("Shares" over "Granted" and "Exercised"), or one name
 * broken in two ("Exercise" over "Price"). It knows names of columns, not where a ledger begins.
 */
import { type CellValue, isBlank } from '../basics/cell.ts';
import { columnNamed } from './columns.ts';
import type { Row } from './field.ts';

/** The names of two rows read as one header; undefined where they cannot be one, because one of them holds figures. */
export function joinedHeaders(upper: Row, lower: Row): readonly string[] | undefined {
  const isText = (cell: CellValue): boolean => isBlank(cell) || typeof cell === 'string';
  if (!upper.every(isText) || !lower.every(isText)) return undefined;
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) =>
    joinedName(nameIn(upper[at]), nameIn(lower[at])),
  );
}

const nameIn = (cell: CellValue): string => (isBlank(cell) ? '' : String(cell).trim());

function joinedName(upper: string, lower: string): string {
  const both = `${upper} ${lower}`.trim();
  return [both, lower, upper].find((name) => columnNamed(name) !== undefined) ?? both;
}
