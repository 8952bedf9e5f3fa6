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

describe('Times with an offset from UTC', () => {
  const stateAt = (rows: CellValue[][], expiration: string | undefined, offset?: number, grant = 'A') =>
    compileElections([HEADER, ...rows], expiration === undefined ? undefined : at(expiration), {
      ofExpiration: offset,
    }).stateOf('1', grant);
  const west = ['1', 'A', 'Elect', '2003-01-20T22:30-08:00'];
  const zulu = ['1', 'A', 'Withdraw', '2003-01-21T06:00Z'];

  it('compare as moments, with the expiration and with one another', () => {
    // 22:30 in California is 06:30 of the next day in UTC.
    assert.equal(stateAt([west], '2003-01-21T06:30', 0), 'Elected');
    assert.equal(stateAt([west], '2003-01-21T06:29', 0), 'None');
    assert.equal(stateAt([west], '2003-01-21T08:30', 2 / 24), 'Elected');
    assert.equal(stateAt([west, zulu], '2003-01-21T12:00', 0), 'Elected');
    assert.equal(stateAt([west, zulu], undefined), 'Elected');
  });

  it('are refused where only some of what is compared carries one, for this holder alone', () => {
    const plain = ['1', 'A', 'Elect', '2003-01-20T22:30'];
    for (const [rows, expiration, offset] of [
      [[west], '2003-01-21', undefined],
      [[plain], '2003-01-21T12:00', 0],
      [[west, plain], undefined, undefined],
      [[west, ['1', 'B', 'Elect', at('2003-01-02')]], '2003-01-21T12:00', 0],
    ] as [CellValue[][], string | undefined, number | undefined][])
      assert.throws(() => stateAt(rows, expiration, offset), {
        kind: 'value',
        message: /must both carry an offset from UTC.*holder 1 has some with and some without/,
      });
    assert.equal(stateAt([plain, ['2', 'A', 'Elect', '2003-01-20T22:30Z']], '2003-01-21'), 'Elected');
  });

  it('are times of day as written where nobody asks to compare them', () =>
    assert.equal(state([west.map(String)]), 'None'));
});

describe('A Percent', () => {
  const elected = (...percents: CellValue[]) =>
    compileElections(
      [[...HEADER, 'Percent'], ...percents.map((percent, i) => ['1', 'A', 'Elect', 37800 + i, percent])],
      undefined,
    );

  it('of 0 elects nothing, and undoes an earlier election', () => {
    assert.equal(elected(0).stateOf('1', 'A'), 'None');
    assert.equal(elected('0%').stateOf('1', 'A'), 'None');
    assert.equal(elected(50, 0).stateOf('1', 'A'), 'None');
    assert.equal(elected(0, '').stateOf('1', 'A'), 'Elected');
    assert.equal(elected(0.37).stateOf('1', 'A'), 'Elected');
  });

  it('that is none is not guessed', () =>
    assert.deepEqual(
      elected('half', 101, -1, '37%').unreadable.map(({ row, column }) => [row, column]),
      [
        [1, 'Percent'],
        [2, 'Percent'],
        [3, 'Percent'],
      ],
    ));
});

describe('Ids', () => {
  it('match without regard to case', () =>
    assert.equal(state([['e-7', 'g-1', 'Elect', '2003-01-02']], 'E-7', 'G-1'), 'Elected'));
});
