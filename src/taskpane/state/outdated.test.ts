import assert from 'node:assert/strict';
import type { CellValue } from '../../domain/basics/cell.ts';
import { offerDigests } from '../../domain/offer/life/freeze-tables.ts';
import { grant, offerSource, run } from '../../domain/offer/offer-book.fixture.ts';
import {
  type LogEntry,
  type LogStep,
  logRow,
  logTotals,
  readLogRow,
} from '../../domain/offer/life/offer-log.ts';
import type { Stage } from '../../domain/offer/life/stage.ts';
import { firstStep, offerView } from './offer-view.ts';
import { outdated } from './outdated.ts';
import { snapshotOf } from './snapshot.fixture.ts';

const ELECTIONS: CellValue[][] = [['001', 'A', 'Elect', '2003-01-10']];
const BOOK = { grants: [grant('A'), grant('B', { 'Holder ID': '002' })], elections: ELECTIONS };
const TIME = '2003-01-20T12:00:00Z';

/** The log's row of a step taken on these cells. */
function logged(step: LogStep, stage: Stage, book: typeof BOOK) {
  const entry: LogEntry = {
    time: TIME,
    step,
    stage,
    version: '0.1.0',
    totals: logTotals(run(book)),
    digests: offerDigests(offerSource(book)),
    note: '',
  };
  const read = readLogRow(logRow(entry));
  assert.ok(read);
  return read;
}

/** A workbook that holds the results of `BOOK`, its cells being `now`, after these steps. */
function snapshot(now: Parameters<typeof offerSource>[0], log = [logged('Run', 'Draft', BOOK)]) {
  const measures = run(BOOK).summary.measures.map(({ name, value }) => [name, Number(value)] as const);
  const results = {
    measures,
    breakdowns: [],
    errors: 0,
    warnings: 0,
    rows: new Map(),
    sheets: new Map(),
    sums: [],
  };
  const read = snapshotOf(offerSource(now));
  return { ...read, results, life: { ...read.life, log, stage: log.at(-1)?.stage ?? ('Draft' as const) } };
}

describe('Results in a workbook', () => {
  it('stand while nothing has changed', () => {
    const view = offerView(snapshot(BOOK));
    assert.equal(view.outdated, undefined);
    assert.equal(firstStep(view), 'results');
  });

  it('are outdated by a change that leaves every total as it was, which is named', () => {
    const swapped: CellValue[][] = [['002', 'B', 'Elect', '2003-01-10']];
    const view = offerView(snapshot({ ...BOOK, elections: swapped }));
    assert.deepEqual(view.outdated, { changed: ['elections'], since: TIME });
    assert.equal(firstStep(view), 'run');
  });

  it('say which of ledger, terms, elections and prices have changed', () => {
    const changed = (now: Parameters<typeof offerSource>[0]) => outdated(snapshot(now), run(now))?.changed;
    assert.deepEqual(changed({ ...BOOK, grants: [...BOOK.grants, grant('C')] }), ['ledger']);
    assert.deepEqual(changed({ ...BOOK, terms: { Rounding: 'down' } }), ['terms']);
    assert.deepEqual(changed({ ...BOOK, prices: [['2003-07-21', 1.75]] }), ['prices']);
    assert.deepEqual(changed({ ...BOOK, terms: { Rounding: 'down' }, prices: [] }), ['terms', 'prices']);
  });

  it('are told by their totals where the log does not say from what they came', () => {
    assert.equal(outdated(snapshot(BOOK, []), run(BOOK)), undefined);
    const halved = { ...BOOK, terms: { Ratio: '0.5' } };
    assert.deepEqual(outdated(snapshot(halved, []), run(halved)), { changed: [], since: undefined });
  });

  it('are compared with the last step that wrote any, not with one that only moved the stage', () => {
    const edited = { ...BOOK, terms: { Rounding: 'down' } };
    const log = [logged('Run', 'Draft', BOOK), logged('Open', 'Open', edited)];
    assert.deepEqual(outdated(snapshot(edited, log), run(edited))?.changed, ['terms']);
  });

  it('are never outdated once the awards are granted, since nothing changes them any more', () => {
    const edited = { ...BOOK, terms: { Rounding: 'down' } };
    assert.equal(outdated(snapshot(edited, [logged('Grant', 'Granted', BOOK)]), run(edited)), undefined);
  });
});
