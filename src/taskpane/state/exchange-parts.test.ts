import assert from 'node:assert/strict';
import { grant, run } from '../../domain/offer/offer-book.fixture.ts';
import { exchangeParts } from './exchange-parts.ts';

describe('The grants that are exchanged', () => {
  it('are those that a form elects and those that the look-back brings in; a form for one not eligible brings none', () => {
    const offer = {
      grants: [
        grant('A'),
        grant('LATER', { 'Grant Date': '2002-11-01', 'Exercise Price': 2 }),
        grant('CHEAP', { 'Holder ID': '002', 'Exercise Price': 2 }),
      ],
      elections: [
        ['001', 'A', 'Elect', '2003-01-10'],
        ['002', 'CHEAP', 'Elect', '2003-01-10'],
      ],
    };
    assert.deepEqual(exchangeParts(run(offer)), { byForm: 1, byLookBack: 1, electedInVain: 1 });
  });
});
