import assert from 'node:assert/strict';
import type { CellValue } from '../basics/cell.ts';
import type { OfferRun } from './offer-run.ts';
import { grant, offerSource, records } from './offer-book.fixture.ts';
import { runOffer } from './run-offer.ts';
import { runWhatIf } from './what-if.ts';

const GRANTS = Array.from({ length: 10 }, (_, index) =>
  grant(`G${index}`, { 'Holder ID': `H${index}`, 'Exercise Price': 2 + index }),
);
const elected = (result: OfferRun): CellValue[] =>
  records(result.eligibility).flatMap((row) => (row['Election'] === 'Elected' ? [row['Grant ID']] : []));
const exchanged = (result: OfferRun): CellValue[] =>
  records(result.newGrants).map((row) => row['Old Grant ID']);
const newShares = (result: OfferRun): CellValue[] =>
  records(result.newGrants).map((row) => row['New Shares']);

/** A run's results, without the functions that its parts carry. */
const plain = ({ offer, eligibility, newGrants, vesting, checks, summary }: OfferRun): unknown => ({
  offer,
  rows: [eligibility, newGrants, vesting, checks].map(({ rows }) => rows),
  measures: summary.measures,
});

describe('What if', () => {
  const source = offerSource({ grants: GRANTS });

  it('without an assumption gives the run itself', () => {
    assert.deepEqual(plain(runWhatIf(source, {})), plain(runOffer(source)));
  });

  it('another ratio were given: for each grant, rounded as the offer rounds', () => {
    const one = offerSource({ grants: [grant('A', { Outstanding: 1001 })] });
    assert.deepEqual(newShares(runWhatIf(one, { ratio: '4:1' })), [251]);
    assert.deepEqual(newShares(runOffer(one)), [751]);
  });

  it('another ratio were given where a table of ratios says which award each grant brings', () => {
    const tiered = offerSource({
      grants: [grant('A'), grant('B', { 'Exercise Price': 20 })],
      terms: { Ratio: '' },
      ratios: [
        ['Exercise Price From', 'Exercise Price To', 'New per Old', 'Award'],
        ['', 9.99, '2:1', 'Option'],
        [10, '', '4:1', 'RSU'],
      ],
    });
    const result = runWhatIf(tiered, { ratio: '5:1' });
    assert.deepEqual(
      records(result.newGrants).map((row) => [row['New Shares'], row['Award']]),
      [
        [200, 'Option'],
        [200, 'RSU'],
      ],
    );
  });

  it('the price floor were another: the offer\u2019s own lower bound gives way', () => {
    assert.deepEqual(exchanged(runOffer(source)).length, 8);
    assert.deepEqual(exchanged(runWhatIf(source, { priceFloor: 2 })).length, 10);
    assert.deepEqual(exchanged(runWhatIf(source, { priceFloor: 9.5 })), ['G8', 'G9']);
  });

  it('there were a floor on the price, where the offer has no rule for it', () => {
    const open = offerSource({ grants: GRANTS, rules: [['Field', 'Operator', 'Value']] });
    assert.deepEqual(exchanged(runWhatIf(open, { priceFloor: 11 })), ['G9']);
  });

  it('a share of the eligible grants were elected: evenly over the ledger, the same each time', () => {
    assert.deepEqual(elected(runWhatIf(source, { participation: 0 })), []);
    assert.deepEqual(elected(runWhatIf(source, { participation: 1 })).length, 8);
    assert.deepEqual(elected(runWhatIf(source, { participation: 0.5 })), ['G3', 'G5', 'G7', 'G9']);
    // 0.3 x 8 = 2.4: two grants, however 0.3 is kept as a double.
    assert.deepEqual(elected(runWhatIf(source, { participation: 0.3 })), ['G5', 'G8']);
  });

  it('a share of the holders took part, where electing one grant elects all of a holder', () => {
    const grants = GRANTS.map((row, index) => row.map((cell, at) => (at === 0 ? `H${index % 4}` : cell)));
    const byHolder = offerSource({ grants, terms: { 'Election Unit': 'Holder' } });
    const result = runWhatIf(byHolder, { participation: 0.5 });
    assert.equal(new Set(records(result.newGrants).map((row) => row['Holder ID'])).size, 2);
  });

  it('an assumption were none: it is refused', () => {
    assert.throws(() => runWhatIf(source, { participation: 1.5 }), { message: /share from 0 to 1/ });
    assert.throws(() => runWhatIf(source, { priceFloor: -1 }), { message: /price of 0 or more/ });
    assert.throws(() => runWhatIf(source, { ratio: 'many' }));
  });
});
