/** How fast a large workbook opens and is saved: 100,000 rows of 15 columns, numbers, texts, dates and formulas. */
import { readWorkbook, newWorkbook } from './read-workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

const ROWS = 100_000;
const PLANS = ['1994 Plan', '1999 Plan', '2000 Plan', 'Directors'];

function largeWorkbook(): Uint8Array {
  const book = newWorkbook();
  const sheet = book.activeSheet;
  const date = book.styles.withNumberFormat(0, 'yyyy-mm-dd');
  const price = book.styles.withNumberFormat(0, '#,##0.00');
  for (let row = 0; row < ROWS; row++) {
    const values = [
      `H${row % 20000}`,
      `G-${row}`,
      PLANS[row % 4] ?? '',
      36000 + (row % 1500),
      39000 + (row % 1500),
      (row % 4000) / 100,
      row * 7,
      row % 11,
      0,
      row * 7 - (row % 11),
      'Active',
      'United States',
      row % 2 === 0,
      Math.sqrt(row),
      null,
    ];
    const content = sheet.grid.rowForWriting(row);
    for (const [column, value] of values.entries()) content.setValue(column, value);
    for (const column of [3, 4]) content.setStyle(column, date);
    content.setStyle(5, price);
    if (row % 10 === 0) {
      sheet.grid.formulas.set(row * 16384 + 14, `=F${row + 1}*J${row + 1}`);
      content.setValue(14, ((row % 4000) / 100) * (row * 7 - (row % 11)));
    }
  }
  sheet.touched.add('cells');
  return writeWorkbook(book);
}

/** Milliseconds of the best of three runs. */
function best(run: () => void): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

export default async function bench(
  report: (name: string, value: number, unit: string, note?: string) => void,
): Promise<void> {
  const file = largeWorkbook();
  const size = `${(file.length / 1e6).toFixed(1)} MB file`;
  await Promise.resolve();
  report(
    'open 100,000 rows x 15 columns',
    best(() => void readWorkbook(file)),
    'ms',
    size,
  );
  const book = readWorkbook(file);
  report(
    'save them unchanged',
    best(() => void writeWorkbook(book)),
    'ms',
    'parts copied',
  );
  book.activeSheet.setValue(0, 0, 'Holder 1');
  report(
    'save them with one cell changed',
    best(() => void writeWorkbook(book)),
    'ms',
    'sheet written anew',
  );
}
