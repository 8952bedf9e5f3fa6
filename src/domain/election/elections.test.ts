import assert from 'node:assert/strict';
import type { CellValue } from '../basics/cell.ts';
import { parseMoment } from '../basics/day.ts';
import { compileElections } from './elections.ts';

const HEADER = ['Holder ID', 'Grant ID', 'Action', 'Received'];
const at = (text: string): number => parseMoment(text) ?? 0;
const EXPIRATION = at('2003-01-20T21:00');
const state = (rows: CellValue[][], holder = '1', grant = 'A'): string =>
  compileElections([HEADER, ...rows], EXPIRATION).stateOf(holder, grant);

describe('An election', () => {
  it('stands until it is withdrawn, and can be made again (Lantronix 2002)', () => {
    const elected = [1, 'A', 'Elect', '2003-01-02'];
    const withdrawn = ['1', 'A', 'withdraw', at('2003-01-05')];
    assert.equal(state([]), 'None');
    assert.equal(state([elected]), 'Elected');
    assert.equal(state([withdrawn, elected]), 'Withdrawn');
    assert.equal(state([elected, withdrawn, [1, 'A', 'Elect', '2003-01-06']]), 'Elected');
  });

  it('counts at the moment of expiration and not a minute later', () => {
    assert.equal(state([[1, 'A', 'Elect', '2003-01-20T21:00']]), 'Elected');
    assert.equal(state([[1, 'A', 'Elect', Math.floor(EXPIRATION) + 0.8750000001]]), 'Elected');
    assert.equal(state([[1, 'A', 'Elect', '2003-01-20T21:01']]), 'None');
    const late = [1, 'A', 'Withdraw', '2003-01-21'];
    assert.equal(state([[1, 'A', 'Elect', '2003-01-02'], late]), 'Elected');
  });

  it('for ALL or without a grant is for every grant of the holder', () => {
    assert.equal(state([[1, 'all', 'Elect', '2003-01-02']], '1', 'Z'), 'Elected');
    assert.equal(state([[1, '', 'Elect', '2003-01-02']], '1', 'Z'), 'Elected');
    assert.equal(state([[2, '', 'Elect', '2003-01-02']], '1', 'Z'), 'None');
  });

  it('in the lower row wins where two came in at the same moment', () => {
    const rows = [
      [1, 'A', 'Elect', '2003-01-02T10:00'],
      [1, 'ALL', 'Withdraw', '2003-01-02T10:00'],
    ];
    assert.equal(state(rows), 'Withdrawn');
    assert.equal(state(rows.reverse()), 'Elected');
  });

  it('ties with one at the same time of day that was typed as text, or stored with fewer decimals', () => {
    const afternoon = '2003-01-02T17:00';
    for (const stored of [at(afternoon), 37623.70833333334, 37623.7083333333]) {
      const asCell = [1, 'A', 'Elect', stored];
      const asText = [1, 'A', 'Withdraw', afternoon];
      assert.equal(state([asCell, asText]), 'Withdrawn');
      assert.equal(state([asText, asCell]), 'Elected');
    }
  });

  it('matches ids as text: leading zeros count, a number equals its text', () => {
    const rows = [['007', 123, 'Elect', '2003-01-02']];
    assert.equal(state(rows, '007', '123'), 'Elected');
    assert.equal(state(rows, '7', '123'), 'None');
  });

  it('that cannot be read is left out and named, never guessed', () => {
    const elections = compileElections(
      [HEADER, [1, 'A', 'Yes', '2003-01-02'], ['', 'A', 'Elect', '2003-01-02'], [1, 'A', 'Elect', 'Monday']],
      EXPIRATION,
    );
    assert.deepEqual(
      elections.unreadable.map(({ row, column }) => [row, column]),
      [
        [1, 'Action'],
        [2, 'Holder ID'],
        [3, 'Received'],
      ],
    );
    assert.equal(elections.stateOf('1', 'A'), 'None');
  });

  it('table without its columns is refused by their names', () => {
    assert.throws(() => compileElections([['Holder ID', 'Grant ID']], undefined), {
      message: /lacks Action, Received/,
    });
  });
});
