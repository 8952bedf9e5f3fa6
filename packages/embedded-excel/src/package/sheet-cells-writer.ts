/**
 * A sheet's cells, from the grid into bytes, piece by piece.
 *
 * @see ECMA-376 part 1, 18.3.1.4 (c), 18.3.1.40 (f), 18.3.1.73 (row)
 */
import { areaAddress, areaAt, columnLetters } from '../model/area.ts';
import { CellError, type CellValue } from '../model/cell-error.ts';
import {
  cellKey,
  type GridRow,
  keyColumn,
  keyRow,
  NO_STYLE,
  type RowProperties,
} from '../model/cell-grid.ts';
import type { Sheet } from '../model/sheet.ts';
import { spillArea } from '../model/spills.ts';
import { ByteWriter } from './byte-writer.ts';
import { CUSTOM_FUNCTION_PREFIX } from './formula-spelling.ts';
import type { KeptCell } from './sheet-cells-reader.ts';
import { attributeText, encodeXstring, escapeText } from './xml.ts';

export interface CellsOutput {
  /** Place of a text among the shared strings. */
  readonly place: (text: string) => number;
  /** Turns a formula from the user's spelling into the file's, for a cell. */
  readonly spell: (formula: string, row: number, column: number) => string;
  /** The `cm` of a dynamic array's first cell. */
  readonly dynamic: () => number;
  /** Told when a formula has no value yet, or one that a file cannot hold: Excel has to calculate it. */
  readonly uncalculated: () => void;
}

/** The whole `sheetData` element. */
export function writeCells(sheet: Sheet, output: CellsOutput, prefix: string): Uint8Array[] {
  return new CellsWriter(sheet, output, prefix).write();
}

/** Errors that a file can name; later ones stand as #VALUE! until Excel calculates again. */
const STORED_ERRORS = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
]);

class CellsWriter {
  private readonly sheet: Sheet;
  private readonly output: CellsOutput;
  private readonly p: string;
  private readonly writer = new ByteWriter();
  private readonly letters: string[] = [];
  /** A cell without a format of its own shows its column's, and a file says so cell by cell. */
  private readonly styledColumns: boolean;
  private readonly rowTags = new Map<RowProperties, string>();

  constructor(sheet: Sheet, output: CellsOutput, prefix: string) {
    this.sheet = sheet;
    this.output = output;
    this.p = prefix;
    this.styledColumns = sheet.layout.columns.some(({ style }) => (style ?? 0) > 0);
  }

  write(): Uint8Array[] {
    const { writer, p, sheet } = this;
    writer.ascii(`<${p}sheetData>`);
    const formulaColumns = this.lastFormulaColumns();
    for (const [row, content] of sheet.grid.rows()) this.row(row, content, formulaColumns.get(row) ?? -1);
    writer.ascii(`</${p}sheetData>`);
    return writer.pieces();
  }

  /** A formula without a value may stand to the right of a row's last value. */
  private lastFormulaColumns(): Map<number, number> {
    const last = new Map<number, number>();
    for (const keys of [this.sheet.grid.formulas.keys(), this.sheet.keptOfCells.keys()])
      for (const key of keys) last.set(keyRow(key), Math.max(last.get(keyRow(key)) ?? -1, keyColumn(key)));
    return last;
  }

  private row(row: number, content: GridRow, lastFormula: number): void {
    const { writer, p, sheet } = this;
    const { values, styles, properties } = content;
    const inherits = this.styledColumns || properties?.style !== undefined;
    const count = Math.max(values.length, styles?.length ?? 0, lastFormula + 1);
    const number = String(row + 1);
    let open = false;
    if (properties !== undefined) {
      writer.ascii(`<${p}row r="${number}"`);
      writer.text(`${this.rowAttributes(properties)}>`);
      open = true;
    }
    const cellOpen = `<${p}c r="`;
    for (let column = 0; column < count; column++) {
      const value = values[column] ?? null;
      const style = styles?.[column] ?? NO_STYLE;
      if (value === null && style === NO_STYLE && !(column <= lastFormula && this.hasMore(row, column)))
        continue;
      if (!open) writer.ascii(`<${p}row r="${number}">`);
      open = true;
      writer.ascii(cellOpen);
      writer.ascii((this.letters[column] ??= columnLetters(column)));
      writer.ascii(number);
      const shown = style === NO_STYLE && inherits ? sheet.style(row, column) : style;
      writer.ascii(shown > 0 ? `" s="${shown}"` : '"');
      this.content(row, column, value);
    }
    if (open) writer.ascii(`</${p}row>`);
  }

  private hasMore(row: number, column: number): boolean {
    const key = cellKey(row, column);
    return this.sheet.grid.formulas.has(key) || this.sheet.keptOfCells.has(key);
  }

  private rowAttributes(properties: RowProperties): string {
    let text = this.rowTags.get(properties);
    if (text === undefined) {
      const kept = properties.kept ?? '';
      text =
        attributeText({
          s: properties.style,
          customFormat: properties.style === undefined ? undefined : true,
          ht: properties.height,
          customHeight: properties.height === undefined || kept.includes('customHeight') ? undefined : true,
          hidden: properties.hidden,
          outlineLevel: properties.outlineLevel,
        }) + kept;
      this.rowTags.set(properties, text);
    }
    return text;
  }

  /** A cell from its type on: the tag is open, its address and style are written. */
  private content(row: number, column: number, value: CellValue): void {
    const { writer, p, sheet } = this;
    const key = cellKey(row, column);
    const formula = sheet.grid.formulas.size === 0 ? undefined : sheet.grid.formulas.get(key);
    const kept =
      sheet.keptOfCells.size === 0 ? undefined : (sheet.keptOfCells.get(key) as KeptCell | undefined);
    if (kept?.attributes !== undefined) writer.text(kept.attributes);
    if (formula !== undefined || kept?.formula !== undefined) {
      this.formula(row, column, formula, kept?.formula, value);
      return;
    }
    if (typeof value === 'number' && Number.isFinite(value)) writer.ascii(`><${p}v>${value}</${p}v></${p}c>`);
    else if (typeof value === 'string') {
      if (kept?.inlineString !== undefined) writer.text(` t="inlineStr">${kept.inlineString}</${p}c>`);
      else writer.ascii(` t="s"><${p}v>${kept?.sharedString ?? this.output.place(value)}</${p}v></${p}c>`);
    } else if (value === null) writer.ascii('/>');
    else writer.ascii(`${typed(value)}><${p}v>${stored(value)}</${p}v></${p}c>`);
  }

  private formula(
    row: number,
    column: number,
    formula: string | undefined,
    kept: string | undefined,
    value: CellValue,
  ): void {
    const { writer, p, sheet, output } = this;
    const spill = sheet.spills.at(row, column);
    const spelt = formula === undefined ? '' : output.spell(formula.slice(1), row, column);
    let attributes = '';
    if (spill !== undefined || (spelt.includes(CUSTOM_FUNCTION_PREFIX) && !isSingle(sheet, row, column))) {
      const area = spill === undefined ? areaAt(row, column) : spillArea(spill);
      attributes = ` t="array" ref="${areaAddress(area)}"`;
      if (spill?.dynamic !== false) writer.ascii(` cm="${output.dynamic()}"`);
    }
    if (value === null || (value instanceof CellError && !STORED_ERRORS.has(value.code)))
      output.uncalculated();
    writer.ascii(value === null ? '>' : `${typeof value === 'string' ? ' t="str"' : typed(value)}>`);
    if (formula === undefined) writer.text(kept ?? '');
    else {
      writer.ascii(`<${p}f${attributes}>`);
      writer.text(escapeText(spelt));
      writer.ascii(`</${p}f>`);
    }
    if (value !== null) {
      writer.ascii(`<${p}v>`);
      writer.text(typeof value === 'string' ? escapeText(encodeXstring(value)) : stored(value));
      writer.ascii(`</${p}v>`);
    }
    writer.ascii(`</${p}c>`);
  }
}

/**
 * Whether a formula means one value of each range, as those do that a file holds without the mark. To Excel any custom
 * function may give an array, so that one written without it would show as `=@REGRANT...` and be handed single cells.
 */
const isSingle = (sheet: Sheet, row: number, column: number): boolean =>
  sheet.singleValued.has(cellKey(row, column));

/** The type attribute of a value that is neither text nor empty. */
function typed(value: Exclude<CellValue, string | null>): string {
  if (typeof value === 'boolean') return ' t="b"';
  return typeof value === 'number' && Number.isFinite(value) ? '' : ' t="e"';
}

function stored(value: Exclude<CellValue, string | null>): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '#NUM!';
  if (typeof value === 'boolean') return value ? '1' : '0';
  return STORED_ERRORS.has(value.code) ? value.code : '#VALUE!';
}
