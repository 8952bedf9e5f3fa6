import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FormulaError, formula } from '../../test/formula.ts';
import { CATALOGUE } from './catalogue.ts';
import type { FunctionDeclaration } from './declaration.ts';

const LONGEST_TEXT = 32767;

/** Texts that some argument understands, so that a draw gets past the first check now and then. */
const WORDS = CATALOGUE.flatMap(({ examples }) => examples.flatMap((example) => example.arguments))
  .flat(2)
  .filter((value) => typeof value === 'string');

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 50000 }) },
  { weight: 1, arbitrary: fc.double() },
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    ' ',
    true,
    false,
    NaN,
    Infinity,
    -0,
    2 ** 53,
    1e308,
    5e-324,
    -1,
  ),
  fc.string(),
  fc.constantFrom(
    '#N/A',
    '#REF!',
    '#DIV/0!',
    '2003-02-30',
    '9999-12-31',
    '1900-01-01',
    '75%',
    '1e309',
    '١',
    '💶',
    '4:1',
    '1,2,3',
  ),
  fc.constantFrom(
    { basicValue: 3 },
    { basicValue: null },
    { type: 'Error' },
    { type: 'Error', code: '#NULL!' },
    { type: 'Double', basicValue: 37823, numberFormat: 'yyyy-mm-dd' },
    { basicValue: { a: 1 } },
  ),
);
const range = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 });
const argument = fc.oneof({ weight: 3, arbitrary: cell }, { weight: 2, arbitrary: range }, fc.array(cell));

/** A result that a cell can show: no NaN, Infinity, null or undefined, no -0, rows of one length. */
function assertShowable(result: unknown): void {
  if (!Array.isArray(result)) {
    assertCell(result);
    return;
  }
  const rows = result as unknown[][];
  for (const row of rows) {
    assert.equal(row.length, rows[0]?.length);
    row.forEach(assertCell);
  }
}

function assertCell(value: unknown): void {
  if (typeof value === 'number') assert.ok(Number.isFinite(value) && !Object.is(value, -0), String(value));
  else assert.ok(typeof value === 'string' || typeof value === 'boolean', String(value));
}

function assertShowableOrRefused(name: string, given: readonly unknown[]): void {
  try {
    assertShowable(formula(name, ...given));
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    assert.match(error.code, /^#(VALUE!|N\/A|NUM!)$/);
    assert.match(error.message, /^\S[^\n]*[.?…]$/);
    assert.doesNotMatch(error.message, /cannot be calculated|undefined|\[object|\bNaN\b/);
    assert.ok(error.message.length < 1000, `${error.message.length} characters`);
  }
}

const countOf = ({ parameters }: FunctionDeclaration) => parameters.length;

describe('whatever the cells hold', () => {
  for (const declaration of CATALOGUE) {
    const { name, examples } = declaration;
    it(`${name} gives a result that a cell can show, or an error with a sentence`, () => {
      fc.assert(
        fc.property(fc.array(argument, { maxLength: countOf(declaration) + 1 }), (given) =>
          assertShowableOrRefused(name, given),
        ),
        { numRuns: 300 },
      );
    });

    it(`${name} does so with one argument of an example replaced`, () => {
      const index = fc.nat({ max: countOf(declaration) - 1 });
      fc.assert(
        fc.property(fc.constantFrom(...examples), index, argument, (example, at, value) => {
          const given: unknown[] = [...example.arguments];
          given[at] = value;
          assertShowableOrRefused(name, given);
        }),
        { numRuns: 300 },
      );
    });

    it(`${name} does so with a cell of a range replaced`, () => {
      const place = fc.tuple(
        fc.nat({ max: countOf(declaration) - 1 }),
        fc.nat({ max: 4 }),
        fc.nat({ max: 4 }),
      );
      fc.assert(
        fc.property(fc.constantFrom(...examples), place, cell, (example, [at, row, column], value) => {
          const given: unknown[] = structuredClone([...example.arguments]);
          const table = given[at];
          if (!Array.isArray(table) || !Array.isArray(table[row])) return;
          (table[row] as unknown[])[column] = value;
          assertShowableOrRefused(name, given);
        }),
        { numRuns: 300 },
      );
    });

    it(`${name} reads the longest text that a cell holds in any place`, () => {
      const texts = [
        'x',
        '9',
        '1 ',
        '4:',
        '(',
        '50% at 6 months, then ',
        'greater of ',
        '2003-07-21',
        '0.',
        '-',
        ';',
      ].map((part) => part.repeat(Math.ceil(LONGEST_TEXT / part.length)).slice(0, LONGEST_TEXT));
      for (const text of texts)
        for (let at = 0; at < countOf(declaration); at++)
          for (const example of examples) {
            const given: unknown[] = [...example.arguments];
            given[at] = text;
            assertShowableOrRefused(name, given);
            given[at] = [[text, text], [text]];
            assertShowableOrRefused(name, given);
          }
    });

    it(`${name} gets through ranges of a hundred thousand cells`, () => {
      const ranges = [
        Array.from({ length: 50_000 }, (_, i) => [i + 1, i % 7]),
        Array.from({ length: 20_000 }, (_, i) => Array<unknown>(i % 9).fill(i)),
        [Array<unknown>(100_000).fill('x')],
      ];
      for (const huge of ranges)
        for (let at = 0; at < countOf(declaration); at++) {
          const given: unknown[] = [...(examples[0]?.arguments ?? [])];
          given[at] = huge;
          assertShowableOrRefused(name, given);
        }
    });
  }
});
