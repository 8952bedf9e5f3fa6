/** OfferControls: the plan system's own totals, held against the ledger's. */
import { cellAddress } from '../../basics/block.ts';
import { type CellValue, idText, isBlank, numberIn, show } from '../../basics/cell.ts';
import { say, type Words } from '../../basics/sentence.ts';
import { fieldOf } from '../../ledger/field.ts';
import { idKey } from '../../ledger/id-key.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { LedgerRemark } from '../../ledger/remark.ts';
import type { OfferSource } from '../offer-source.ts';
import { columnOffset, neededColumn, offerTable } from '../offer-table.ts';

interface Total {
  readonly plan: string;
  grants: number;
  outstanding: number;
}

/**
 * An error for each plan whose figures differ from the ledger's; a plan without a row is a warning.
 *
 * @throws RegrantError the table lacks the column Plan
 */
export function controlRemarks(source: OfferSource, ledger: Ledger): readonly LedgerRemark[] {
  const table = offerTable(source, 'OfferControls');
  if (table === undefined || table.rows.length === 0) return [];
  const { block } = table;
  const planAt = neededColumn(table, 'Plan');
  const totals = totalsByPlan(ledger);
  const remarks: LedgerRemark[] = [];
  const add = (severity: LedgerRemark['severity'], offset: number, column: string, problem: Words): void =>
    void remarks.push({ severity, sheet: block.sheet, row: block.row + offset, column, problem });
  const seen = new Map<string, number>();
  for (const offset of table.rows) {
    const row = block.values[offset] ?? [];
    const plan = idText(row[planAt]);
    const first = seen.get(idKey(plan));
    if (first !== undefined) {
      add(
        'Error',
        offset,
        'Plan',
        say`Plan ${plan} is already in ${cellAddress(block, first, planAt)}: this row is not compared`,
      );
      continue;
    }
    seen.set(idKey(plan), offset);
    const total = totals.get(idKey(plan)) ?? { plan, grants: 0, outstanding: 0 };
    const compare = (column: string, counted: number): void => {
      const cell: CellValue = row[columnOffset(table, column)];
      if (isBlank(cell)) return;
      const stated = numberIn(cell);
      if (stated === undefined)
        add(
          'Error',
          offset,
          column,
          say`${column} is ${show(cell)}, text where a number is due: it is not compared`,
        );
      else if (stated !== counted)
        add(
          'Error',
          offset,
          column,
          say`${column} of plan ${plan === '' ? say`without a name` : plan}: the plan system has ${stated}, the ledger ${counted}`,
        );
    };
    compare('Grants', total.grants);
    compare('Outstanding', total.outstanding);
  }
  for (const [key, { plan, grants, outstanding }] of totals)
    if (!seen.has(key))
      add(
        'Warning',
        0,
        'Plan',
        say`Plan ${plan === '' ? say`without a name` : plan} has ${grants} grants with ${outstanding} shares outstanding in the ledger, and no row in OfferControls`,
      );
  return remarks;
}

/** Grants, by ledger rows, and shares outstanding; a count that cannot be read adds nothing. */
function totalsByPlan({ map, block, rows }: Ledger): ReadonlyMap<string, Total> {
  const planAt = map.offsets.get('Plan')?.[0] ?? -1;
  const outstanding = fieldOf(map, 'Outstanding');
  const totals = new Map<string, Total>();
  for (const offset of rows) {
    const row = block.values[offset] ?? [];
    const plan = idText(row[planAt]);
    const total = totals.get(idKey(plan)) ?? { plan, grants: 0, outstanding: 0 };
    const shares = outstanding.read(row);
    total.grants++;
    if (typeof shares === 'number') total.outstanding += shares;
    totals.set(idKey(plan), total);
  }
  return totals;
}
