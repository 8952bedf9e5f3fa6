/**
 * Another workbook that formulas link to, as far as the file keeps it: the values of the cells that they read, as they
 * were when Excel last saw that workbook. It is never written.
 */
import type { CellValue } from './cell-error.ts';
import { Sheet } from './sheet.ts';

export interface ExternalSheet {
  readonly name: string;
  readonly cells: readonly { readonly row: number; readonly column: number; readonly value: CellValue }[];
}

export interface ExternalContents {
  /** The sheets that values are kept of. */
  readonly sheets: readonly ExternalSheet[];
  /** What its defined names refer to, by their names in lower case. */
  readonly names: ReadonlyMap<string, string>;
}

export class ExternalBook {
  private readonly read: () => ExternalContents;
  private contents: { sheets: Map<string, Sheet>; names: ReadonlyMap<string, string> } | undefined;

  /** @param read called when a formula first asks, as most runs calculate no link */
  constructor(read: () => ExternalContents) {
    this.read = read;
  }

  sheet(name: string): Sheet | undefined {
    return this.load().sheets.get(name.toLowerCase());
  }

  name(name: string): string | undefined {
    return this.load().names.get(name.toLowerCase());
  }

  private load(): { sheets: Map<string, Sheet>; names: ReadonlyMap<string, string> } {
    if (this.contents !== undefined) return this.contents;
    const { sheets, names } = this.read();
    const loaded = new Map<string, Sheet>();
    for (const { name, cells } of sheets) {
      const sheet = new Sheet(`external ${name}`, name, () => undefined);
      for (const { row, column, value } of cells) sheet.grid.rowForWriting(row).setValue(column, value);
      loaded.set(name.toLowerCase(), sheet);
    }
    return (this.contents = { sheets: loaded, names });
  }
}
