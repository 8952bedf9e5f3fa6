/** What a run of 100,000 grants asks of Excel. */
import { grant } from '../../src/domain/offer/offer-book.fixture.ts';
import { countedRun } from '../exchange/counted-run.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { withWorkbook } from '../workbook-session.ts';

describe('A run asks Excel', () => {
  it('for less than 4 MB at a time on a ledger of 100,000 grants', () => {
    const grants = Array.from({ length: 100_000 }, (_, index) =>
      grant(`G-${index}`, { 'Holder ID': `H-${index}` }),
    );
    // Two dates a grant: with the reference schedule the vesting table would not fit a sheet.
    const terms = { 'Vesting Schedule': '50% at 6 months, then 50% at 1 year' };
    return withWorkbook(offerWorkbook({ grants, terms }), async ({ server }) => {
      await countedRun(server, '100,000 grants', { values: true });
      await countedRun(server, '100,000 grants again', { values: true });
    });
  });
});
