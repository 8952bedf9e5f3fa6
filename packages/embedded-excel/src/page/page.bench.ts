/** How the page of the embedded Excel copes with a large ledger: opening, scrolling, an edit, custom functions. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPage } from '../../../../test/page/embedded-page.ts';
import { newWorkbook } from '../package/read-workbook.ts';
import { writeWorkbook } from '../package/write-workbook.ts';

type Report = (name: string, value: number, unit: string, note?: string) => void;

const ROWS = 100_000;
const COLUMNS = 15;

/** A ledger whose last column is a formula over its row. */
function largeWorkbook(): Uint8Array {
  const book = newWorkbook();
  const sheet = book.activeSheet;
  const header = Array.from({ length: COLUMNS }, (_, column) => `Column ${column + 1}`);
  const rows = Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS - 1 }, (_unused, column) =>
      column < 3 ? `Text ${row % 9000} ${column}` : column === 3 ? 37000 + (row % 900) : row + column,
    ),
  );
  sheet.setValues(0, 0, [header, ...rows]);
  sheet.setFormulas(
    1,
    COLUMNS - 1,
    Array.from({ length: ROWS }, (_, row) => [`=F${row + 2}+G${row + 2}-H${row + 2}`]),
  );
  const date = book.styles.withNumberFormat(0, 'yyyy-mm-dd');
  sheet.restyle({ top: 1, left: 3, bottom: ROWS, right: 3 }, () => date);
  sheet.freeze({ rows: 1, columns: 1 });
  return writeWorkbook(book);
}

const SCROLL = `(async () => {
  const { element } = excel.grid;
  const frames = [];
  let last = performance.now();
  const next = async () => {
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    frames.push(now - last);
    last = now;
  };
  await next();
  frames.length = 0;
  for (let step = 0; step < 200; step++) { element.scrollTop += 120; await next(); }
  const wheel = frames.splice(0);
  for (let step = 1; step <= 100; step++) { element.scrollTop = step * 19000; await next(); }
  const at = (list, share) => list.sort((a, b) => a - b)[Math.floor((list.length - 1) * share)];
  return { wheel: at(wheel, 0.5), wheelSlow: at(wheel, 0.95), jump: at(frames, 0.5), jumpSlow: at(frames, 0.95) };
})()`;

const EDIT = `(async () => {
  const { workspace } = excel;
  const times = [];
  for (let turn = 0; turn < 20; turn++) {
    const row = 1000 + turn * 4000;
    const start = performance.now();
    workspace.sheet.setValue(row, 5, turn);
    workspace.settle();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[10];
})()`;

const CUSTOM_FUNCTIONS = `(async () => {
  const { workspace } = excel;
  const formulas = Array.from({ length: ${ROWS} }, (_, row) => ['=REGRANT.NEWSHARES(F' + (row + 2) + ',0.75)']);
  const start = performance.now();
  workspace.sheet.setFormulas(1, ${COLUMNS + 1}, formulas);
  const written = performance.now();
  workspace.settle();
  while (workspace.calculator.isPending) await new Promise((resolve) => setTimeout(resolve, 5));
  return [performance.now() - start, written - start, workspace.sheet.value(${ROWS}, ${COLUMNS + 1})];
})()`;

export default async function bench(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'regrant-bench-'));
  try {
    const file = join(folder, 'large.xlsx');
    writeFileSync(file, largeWorkbook());
    const excel = await EmbeddedPage.open({ file });
    const opened = await excel.page.evaluate<number>('performance.now()');
    report(`open ${ROWS} x ${COLUMNS}`, opened, 'ms', 'from the address to the cells on the screen');
    await excel.settled();
    const { wheel, wheelSlow, jump, jumpSlow } = (await excel.page.evaluate<Record<string, number>>(
      SCROLL,
    )) as {
      wheel: number;
      wheelSlow: number;
      jump: number;
      jumpSlow: number;
    };
    report(
      'scroll 6 rows a frame',
      wheel,
      'ms/frame',
      `95th percentile ${wheelSlow.toFixed(0)}; drawn without a GPU`,
    );
    report('scroll 950 rows a frame', jump, 'ms/frame', `95th percentile ${jumpSlow.toFixed(0)}`);
    report('one edit', await excel.page.evaluate<number>(EDIT), 'ms', `its formula of ${ROWS} recalculated`);
    const [total, linked] = await excel.page.evaluate<[number, number]>(CUSTOM_FUNCTIONS);
    report(
      `calculate ${ROWS} custom functions`,
      total,
      'ms',
      `through office.js in the pane; ${linked.toFixed(0)} to link`,
    );
    await excel.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
