import assert from 'node:assert/strict';
import { agrees, calculated, type Expected, readSet } from './calculation-set.ts';

interface ExpectedSet {
  readonly source: string;
  readonly formulas: readonly Expected[];
}

interface Documented extends Expected {
  /** One of the set's `sources`. */
  readonly source: string;
  /** The address of the page that was read. */
  readonly page?: string;
}

interface DocumentedSet {
  readonly sources: Readonly<Record<string, string>>;
  readonly formulas: readonly Documented[];
}

interface Difference extends Expected {
  readonly because: string;
}

const spelled = (value: unknown): string => JSON.stringify(value);

describe('the calculation set', () => {
  const oracle = readSet('from-libreoffice.json') as ExpectedSet;
  const documented = readSet('documented.json') as DocumentedSet;
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

  it("agrees with Microsoft's documented examples and rules of newer functions", () => {
    const results = calculated(documented.formulas.map(({ formula }) => formula));
    const wrong = documented.formulas.flatMap((expected, index) => {
      const result = results[index] ?? 0;
      return agrees(result, expected)
        ? []
        : [`${expected.formula} gives ${spelled(result)}, not ${spelled(expected.value)}`];
    });
    const withPage = documented.formulas.filter(({ page }) => page !== undefined);
    const byMicrosoft = withPage.filter(({ page }) => page?.startsWith('https://support.microsoft.com/'));
    console.log(
      [
        `      ${withPage.length} of ${documented.formulas.length} formulas have the address of a page, ${byMicrosoft.length} of them Microsoft's:`,
        ...Object.entries(documented.sources).map(
          ([source, meaning]) =>
            `        ${documented.formulas.filter((formula) => formula.source === source).length} ${meaning}`,
        ),
      ].join('\n'),
    );
    assert.deepEqual(wrong, []);
  });

  it('says of each documented formula where it is from, and gives an address wherever a page was read', () => {
    const unread = Object.keys(documented.sources).at(-1);
    const unexplained = documented.formulas.filter(
      ({ source, page }) => !(source in documented.sources) || (page === undefined) !== (source === unread),
    );
    assert.deepEqual(unexplained, []);
  });
});
