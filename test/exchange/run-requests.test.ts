/** How often and with how much a run asks Excel, as the host counts it; printed, so that it can be watched. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { grant } from '../../src/domain/offer/offer-book.fixture.ts';
import { readWorkbook } from '@regrant/embedded-excel/package';
import { offerWorkbook } from '../offer-workbook.ts';
import { withWorkbook } from '../workbook-session.ts';
import { countedRun } from './counted-run.ts';

const SAMPLE = new URL('../../assets/samples/lantronix-2002.xlsx', import.meta.url);

describe('A run asks Excel', () => {
  it('at most fourteen times on the sample, the first time and again', () =>
    withWorkbook(readWorkbook(readFileSync(SAMPLE)), async ({ server }) => {
      for (const what of ['the sample', 'the sample again']) {
        const { roundTrips } = await countedRun(server, what);
        assert.ok(roundTrips <= 14, `${roundTrips} round trips`);
      }
    }));

  it('for less than 4 MB at a time, also where large tables are rewritten with their formulas', () => {
    const grants = Array.from({ length: 3_000 }, (_, index) =>
      grant(`G-${index}`, { 'Holder ID': `H-${index}` }),
    );
    return withWorkbook(offerWorkbook({ grants }), async ({ server }) => {
      await countedRun(server, '3,000 grants');
      await countedRun(server, '3,000 grants again');
    });
  });
});
