import assert from 'node:assert/strict';
import type { CellValue } from '../../basics/cell.ts';
import { parseMoment } from '../../basics/day.ts';
import { english } from '../../basics/sentence.ts';
import { findLedger } from '../../ledger/ledger.ts';
import { vestedParts } from './vested-part.ts';

describe('The vested and unvested part of a grant', () => {
  const asOf = parseMoment('2003-01-20') ?? 0;
  /** The parts of a grant of 2002-01-01 with 900 shares outstanding, as `vested/unvested` or the problem. */
  const parts = (more: Readonly<Record<string, CellValue>>): string => {
    const cells: Record<string, CellValue> = {
      'Holder ID': 1,
      'Grant ID': 'A',
      'Grant Date': '2002-01-01',
      'Exercise Price': 6,
      Outstanding: 900,
      ...more,
    };
    const values = [Object.keys(cells), Object.values(cells)];
    const part = vestedParts(findLedger([{ sheet: 'L', row: 1, column: 1, values }]), asOf)(1);
    if ('problem' in part) return `${part.column}: ${english(part.problem)}`;
    return `${part.vested}/${part.unvested}${part.warning === undefined ? '' : `: ${english(part.warning)}`}`;
  };

  it('is what the ledger says is exercisable, before all else', () => {
    assert.equal(parts({ 'Vested Outstanding': 300, Unvested: 100 }), '300/600');
  });

  it('is what is not unvested, and then what Granted less Vested leaves', () => {
    assert.equal(parts({ Exercisable: '', Unvested: 100, Granted: 1000, Vested: 200 }), '800/100');
    assert.equal(parts({ Granted: 1000, Exercised: 100, Vested: 400 }), '300/600');
  });

  it('follows from the grant’s own schedule, exercised shares taken off first', () => {
    const schedule = { 'Vesting Schedule': 'annually over 4 years' };
    assert.equal(parts({ ...schedule, Exercised: 100 }), '150/750');
    assert.equal(parts({ ...schedule, 'Vesting Start': '2001-01-20', Exercised: 100 }), '400/500');
  });

  it('warns where the schedule splits otherwise', () => {
    assert.match(
      parts({ Exercisable: 300, 'Vesting Schedule': 'annually over 4 years' }),
      /^300\/600: Exercisable makes 300 of the 900 outstanding shares vested, and the grant’s own schedule 225/,
    );
  });

  it('below 0 or above Outstanding is an error of the row', () => {
    assert.match(parts({ Exercisable: 901 }), /^Exercisable: .* makes 901 vested and -1 unvested/);
    assert.match(
      parts({ Exercised: 400, 'Vesting Schedule': 'annually over 4 years' }),
      /^Vesting Schedule: .* makes -75 vested/,
    );
  });

  it('cannot be told from nothing, nor from words that are no schedule', () => {
    assert.match(parts({}), /^Vesting Schedule: The grant cannot be split/);
    assert.match(parts({ Unvested: 'some' }), /^Unvested: Unvested is "some", where a whole number/);
  });
});
