/**
 * Copy, cut and paste. Between cells of the page formulas move with their references and formats go along; to and from
 * other programs cells travel as text with tabs and line ends.
 */
import { type Area, areaAt, columnCount, intersection, rowCount } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import { shiftable } from '../../model/formula-references.ts';
import { cellText, shownFormat } from '../../rich-api/excel/cell-text.ts';
import { selectArea } from '../grid/selection.ts';
import type { Workspace } from '../workspace.ts';

interface Copied {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly text: string;
  readonly isCut: boolean;
}

export class Clipboard {
  private readonly workspace: Workspace;
  private copied: Copied | undefined;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** Where the copied cells stand on the active sheet. */
  get marked(): readonly Area[] {
    return this.copied?.sheet === this.workspace.sheet ? [this.copied.area] : [];
  }

  forget(): void {
    this.copied = undefined;
  }

  copy(data: DataTransfer, isCut: boolean): void {
    const { sheet, selection } = this.workspace;
    const used = sheet.usedRange();
    const area = (used === undefined ? undefined : intersection(used, selection.area)) ?? selection.area;
    if (rowCount(area) * columnCount(area) > 2_000_000) return;
    const text = this.textOf(sheet, area);
    data.setData('text/plain', text);
    this.copied = { sheet, area, text, isCut };
  }

  /** Pastes at the selection; what came from this page keeps formulas and formats. */
  paste(data: DataTransfer): void {
    const text = data.getData('text/plain');
    if (text === '') return;
    const { copied } = this;
    if (copied !== undefined && sameText(copied.text, text)) this.pasteCells(copied);
    else this.pasteText(text);
  }

  private pasteText(text: string): void {
    const lines = text
      .replace(/\r\n?/g, '\n')
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.split('\t'));
    const columns = Math.max(...lines.map((line) => line.length));
    const { top, left } = this.workspace.selection.area;
    const area = areaAt(top, left, lines.length, columns);
    const block = lines.map((line) => Array.from({ length: columns }, (_, column) => line[column] ?? ''));
    if (this.workspace.write(area, block)) this.select(area);
  }

  private pasteCells({ sheet: from, area: source, isCut }: Copied): void {
    const { workspace } = this;
    const { sheet, selection } = workspace;
    const { top, left } = selection.area;
    const [rows, columns] = [rowCount(source), columnCount(source)];
    // A selection of several times the size is filled.
    const isMultiple =
      rowCount(selection.area) % rows === 0 && columnCount(selection.area) % columns === 0 && !isCut;
    const area = isMultiple ? selection.area : areaAt(top, left, rows, columns);
    const cells = blockOf(from, source);
    const isDone = workspace.edit(area, () => {
      if (isCut && from === sheet) from.clear(source, 'all');
      for (let row = area.top; row <= area.bottom; row++)
        for (let column = area.left; column <= area.right; column++) {
          const cell = cells[(row - area.top) % rows]?.[(column - area.left) % columns];
          if (cell === undefined) continue;
          if (cell.formula === undefined) sheet.setValue(row, column, cell.value);
          else sheet.setFormula(row, column, isCut ? cell.formula : cell.shift(row, column));
          sheet.setStyle(row, column, cell.style);
        }
    });
    if (!isDone) return;
    if (isCut) this.forget();
    this.select(area);
  }

  private select(area: Area): void {
    this.workspace.select(selectArea(this.workspace.sheet, area));
  }

  private textOf(sheet: Sheet, area: Area): string {
    const { styles, date1904 } = this.workspace.book;
    const lines: string[] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      const texts: string[] = [];
      for (let column = area.left; column <= area.right; column++)
        texts.push(
          cellText(sheet.value(row, column), shownFormat(sheet, row, column, styles), date1904).trim(),
        );
      lines.push(texts.join('\t'));
    }
    return lines.join('\n');
  }
}

function blockOf(sheet: Sheet, area: Area) {
  return Array.from({ length: rowCount(area) }, (_, rowOffset) =>
    Array.from({ length: columnCount(area) }, (_, columnOffset) => {
      const [row, column] = [area.top + rowOffset, area.left + columnOffset];
      const formula = sheet.formula(row, column);
      const shift = formula === undefined ? undefined : shiftable(formula);
      return {
        value: sheet.value(row, column),
        formula,
        style: sheet.style(row, column),
        shift: (toRow: number, toColumn: number) => shift?.(toRow - row, toColumn - column) ?? '',
      };
    }),
  );
}

/** Systems change line ends on the way through the clipboard. */
const sameText = (a: string, b: string): boolean =>
  a.replace(/\s+$/, '') === b.replace(/\r\n?/g, '\n').replace(/\s+$/, '');
