import assert from 'node:assert/strict';
import type { CellBlock } from '../../basics/block.ts';
import type { CellValue } from '../../basics/cell.ts';
import { digestOf } from './digest.ts';
import { freezeTables } from './freeze-tables.ts';
import { checkLines, grant, LEDGER_HEADER, offerSource, records } from '../offer-book.fixture.ts';
import { runOffer } from '../run-offer.ts';
import { nextStage, parseStage, previousStage, stageRule } from './stage.ts';

/** Runs a closed offer whose ledger has changed from `frozen` to `live`. */
function runClosed(frozen: CellValue[][], live: CellValue[][], elections?: CellValue[][]) {
  const then = offerSource({ grants: frozen });
  const block = (sheet: string): CellBlock => {
    const found = then.sheets.find((candidate) => candidate.sheet === sheet);
    assert.ok(found !== undefined);
    return found;
  };
  const now = offerSource({ grants: live, ...(elections === undefined ? {} : { elections }) });
  return runOffer({ ...now, frozen: { ledger: block('Cap Table'), elections: block('OfferElections') } });
}

describe('The life of an offer', () => {
  it('goes through its stages one by one, and back one by one', () => {
    assert.deepEqual(
      [nextStage('Draft'), nextStage('Granted'), previousStage('Open'), previousStage('Draft')],
      ['Open', undefined, 'Draft', undefined],
    );
    assert.deepEqual([parseStage(undefined), parseStage('closed')], ['Draft', 'Closed']);
    assert.throws(() => parseStage('Paused'), { message: /it is Draft, Open, Closed, Cancelled, Granted/ });
    assert.equal(stageRule('Open').isLedgerFrozen, false);
    assert.equal(stageRule('Closed').isLedgerFrozen, true);
    assert.equal(stageRule('Granted').areResultsFinal, true);
  });

  it('after closing computes from the ledger as it stood, and reports what has changed by grant and value', () => {
    const run = runClosed(
      [grant('A'), grant('B'), grant('C')],
      [grant('A', { Outstanding: 400, 'Expiration Date': '2012-01-02' }), grant('B'), grant('D')],
    );
    assert.deepEqual(
      records(run.newGrants).map((row) => [row['Old Grant ID'], row['Cancelled Shares']]),
      [
        ['A', 1000],
        ['B', 1000],
        ['C', 1000],
      ],
    );
    assert.deepEqual(checkLines(run), [
      'Warning Cap Table 3 Expiration Date: Grant A: Expiration Date was 2011-01-02 when the offer closed and is 2012-01-02 now; the change is not applied',
      'Warning Cap Table 3 Outstanding: Grant A: Outstanding was 1000 when the offer closed and is 400 now; the change is not applied',
      'Warning Cap Table 5 : Grant D was added after the offer closed: it takes no part',
      'Warning Cap Table 5 : Grant C was removed after the offer closed: it still counts as it stood',
    ]);
  });

  it('names the live cell\u2019s row where titles stand above the ledger\u2019s header', () => {
    const titled = (grants: CellValue[][]) => {
      const source = offerSource({ grants });
      const [ledger, ...others] = source.sheets;
      assert.ok(ledger !== undefined);
      return {
        ...source,
        sheets: [{ ...ledger, values: [['Cap table'], [], [], ...ledger.values] }, ...others],
      };
    };
    const then = titled([grant('A'), grant('B'), grant('C')]);
    const now = titled([grant('A'), grant('B', { Outstanding: 400 })]);
    const { drift, ...run } = runOffer({ ...now, frozen: freezeTables(then) });
    assert.deepEqual(
      drift.map(({ kind, grant, row, cell }) => [kind, grant, row, cell]),
      [
        ['changed', 'B', 7, "'Cap Table'!K7"],
        ['removed', 'C', 8, undefined],
      ],
    );
    assert.deepEqual(
      run.problems.map(({ sheet, row }) => [sheet, row]),
      [
        ['Cap Table', 7],
        ['Cap Table', 8],
      ],
    );
  });

  it('follows service after closing, since who leaves before the grant loses the promise', () => {
    const run = runClosed([grant('A')], [grant('A', { 'Termination Date': '2003-05-01' })]);
    assert.deepEqual(
      records(run.newGrants).map((row) => row['Status']),
      ['Lapsed'],
    );
    assert.match(
      checkLines(run).join('\n'),
      /Info Cap Table 3 Termination Date: Grant A: Termination Date was blank .* it is followed/,
    );
  });

  it('counts the elections of the closing, not later ones', () => {
    const run = runClosed([grant('A')], [grant('A')], [['001', 'A', 'Withdraw', '2003-01-11']]);
    assert.deepEqual(
      records(run.eligibility).map((row) => row['Exchanged']),
      ['Yes'],
    );
  });
});

describe('A digest of cells', () => {
  it('is SHA-256, the same wherever the used range ends, and another for any change', () => {
    const cells = [LEDGER_HEADER, grant('A')];
    const digest = digestOf(cells);
    assert.match(digest, /^[0-9a-f]{64}$/);
    assert.equal(digestOf([...cells.map((row) => [...row, '', null]), ['', ''], []]), digest);
    assert.notEqual(digestOf([LEDGER_HEADER, grant('B')]), digest);
    assert.notEqual(digestOf([[1]]), digestOf([['1']]));
    assert.notEqual(digestOf([[1], [], [2]]), digestOf([[1], [2]]));
  });
});
