import assert from 'node:assert/strict';
import { agrees, calculated, type Expected, readSet } from './calculation-set.ts';

interface ExpectedSet {
  readonly source: string;
  readonly formulas: readonly Expected[];
}

interface Difference extends Expected {
  readonly because: string;
}

const spelled = (value: unknown): string => JSON.stringify(value);

describe('the calculation set', () => {
  const oracle = readSet('from-libreoffice.json') as ExpectedSet;
  const documented = readSet('documented.json') as ExpectedSet;
  const differences = new Map(
    (readSet('differences.json') as Difference[]).map((entry) => [entry.formula, entry]),
  );

  it(`agrees with what was ${oracle.source}, but for differences that are explained`, () => {
    const results = calculated(oracle.formulas.map(({ formula }) => formula));
    const unexplained: string[] = [];
    const explained: string[] = [];
    for (const [index, expected] of oracle.formulas.entries()) {
      const result = results[index] ?? 0;
      const difference = differences.get(expected.formula);
      if (agrees(result, expected)) {
        if (difference !== undefined) unexplained.push(`${expected.formula} does not differ any more`);
      } else if (difference !== undefined && agrees(result, difference))
        explained.push(
          `${expected.formula}: ${spelled(result)}, not ${spelled(expected.value)}: ${difference.because}`,
        );
      else unexplained.push(`${expected.formula} gives ${spelled(result)}, not ${spelled(expected.value)}`);
    }
    const count = oracle.formulas.length;
    const agreeing = count - explained.length - unexplained.length;
    console.log(
      [
        `      ${agreeing} of ${count} formulas agree (${((agreeing / count) * 100).toFixed(1)}%); explained differences:`,
        ...explained.map((line) => `        ${line}`),
      ].join('\n'),
    );
    assert.deepEqual(unexplained, []);
    assert.ok(count >= 200);
  });

  it("agrees with Microsoft's documented examples of newer functions", () => {
    const results = calculated(documented.formulas.map(({ formula }) => formula));
    const wrong = documented.formulas.flatMap((expected, index) => {
      const result = results[index] ?? 0;
      return agrees(result, expected)
        ? []
        : [`${expected.formula} gives ${spelled(result)}, not ${spelled(expected.value)}`];
    });
    assert.deepEqual(wrong, []);
  });
});
