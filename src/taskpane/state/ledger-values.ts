/** The values that the ledger has for a field, as suggestions for a rule or a criterion. Pure. */
import { type CellValue, isBlank } from '../../domain/basics/cell.ts';
import { RegrantError } from '../../domain/basics/error.ts';
import { headerKey } from '../../domain/basics/words.ts';
import { columnNamed } from '../../domain/ledger/columns.ts';
import type { Ledger } from '../../domain/ledger/ledger.ts';
import type { OfferSource } from '../../domain/offer/offer-source.ts';
import { readLedger } from '../../domain/offer/tables/read-ledger.ts';

/** More than these are no choice any more. */
const MOST_VALUES = 100;

/** The ledger, dates counted from 1900; undefined where the workbook has none that can be read. */
export function readableLedger(source: OfferSource): Ledger | undefined {
  try {
    return readLedger(source);
  } catch (error) {
    if (error instanceof RegrantError) return undefined;
    throw error;
  }
}

/** In their order; none where the field is in no column, or nearly every grant has another value. */
export function ledgerValues({ map, block, rows }: Ledger, field: string): readonly CellValue[] {
  const key = headerKey(field);
  const own = map.headers.findIndex((header) => headerKey(header) === key);
  const column = own >= 0 ? own : map.offsets.get(columnNamed(field)?.name ?? '')?.[0];
  if (key === '' || column === undefined) return [];
  const found = new Map<string, CellValue>();
  for (const row of rows) {
    const cell = block.values[row]?.[column];
    if (isBlank(cell)) continue;
    const value = typeof cell === 'string' ? cell.trim() : cell;
    found.set(String(value).toLowerCase(), found.get(String(value).toLowerCase()) ?? value);
    if (found.size > MOST_VALUES) return [];
  }
  return [...found.values()].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
  );
}
