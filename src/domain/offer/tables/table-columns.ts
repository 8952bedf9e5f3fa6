/**
 * The columns of the offer's tables, declared once. A column that is not known could have been meant to change a result,
 * so it is never passed over in silence.
 */
import { cellAddress } from '../../basics/block.ts';
import { isBlank, show } from '../../basics/cell.ts';
import type { Problems } from '../../basics/problems.ts';
import { say } from '../../basics/sentence.ts';
import { headerKey, nearest, nearestWord } from '../../basics/words.ts';
import { columnNamed } from '../../ledger/columns.ts';
import type { Checks } from '../check.ts';
import { type OfferTable, placed } from '../offer-table.ts';
import { isPersonal } from './personal-columns.ts';

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  OfferTerms: ['Term', 'Value'],
  OfferRules: ['Field', 'Operator', 'Value', 'Reason', 'Waived for Look-back', 'Where'],
  OfferElections: ['Holder ID', 'Grant ID', 'Action', 'Received', 'Percent', 'Shares', 'Portion', 'Choice'],
  OfferPrices: ['Date', 'Close', 'Open', 'High', 'Low', 'Volume', 'Class'],
  OfferEvents: [
    'Date',
    'Event',
    'New Shares',
    'Old Shares',
    'Stock per Share',
    'Cash per Share',
    'Acquirer Price',
    'Rounding',
  ],
  OfferPlans: ['Plan', 'Authorised', 'Available', 'Recycles'],
};

/** Tables that come from elsewhere, such as a form tool's export: an unknown column of theirs is only a warning. */
const FROM_ELSEWHERE = new Set(['OfferElections', 'OfferPrices']);

/** Adds what is wrong with a table's columns to the problems, or to the checks where the run can go on. */
export function checkColumns(table: OfferTable | undefined, problems: Problems, checks: Checks): void {
  if (table === undefined) return;
  const known = COLUMNS[table.name] ?? [];
  const keys = new Set(known.map(headerKey));
  const seen = new Set<string>();
  (table.block.values[0] ?? []).forEach((cell, offset) => {
    if (isBlank(cell)) return;
    const header = String(cell).trim();
    const key = headerKey(header);
    const synonym = table.name === 'OfferElections' ? columnNamed(header)?.name : undefined;
    if (keys.has(key) && seen.has(key)) {
      problems.add(
        placed(
          cellAddress(table.block, 0, offset),
          say`${table.name} has the column ${show(header)} twice; leave one.`,
        ),
      );
      return;
    }
    seen.add(key);
    if (keys.has(key) || isPersonal(header) || (synonym !== undefined && known.includes(synonym))) return;
    const isForeign = FROM_ELSEWHERE.has(table.name);
    if (isForeign && nearest(header, known) === undefined)
      checks.addAt(
        'Warning',
        table.block,
        0,
        header,
        say`Column ${show(header)} of ${table.name} is not known and not used`,
      );
    else
      problems.add(
        placed(
          cellAddress(table.block, 0, offset),
          say`${show(header)} is not a column of ${table.name}${nearestWord(header, known)}`,
        ),
      );
  });
}
