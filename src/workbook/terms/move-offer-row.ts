/**
 * Lets two rows of an offer's table change places, with their values and number formats. Rows with formulas stay where
 * they are: a reference that has moved may mean another cell. It does not know what the rows say.
 */
import { cellAddress } from '../../domain/basics/block.ts';
import { type CellValue, isBlank } from '../../domain/basics/cell.ts';
import { badValue } from '../../domain/basics/error.ts';
import { say } from '../../domain/basics/sentence.ts';
import type { OfferTableName } from '../../domain/offer/offer-source.ts';
import { inOneUndo } from '../excel/excel-run.ts';
import { formulaIn, readCells } from '../excel/read-cells.ts';
import { rectAddress } from '../excel/rect.ts';
import { readShape } from '../excel/workbook-shape.ts';
import { isSameRow, type ShownRow } from './write-offer-row.ts';
import { writableTable } from './write-terms.ts';

export interface OfferRowMove {
  readonly table: OfferTableName;
  readonly row: ShownRow;
  /** The row whose place it takes. */
  readonly other: ShownRow;
}

/** @throws RegrantError the table is gone or protected, or a row is no longer what was shown or holds a formula */
export async function moveOfferRow({ table: name, row, other }: OfferRowMove): Promise<void> {
  await inOneUndo(async (context) => {
    const shape = await readShape(context);
    const table = writableTable(shape, name);
    const { range } = table;
    const whole = [{ sheet: table.sheet, range }];
    const [contents = []] = await readCells(context, whole, 'formulas');
    const [values = []] = await readCells(context, whole);
    const sheet = context.workbook.worksheets.getItem(table.sheet);
    const cellsOf = ({ offset }: ShownRow): Excel.Range =>
      sheet.getRange(rectAddress({ ...range, row: range.row + offset, rowCount: 1 }));
    for (const shown of [row, other]) {
      const cell = cellAddress({ ...range, sheet: table.sheet, values: [] }, shown.offset, 0);
      const now = contents[shown.offset];
      if (!isSameRow(now, shown.contents))
        throw badValue(
          say`${cell}: this row has been changed meanwhile and was not moved: look at it again.`,
        );
      if (now?.some((content, at) => formulaIn(content, values[shown.offset]?.[at]) !== undefined) === true)
        throw badValue(say`${cell}: this row holds a formula and was not moved: move it in the sheet.`);
    }
    const [from, to] = [cellsOf(row), cellsOf(other)];
    from.load('numberFormat');
    to.load('numberFormat');
    await context.sync();
    const formats = [from, to].map(({ numberFormat }) => numberFormat as string[][]);
    [to, from].forEach((target, at) => {
      const { offset } = at === 0 ? row : other;
      const [format = []] = formats[at] ?? [];
      target.numberFormat = [format];
      target.values = [(values[offset] ?? []).map((value, column) => asItIs(value, format[column]))];
    });
    if (table.isFiltered) sheet.tables.getItem(table.name).clearFilters();
    await context.sync();
  });
}

/** A text that Excel could take for a number, a date or a formula stays text by an apostrophe. */
function asItIs(value: CellValue, format: string | undefined): CellValue {
  if (isBlank(value)) return '';
  const isSafe = typeof value !== 'string' || format === '@' || isPlainWord(value);
  return isSafe ? value : `'${value}`;
}

const isPlainWord = (text: string): boolean => /^\p{L}[^\d]*$/u.test(text) && !/^(true|false)$/i.test(text);
