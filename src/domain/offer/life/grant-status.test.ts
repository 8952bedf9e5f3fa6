import assert from 'node:assert/strict';
import { countStatuses, grantStatuses } from './grant-status.ts';
import { grant, run } from '../offer-book.fixture.ts';
import { STAGES } from './stage.ts';

describe('The status of a grant', () => {
  const result = run({
    grants: [
      grant('A'),
      grant('B', { 'Exercise Price': 2 }),
      grant('C', { 'Holder ID': '002' }),
      grant('D', { 'Holder ID': '003' }),
      grant('E', { 'Holder ID': '004', 'Termination Date': '2003-03-01' }),
      grant('F', { 'Grant Date': '2002-12-01', 'Exercise Price': 2 }),
    ],
    elections: [
      ['001', 'ALL', 'Elect', '2003-01-10'],
      ['002', 'ALL', 'Elect', '2003-01-10'],
      ['002', 'ALL', 'Withdraw', '2003-01-11'],
      ['004', 'ALL', 'Elect', '2003-01-10'],
    ],
  });

  it('follows the offer: elected until the options are cancelled, exchanged until the new award is granted', () => {
    const statuses = STAGES.map((stage) => grantStatuses(result, stage).join(', '));
    const early = 'Elected, Not eligible, Withdrawn, Eligible, Elected, Elected';
    assert.deepEqual(statuses, [
      early,
      early,
      early,
      'Exchanged, Not eligible, Withdrawn, Eligible, Lapsed, Exchanged',
      'Granted, Not eligible, Withdrawn, Eligible, Lapsed, Granted',
    ]);
  });

  it('is counted, each status named', () => {
    assert.deepEqual(
      [...countStatuses(grantStatuses(result, 'Granted'))],
      [
        ['Not eligible', 1],
        ['Eligible', 1],
        ['Elected', 0],
        ['Withdrawn', 1],
        ['Exchanged', 0],
        ['Lapsed', 1],
        ['Granted', 2],
      ],
    );
  });
});
