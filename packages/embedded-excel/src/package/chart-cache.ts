/**
 * The figures and labels that a chart's part keeps beside its references: what viewers draw that do not read the cells.
 * Excel and LibreOffice read them anew.
 *
 * @see ECMA-376 part 1, 21.2.2.123 (numCache), 21.2.2.201 (strCache)
 */
import { type Area, COLUMN_LIMIT, parseArea, ROW_LIMIT } from '../model/area.ts';
import { CellError, type CellValue } from '../model/cell-error.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { escapeText } from './xml.ts';

interface SourceCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** The cells of a reference such as `'New Grants'!$B$2:$B$9`; hidden ones are not drawn. */
function sourceCells(reference: string, book: Workbook): SourceCell[] {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference);
  const sheet = book.sheet(match?.[1]?.replace(/''/g, "'") ?? match?.[2] ?? '');
  const area: Area | undefined = parseArea(match?.[3] ?? '');
  if (sheet === undefined || area === undefined) return [];
  // Of whole columns and rows, the part in use.
  const used = sheet.usedRange() ?? area;
  const bottom = area.bottom === ROW_LIMIT - 1 ? used.bottom : area.bottom;
  const right = area.right === COLUMN_LIMIT - 1 ? used.right : area.right;
  const cells: SourceCell[] = [];
  for (let row = area.top; row <= bottom; row++) {
    if (sheet.rowProperties(row).hidden === true) continue;
    for (let column = area.left; column <= right; column++)
      if (sheet.layout.column(column).hidden !== true) cells.push({ sheet, row, column });
  }
  return cells;
}

const valueOf = ({ sheet, row, column }: SourceCell): CellValue => sheet.value(row, column);

/** How many points a reference draws. */
export const pointCount = (reference: string, book: Workbook): number => sourceCells(reference, book).length;

/** Whether the cells hold figures (or dates) and nothing else. */
export function holdsNumbers(reference: string, book: Workbook): boolean {
  const values = sourceCells(reference, book)
    .map(valueOf)
    .filter((value) => value !== null);
  return values.length > 0 && values.every((value) => typeof value === 'number');
}

function pointsXml(values: readonly (string | undefined)[], p: string): string {
  const points = values.map((value, index) =>
    value === undefined ? '' : `<${p}pt idx="${index}"><${p}v>${escapeText(value)}</${p}v></${p}pt>`,
  );
  return `<${p}ptCount val="${values.length}"/>${points.join('')}`;
}

/** A `numCache`; a cell without a figure has no point. */
export function numberCacheXml(reference: string, book: Workbook, p = 'c:'): string {
  const cells = sourceCells(reference, book);
  const [first] = cells;
  const format =
    first === undefined ? 'General' : book.styles.numberFormat(first.sheet.style(first.row, first.column));
  const values = cells.map((cell) => {
    const value = valueOf(cell);
    return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
  });
  return `<${p}numCache><${p}formatCode>${escapeText(format)}</${p}formatCode>${pointsXml(values, p)}</${p}numCache>`;
}

/** A `strCache`; an empty cell has no point. */
export function textCacheXml(reference: string, book: Workbook, p = 'c:'): string {
  const values = sourceCells(reference, book).map((cell) => {
    const value = valueOf(cell);
    if (value === null) return undefined;
    return value instanceof CellError
      ? value.code
      : typeof value === 'boolean'
        ? value
          ? 'TRUE'
          : 'FALSE'
        : String(value);
  });
  return `<${p}strCache>${pointsXml(values, p)}</${p}strCache>`;
}
