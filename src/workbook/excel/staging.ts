/**
 * The hidden sheets on which a run is prepared before anything of the workbook changes: their names, whose they are, and
 * how they go away again. Several people may have a workbook open at once, so that a run takes away what is its own or
 * was left behind, and never what another run is preparing. It does not know what is prepared on them.
 */
import { AFTER_CELL_EDIT } from './excel-run.ts';
import { sameName, type SheetShape, type WorkbookShape } from './workbook-shape.ts';

const SHEET = 'Regrant staging ';
const TABLE = 'RegrantStaging';
/** Begun when, in seconds since 1970, by which session; names without these are of versions before. */
const IS_STAGING = new RegExp(`^${SHEET}(?:([0-9a-z]{6})-([0-9a-z]{4}) )?\\d+$`, 'i');
/** Longer than a run takes on the largest ledger. */
const LONGEST_RUN_MS = 10 * 60_000;
const BASE = 36;

/** This opening of the add-in, told from others that have the same workbook open. */
const SESSION = Math.floor(Math.random() * BASE ** 4)
  .toString(BASE)
  .padStart(4, '0');

/** A sheet of that name which a person can see is no staging sheet. */
export const isStaging = ({ name, isVeryHidden }: SheetShape): boolean =>
  isVeryHidden && IS_STAGING.test(name);

/**
 * The staging sheets that were there when this session first looked: an Excel that went down has left them. Should their
 * run be under way all the same, it fails without them and takes back what it has begun.
 */
let foundAtFirst: ReadonlySet<string> | undefined;

/** Tells the module what a workbook consists of; the first time counts. */
export function lookAtFirst(shape: WorkbookShape): void {
  foundAtFirst ??= new Set(shape.sheets.filter(isStaging).map(({ name }) => name));
}

/** When another session began a run whose sheets have come since, in milliseconds since 1970; undefined where none did. */
function begunElsewhere({ name }: SheetShape): number | undefined {
  const [, stamp, session] = IS_STAGING.exec(name) ?? [];
  const isOver = stamp === undefined || session === SESSION || foundAtFirst?.has(name) === true;
  return isOver ? undefined : parseInt(stamp, BASE) * 1000;
}

/**
 * When another session has begun a run that may be under way still, in milliseconds since 1970. The clocks of two
 * machines differ, so that one ahead of this one counts too.
 */
export function otherRun(shape: WorkbookShape, now: number): number | undefined {
  const begun = shape.sheets
    .filter(isStaging)
    .flatMap((sheet) => begunElsewhere(sheet) ?? [])
    .filter((time) => Math.abs(now - time) < LONGEST_RUN_MS);
  return begun.length === 0 ? undefined : Math.max(...begun);
}

/** The sheets of runs that never ended: this session's, those found at first, and those too old to be under way. */
export const leftBehind = (shape: WorkbookShape, now: number, takesOver = false): readonly SheetShape[] =>
  shape.sheets.filter(isStaging).filter((sheet) => {
    const begun = begunElsewhere(sheet);
    return takesOver || begun === undefined || Math.abs(now - begun) >= LONGEST_RUN_MS;
  });

/** A prepared sheet, and what becomes of it. */
export interface StagedSheet {
  readonly name: string;
  /** By which it is found under any name; undefined while Excel has not told. */
  readonly id: () => string | undefined;
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
  readonly #stamp: string;
  readonly #taken: readonly string[];
  #lastSheet = 0;
  #lastTable = 0;

  /**
   * Queues the removal of what a run that never ended has left behind.
   *
   * @param takesOver whether another session's run counts as ended, however young it is
   */
  constructor(context: Excel.RequestContext, shape: WorkbookShape, takesOver = false) {
    const now = Date.now();
    this.#worksheets = context.workbook.worksheets;
    this.#stamp = `${Math.floor(now / 1000).toString(BASE)}-${SESSION}`;
    const left = leftBehind(shape, now, takesOver);
    for (const { name } of left) deleteHidden(this.#worksheets.getItem(name));
    const gone = new Set(left.map(({ name }) => name));
    this.#taken = [
      ...shape.sheets.filter(({ name }) => !gone.has(name)).map(({ name }) => name),
      ...shape.tables.filter(({ sheet }) => !gone.has(sheet)).map(({ name }) => name),
      ...shape.names,
    ];
  }

  /** Queues a new staging sheet. */
  add(final: string | undefined, isVisible = true): StagedSheet {
    let name: string;
    do name = `${SHEET}${this.#stamp} ${++this.#lastSheet}`;
    while (this.#isTaken(name));
    const added = this.#worksheets.add(name).load('id');
    added.visibility = 'VeryHidden';
    const sheet: StagedSheet = { name, id: () => idOf(added), final, tables: [], isVisible };
    this.sheets.push(sheet);
    return sheet;
  }

  /** A table's name until it takes its place. */
  tableName(sheet: StagedSheet, final: string): string {
    let name: string;
    do name = `${TABLE}_${this.#stamp.replace('-', '_')}_${++this.#lastTable}`;
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

/** Reading what was not loaded is an error. */
function idOf(sheet: Excel.Worksheet): string | undefined {
  try {
    return sheet.id;
  } catch {
    return undefined;
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
