/**
 * What papers are made from: the workbook's cells as a run reads them, and where the offer stands. Nothing is written. Once
 * the offer is granted its results are final: then what the cells give is held to what the workbook says.
 */
import { isBlank, type CellValue } from '../../domain/basics/cell.ts';
import { badValue } from '../../domain/basics/error.ts';
import { say } from '../../domain/basics/sentence.ts';
import { headerKey } from '../../domain/basics/words.ts';
import type { Stage } from '../../domain/offer/life/stage.ts';
import type { OfferSource } from '../../domain/offer/offer-source.ts';
import { NEW_GRANTS_TABLE } from '../../domain/offer/results/result-tables.ts';
import { runOffer } from '../../domain/offer/run-offer.ts';
import { AFTER_CELL_EDIT } from '../excel/excel-run.ts';
import { readCells } from '../excel/read-cells.ts';
import { presentTable } from './own-tables.ts';
import { readWorkbook, type WorkbookReading } from './read-workbook.ts';

/** @throws RegrantError the workbook's record of the offer cannot be relied on */
export const readForOutputs = (): Promise<{ readonly source: OfferSource; readonly stage: Stage }> =>
  Excel.run(AFTER_CELL_EDIT, async (context) => {
    const reading = await readWorkbook(context);
    const { source, life } = reading;
    if (life.problem !== undefined) throw badValue(life.problem);
    if (life.stage === 'Granted') await refuseOtherResults(context, reading);
    return { source, stage: life.stage };
  });

/** Terms, prices or dates of service that have changed since the grant would make a paper say what was not granted. */
async function refuseOtherResults(
  context: Excel.RequestContext,
  { shape, source }: WorkbookReading,
): Promise<void> {
  const table = presentTable(shape, NEW_GRANTS_TABLE);
  if (table === undefined)
    throw badValue(
      say`The offer is granted, but the table ${NEW_GRANTS_TABLE.table} is gone: restore it from a copy of the workbook.`,
    );
  const [cells = []] = await readCells(context, [{ sheet: table.sheet, range: table.range }]);
  const { definition, rows } = runOffer(source).newGrants;
  const written = cells.slice(1).filter((row) => !row.every(isBlank));
  const headers = (cells[0] ?? []).map((header) => headerKey(String(header)));
  const column = definition.columns.find(({ name }, at) => {
    const own = headers.indexOf(headerKey(name));
    return own >= 0 && rows.some((row, index) => !isSame(row[at], written[index]?.[own]));
  });
  if (column === undefined && written.length === rows.length) return;
  throw badValue(
    say`The terms, prices or dates of service now give other results than those granted (${column?.name ?? 'rows'} on sheet "${table.sheet}"): restore what has changed since the grant, or step back and grant again.`,
  );
}

function isSame(one: CellValue, other: CellValue): boolean {
  if (isBlank(one) || isBlank(other)) return isBlank(one) && isBlank(other);
  if (typeof one === 'number' && typeof other === 'number')
    return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
  return String(one).trim() === String(other).trim();
}
