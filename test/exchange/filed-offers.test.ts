/** Offers as they were filed, and single clauses of the contract, run as the command line runs them (test/data/offers). */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../../src/cli/refusal.ts';
import { runWorkbook } from '../../src/cli/run-workbook.ts';
import { readWorkbook } from '@regrant/embedded-excel/package';
import {
  type Comparison,
  compare,
  type Expected,
  type Outcome,
  type RunResults,
} from './expected-results.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const OFFERS = new URL('../data/offers/', import.meta.url);
const ENDING = '.expect.json';

const NAMES = readdirSync(OFFERS)
  .filter((file) => file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length))
  .sort();

const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(new URL(name + ENDING, OFFERS), 'utf8')) as Expected;

async function outcomeOf(name: string): Promise<Outcome> {
  try {
    const bytes = readFileSync(new URL(`${name}.xlsx`, OFFERS));
    const { errors, json, workbook } = await runWorkbook(bytes, DIST, { values: false });
    return {
      exit: errors > 0 ? 1 : 0,
      refusal: '',
      results: JSON.parse(json) as RunResults,
      cell: (address) => cellOf(workbook, address),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { exit: 2, refusal: error.message, results: undefined, cell: () => null };
  }
}

/** Of the sheet Formulas, in column A. */
function cellOf(workbook: Uint8Array, address: string): string | number | boolean | null {
  const sheet = readWorkbook(workbook).sheets.find(({ name }) => name === 'Formulas');
  const value = sheet?.value(Number(address.slice(1)) - 1, address.charCodeAt(0) - 65) ?? null;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

describe('Offers as filed', () => {
  const compared = new Map<string, Comparison>();

  for (const name of NAMES)
    it(`${name} gives what it must`, async () => {
      const comparison = compare(expectedOf(name), await outcomeOf(name));
      compared.set(name, comparison);
      assert.deepEqual(comparison.differences, []);
    });

  after(() => {
    process.stdout.write(`${coverage(compared)}\n`);
  });
});

/** By offer: whether all its workbooks run as filed, and how many of the values expected are right. */
function coverage(compared: ReadonlyMap<string, Comparison>): string {
  const offers = new Map<string, { isExpressed: boolean; right: number; expected: number }>();
  for (const [name, { expected, differences }] of compared) {
    const { of = 'single clauses' } = expectedOf(name);
    const sum = offers.get(of) ?? { isExpressed: true, right: 0, expected: 0 };
    offers.set(of, {
      isExpressed: sum.isExpressed && differences.length === 0,
      right: sum.right + expected - differences.length,
      expected: sum.expected + expected,
    });
  }
  const totals = [...offers.values()];
  const filed = [...offers].filter(([of]) => of !== 'single clauses').map(([, sum]) => sum);
  const sumOf = (key: 'right' | 'expected'): number => totals.reduce((total, sum) => total + sum[key], 0);
  const lines = [...offers].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    'offer                          expressed as filed   values',
    ...lines.map(
      ([of, { isExpressed, right, expected }]) =>
        `${of.padEnd(31)}${(isExpressed ? 'yes' : 'no').padEnd(21)}${right} of ${expected}`,
    ),
    `${filed.filter(({ isExpressed }) => isExpressed).length} of ${filed.length} offers, ${sumOf('right')} of ${sumOf('expected')} values`,
  ].join('\n');
}
