import assert from 'node:assert/strict';
import { grant, run } from '../../domain/offer/offer-book.fixture.ts';
import { runJson } from './run-json.ts';
import { cellText, summaryText } from './summary-text.ts';

describe("A run's JSON", () => {
  const json = runJson(run({ grants: [grant(123), grant('00124', { 'Holder Name': '' })] }));

  it('has its parts in the order of the contract', () => {
    assert.deepEqual(Object.keys(json), [
      'offer',
      'eligibility',
      'newGrants',
      'vesting',
      'summary',
      'checks',
    ]);
  });

  it('writes dates as ISO text, with a time of day where there is one', () => {
    assert.equal(json.offer['Expiration Date'], '2003-01-20T21:00');
    assert.equal(json.offer['New Grant Date'], '2003-07-21');
    assert.equal(json.newGrants[0]?.['Grant Date'], '2003-07-21');
    assert.equal(json.vesting[0]?.['Date'], '2004-01-21');
  });

  it('keeps an id as the ledger has it, and writes a blank as null', () => {
    assert.deepEqual(
      json.eligibility.map((row) => [row['Grant ID'], row['Holder Name'], row['Reasons']]),
      [
        [123, 'Ada Example', null],
        ['00124', null, null],
      ],
    );
  });

  it('gives the totals by name and each breakdown as rows under its title', () => {
    assert.equal(json.summary['Shares cancelled'], 2000);
    assert.deepEqual(
      (json.summary['By plan'] as { Plan: string }[]).map(({ Plan }) => Plan),
      ['2000 Plan'],
    );
  });
});

describe('The summary as text', () => {
  it('aligns figures to the right, with thousands apart', () => {
    const lines = summaryText(run({ grants: [grant('A', { Outstanding: 123457 })] })).split('\n');
    const cancelled = lines.find((line) => /^ {2}Shares cancelled {2,}/.test(line));
    assert.match(cancelled ?? '', /Shares cancelled +123,457$/);
    const granted = lines.find((line) => /^ {2}New shares {2,}/.test(line));
    assert.equal(granted?.length, cancelled?.length);
  });

  it('writes prices with two decimals at least and dates year first', () => {
    assert.equal(cellText(1.5, 'price'), '1.50');
    assert.equal(cellText(1234.5678, 'price'), '1,234.5678');
    assert.equal(cellText(37823, 'date'), '2003-07-21');
    assert.equal(cellText(1000000, 'shares'), '1,000,000');
    assert.equal(cellText(2000, 'id'), '2000');
  });
});
