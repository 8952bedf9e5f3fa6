import assert from 'node:assert/strict';
import { ratioCells } from './ratio-cells.ts';

const OWN = ['Exercise Price From', 'Exercise Price To', 'New per Old', 'Award'];

describe('Tiers of an offer put into OfferRatios', () => {
  it('turn the ratio column round where the table counts the other way', () => {
    const tiers = [
      ['Exercise Price From', 'Exercise Price To', 'Old per New'],
      [12.14, 24.99, 1.25],
    ];
    assert.deepEqual(ratioCells(OWN, tiers), {
      headers: ['Exercise Price From', 'Exercise Price To', 'Old per New', 'Award'],
      added: [],
      rows: [[12.14, 24.99, 1.25, '']],
    });
    const turned = ['Exercise Price From', 'Exercise Price To', 'OLD PER NEW', 'Award'];
    const back = ratioCells(turned, [['New per Old'], [0.5]]);
    assert.deepEqual(back.headers, OWN);
    assert.deepEqual(back.rows, [['', '', 0.5, '']]);
  });

  it('keep to their own column where the table has both, and leave the other blank', () => {
    const both = ['New per Old', 'Old per New'];
    assert.deepEqual(ratioCells(both, [['Old per New'], [4]]), {
      headers: both,
      added: [],
      rows: [['', 4]],
    });
  });

  it('add the columns that the table lacks, so that no criterion gets lost', () => {
    const tiers = [
      ['Exercise Price From', 'Old per New'],
      [50, 6],
    ];
    assert.deepEqual(ratioCells(['Plan'], tiers), {
      headers: ['Plan'],
      added: ['Exercise Price From', 'Old per New'],
      rows: [['', 50, 6]],
    });
  });

  it('that are none leave the headers as they are', () => {
    assert.deepEqual(ratioCells(OWN, []), { headers: OWN, added: [], rows: [] });
  });
});
