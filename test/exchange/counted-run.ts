/** For tests: a run of the offer, and what it asked of Excel, as the host counts it. */
import assert from 'node:assert/strict';
import process from 'node:process';
import type { Counters, RichApiServer } from '@regrant/embedded-excel/testing';
import { runOffer } from '../../src/workbook/life/run-offer.ts';

/** Excel on the web takes 5 MB at a time (limits of Office add-ins). */
const MOST_BYTES = 4_000_000;

/** Runs the offer, prints what it asked of Excel, and asserts that no request and no reply is too large. */
export async function countedRun(
  server: RichApiServer,
  what: string,
  { values = false } = {},
): Promise<Counters> {
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
