/**
 * The hidden sheets on which a run is prepared before anything of the workbook changes: their names, which of a
 * workbook's sheets are such, and how they go away again. It does not know what is prepared on them.
 */
import { AFTER_CELL_EDIT } from './excel-run.ts';
import { sameName, type SheetShape, type WorkbookShape } from './workbook-shape.ts';

const SHEET = 'Regrant staging ';
const TABLE = 'RegrantStaging';
const IS_STAGING = new RegExp(`^${SHEET}\\d+$`, 'i');

/** A sheet of that name which a person can see is no staging sheet. */
export const isStaging = ({ name, isVeryHidden }: SheetShape): boolean =>
  isVeryHidden && IS_STAGING.test(name);

/** A prepared sheet, and what becomes of it. */
export interface StagedSheet {
  readonly name: string;
  /** The name that it gets when it takes its place; undefined where it only helps, and is deleted then. */
  readonly final: string | undefined;
  readonly tables: { readonly name: string; readonly final: string }[];
  /** Whether people see it when it is in its place. */
  readonly isVisible: boolean;
}

/** Makes staging sheets, and knows which it has made. */
export class Staging {
  readonly sheets: StagedSheet[] = [];
  readonly #worksheets: Excel.WorksheetCollection;
  readonly #taken: readonly string[];
  #lastSheet = 0;
  #lastTable = 0;

  /** Queues the removal of what a run that never ended has left behind. */
  constructor(context: Excel.RequestContext, shape: WorkbookShape) {
    this.#worksheets = context.workbook.worksheets;
    const leftBehind = shape.sheets.filter(isStaging);
    for (const { name } of leftBehind) deleteHidden(this.#worksheets.getItem(name));
    const gone = new Set(leftBehind.map(({ name }) => name));
    this.#taken = [
      ...shape.sheets.filter(({ name }) => !gone.has(name)).map(({ name }) => name),
      ...shape.tables.filter(({ sheet }) => !gone.has(sheet)).map(({ name }) => name),
      ...shape.names,
    ];
  }

  /** Queues a new staging sheet. */
  add(final: string | undefined, isVisible = true): StagedSheet {
    let name: string;
    do name = `${SHEET}${++this.#lastSheet}`;
    while (this.#isTaken(name));
    const sheet: StagedSheet = { name, final, tables: [], isVisible };
    this.#worksheets.add(name).visibility = 'VeryHidden';
    this.sheets.push(sheet);
    return sheet;
  }

  /** A table's name until it takes its place. */
  tableName(sheet: StagedSheet, final: string): string {
    let name: string;
    do name = `${TABLE}${++this.#lastTable}`;
    while (this.#isTaken(name));
    sheet.tables.push({ name, final });
    return name;
  }

  worksheet({ name }: StagedSheet): Excel.Worksheet {
    return this.#worksheets.getItem(name);
  }

  #isTaken(name: string): boolean {
    return this.#taken.some((taken) => sameName(taken, name));
  }
}

/** Queues the end of a very hidden sheet, which Excel deletes only once it is less hidden. */
export function deleteHidden(sheet: Excel.Worksheet): void {
  sheet.visibility = 'Hidden';
  sheet.delete();
}

/** Takes away what was staged. Best effort: what went wrong in the first place is what a person has to hear of. */
export async function removeStaging(sheets: readonly StagedSheet[]): Promise<void> {
  try {
    await Excel.run(AFTER_CELL_EDIT, async (context) => {
      const { worksheets } = context.workbook;
      const staged = sheets.map(({ name }) => worksheets.getItemOrNullObject(name).load('visibility'));
      await context.sync();
      for (const sheet of staged) if (!sheet.isNullObject) deleteHidden(sheet);
      await context.sync();
    });
  } catch {
    // The workbook is out of reach; the next run removes what is left.
  }
}
