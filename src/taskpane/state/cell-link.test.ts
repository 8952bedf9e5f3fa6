import assert from 'node:assert/strict';
import { english, say } from '../../domain/basics/sentence.ts';
import { placed } from '../../domain/offer/offer-table.ts';
import { capitalised, linkText, parseCellLink, placedMessage } from './cell-link.ts';

describe('A cell that the pane points to', () => {
  it('is read from the way formulas name it', () => {
    assert.deepEqual(parseCellLink("'Offer Terms'!$B$7"), { sheet: 'Offer Terms', address: 'B7' });
    assert.deepEqual(parseCellLink('Prices!E39'), { sheet: 'Prices', address: 'E39' });
    assert.deepEqual(parseCellLink("'It''s'!A1:C5"), { sheet: "It's", address: 'A1:C5' });
    for (const text of ['B7', 'Offer Terms!B7', '=A1', '', undefined])
      assert.equal(parseCellLink(text), undefined, String(text));
  });

  it('is named without quotes and dollars for people', () => {
    assert.equal(linkText({ sheet: 'Offer Terms', address: 'B7' }), 'Offer Terms!B7');
  });

  it('is taken out of a sentence about it', () => {
    const refusal = say`rounding must be down, up or nearest.`;
    const { link, text } = placedMessage(placed("'Offer Terms'!B17", refusal));
    assert.deepEqual(link, { sheet: 'Offer Terms', address: 'B17' });
    assert.equal(capitalised(english(text)), 'Rounding must be down, up or nearest.');
    const whole = say`No ledger was found: a sheet needs a header row.`;
    assert.deepEqual(placedMessage(whole), { link: undefined, text: whole });
  });
});
