/** How often and with how much a run asks Excel, as the host counts it; printed, so that it can be watched. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { grant } from '../../src/domain/offer/offer-book.fixture.ts';
import { readWorkbook } from '../../src/embedded-excel/package/read-workbook.ts';
import type { Counters, RichApiServer } from '../../src/embedded-excel/rich-api/server.ts';
import { runOffer } from '../../src/workbook/run-offer.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { withWorkbook } from '../workbook-session.ts';

const SAMPLE = new URL('../../assets/samples/lantronix-2002.xlsx', import.meta.url);
const MOST_BYTES = 4_000_000;

async function counted(server: RichApiServer, what: string, values: boolean): Promise<Counters> {
  server.resetCounters();
  await runOffer({ values });
  const { counters } = server;
  const { roundTrips, largestRequestBytes, largestReplyBytes, cellsWritten } = counters;
  const figure = (value: number): string => value.toLocaleString('en-US');
  process.stdout.write(
    `      ${what}: ${roundTrips} round trips, requests to ${figure(largestRequestBytes)} bytes, replies to ${figure(largestReplyBytes)}, ${figure(cellsWritten)} cells written\n`,
  );
  assert.equal(server.unsupported.size, 0, [...server.unsupported.keys()].join());
  assert.ok(largestRequestBytes < MOST_BYTES, `${largestRequestBytes} bytes asked`);
  assert.ok(largestReplyBytes < MOST_BYTES, `${largestReplyBytes} bytes answered`);
  return counters;
}

describe('A run asks Excel', () => {
  it('at most twelve times on the sample, the first time and again', () =>
    withWorkbook(readWorkbook(readFileSync(SAMPLE)), async ({ server }) => {
      for (const what of ['the sample', 'the sample again']) {
        const { roundTrips } = await counted(server, what, false);
        assert.ok(roundTrips <= 12, `${roundTrips} round trips`);
      }
    })).timeout(60_000);

  it('for less than 4 MB at a time, also where large tables are rewritten with their formulas', () => {
    const grants = Array.from({ length: 3_000 }, (_, index) =>
      grant(`G-${index}`, { 'Holder ID': `H-${index}` }),
    );
    return withWorkbook(offerWorkbook({ grants }), async ({ server }) => {
      await counted(server, '3,000 grants', false);
      await counted(server, '3,000 grants again', false);
    });
  }).timeout(180_000);

  it('for less than 4 MB at a time on a ledger of 100,000 grants', () => {
    const grants = Array.from({ length: 100_000 }, (_, index) =>
      grant(`G-${index}`, { 'Holder ID': `H-${index}` }),
    );
    // Two dates a grant: with the reference schedule the vesting table would not fit a sheet.
    const terms = { 'Vesting Schedule': '50% at 6 months, then 50% at 1 year' };
    return withWorkbook(offerWorkbook({ grants, terms }), async ({ server }) => {
      await counted(server, '100,000 grants', true);
      await counted(server, '100,000 grants again', true);
    });
  }).timeout(600_000);
});
