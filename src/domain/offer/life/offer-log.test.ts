import assert from 'node:assert/strict';
import { english } from '../../basics/sentence.ts';
import { freezeTables, offerDigests } from './freeze-tables.ts';
import { grant, offerSource, run } from '../offer-book.fixture.ts';
import { LOG_TABLE, type LogEntry, logRow, logTotals, readLogRow, repeats } from './offer-log.ts';
import { effectsOf, OFFER_STEPS, routeOf, stepsAt } from './offer-steps.ts';
import { runOffer } from '../run-offer.ts';
import { STAGES } from './stage.ts';

const BOOK = { grants: [grant('A'), grant('B')] };

const entry = (changes: Partial<LogEntry> = {}): LogEntry => ({
  time: '2003-01-20T21:00:00Z',
  step: 'Run',
  stage: 'Open',
  version: '0.1.0',
  totals: logTotals(run(BOOK)),
  digests: offerDigests(offerSource(BOOK)),
  note: '',
  ...changes,
});

describe('The offer\u2019s log', () => {
  it('has a cell for each column, with the totals of the run', () => {
    const row = logRow(entry());
    assert.equal(row.length, LOG_TABLE.columns.length);
    assert.deepEqual(row.slice(0, 9), ['2003-01-20T21:00:00Z', 'Run', 'Open', '0.1.0', 2, 2000, 1500, 0, 0]);
  });

  it('is read back, stage and digests, and refuses a stage that is none', () => {
    const read = readLogRow(logRow(entry({ stage: 'Closed', step: 'Close' })));
    assert.equal(read?.stage, 'Closed');
    assert.deepEqual(read.digests, offerDigests(offerSource(BOOK)));
    assert.equal(readLogRow(LOG_TABLE.columns.map(() => '')), undefined);
    assert.throws(() => readLogRow(['', 'Run', 'Paused']), { message: /"Paused" is not known/ });
  });

  it('is read as it was written before its words were those of the contract', () => {
    const row = logRow(entry({ stage: 'Closed', step: 'Close' }));
    const former = row.map((cell) => (cell === 'Close' ? 'Closed' : cell));
    assert.equal(former.filter((cell) => cell === 'Closed').length, 2);
    assert.deepEqual(readLogRow(former), readLogRow(row));
  });

  it('is not told again what its last row says, but every step is', () => {
    const last = readLogRow(logRow(entry()));
    assert.equal(repeats(entry({ time: '2003-01-21T09:00:00Z' }), last), true);
    assert.equal(repeats(entry({ step: 'Open' }), last), false);
    assert.equal(repeats(entry({ stage: 'Closed' }), last), false);
    const other = offerDigests(offerSource({ grants: [grant('A')] }));
    assert.equal(repeats(entry({ digests: other }), last), false);
    assert.equal(repeats(entry(), undefined), false);
    const opened = readLogRow(logRow(entry({ step: 'Open' })));
    assert.equal(repeats(entry(), opened), false, 'a step that wrote no results is no run');
  });

  it('has digests that change with what they are of, and with nothing else', () => {
    const before = offerDigests(offerSource(BOOK));
    const terms = offerDigests(offerSource({ ...BOOK, terms: { Ratio: '0.5' } }));
    assert.deepEqual([terms.ledger, terms.elections], [before.ledger, before.elections]);
    assert.notEqual(terms.terms, before.terms);
    const prices = offerDigests(offerSource({ ...BOOK, prices: [['2003-07-21', 1.6]] }));
    assert.deepEqual({ ...prices, prices: '' }, { ...before, prices: '' });
    assert.notEqual(prices.prices, before.prices);
  });
});

describe('A closing', () => {
  it('keeps what a run needs: the same offer from the kept tables as from the live ones', () => {
    const source = offerSource(BOOK);
    const closed = runOffer({ ...source, frozen: freezeTables(source) });
    assert.deepEqual(closed.newGrants.rows, runOffer(source).newGrants.rows);
    assert.equal(closed.checks.rows.length, 0);
  });

  it('keeps the dates of a 1904 workbook as the workbook counts them', () => {
    const source = offerSource({ ...BOOK, date1904: true });
    const closed = runOffer({ ...source, frozen: freezeTables(source) });
    assert.deepEqual(closed.newGrants.rows, runOffer(source).newGrants.rows);
  });

  it('has the digests of what it keeps, whatever the ledger becomes', () => {
    const frozen = freezeTables(offerSource(BOOK));
    const changed = { ...offerSource({ grants: [grant('Z')] }), frozen };
    assert.equal(offerDigests(changed).ledger, offerDigests(offerSource(BOOK)).ledger);
  });
});

describe('The steps of an offer', () => {
  it('lead from each stage to the next, and back by one', () => {
    assert.deepEqual(
      STAGES.map((stage) => stepsAt(stage)),
      [['open'], ['amend', 'close', 'back'], ['cancel', 'back'], ['grant', 'back'], ['back']],
    );
    assert.deepEqual(routeOf('back', 'Closed'), { to: 'Open' });
  });

  it('say why they cannot be taken', () => {
    const route = routeOf('grant', 'Open');
    assert.equal(
      'refusal' in route ? english(route.refusal) : '',
      'The offer is at the stage Open and cannot become Granted from there: the next stage is Closed.',
    );
    assert.ok('refusal' in routeOf('back', 'Draft'));
    assert.ok('refusal' in routeOf('open', 'Granted'));
  });

  it('say before what they freeze', () => {
    for (const step of OFFER_STEPS) for (const stage of STAGES) assert.ok(effectsOf(step, stage).length > 0);
    assert.match(effectsOf('close', 'Open').map(english).join(' '), /kept as they stand now/);
    assert.match(effectsOf('back', 'Granted').map(english).join(' '), /rewritten again/);
  });
});
