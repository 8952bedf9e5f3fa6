/** What the elections step counts. */
import assert from 'node:assert/strict';
import { grant, offerSource } from '../../domain/offer/offer-book.fixture.ts';
import { offerView } from './offer-view.ts';
import { snapshotOf } from './snapshot.fixture.ts';

describe('The elections step', () => {
  it('counts a holder as electing for a grant that is eligible, so that no more elect than may', () => {
    const { elections } = offerView(
      snapshotOf(
        offerSource({
          grants: [grant('A'), grant('B', { 'Holder ID': '002', 'Exercise Price': 2 })],
          elections: [
            ['001', 'A', 'Elect', '2003-01-10'],
            ['002', 'B', 'Elect', '2003-01-10'],
          ],
        }),
      ),
    );
    assert.equal(elections.holdersElected, 1);
    assert.equal(elections.holdersEligible, 1);
    assert.equal(elections.problems.length, 1);
  });
});
