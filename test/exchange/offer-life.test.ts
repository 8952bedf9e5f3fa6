/** The offer's life in a workbook: its stages, what each freezes, the log, and the way back. */
import assert from 'node:assert/strict';
import { english } from '../../src/domain/basics/sentence.ts';
import { grant, type OfferBook } from '../../src/domain/offer/offer-book.fixture.ts';
import type { CellValue } from '../../src/domain/basics/cell.ts';
import { readWorkbook, type Workbook, writeWorkbook } from '@regrant/embedded-excel/package';
import { planRun } from '../../src/workbook/life/plan-run.ts';
import { runOffer } from '../../src/workbook/life/run-offer.ts';
import {
  amendOffer,
  cancelOptions,
  closeOffer,
  grantAwards,
  openOffer,
  previewStep,
  readOfferLife,
  stepBack,
} from '../../src/workbook/life/take-step.ts';
import { failAt, FAILURES } from '../failing-host.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { columnOf, formulasOf, sheetNamed } from '../run-addin.ts';
import { withWorkbook } from '../workbook-session.ts';

const OFFER: OfferBook = {
  grants: [grant('00123'), grant('B', { 'Holder ID': '002', Outstanding: 1001 })],
  elections: [
    ['001', 'ALL', 'Elect', '2003-01-10'],
    ['002', 'ALL', 'Elect', '2003-01-10'],
  ],
};

/** The row of the first grant and the sheet's columns of ledger columns, counted from 0. */
const [FIRST_GRANT, TERMINATION, PRICE, OUTSTANDING] = [2, 4, 9, 10];

const ledgerOf = (book: Workbook) => sheetNamed(book, 'Cap Table');
const reopened = (book: Workbook): Workbook => readWorkbook(writeWorkbook(book));
const log = (book: Workbook, column: string): CellValue[] =>
  columnOf(book, 'RegrantLog', column) as CellValue[];
const problems = (book: Workbook): string => columnOf(book, 'RegrantChecks', 'Problem').join('\n');

const closed = async (): Promise<void> => {
  await openOffer();
  await closeOffer();
};

describe('An offer\u2019s life in its workbook', () => {
  it('goes from stage to stage, and is the same where the file is opened again', async () => {
    const book = offerWorkbook(OFFER);
    const stages: string[] = [];
    await withWorkbook(book, async () => {
      stages.push((await readOfferLife()).stage);
      stages.push((await openOffer()).stage);
      stages.push((await closeOffer()).stage);
    });
    const elsewhere = reopened(book);
    await withWorkbook(elsewhere, async () => {
      const life = await readOfferLife();
      stages.push(life.stage);
      assert.equal(life.problem, undefined);
      assert.match(life.closed ?? '', /^\d{4}-\d\d-\d\dT/);
      stages.push((await cancelOptions()).stage);
      stages.push((await grantAwards()).stage);
    });
    assert.deepEqual(stages, ['Draft', 'Open', 'Closed', 'Closed', 'Cancelled', 'Granted']);
    assert.deepEqual(log(elsewhere, 'Step'), ['Open', 'Close', 'Cancel', 'Grant']);
    assert.deepEqual(log(elsewhere, 'New Shares'), [1501, 1501, 1501, 1501]);
    for (const digest of ['Ledger', 'Terms', 'Elections', 'Prices'])
      for (const value of log(elsewhere, `${digest} Digest`)) assert.match(String(value), /^[0-9a-f]{64}$/);
  });

  it('says before each step what it will freeze, and writes nothing by saying so', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ server }) => {
      await openOffer();
      server.resetCounters();
      const preview = await previewStep('close');
      assert.equal(server.counters.cellsWritten, 0);
      assert.deepEqual([preview.from, preview.to, preview.refuses], ['Open', 'Closed', undefined]);
      assert.match(preview.effects.map(english).join(' '), /elections are kept as they stand/);
      assert.equal(preview.totals?.newShares, 1501);
      assert.match(english((await previewStep('grant')).refuses ?? ''), /cannot become Granted from there/);
    }));

  it('keeps the terms at the opening, warns of what has changed, and logs it as an amendment', async () => {
    const book = offerWorkbook(OFFER);
    await withWorkbook(book, async () => {
      await openOffer();
    });
    assert.equal(sheetNamed(book, 'Regrant Opening').visibility, 'veryHidden');
    const elsewhere = reopened(book);
    await withWorkbook(elsewhere, async () => {
      assert.match(english((await previewStep('amend')).refuses ?? ''), /Nothing has changed in the terms/);
      const terms = sheetNamed(elsewhere, 'OfferTerms');
      const row = [...Array(40).keys()].find((at) => terms.value(at, 0) === 'Ratio') ?? -1;
      terms.setValue(row, 1, '0.5');
      await runOffer();
      assert.match(problems(elsewhere), /Ratio was "0.75" and is "0.5": the change .* is not logged/);
      assert.match(
        english((await previewStep('amend')).amendment ?? ''),
        /^Ratio was .* Earliest expiration/,
      );
      assert.equal((await amendOffer({ time: '2003-01-10T15:00:00Z' })).stage, 'Open');
      assert.match(
        String(log(elsewhere, 'Note').at(-1)),
        /^Ratio was "0.75" and is "0.5"\. Earliest expiration: the end of 2003-01-24, 10 business days/,
      );
      await runOffer();
      assert.doesNotMatch(problems(elsewhere), /is not logged/);
      assert.match(problems(elsewhere), /The offer ends before the end of 2003-01-24/);
      await stepBack();
    });
    assert.deepEqual(log(elsewhere, 'Step'), ['Open', 'Run', 'Amend', 'Run', 'Back']);
    assert.deepEqual(
      elsewhere.sheets.filter(({ name }) => name === 'Regrant Opening'),
      [],
    );
  });

  it('closes over the ledger and the elections as they stand: later changes are reported, not applied', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book, host }) => {
      await closed();
      ledgerOf(book).setValue(FIRST_GRANT + 1, OUTSTANDING, 500);
      sheetNamed(book, 'OfferElections').setValue(1, 2, 'Withdraw');
      await runOffer();
      await host.settled();
      assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'New Shares'), [750, 751]);
      assert.match(
        problems(book),
        /Grant B: Outstanding was 1001 when the offer closed and is 500 now; the change is not applied/,
      );
      const preview = await previewStep('cancel');
      assert.deepEqual(preview.drift.map(english), [
        'Grant B: Outstanding was 1001 when the offer closed and is 500 now; the change is not applied',
      ]);
    }));

  it('judges nobody anew by a ledger that changes after the closing, not even in a live formula', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book, host }) => {
      await closed();
      ledgerOf(book).setValue(FIRST_GRANT, PRICE, 2);
      await host.settled();
      assert.deepEqual(columnOf(book, 'RegrantEligibility', 'Eligible'), ['Yes', 'Yes']);
      await cancelOptions();
      await grantAwards();
      assert.deepEqual(columnOf(book, 'RegrantEligibility', 'Eligible'), ['Yes', 'Yes']);
    }));

  it('still follows who leaves after the closing', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book }) => {
      await closed();
      await cancelOptions();
      ledgerOf(book).setValue(FIRST_GRANT, TERMINATION, '2003-05-01');
      await runOffer();
      assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'Status'), ['Lapsed', 'Granted']);
    }));

  it('keeps what it froze where nobody sees it, and notices where it was changed or lost', async () => {
    const book = offerWorkbook(OFFER);
    await withWorkbook(book, closed);
    const kept = sheetNamed(book, 'Regrant Closing');
    assert.equal(kept.visibility, 'veryHidden');
    assert.equal(kept.value(6, 5), '00123', 'an id stays text');
    const changed = reopened(book);
    sheetNamed(changed, 'Regrant Closing').setValue(6, OUTSTANDING, 5000);
    await withWorkbook(changed, async () => {
      await assert.rejects(runOffer(), { message: /ledger kept at the closing .* changed since/ });
      assert.match(english((await previewStep('cancel')).refuses ?? ''), /changed since/);
      assert.match(english((await planRun()).refuses ?? ''), /changed since/);
    });
    const lost = reopened(book);
    lost.deleteSheet(sheetNamed(lost, 'Regrant Closing'));
    await withWorkbook(lost, async () => {
      await assert.rejects(runOffer(), { message: /hidden sheet "Regrant Closing" .* is gone/ });
      await stepBack();
      assert.equal((await readOfferLife()).problem, undefined);
      await runOffer();
    });
    const unlogged = reopened(book);
    unlogged.deleteSheet(sheetNamed(unlogged, 'Regrant Log'));
    await withWorkbook(unlogged, async () => {
      await assert.rejects(runOffer(), { message: /its log is gone: restore the sheet "Regrant Log"/ });
    });
  });

  it('grants once and for all: results are values that no run rewrites, until the step is taken back', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book, host }) => {
      await closed();
      assert.ok(formulasOf(book, 'RegrantNewGrants', 'New Shares').every(Boolean));
      await cancelOptions();
      await grantAwards();
      assert.deepEqual(formulasOf(book, 'RegrantNewGrants', 'New Shares'), [undefined, undefined]);
      sheetNamed(book, 'OfferPrices').setValue(1, 1, 9);
      await assert.rejects(runOffer(), { message: /awards are granted/ });
      await host.settled();
      assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'Exercise Price'), [1.5, 1.5]);
      assert.equal((await stepBack()).stage, 'Cancelled');
      await runOffer();
      assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'Exercise Price'), [9, 9]);
    }));

  it('grants nothing while a price is not known', () =>
    withWorkbook(offerWorkbook({ ...OFFER, prices: [['2003-07-18', 1.5]] }), async () => {
      await closed();
      await cancelOptions();
      await assert.rejects(grantAwards(), { message: /price of 2 new grants is not known yet/ });
      assert.equal((await readOfferLife()).stage, 'Cancelled');
    }));

  it('goes back step by step to the live ledger, and the log keeps every step', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book }) => {
      await closed();
      const first = log(book, 'Ledger Digest')[1];
      ledgerOf(book).setValue(FIRST_GRANT + 1, OUTSTANDING, 500);
      assert.equal((await stepBack()).stage, 'Open');
      assert.deepEqual(
        book.sheets.filter(({ visibility }) => visibility !== 'visible').map(({ name }) => name),
        ['Regrant Opening'],
      );
      await closeOffer();
      assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'New Shares'), [750, 375]);
      assert.deepEqual(log(book, 'Step'), ['Open', 'Close', 'Back', 'Close']);
      assert.deepEqual(log(book, 'Stage'), ['Open', 'Closed', 'Open', 'Closed']);
      assert.equal(log(book, 'Ledger Digest')[1], first);
      assert.notEqual(log(book, 'Ledger Digest')[3], first);
      await stepBack();
      await stepBack();
      await assert.rejects(stepBack(), { message: /no step to take back/ });
    }));

  it('is refused where a step does not follow, or the offer cannot be computed', () =>
    withWorkbook(offerWorkbook({ ...OFFER, terms: { Ratio: 'many' } }), async ({ book }) => {
      await assert.rejects(closeOffer(), {
        message: /cannot become Closed from there: the next stage is Open/,
      });
      await assert.rejects(openOffer(), { message: /Ratio/ });
      assert.equal(book.table('RegrantLog'), undefined);
    }));

  it('survives a failure of Excel at any round trip of a closing: the offer is open, or it is closed', async () => {
    for (const failure of FAILURES)
      for (let nth = 1; ; nth++) {
        const book = offerWorkbook(OFFER);
        const isOver = await withWorkbook(book, async ({ server }) => {
          await openOffer();
          const host = failAt(server, nth, failure);
          const hasClosed = await closeOffer().then(
            () => true,
            () => false,
          );
          host.heal();
          const what = `${failure} at round trip ${nth}`;
          const life = await readOfferLife();
          assert.equal(life.problem, undefined, what);
          assert.equal(life.stage, hasClosed ? 'Closed' : 'Open', what);
          assert.equal(book.table('RegrantNewGrants') !== undefined && hasClosed, hasClosed, what);
          assert.equal(book.sheet('Regrant Closing') !== undefined, hasClosed, what);
          if (!hasClosed) assert.equal((await closeOffer()).stage, 'Closed');
          assert.deepEqual(log(book, 'Step'), ['Open', 'Close'], what);
          return !host.hasFailed();
        });
        if (isOver) break;
      }
  });
});

describe('The log', () => {
  it('has a row for a run that brings something new, and none for its repetition', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book }) => {
      await runOffer();
      await runOffer();
      assert.deepEqual(log(book, 'Step'), ['Run']);
      ledgerOf(book).setValue(FIRST_GRANT + 1, OUTSTANDING, 500);
      await runOffer();
      assert.deepEqual(log(book, 'Step'), ['Run', 'Run']);
      assert.deepEqual(log(book, 'New Shares'), [1501, 1125]);
    }));

  it('is never rewritten: a person\u2019s words in it stay, and its columns where they were moved to', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book }) => {
      await runOffer();
      const table = book.table('RegrantLog');
      assert.ok(table !== undefined);
      const { sheet, area } = table;
      sheet.setValue(area.top + 1, area.right, 'as agreed with counsel');
      sheet.setValues(area.top, area.right + 1, [['Mine'], ['seen']]);
      book.resizeTable(table, { ...area, right: area.right + 1 });
      await openOffer();
      assert.deepEqual(log(book, 'Note'), ['as agreed with counsel', null]);
      assert.deepEqual(log(book, 'Mine'), ['seen', null]);
      assert.deepEqual(log(book, 'Stage'), ['Draft', 'Open']);
    }));
});

describe('The plan of a run', () => {
  it('names what it will create, and writes nothing', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book, server }) => {
      const plan = await planRun();
      assert.equal(server.counters.cellsWritten, 0);
      assert.equal(book.table('RegrantEligibility'), undefined);
      assert.deepEqual(plan.creates.map(({ table, rows }) => [table, rows]).slice(0, 4), [
        ['RegrantEligibility', 2],
        ['RegrantNewGrants', 2],
        ['RegrantVesting', 50],
        ['RegrantChecks', 0],
      ]);
      assert.deepEqual([plan.replaces, plan.refuses, plan.logs], [[], undefined, true]);
    }));

  it('names what it will replace, the filters that it clears and what stands in its way', () =>
    withWorkbook(offerWorkbook(OFFER), async ({ book }) => {
      await runOffer();
      ledgerOf(book).setValues(FIRST_GRANT + 2, 0, [
        grant('C', { 'Holder ID': '002' }).map((cell) => (cell === '' ? null : (cell ?? null))),
      ]);
      await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem('RegrantNewGrants');
        table.autoFilter.apply(table.getRange(), 2, { filterOn: 'Values', values: ['B'] });
        await context.sync();
      });
      const plan = await planRun();
      assert.deepEqual(plan.creates, []);
      assert.deepEqual(
        plan.replaces.find(({ table }) => table === 'RegrantEligibility'),
        { sheet: 'Regrant Eligibility', table: 'RegrantEligibility', rows: 3, rowsNow: 2 },
      );
      assert.deepEqual(plan.clearsFilters, ['RegrantNewGrants']);
      sheetNamed(book, 'Regrant Eligibility').setValue(3, 1, 'Approved by the board');
      assert.match(
        english((await planRun()).refuses ?? ''),
        /Cell B4 of sheet "Regrant Eligibility" is where/,
      );
    }));
});
