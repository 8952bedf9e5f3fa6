/** The built add-in in Microsoft's own office.js on the embedded Excel, as the command line opens it. */
import { readFileSync } from 'node:fs';
import { type Addin, type FunctionsMetadata, type HostMode, openAddin } from '@regrant/embedded-excel/node';
import type { CellValue, Sheet, Workbook } from '@regrant/embedded-excel/package';
import type { LedgerChoice } from '../src/domain/offer/offer-source.ts';
import type { AutomationResult } from '../src/taskpane/automation.ts';
import type { RunJson } from '../src/workbook/plan/run-json.ts';

const built = (name: string): string => readFileSync(new URL(`../dist/${name}`, import.meta.url), 'utf8');

interface Automation {
  runOffer(options?: { readonly values?: boolean }): Promise<AutomationResult>;
  rememberLedger(choice?: string): Promise<void>;
}

export type FinishedRun = Extract<AutomationResult, { ran: true }> & { readonly results: RunJson };

export interface OpenWorkbook {
  readonly book: Workbook;
  readonly addin: Addin;
  /** Runs the offer; a refusal is an error. */
  readonly run: (options?: { readonly values?: boolean }) => Promise<FinishedRun>;
  /** Remembers in the workbook which ledger a person chose. */
  readonly remember: (choice: LedgerChoice) => Promise<void>;
  /** Runs an offer that is refused; gives the sentence. */
  readonly refusal: () => Promise<string>;
}

/** Opens the workbook with the add-in, hands it over and closes it. */
export async function withAddin<T>(
  book: Workbook,
  use: (open: OpenWorkbook) => Promise<T>,
  {
    customFunctions = true,
    hostModes = new Set(),
  }: { readonly customFunctions?: boolean; readonly hostModes?: ReadonlySet<HostMode> } = {},
): Promise<T> {
  const addin = openAddin({
    book,
    scripts: [built('taskpane.js')],
    hostModes,
    ...(customFunctions
      ? { functionsMetadata: JSON.parse(built('functions.json')) as FunctionsMetadata, namespace: 'REGRANT' }
      : {}),
  });
  try {
    await addin.ready;
    await addin.host.settled();
    addin.server.resetCounters();
    const { Regrant } = addin.window as unknown as { readonly Regrant: Automation };
    return await use({
      book,
      addin,
      async run(options) {
        const answer = await Regrant.runOffer(options);
        if (!answer.ran) throw new Error(answer.message);
        return { ...answer, results: JSON.parse(answer.json) as RunJson };
      },
      remember: (choice) => Regrant.rememberLedger(JSON.stringify(choice)),
      async refusal() {
        const answer = await Regrant.runOffer();
        if (answer.ran) throw new Error('The offer was run.');
        return answer.message;
      },
    });
  } finally {
    addin.close();
  }
}

export function sheetNamed(book: Workbook, name: string): Sheet {
  const sheet = book.sheet(name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}.`);
  return sheet;
}

/** The cells of a table's column, without its header. */
export function columnOf(book: Workbook, tableName: string, column: string): CellValue[] {
  return cellsOf(book, tableName, column).map(([row, at]) => tableSheet(book, tableName).value(row, at));
}

export function formulasOf(book: Workbook, tableName: string, column: string): (string | undefined)[] {
  return cellsOf(book, tableName, column).map(([row, at]) => tableSheet(book, tableName).formula(row, at));
}

const tableSheet = (book: Workbook, tableName: string): Sheet => tableOf(book, tableName).sheet;

function tableOf(book: Workbook, name: string) {
  const table = book.table(name);
  if (table === undefined) throw new Error(`There is no table ${name}.`);
  return table;
}

function cellsOf(book: Workbook, tableName: string, column: string): [row: number, column: number][] {
  const { area, columns } = tableOf(book, tableName);
  const index = columns.findIndex(({ name }) => name === column);
  if (index < 0) throw new Error(`The table ${tableName} has no column ${column}.`);
  return Array.from({ length: area.bottom - area.top }, (_, row) => [area.top + 1 + row, area.left + index]);
}
