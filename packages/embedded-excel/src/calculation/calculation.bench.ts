/** How fast workbooks are linked, calculated and calculated again after an edit. */
import { Workbook } from '../model/workbook.ts';
import { Calculator } from './calculator.ts';
import type { CustomFunctionHost } from './custom-function-host.ts';

const CELLS = 100_000;

export default async function bench(
  report: (name: string, value: number, unit: string, note?: string) => void,
): Promise<void> {
  await customFunctionCells(report);
  nativeFormulas(report);
}

type Report = Parameters<typeof bench>[0];

async function customFunctionCells(report: Report): Promise<void> {
  const book = Workbook.blank();
  const [sheet] = book.sheets;
  if (sheet === undefined) return;
  sheet.setValues(
    0,
    0,
    Array.from({ length: CELLS }, (_, i) => [100 + i, 0.75]),
  );
  sheet.setFormulas(
    0,
    2,
    Array.from({ length: CELLS }, (_, i) => [`=REGRANT.NEWSHARES(A${i + 1},B${i + 1},"up")`]),
  );
  let batches = 0;
  const host: CustomFunctionHost = {
    signature: () => ({ minArgs: 2, parameters: [{ type: 'number' }, { type: 'any' }, { type: 'string' }] }),
    invoke: (calls) => {
      batches++;
      for (const { id, args } of calls)
        calculator.deliver(id, { value: Math.ceil(Number(args[0]) * Number(args[1])) });
    },
    cancel: () => undefined,
  };
  const calculator = new Calculator(book, host);
  let start = performance.now();
  calculator.load();
  report('calculation: compile and link 100,000 custom-function cells', performance.now() - start, 'ms');
  start = performance.now();
  await calculator.recalculate();
  report(
    'calculation: first calculation of 100,000 custom-function cells',
    performance.now() - start,
    'ms',
    `${batches} batches`,
  );
  start = performance.now();
  const edits = 100;
  for (let i = 0; i < edits; i++) {
    sheet.setValue(i * 7, 0, i);
    calculator.recalculateNow();
  }
  report(
    'calculation: one edit among 100,000 custom-function cells',
    (performance.now() - start) / edits,
    'ms',
  );
}

function nativeFormulas(report: Report): void {
  const book = Workbook.blank();
  const [sheet] = book.sheets;
  if (sheet === undefined) return;
  sheet.setValues(
    0,
    0,
    Array.from({ length: CELLS / 2 }, (_, i) => [100 + i, 1 + (i % 90) / 10]),
  );
  sheet.setFormulas(
    0,
    2,
    Array.from({ length: CELLS / 2 }, (_, i) => [
      `=ROUND(A${i + 1}*B${i + 1},2)`,
      `=IF(B${i + 1}>=3.01,C${i + 1},0)`,
    ]),
  );
  sheet.setFormula(0, 5, `=SUM(C1:C${CELLS / 2})`);
  sheet.setFormula(1, 5, '=SUMIFS(C:C,B:B,">=3.01")');
  const calculator = new Calculator(book, {
    signature: () => undefined,
    invoke: () => undefined,
    cancel: () => undefined,
  });
  let start = performance.now();
  calculator.load();
  report('calculation: compile and link 100,000 native formulas', performance.now() - start, 'ms');
  start = performance.now();
  calculator.recalculateNow();
  report('calculation: first calculation of 100,000 native formulas', performance.now() - start, 'ms');
  start = performance.now();
  const edits = 20;
  for (let i = 0; i < edits; i++) {
    sheet.setValue(i * 7, 0, i);
    calculator.recalculateNow();
  }
  report(
    'calculation: one edit among 100,000 native formulas, two of them totals',
    (performance.now() - start) / edits,
    'ms',
  );
  start = performance.now();
  calculator.recalculateNow('full');
  report('calculation: full recalculation of 100,000 native formulas', performance.now() - start, 'ms');
}
