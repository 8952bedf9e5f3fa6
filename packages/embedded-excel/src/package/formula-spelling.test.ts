import { strict as assert } from 'node:assert';
import { shiftable } from '../model/formula-references.ts';
import { CustomFunctionNames, fileSpelling, userSpelling } from './formula-spelling.ts';

function context(table?: string) {
  const customFunctions = new CustomFunctionNames();
  customFunctions.add('REGRANT.NEWSHARES');
  return { customFunctions, table };
}

/** User's spelling, file's spelling; both ways. */
const PAIRS: readonly (readonly [string, string, string?])[] = [
  ['REGRANT.NEWSHARES(A1,0.75)', '_xldudf_REGRANT_NEWSHARES(A1,0.75)'],
  ['"REGRANT.NEWSHARES("&A1', '"REGRANT.NEWSHARES("&A1'],
  ["'REGRANT.NEWSHARES(x)'!A1+1", "'REGRANT.NEWSHARES(x)'!A1+1"],
  ['XLOOKUP(A1,B:B,C:C)', '_xlfn.XLOOKUP(A1,B:B,C:C)'],
  ['SORT(FILTER(A1:A9,B1:B9>1))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>1))'],
  ['SUM(Sheet1!A1#)+A1#', 'SUM(_xlfn.ANCHORARRAY(Sheet1!A1))+_xlfn.ANCHORARRAY(A1)'],
  ['SUM(@A1:A3,@INDEX(A1:A3,1))', 'SUM(_xlfn.SINGLE(A1:A3),_xlfn.SINGLE(INDEX(A1:A3,1)))'],
  ['@(A1:A3+1)', '_xlfn.SINGLE((A1:A3+1))'],
  ['LET(x,1,x+y)', '_xlfn.LET(_xlpm.x,1,_xlpm.x+y)'],
  ['LET(f,LAMBDA(a,a*2),f(A1))', '_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.a,_xlpm.a*2),_xlpm.f(A1))'],
  ['LET(x,1,2)+x', '_xlfn.LET(_xlpm.x,1,2)+x'],
  ['MAP(A1:A3,LAMBDA(v,IF(v>1,v,"v")))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,IF(_xlpm.v>1,_xlpm.v,"v")))'],
  ['LAMBDA(a,[b],a)(1)', '_xlfn.LAMBDA(_xlpm.a,_xlop.b,_xlpm.a)(1)'],
  [
    '[@[Exercise Price]]*[@Shares]',
    'Grants[[#This Row],[Exercise Price]]*Grants[[#This Row],[Shares]]',
    'Grants',
  ],
  ['Other[@Shares]+SUM(Grants[Shares])', 'Other[[#This Row],[Shares]]+SUM(Grants[Shares])', 'Grants'],
  ["Grants[[#All],[Col'#1]]", "Grants[[#All],[Col'#1]]"],
  ['IFNA(VLOOKUP(A1,B:C,2,FALSE),"#N/A")', '_xlfn.IFNA(VLOOKUP(A1,B:C,2,FALSE),"#N/A")'],
  ['NETWORKDAYS.INTL(A1,B1)+CEILING(A1,1)', 'NETWORKDAYS.INTL(A1,B1)+CEILING(A1,1)'],
  ['NORM.S.DIST(A1,TRUE)-#REF!', '_xlfn.NORM.S.DIST(A1,TRUE)-#REF!'],
  ['IF( A1 > 1 ,XOR( A1 ), {1,2;"a",#N/A})', 'IF( A1 > 1 ,_xlfn.XOR( A1 ), {1,2;"a",#N/A})'],
];

describe('the spelling of formulas in files', () => {
  for (const [user, file, table] of PAIRS)
    it(`writes ${user} as ${file} and reads it back`, () => {
      assert.equal(fileSpelling(user, context(table)), file);
      assert.equal(userSpelling(file, context(table)), user);
    });

  it('reads custom functions under the older prefix and of add-ins that are not loaded', () => {
    const unknown = { customFunctions: new CustomFunctionNames() };
    assert.equal(userSpelling('_xll.REGRANT.RATIO(A1)', unknown), 'REGRANT.RATIO(A1)');
    assert.equal(userSpelling('_xldudf_REGRANT_VESTING(A1)', unknown), 'REGRANT.VESTING(A1)');
    assert.equal(
      fileSpelling('REGRANT.VESTING(A1)+REGRANT.RATIO(A1)', unknown),
      '_xldudf_REGRANT_VESTING(A1)+_xldudf_REGRANT_RATIO(A1)',
    );
  });

  it('moves the relative references of a shared formula and no other text', () => {
    const formula = shiftable(`A1+$B2+C$3+$D$4+SUM('A1'!A1:B2,E:E,$7:8)&"A1"`);
    assert.equal(formula(2, 1), `B3+$B4+D$3+$D$4+SUM('A1'!B3:C4,F:F,$7:10)&"A1"`);
    assert.equal(shiftable('A1')(-1, -1), 'XFD1048576');
  });
});
