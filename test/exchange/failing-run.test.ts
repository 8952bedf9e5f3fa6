/** A run that is cancelled, or that Excel fails under: the workbook is as it was, or the run is done. */
import assert from 'node:assert/strict';
import { grant } from '../../src/domain/offer/offer-book.fixture.ts';
import type { Workbook } from '@regrant/embedded-excel/package';
import { Cancelled, type RunControl } from '../../src/workbook/excel/run-control.ts';
import { runOffer } from '../../src/workbook/life/run-offer.ts';
import { failAt, type Failure, FAILURES } from '../failing-host.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { sheetNamed } from '../run-addin.ts';
import { differingParts, partsOf } from '../workbook-parts.ts';
import { withWorkbook } from '../workbook-session.ts';

const GRANTS = [
  grant('A'),
  grant('B', { 'Holder ID': '002', Outstanding: 1001 }),
  grant('C', { 'Holder ID': '003', 'Termination Date': '2003-03-01' }),
  grant('D', { 'Holder ID': '004' }),
];
const elections = ['001', '002', '003', '004', '005'].map((id) => [id, 'ALL', 'Elect', '2003-01-10']);

/** What people see of a workbook: sheets, tables, cells. The log's times are those of the clock. */
function visibleState(book: Workbook): string {
  const lines: string[] = [];
  for (const sheet of book.sheets) {
    if (sheet.visibility !== 'visible') continue;
    lines.push(`sheet ${sheet.name}, ${sheet.charts.length} charts`);
    for (const { name, area } of book.tablesOn(sheet)) lines.push(`table ${name} ${JSON.stringify(area)}`);
    const used = sheet.usedRange();
    for (let row = 0; row <= (used?.bottom ?? -1); row++)
      for (let column = 0; column <= (used?.right ?? -1); column++)
        lines.push(
          `${row},${column} ${sheet.style(row, column)} ${String(sheet.value(row, column))} ${sheet.formula(row, column) ?? ''}`,
        );
  }
  return lines.join('\n').replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, 'TIME');
}

/** Parts that say what a package consists of; and formats that no cell uses, which a host may keep. */
const LISTS = new Set(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml']);

interface Situation {
  readonly name: string;
  readonly failures: readonly Failure[];
  /** Makes the workbook before the run. */
  readonly prepare: (book: Workbook) => Promise<void>;
}

const cells = (row: ReturnType<typeof grant>) => [row.map((cell) => (cell === '' ? null : (cell ?? null)))];

const SITUATIONS: readonly Situation[] = [
  { name: 'the first run', failures: FAILURES, prepare: () => Promise.resolve() },
  {
    name: 'a run that makes the tables longer',
    failures: FAILURES,
    prepare: async (book) => {
      await runOffer();
      sheetNamed(book, 'Cap Table').setValues(6, 0, cells(grant('E', { 'Holder ID': '005' })));
    },
  },
  {
    name: 'a run that makes the tables shorter, and one of them anew',
    failures: ['half', 'gone'],
    prepare: async (book) => {
      await runOffer();
      sheetNamed(book, 'Cap Table').clear({ top: 4, left: 0, bottom: 5, right: 10 });
      book.deleteSheet(sheetNamed(book, 'Regrant Vesting'));
    },
  },
];

/** Runs the offer of a workbook in that situation, disturbed by `disturb`. */
const attempt = <T>(
  { prepare }: Situation,
  use: (book: Workbook, server: Parameters<typeof failAt>[0], settled: () => Promise<void>) => Promise<T>,
): Promise<T> => {
  const book = offerWorkbook({ grants: GRANTS, elections });
  return withWorkbook(book, async ({ server, host }) => {
    await prepare(book);
    await host.settled();
    return use(book, server, () => host.settled());
  });
};

const outcomeOf = async (control: RunControl = {}): Promise<unknown> => {
  try {
    await runOffer(control);
    return undefined;
  } catch (error) {
    return error;
  }
};

for (const situation of SITUATIONS)
  describe(`When Excel fails under ${situation.name}`, function () {
    for (const failure of situation.failures)
      it(`at any round trip (${failure}), the workbook is as it was or the run is done, and the next run is clean`, async () => {
        const complete = await attempt(situation, async (book, _server, settled) => {
          await runOffer();
          await settled();
          return visibleState(book);
        });
        for (let nth = 1; ; nth++) {
          const isOver = await attempt(situation, async (book, server, settled) => {
            const before = { parts: partsOf(book), state: visibleState(book) };
            const host = failAt(server, nth, failure);
            const error = await outcomeOf();
            host.heal();
            await settled();
            const what = `round trip ${nth}`;
            if (error === undefined) assert.equal(visibleState(book), complete, what);
            else {
              assert.equal(visibleState(book), before.state, what);
              const left = book.sheets.filter(({ visibility }) => visibility !== 'visible');
              if (failure !== 'gone') {
                assert.deepEqual(
                  left.map(({ name }) => name),
                  [],
                  what,
                );
                const differing = differingParts(before.parts, partsOf(book));
                assert.deepEqual(
                  differing.filter((part) => !LISTS.has(part)),
                  [],
                  what,
                );
              } else for (const { visibility } of left) assert.equal(visibility, 'veryHidden', what);
              await runOffer();
              await settled();
              assert.equal(visibleState(book), complete, `the run after ${what}`);
            }
            assert.deepEqual(
              book.sheets.filter(({ visibility }) => visibility !== 'visible').map(({ name }) => name),
              [],
              what,
            );
            return !host.hasFailed();
          });
          if (isOver) break;
        }
      });
  });

for (const situation of SITUATIONS)
  describe(`Cancel in the middle of ${situation.name}`, function () {
    it('leaves the workbook as it was, wherever it comes, until results are put in place', async () => {
      const phases: string[] = [];
      for (let nth = 1; ; nth++) {
        const isOver = await attempt(situation, async (book, _server, settled) => {
          const before = { parts: partsOf(book), state: visibleState(book) };
          const abort = new AbortController();
          let events = 0;
          let phase = '';
          const error = await outcomeOf({
            signal: abort.signal,
            onProgress: (progress) => {
              events++;
              if (events !== nth) return;
              ({ phase } = progress);
              abort.abort();
            },
          });
          await settled();
          if (events < nth) return true;
          phases.push(phase);
          if (phase === 'Placing') {
            assert.equal(error, undefined);
            return false;
          }
          assert.ok(error instanceof Cancelled, `${phase}: ${String(error)}`);
          assert.equal(visibleState(book), before.state);
          const differing = differingParts(before.parts, partsOf(book));
          assert.deepEqual(
            differing.filter((part) => !LISTS.has(part)),
            [],
          );
          return false;
        });
        if (isOver) break;
      }
      assert.deepEqual([...new Set(phases)], ['Reading', 'Computing', 'Preparing', 'Calculating', 'Placing']);
    });
  });
