/** How fast an add-in is opened, and how fast cells and custom functions travel through office.js. */
import { Workbook } from '../model/workbook.ts';
import type { FunctionsMetadata } from '../rich-api/custom-functions.ts';
import { openAddin } from './open-addin.ts';

type Report = (name: string, value: number, unit: string, note?: string) => void;

const ROWS = 100_000;
const COLUMNS = 10;
/** Rows of a request: below Excel's 5 MB, and what an add-in does well to send. */
const CHUNK = 10_000;
const FUNCTION_CELLS = 10_000;

const FUNCTIONS: FunctionsMetadata = {
  functions: [
    {
      id: 'ADD',
      name: 'ADD',
      parameters: [
        { name: 'a', type: 'number' },
        { name: 'b', type: 'number' },
      ],
    },
  ],
};

const SCRIPT = `
CustomFunctions.associate('ADD', (a, b) => a + b);
globalThis.writeCells = (rows, columns, chunk) => Excel.run(async (context) => {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  for (let start = 0; start < rows; start += chunk) {
    const block = Array.from({ length: chunk }, (_, row) => Array.from({ length: columns }, (_, column) => column === 0 ? 'G' + (start + row) : row * column));
    sheet.getRangeByIndexes(start, 0, chunk, columns).values = block;
    await context.sync();
  }
});
globalThis.readCells = (rows, columns, chunk) => Excel.run(async (context) => {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  let cells = 0;
  for (let start = 0; start < rows; start += chunk) {
    const range = sheet.getRangeByIndexes(start, 0, chunk, columns).load('values');
    await context.sync();
    cells += range.values.length * columns;
    range.untrack();
  }
  return cells;
});
globalThis.writeFormulas = (count) => Excel.run(async (context) => {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.getRangeByIndexes(0, 0, count, 1).values = Array.from({ length: count }, (_, row) => [row]);
  sheet.getRangeByIndexes(0, 1, count, 1).formulas = Array.from({ length: count }, (_, row) => ['=NS.ADD(A' + (row + 1) + ',1)']);
  await context.sync();
});`;

interface BenchWindow {
  writeCells(rows: number, columns: number, chunk: number): Promise<void>;
  readCells(rows: number, columns: number, chunk: number): Promise<number>;
  writeFormulas(count: number): Promise<void>;
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export default async function bench(report: Report): Promise<void> {
  const first = await milliseconds(async () => {
    const addin = openAddin({ book: Workbook.blank(), scripts: [] });
    await addin.ready;
    addin.close();
  });
  report('Office.onReady in Node, the first time', first, 'ms', 'compiles office.js');
  const again = await milliseconds(async () => {
    const addin = openAddin({ book: Workbook.blank(), scripts: [] });
    await addin.ready;
    addin.close();
  });
  report('Office.onReady in Node, once more', again, 'ms');
  await cells(report);
  await functions(report);
}

async function cells(report: Report): Promise<void> {
  const addin = openAddin({ book: Workbook.blank(), scripts: [SCRIPT] });
  try {
    await addin.ready;
    const window = addin.window as unknown as BenchWindow;
    const note = `${ROWS} x ${COLUMNS} in requests of ${CHUNK} rows`;
    const written = await milliseconds(() => window.writeCells(ROWS, COLUMNS, CHUNK));
    report('cells written through office.js', (ROWS * COLUMNS) / (written / 1000), 'cells/s', note);
    const read = await milliseconds(() => window.readCells(ROWS, COLUMNS, CHUNK));
    report('cells read through office.js', (ROWS * COLUMNS) / (read / 1000), 'cells/s', note);
  } finally {
    addin.close();
  }
}

async function functions(report: Report): Promise<void> {
  const addin = openAddin({
    book: Workbook.blank(),
    scripts: [SCRIPT],
    functionsMetadata: FUNCTIONS,
    namespace: 'NS',
  });
  try {
    await addin.ready;
    const window = addin.window as unknown as BenchWindow;
    const time = await milliseconds(async () => {
      await window.writeFormulas(FUNCTION_CELLS);
      await addin.host.settled();
    });
    report(
      "custom functions through office.js's protocol",
      FUNCTION_CELLS / (time / 1000),
      'cells/s',
      `${FUNCTION_CELLS} cells`,
    );
  } finally {
    addin.close();
  }
}
