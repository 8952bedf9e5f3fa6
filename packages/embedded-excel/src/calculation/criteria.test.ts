import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { desk } from './desk.fixture.ts';

/** Ids as one system exports them, as text, and as another does, as numbers. */
const IDS = {
  A1: '1000',
  A2: 1000,
  A3: '01000',
  A4: '1000.0',
  A5: 'G-1000',
  A6: 1001,
  A7: true,
  A8: '0x3E8',
};
const VALUES = { B1: 1, B2: 2, B3: 4, B4: 8, B5: 16, B6: 32, B7: 64, B8: 128 };

function shown(formulas: readonly string[], cells: Record<string, string | number | boolean>): unknown[] {
  const { calculator, put, get } = desk();
  put(cells);
  put(Object.fromEntries(formulas.map((formula, i) => [`D${i + 1}`, formula])));
  calculator.recalculateNow();
  return formulas.map((_, i) => get(`D${i + 1}`));
}

describe('a criterion', () => {
  it('that is a number meets text that is that number, as Excel does', () => {
    assert.deepEqual(
      shown(['=COUNTIF(A1:A8,1000)', '=SUMIF(A1:A8,1000,B1:B8)', '=SUMIFS(B1:B8,A1:A8,A2)'], {
        ...IDS,
        ...VALUES,
      }),
      [4, 15, 15],
    );
  });

  it('that is text that is a number meets numbers and such text', () => {
    assert.deepEqual(
      shown(['=COUNTIF(A1:A8,"1000")', '=SUMIFS(B1:B8,A1:A8,"="&A2)', '=AVERAGEIF(A1:A8,"01000",B1:B8)'], {
        ...IDS,
        ...VALUES,
      }),
      [4, 15, 3.75],
    );
  });

  it('that excludes a number excludes text that is that number', () => {
    assert.deepEqual(
      shown(['=COUNTIF(A1:A8,"<>1000")', '=COUNTIFS(A1:A8,">999")'], { ...IDS, ...VALUES }),
      [4, 2],
    );
  });
});

describe('wildcards', () => {
  it('mean any run of characters, one character, or themselves behind a tilde', () => {
    const cells = { A1: 'grant', A2: 'Grants', A3: 'g*t', A4: 'what?', A5: 'a~b', A6: '', A7: 'ganz' };
    assert.deepEqual(
      shown(
        [
          '=COUNTIF(A1:A7,"g*t")',
          '=COUNTIF(A1:A7,"g~*t")',
          '=COUNTIF(A1:A7,"g?an*")',
          '=COUNTIF(A1:A7,"*~?")',
          '=COUNTIF(A1:A7,"a~~b")',
          '=COUNTIF(A1:A7,"*")',
          '=COUNTIF(A1:A7,"<>*a*")',
          '=MATCH("*S",A1:A7,0)',
          '=XLOOKUP("*t",A1:A7,A1:A7,"none",2,-1)',
          '=VLOOKUP("?an?",A1:B7,1,FALSE)',
        ],
        cells,
      ),
      [2, 1, 2, 1, 1, 7, 2, 2, 'g*t', 'ganz'],
    );
  });

  it('are found by SEARCH at the first place where something fits', () => {
    assert.deepEqual(
      shown(
        [
          '=SEARCH("n?e","one nice nee")',
          '=SEARCH("e*e","one nice nee")',
          '=SEARCH("*e","one")',
          '=SEARCH("c*x","one nice")',
          '=SEARCH("~?","so?")',
          '=SEARCH("e","one nice",4)',
          '=SEARCH("?i","İstanbul ist")',
        ],
        {},
      ),
      [10, 3, 1, '#VALUE!', 3, 8, 9],
    );
  });

  it('need no more time for texts that nearly fit', () => {
    const near = 'a'.repeat(32767);
    const pattern = `${'*a'.repeat(120)}*b`;
    assert.deepEqual(
      shown(
        [
          `=COUNTIF(A1:A2,"${pattern}")`,
          `=IFERROR(SEARCH("${pattern}",A1),0)`,
          `=IFERROR(MATCH("${pattern}",A1:A2,0),0)`,
          `=XLOOKUP("${'?a*'.repeat(80)}b",A1:A2,A1:A2,"none",2)`,
          `=SUMIF(A1:A2,"${'a?'.repeat(120)}b*",A1:A2)`,
        ],
        { A1: near, A2: near },
      ),
      [0, 0, 0, 'none', 0],
    );
  });

  it('of more than 255 characters are #VALUE!', () => {
    const pattern = `"&REPT("*",256)&"`;
    assert.deepEqual(
      shown(
        [
          `=COUNTIF(A1,"${pattern}")`,
          `=SEARCH("${pattern}","a")`,
          `=MATCH("${pattern}",A1:A2,0)`,
          `=XMATCH("${pattern}",A1:A2,2)`,
        ],
        { A1: 'a' },
      ),
      ['#VALUE!', '#VALUE!', '#VALUE!', '#VALUE!'],
    );
  });
});

describe('text that is no number', () => {
  it('is told in one pass, however many digits it begins with', () => {
    assert.deepEqual(
      shown(['=ISNUMBER(VALUE(A1))', '=COUNTIF(A1:A2,5)', '=IFERROR(A2+1,"none")'], {
        A1: `${'1'.repeat(32766)}x`,
        A2: ' '.repeat(32766) + 'x',
      }),
      [false, 0, 'none'],
    );
  });
});
