import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { registered } from '../../test/formula.ts';
import { CATALOGUE } from './catalogue.ts';
import type { FunctionDeclaration, Kind, Parameter } from './declaration.ts';
import { type FunctionsJson, functionsJson } from './metadata.ts';

/**
 * The declarations as the JSDoc that Microsoft's generator reads: it knows top-level functions of a source text
 * only, so their text is written from the declarations here.
 */
const jsDocSource = (): string => CATALOGUE.map(jsDocFunction).join('\n');

function jsDocFunction({ name, description, parameters, result }: FunctionDeclaration): string {
  const carriesFormat = result.format !== undefined && /date|price|money|percent/.test(result.format);
  const returned = (carriesFormat ? 'any' : result.type) + (result.columns === undefined ? '' : '[][]');
  const lines = [
    description,
    `@customfunction ${name}`,
    `@helpurl https://localhost:3000/functions/${name.toLowerCase()}.html`,
    ...parameters.map((parameter) => `@param ${parameter.name} ${parameter.description}`),
    `@returns ${result.description}`,
  ];
  const signature = parameters.map((p) => `${p.name}${p.optional ? '?' : ''}: ${typeOf(p.kind)}`).join(', ');
  const comment = lines.map((line) => ` * ${line}`).join('\n');
  return `/**\n${comment}\n */\nfunction ${name.toLowerCase()}(${signature}): ${returned} {}\n`;
}

const typeOf = ({ type, dimensionality }: Kind<unknown>): string =>
  dimensionality === 'matrix' ? `${type}[][]` : type;

/** What Microsoft's generator makes of that source. */
async function generated(): Promise<{ json: FunctionsJson; errors: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'regrant-metadata-'));
  try {
    const file = join(folder, 'functions.ts');
    writeFileSync(file, jsDocSource());
    const { metadataJson, errors } = await generateCustomFunctionsMetadata(file);
    return { json: JSON.parse(metadataJson) as FunctionsJson, errors };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('functions.json', () => {
  it("is what Microsoft's generator makes of the functions' JSDoc, but for one flag", async () => {
    const { json, errors } = await generated();
    assert.deepEqual(errors, []);
    // The one difference: the generator cannot write that errors may be arguments.
    const { allowErrorForDataTypeAny, ...rest } = functionsJson();
    assert.equal(allowErrorForDataTypeAny, true);
    assert.deepEqual(rest, json);
  });

  it('leads to the help beside it, wherever the add-in is served', () =>
    assert.equal(
      functionsJson('https://regrant.example').functions[0]?.helpUrl,
      'https://regrant.example/functions/eligible.html',
    ));

  it('names the functions that register, in the same order', () =>
    assert.deepEqual(
      functionsJson().functions.map(({ id }) => id),
      registered(),
    ));

  it('has every function of the contract', () =>
    assert.deepEqual(
      registered().sort(),
      `BLACKSCHOLES BREAKEVEN CHECK COMPARE ELECTION ELIGIBILITY ELIGIBLE EXERCISEPRICE EXPENSE GAIN
       INCREMENTALCOST ISOSPLIT LATTICE MERGERSHARES NEUTRALRATIO NEWSHARES OFFEREND RATIO REASONS REGRANTDATE SCHEDULE SPLITSHARES
       VESTED VESTING VESTINGTOTALS`.split(/\s+/),
    ));

  it('has ids and names that Excel accepts: letters, 3 to 128 of them, no cell address', () => {
    for (const { id, name } of functionsJson().functions) {
      assert.equal(id, name);
      assert.match(name, /^[A-Z][A-Z0-9._]{2,127}$/);
      assert.doesNotMatch(name, /^[A-Z]{1,3}\d+$/);
    }
  });

  it('describes every function and every parameter for a person in the formula wizard', () => {
    for (const { name, description, parameters } of functionsJson().functions)
      for (const text of [description, ...parameters.map((parameter) => parameter.description)]) {
        assert.match(text, /^[A-Z].{15,}[.]$/s, `${name}: ${text}`);
        // Excel shows about as much, and JSDoc would read a line break or an @ otherwise.
        assert.ok(text.length <= 255, `${name}: ${text.length} characters`);
        assert.doesNotMatch(text, /[\n@{}]/, name);
      }
  });

  it('lists optional parameters last and names each once', () => {
    for (const { name, parameters } of functionsJson().functions) {
      const flags = parameters.map(({ optional }) => optional === true);
      assert.deepEqual(flags, [...flags].sort(), name);
      assert.equal(new Set(parameters.map((parameter) => parameter.name)).size, parameters.length, name);
    }
  });

  it("takes the contract's arguments in its order", () => {
    const syntax = ({ name, parameters }: FunctionDeclaration): string =>
      `${name}(${parameters.map(written).join(', ')})`;
    const written = (parameter: Parameter<unknown>) =>
      parameter.optional ? `[${parameter.name}]` : parameter.name;
    assert.deepEqual(CATALOGUE.map(syntax), [
      'ELIGIBLE(headers, row, rules, [asOf])',
      'REASONS(headers, row, rules, [asOf])',
      'ELIGIBILITY(grants, rules, [asOf])',
      'RATIO(exercisePrice, tiers)',
      'NEWSHARES(shares, ratio, [rounding])',
      'REGRANTDATE(cancellationDate, [months], [days], [roll])',
      'OFFEREND(commencementDate, [businessDays])',
      'ELECTION(holder, grant, elections, [expiration])',
      'VESTING(shares, start, schedule, [terminationDate], [allocation], [grantDate])',
      'VESTED(shares, start, schedule, asOf, [terminationDate], [allocation], [grantDate])',
      'VESTINGTOTALS(shares, starts, schedules, periodEnds, [terminationDates], [allocation])',
      'SCHEDULE(schedule)',
      'EXERCISEPRICE(grantDate, prices, [rule], [onMissing], [decimals])',
      'SPLITSHARES(shares, price, newShares, oldShares, [rounding], [decimals])',
      'MERGERSHARES(shares, stockPerShare, [cashPerShare], [acquirerPrice], [rounding])',
      'GAIN(shares, exercisePrice, marketPrice)',
      'BREAKEVEN(oldShares, oldPrice, newShares, newPrice)',
      'COMPARE(oldShares, oldPrice, newShares, newPrice, marketPrices)',
      'BLACKSCHOLES(stock, exercise, years, volatility, rate, [yield])',
      'LATTICE(stock, exercise, years, volatility, rate, [yield], [vestYears], [exerciseMultiple], [exitRate], [steps])',
      'INCREMENTALCOST(oldShares, oldValue, newShares, newValue)',
      'EXPENSE(cost, start, schedule, periodEnds, [method], [basis], [forfeitureRate])',
      'NEUTRALRATIO(oldValue, newValue, [step])',
      'ISOSPLIT(grantDates, shares, marketValues, schedules, [cancellationDates], [limit])',
      'CHECK(grants)',
    ]);
  });
});
