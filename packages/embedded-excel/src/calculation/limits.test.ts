/** What goes beyond a sheet, a cell or a formula: an error in the cell, in little time and memory. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CellValue } from '../model/cell-error.ts';
import { desk } from './desk.fixture.ts';

function shown(formulas: readonly string[], cells: Record<string, CellValue> = {}): unknown[] {
  const { calculator, put, get } = desk();
  put(cells);
  put(Object.fromEntries(formulas.map((formula, i) => [`Z${i + 1}`, formula])));
  calculator.recalculateNow();
  return formulas.map((_, i) => get(`Z${i + 1}`));
}

describe('arrays', () => {
  it('with more rows or columns than a sheet are #VALUE!', () => {
    const formulas = [
      '=SEQUENCE(1048577)',
      '=SEQUENCE(1,16385)',
      '=SUM(RANDARRAY(1048577))',
      '=SUM(RANDARRAY(1,1E+300))',
      '=EXPAND(1,1048577,1,0)',
      '=MAKEARRAY(1,16385,LAMBDA(r,c,1))',
    ];
    assert.deepEqual(
      shown(formulas),
      formulas.map(() => '#VALUE!'),
    );
  });

  it('too large for memory are #NUM!, which IFERROR catches', () => {
    const formulas = [
      '=SUM(SEQUENCE(1048576,16384))',
      '=SUM(RANDARRAY(1048576,1000))',
      '=SUM(EXPAND(1,1048576,16384,0))',
      '=SUM(MAKEARRAY(1048576,16384,LAMBDA(r,c,1)))',
      '=SUM(SEQUENCE(1048576)*SEQUENCE(1,16384))',
      '=SUM(VSTACK(SEQUENCE(1,16384),SEQUENCE(1048000)))',
      '=SUM(HSTACK(SEQUENCE(600000,8),SEQUENCE(600000,8)))',
      '=SUM(ROW(A1:A1048576)*COLUMN(A1:XFD1))',
      '=SUM(REDUCE(1,SEQUENCE(40),LAMBDA(a,x,VSTACK(a,a,a,a,a,a,a,a))))',
      '=LEN(UPPER(INDEX(MAP(SEQUENCE(10000),LAMBDA(x,UPPER(REPT("a",32767)&x))),1)))',
      '=ROWS(REPT("a",SEQUENCE(10000)*0+32767))',
    ];
    assert.deepEqual(
      shown(formulas),
      formulas.map((formula) => (formula.includes('REPT("a",32767)') ? '#VALUE!' : '#NUM!')),
    );
    assert.deepEqual(shown(['=IFERROR(SUM(SEQUENCE(1048576,16384)),"none")']), ['none']);
  });

  it('are counted only while they are in use', () => {
    assert.deepEqual(
      shown([
        '=REDUCE(0,SEQUENCE(40),LAMBDA(a,x,a+SUM(SEQUENCE(450000))*0+x))',
        '=SUM(SEQUENCE(500000)*1+1-1+1-1+1-1+1-1+1-1+1-1+1-1+1-1+1-1+1-1+1-1+1-1+1-1+1-1+1-1+1-1+1-1)',
        '=SUM(IF(A:B="",1))',
      ]),
      [820, 125000250000, 2097152],
    );
  });

  it('that would fill more cells than memory has are #SPILL!', () => {
    const { calculator, put, get } = desk();
    put({ A1: '=SEQUENCE(100000,3)', E1: '=SEQUENCE(1000000,5)-1', K1: '=SEQUENCE(3)' });
    calculator.recalculateNow();
    assert.deepEqual([get('A1'), get('E1'), get('K1')], [1, '#SPILL!', 1]);
  });
});

describe('references to whole sheets', () => {
  it('cost what the used cells cost', () => {
    const { calculator, put, get } = desk();
    put({ A1: 1, B2: 2, C3: 'x' }, 'Data');
    const formulas = [
      '=SUM(Data!A1:XFD1048576)',
      '=COUNTIF(Data!A1:XFD1048576,"")',
      '=COUNTIF(Data!A1:XFD1048576,"<>x")',
      '=COUNTIFS(Data!A:XFD,"",Data!A:XFD,"<>1")',
      '=SUMIF(Data!A1:XFD1048576,"<>x",Data!A1:XFD1048576)',
      '=COUNTBLANK(Data!A1:XFD1048576)',
      '=SUBTOTAL(9,Data!1:1048576)',
      '=AGGREGATE(9,5,Data!A:XFD)',
      '=SUMPRODUCT(Data!A1:XFD1048576)',
      '=ROWS(FILTER(Data!A:XFD,Data!A:A=1))',
      '=COUNTA(Data!A:XFD)',
      '=INDEX(Data!A1:XFD1048576,2,2)',
    ];
    put(Object.fromEntries(formulas.map((formula, i) => [`A${i + 1}`, formula])));
    calculator.recalculateNow();
    const cells = 1048576 * 16384;
    assert.deepEqual(
      formulas.map((_, i) => get(`A${i + 1}`)),
      [3, cells - 3, cells - 1, cells - 3, 3, cells - 3, 3, 3, 3, 1, 3, 2],
    );
  });
});

describe('text longer than a cell holds', () => {
  it('is #VALUE!', () => {
    const formulas = [
      '=REPT("a",32768)',
      '=REPT("a",32767)&"b"',
      '=CONCAT(REPT("a",20000),REPT("b",20000))',
      '=TEXTJOIN(",",TRUE,REPT("a",32767),"b")',
      '=TEXTJOIN(REPT(",",100),FALSE,SEQUENCE(1000000))',
      '=CONCATENATE(REPT("a",32767),"b")',
      '=SUBSTITUTE(REPT("a",32767),"a","bb")',
      '=REPLACE(REPT("a",32767),1,0,"b")',
      '=ARRAYTOTEXT(SEQUENCE(1000000))',
    ];
    assert.deepEqual(
      shown(formulas),
      formulas.map(() => '#VALUE!'),
    );
    assert.deepEqual(shown(['=LEN(REPT("a",32767))', '=LEN(REPT("a",32766)&"b")']), [32767, 32767]);
  });
});

describe('formulas', () => {
  it('take as many operators and levels as Excel, and more', () => {
    assert.deepEqual(
      shown([
        `=1${'+1'.repeat(4000)}`,
        `=${'IF(1,'.repeat(200)}7${')'.repeat(200)}`,
        `=${'('.repeat(200)}7${')'.repeat(200)}`,
        `=${'-'.repeat(200)}7`,
        `=SUM(${Array.from({ length: 255 }, () => '1').join(',')})`,
      ]),
      [4001, 7, 7, 7, 255],
    );
  });

  it('that are nested or long beyond all bounds are #NAME?, and with too many arguments #VALUE!', () => {
    assert.deepEqual(
      shown([
        `=${'IF(1,'.repeat(3000)}7${')'.repeat(3000)}`,
        `=${'('.repeat(3000)}7${')'.repeat(3000)}`,
        `=${'-'.repeat(9000)}7`,
        `=7${'%'.repeat(9000)}`,
        `=1${'+(1'.repeat(2000)}${')'.repeat(2000)}`,
        `=1${'+1'.repeat(20000)}`,
        `=SUM(${Array.from({ length: 256 }, () => '1').join(',')})`,
      ]),
      ['#NAME?', '#NAME?', '#NAME?', '#NAME?', '#NAME?', '#NAME?', '#VALUE!'],
    );
  });

  it('that call each other without end are errors', () => {
    const deep = `${'IF(1,'.repeat(150)}F(x+1)${')'.repeat(150)}`;
    const { book, calculator, put, get } = desk();
    book.addName('F', `=LAMBDA(x,${deep})`);
    book.addName('G', '=G+1');
    put({ A1: '=F(1)', A2: '=G' });
    calculator.recalculateNow();
    assert.match(String(get('A1')), /^#(NUM!|CALC!)$/);
    assert.equal(get('A2'), '#CALC!');
  });

  it('in chains of 100,000 cells are calculated', () => {
    const { book, calculator, get } = desk();
    const sheet = book.activeSheet;
    sheet.setValue(0, 0, 1);
    sheet.setFormulas(
      1,
      0,
      Array.from({ length: 99999 }, (_, i) => [`=A${i + 1}+1`]),
    );
    calculator.recalculateNow();
    assert.equal(get('A100000'), 100000);
  });
});
