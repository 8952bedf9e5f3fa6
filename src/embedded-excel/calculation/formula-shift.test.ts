import assert from 'node:assert/strict';
import { copyFormula, referencesOf, renameSheetInFormula, shiftFormula } from './formula-shift.ts';

const rows = (at: number, count: number) => ({ sheet: 'Grants', axis: 'rows', at, count }) as const;
const columns = (at: number, count: number) => ({ sheet: 'Grants', axis: 'columns', at, count }) as const;

describe('a formula whose cells move', () => {
  const cases: [string, ReturnType<typeof rows> | ReturnType<typeof columns>, string][] = [
    ['=A5+ $B$5 *(C1)', rows(2, 1), '=A6+ $B$6 *(C1)'],
    ['=SUM(A2:A9)', rows(4, 2), '=SUM(A2:A11)'],
    ['=SUM(A2:A9)', rows(4, -2), '=SUM(A2:A7)'],
    ['=SUM(A2:A9)', rows(0, -3), '=SUM(A1:A6)'],
    ['=SUM(A2:A9)', rows(7, -5), '=SUM(A2:A7)'],
    ['=A5', rows(4, -1), '=#REF!'],
    ['=SUM(A2:A3)*2', rows(1, -2), '=SUM(#REF!)*2'],
    ['=SUM(A:A)+SUM(5:6)', rows(0, 1), '=SUM(A:A)+SUM(6:7)'],
    ['=Other!A5+grants!A5', rows(0, 1), '=Other!A5+grants!A6'],
    ['=B1&"B1"&Grants[B1]', columns(0, 1), '=C1&"B1"&Grants[B1]'],
    ['=SUM(B:D)', columns(2, -1), '=SUM(B:C)'],
    ['=LOG10(A9)', rows(0, 1), '=LOG10(A10)'],
  ];
  for (const [formula, move, expected] of cases)
    it(`reads ${expected} after ${move.count} ${move.axis} at ${move.at} in ${formula}`, () => {
      assert.equal(shiftFormula(formula, 'Grants', move), expected);
    });

  it('stays as it is where only part of its rows moved', () => {
    const move = { ...rows(0, 1), span: [0, 1] as const };
    assert.equal(shiftFormula('=A5+B5+C5+SUM(A5:C5)', 'Grants', move), '=A6+B6+C5+SUM(A5:C5)');
  });
});

describe('a formula that is copied', () => {
  it('moves its relative references only', () => {
    assert.equal(
      copyFormula("=A1+$A1+A$1+$A$1+'Offer Terms'!B2:C$3+D:D", 1, 2),
      "=C2+$A2+C$1+$A$1+'Offer Terms'!D3:E$3+F:F",
    );
  });
  it('loses what would lie off the sheet', () => {
    assert.equal(copyFormula('=A1+B2', -1, 0), '=#REF!+B1');
  });
});

describe('a formula that names a sheet', () => {
  it('follows its new name', () => {
    assert.equal(
      renameSheetInFormula("=grants!A1+'Offer Terms'!B2", 'Grants', 'Old Grants'),
      "='Old Grants'!A1+'Offer Terms'!B2",
    );
    assert.equal(renameSheetInFormula("='Offer Terms'!B2:B4*2", 'offer terms', 'Terms'), '=Terms!B2:B4*2');
  });
  it('has #REF! where the sheet is gone', () => {
    assert.equal(renameSheetInFormula('=SUM(Grants!A1:B2)+1', 'Grants', undefined), '=SUM(#REF!)+1');
  });
});

describe('the references of a formula', () => {
  it('are its cells, with their sheets', () => {
    assert.deepEqual(referencesOf("=A1+SUM('Offer Terms'!B:B)*LOG10(2)", 'Grants'), [
      { sheet: 'Grants', area: { top: 0, left: 0, bottom: 0, right: 0 } },
      { sheet: 'Offer Terms', area: { top: 0, left: 1, bottom: 1048575, right: 1 } },
    ]);
  });
});
