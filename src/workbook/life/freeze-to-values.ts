/**
 * Makes values of the live formulas in Regrant's own tables, for those who receive the workbook without the add-in. It
 * touches the formulas that a run writes, and no other: an analyst's own columns stay live. Before that it computes the
 * offer as a run does: a cell that shows anything else has not been calculated, or its offer has changed since the run.
 */
import { type CellValue, isBlank, isErrorCell } from '../../domain/basics/cell.ts';
import { columnLetters } from '../../domain/basics/block.ts';
import { badValue } from '../../domain/basics/error.ts';
import { say, type Sentence } from '../../domain/basics/sentence.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import { runInSteps } from '../../domain/offer/run-offer.ts';
import { ELIGIBILITY_TABLE, NEW_GRANTS_TABLE } from '../../domain/offer/results/result-tables.ts';
import { inBookDates } from '../excel/book-dates.ts';
import { type Difference, differences } from '../plan/compare-live.ts';
import { AFTER_CELL_EDIT, inOneUndo } from '../excel/excel-run.ts';
import { inSlices } from '../excel/in-slices.ts';
import { type LiveColumnCells, type LiveTable, readLive } from '../plan/live-cells.ts';
import { errorSentence } from '../excel/office-error.ts';
import { readWorkbook, type WorkbookReading } from '../read/read-workbook.ts';
import { type DeedLog, logDeed } from '../write/log-deed.ts';
import { RequestBudget } from '../excel/request-budget.ts';
import { rectAddress } from '../excel/rect.ts';
import { TEXT_FORMAT } from '../plan/result-formats.ts';
import { RunWatch } from '../excel/run-control.ts';
import { isPending, mayStillCome } from '../write/verify-live.ts';
import { liveTextFormats } from '../write/write-table.ts';

export interface FreezePlan {
  /** How many formulas of each sheet would become values, sheets without any left out. */
  readonly sheets: readonly { readonly sheet: string; readonly formulas: number }[];
  /** Why they cannot; undefined where they can. */
  readonly refuses: Sentence | undefined;
}

/** What freezing would do; writes nothing. */
export const planFreeze = (): Promise<FreezePlan> =>
  Excel.run(AFTER_CELL_EDIT, async (context) => {
    let tables: readonly LiveTable[];
    try {
      tables = await readCompared(context, (await computeOnce(context)).rows);
    } catch (error) {
      return { sheets: [], refuses: errorSentence(error) };
    }
    const counts = new Map<string, number>();
    for (const { sheet, isLive } of tables.flatMap(liveCellsOf))
      counts.set(sheet, (counts.get(sheet) ?? 0) + isLive.filter(Boolean).length);
    return { sheets: [...counts].map(([sheet, formulas]) => ({ sheet, formulas })), refuses: undefined };
  });

/** @returns how many cells became values */
export async function freezeToValues(): Promise<number> {
  const { rows, reading, run } = await Excel.run(AFTER_CELL_EDIT, computeOnce);
  let log: DeedLog | undefined;
  const note = (cells: number): string => `${cells} ${cells === 1 ? 'formula' : 'formulas'} became values`;
  const count = await inOneUndo(async (context) => {
    const tables = await readCompared(context, rows);
    log = reading === undefined ? undefined : await logDeed(context, reading, 'Freeze', run);
    for (const { table } of tables)
      if (table.isFiltered)
        context.workbook.worksheets.getItem(table.sheet).tables.getItem(table.name).clearFilters();
    const budget = new RequestBudget(context);
    let frozen = 0;
    for (const { sheet, range, isLive, values } of tables.flatMap(liveCellsOf)) {
      frozen += isLive.filter(Boolean).length;
      const worksheet = context.workbook.worksheets.getItem(sheet);
      // Cells that were no formulas of Regrant's are not touched: their text would have to be told from formulas.
      for (const { start, end } of runsOf(isLive)) {
        const cells = { ...range, row: range.row + start, rowCount: end - start };
        const frozenValues = values.slice(start, end).map(([value]) => value);
        const formats = liveTextFormats(frozenValues);
        for (const [at, format] of formats.entries())
          if (format === TEXT_FORMAT)
            worksheet.getRange(rectAddress({ ...cells, row: cells.row + at, rowCount: 1 })).numberFormat = [
              [format],
            ];
        await budget.write(
          worksheet,
          cells,
          frozenValues.map((value) => [value]),
        );
      }
    }
    if (frozen > 0) log?.queue(note(frozen));
    await budget.send();
    return frozen;
  });
  if (count > 0) await log?.finish(note(count));
  return count;
}

/** Everything of a table that freezing makes values of. */
const liveCellsOf = ({ columns, beside }: LiveTable): readonly LiveColumnCells[] => [...columns, ...beside];

/** The rows of a table by its name, as a run computes them now. */
type ComputedRows = (table: string) => readonly (readonly CellValue[])[];

/** What the offer gives now; nothing where no cell is live. */
interface Computed {
  readonly rows: ComputedRows;
  readonly reading?: WorkbookReading;
  readonly run?: OfferRun;
}

/**
 * Computes the offer as it is now, where the workbook has live cells.
 *
 * @throws RegrantError a live cell shows an error, or the offer cannot be run
 */
async function computeOnce(context: Excel.RequestContext): Promise<Computed> {
  const tables = await readLive(context);
  refuseErrors(tables);
  if (tables.length === 0) return { rows: () => [] };
  const reading = await readWorkbook(context, new RunWatch());
  const { shape, source } = reading;
  const run = await inSlices(runInSteps(source));
  const { eligibility, newGrants } = run;
  const rows = new Map(
    [
      { ...eligibility, definition: ELIGIBILITY_TABLE },
      { ...newGrants, definition: NEW_GRANTS_TABLE },
    ].map(({ definition, rows: computed }) => [
      definition.table,
      inBookDates(definition.columns, computed, shape.date1904),
    ]),
  );
  return { rows: (table) => rows.get(table) ?? [], reading, run };
}

/** How long a cell that shows something else may take to show its own: a few looks, since each costs a round trip. */
const LOOKS_MS = [600, 1200, 2400];

/** The live cells, once they show what a run computes. @throws RegrantError one does not */
async function readCompared(
  context: Excel.RequestContext,
  computed: ComputedRows,
): Promise<readonly LiveTable[]> {
  const watch = new RunWatch();
  const look = async () => {
    const tables = await readLive(context);
    const found = tables.flatMap((table) => differences(table, computed(table.definition.table)));
    return { tables, found };
  };
  let { tables, found } = await look();
  for (const wait of LOOKS_MS) {
    const isWorthIt = found.some(
      (cell) => cell.computed !== undefined && mayStillCome(cell.shown, cell.computed.value),
    );
    if (!isWorthIt) break;
    await watch.pause(wait);
    ({ tables, found } = await look());
  }
  refuseErrors(tables);
  const [first] = found;
  if (first !== undefined) throw badValue(refusal(first));
  return tables;
}

function refusal({ cells: { sheet, range }, row, shown, computed }: Difference): Sentence {
  const cell = `${columnLetters(range.column)}${range.row + row}`;
  return computed === undefined
    ? say`Row ${String(range.row + row)} of sheet "${sheet}" is for a grant that a run no longer gives: run the offer again, then freeze. Nothing was changed.`
    : say`Cell ${cell} of sheet "${sheet}" shows ${worded(shown)} where a run gives ${worded(computed.value)}: run the offer again, then freeze. Nothing was changed.`;
}

const worded = (value: CellValue) =>
  isBlank(value) ? say`nothing` : typeof value === 'string' ? `"${value}"` : String(value);

/** Stretches of rows that are live. */
function runsOf(isLive: readonly boolean[]): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (const [row, live] of isLive.entries()) {
    const run = runs.at(-1);
    if (!live) continue;
    if (run?.end === row) run.end = row + 1;
    else runs.push({ start: row, end: row + 1 });
  }
  return runs;
}

/** An error frozen into a value would be passed on as a result; one that says "still calculating" may pass. */
function refuseErrors(tables: readonly LiveTable[]): void {
  for (const { sheet, range, isLive, values } of tables.flatMap(liveCellsOf)) {
    const isError = (value: CellValue): boolean => isErrorCell(value) && !isPending(value);
    const row = values.findIndex(([value], index) => isLive[index] === true && isError(value));
    if (row >= 0)
      throw badValue(
        say`Row ${String(range.row + row)} of sheet "${sheet}" shows ${String(values[row]?.[0])} and is not a result to keep: run the offer again, then freeze. Nothing was changed.`,
      );
  }
}
