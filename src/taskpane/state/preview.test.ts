import assert from 'node:assert/strict';
import { grant, run } from '../../domain/offer/offer-book.fixture.ts';
import { previewRows } from './preview.ts';

const BOOK = { grants: [grant('A')], elections: [['001', 'ALL', 'Elect', '2003-01-10']] };

describe('A grant of the preview', () => {
  it('has a new exercise price where it brings options, and none where it brings stock units', () => {
    const [option] = previewRows(run(BOOK), 'Draft');
    assert.deepEqual([option?.newShares, option?.newPrice], [750, 1.5]);
    const [unit] = previewRows(run({ ...BOOK, terms: { Award: 'RSU' } }), 'Draft');
    assert.deepEqual([unit?.newShares, unit?.newPrice], [750, '']);
  });
});
