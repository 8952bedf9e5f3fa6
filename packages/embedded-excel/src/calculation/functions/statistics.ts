/** STDEV, RANK, PERCENTILE, CORREL, the normal distribution and other statistics of ranges. */
import { CellError, type CellValue } from '../../model/cell-error.ts';
import type { Evaluation } from '../evaluation.ts';
import { alias, declare, declareOpen, type NativeFunction, UNLIMITED } from '../function-declaration.ts';
import { DIV0, Matrix, NA, NUM, type Value } from '../value.ts';
import { normalDensity, normalDistribution, normalInverse } from './normal-distribution.ts';
import { numbersAndTextOf, numbersOf, sumOf } from './numbers-of-arguments.ts';
import {
  deviation,
  largest,
  median,
  mode,
  percentile,
  percentileExclusive,
  rankOf,
  smallest,
  variance,
} from './statistics-of-numbers.ts';

const over = (name: string, summary: (numbers: readonly number[]) => number | CellError): NativeFunction =>
  declareOpen(name, 1, UNLIMITED, (evaluation, args) => {
    const numbers = numbersOf(evaluation, args);
    return numbers instanceof CellError ? numbers : summary(numbers);
  });

/** A function of a range and of a single number, run for each of several such numbers. */
const withNumber = (
  name: string,
  summary: (numbers: readonly number[], k: number) => number | CellError,
): NativeFunction =>
  declare(name, ['value', 'number'], (evaluation, range, k) => {
    const numbers = numbersOf(evaluation, [range]);
    return numbers instanceof CellError ? numbers : summary(numbers, k);
  });

const sampleDeviation = over('STDEV.S', (numbers) => deviation(numbers, 1));
const populationDeviation = over('STDEV.P', (numbers) => deviation(numbers, 0));
const sampleVariance = over('VAR.S', (numbers) => variance(numbers, 1));
const populationVariance = over('VAR.P', (numbers) => variance(numbers, 0));
const percentileInclusive = withNumber('PERCENTILE.INC', percentile);
const quartileInclusive = withNumber('QUARTILE.INC', (numbers, k) =>
  k < 0 || k >= 5 ? NUM : percentile(numbers, Math.trunc(k) / 4),
);
const commonest = over('MODE.SNGL', mode);

const rankEqual = declare(
  'RANK.EQ',
  ['number', 'value', 'number?'],
  (evaluation, value, range, order = 0) => {
    const numbers = numbersOf(evaluation, [range]);
    return numbers instanceof CellError ? numbers : rankOf(value, numbers, order !== 0);
  },
);

/** The pairs of two ranges of one size in which both are numbers. */
function pairs(evaluation: Evaluation, first: Value, second: Value): [number[], number[]] | CellError {
  const [a, b] = [evaluation.matrix(first), evaluation.matrix(second)];
  if (a.rows * a.columns !== b.rows * b.columns) return NA;
  const xs: number[] = [];
  const ys: number[] = [];
  const stored = Math.max(a.cells.length, b.cells.length);
  for (let i = 0; i < stored; i++) {
    const [x, y] = [a.cells[i] ?? null, b.cells[i] ?? null];
    if (x instanceof CellError) return x;
    if (y instanceof CellError) return y;
    if (typeof x === 'number' && typeof y === 'number') {
      xs.push(x);
      ys.push(y);
    }
  }
  return [xs, ys];
}

interface Moments {
  readonly count: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

const paired = (name: string, compute: (moments: Moments) => number | CellError): NativeFunction =>
  declare(name, ['value', 'value'], (evaluation, first, second) => {
    const both = pairs(evaluation, first, second);
    if (both instanceof CellError) return both;
    return both[0].length === 0 ? DIV0 : compute(momentsOf(both[0], both[1]));
  });

function momentsOf(xs: readonly number[], ys: readonly number[]): Moments {
  const count = xs.length;
  const meanX = sumOf(xs) / count;
  const meanY = sumOf(ys) / count;
  return {
    count,
    meanX,
    meanY,
    xx: sumOf(xs.map((x) => (x - meanX) ** 2)),
    yy: sumOf(ys.map((y) => (y - meanY) ** 2)),
    xy: sumOf(xs.map((x, i) => (x - meanX) * ((ys[i] ?? 0) - meanY))),
  };
}

const correlation = ({ xx, yy, xy }: Moments): number | CellError =>
  xx === 0 || yy === 0 ? DIV0 : xy / Math.sqrt(xx * yy);

const slope = ({ xx, xy }: Moments): number | CellError => (xx === 0 ? DIV0 : xy / xx);

const forecast = declare('FORECAST.LINEAR', ['number', 'value', 'value'], (evaluation, x, knownY, knownX) => {
  const both = pairs(evaluation, knownX, knownY);
  if (both instanceof CellError) return both;
  const moments = momentsOf(both[0], both[1]);
  const rise = slope(moments);
  return rise instanceof CellError ? rise : moments.meanY + rise * (x - moments.meanX);
});

/** How many numbers fall up to each bound and above the last; spills one more row than there are bounds. */
const frequency = declare('FREQUENCY', ['value', 'value'], (evaluation, data, bins): Value => {
  const numbers = numbersOf(evaluation, [data]);
  const bounds = numbersOf(evaluation, [bins]);
  if (numbers instanceof CellError) return numbers;
  if (bounds instanceof CellError) return bounds;
  const sorted = [...bounds].sort((a, b) => a - b);
  const counts = new Map<number, number>();
  let above = 0;
  for (const value of numbers) {
    const bound = sorted.find((candidate) => value <= candidate);
    if (bound === undefined) above++;
    else counts.set(bound, (counts.get(bound) ?? 0) + 1);
  }
  const column: CellValue[] = bounds.map((bound, index) =>
    bounds.indexOf(bound) === index ? (counts.get(bound) ?? 0) : 0,
  );
  return Matrix.column([...column, above]);
});

const standardNormal = declare('NORM.S.DIST', ['number', 'logical'], (_, z, isCumulative) =>
  isCumulative ? normalDistribution(z) : normalDensity(z),
);
const normal = declare(
  'NORM.DIST',
  ['number', 'number', 'number', 'logical'],
  (_, x, mean, sigma, isCumulative) => {
    if (sigma <= 0) return NUM;
    const z = (x - mean) / sigma;
    return isCumulative ? normalDistribution(z) : normalDensity(z) / sigma;
  },
);
const standardInverse = declare('NORM.S.INV', ['number'], (_, share) =>
  share <= 0 || share >= 1 ? NUM : normalInverse(share),
);
const inverse = declare('NORM.INV', ['number', 'number', 'number'], (_, share, mean, sigma) =>
  share <= 0 || share >= 1 || sigma <= 0 ? NUM : mean + sigma * normalInverse(share),
);

export const STATISTICAL_FUNCTIONS: readonly NativeFunction[] = [
  sampleDeviation,
  alias('STDEV', sampleDeviation),
  populationDeviation,
  alias('STDEVP', populationDeviation),
  sampleVariance,
  alias('VAR', sampleVariance),
  populationVariance,
  alias('VARP', populationVariance),
  over('MEDIAN', median),
  commonest,
  alias('MODE', commonest),
  over('GEOMEAN', (numbers) =>
    numbers.length === 0 || numbers.some((value) => value <= 0)
      ? NUM
      : Math.exp(sumOf(numbers.map(Math.log)) / numbers.length),
  ),
  over('HARMEAN', (numbers) =>
    numbers.length === 0 || numbers.some((value) => value <= 0)
      ? NUM
      : numbers.length / sumOf(numbers.map((value) => 1 / value)),
  ),
  over('DEVSQ', (numbers) => {
    const squared = variance(numbers, 0);
    return squared instanceof CellError ? NUM : squared * numbers.length;
  }),
  declareOpen('STDEVA', 1, UNLIMITED, (evaluation, args) => {
    const numbers = numbersAndTextOf(evaluation, args);
    return numbers instanceof CellError ? numbers : deviation(numbers, 1);
  }),
  withNumber('LARGE', largest),
  withNumber('SMALL', smallest),
  percentileInclusive,
  alias('PERCENTILE', percentileInclusive),
  withNumber('PERCENTILE.EXC', percentileExclusive),
  quartileInclusive,
  alias('QUARTILE', quartileInclusive),
  withNumber('QUARTILE.EXC', (numbers, k) => percentileExclusive(numbers, Math.trunc(k) / 4)),
  rankEqual,
  alias('RANK', rankEqual),
  declare('RANK.AVG', ['number', 'value', 'number?'], (evaluation, value, range, order = 0) => {
    const numbers = numbersOf(evaluation, [range]);
    if (numbers instanceof CellError) return numbers;
    const first = rankOf(value, numbers, order !== 0);
    const ties = numbers.filter((other) => other === value).length;
    return first instanceof CellError ? first : first + (ties - 1) / 2;
  }),
  paired('CORREL', correlation),
  paired('PEARSON', correlation),
  paired('RSQ', (moments) => {
    const r = correlation(moments);
    return r instanceof CellError ? r : r * r;
  }),
  declare('SLOPE', ['value', 'value'], (evaluation, knownY, knownX) => {
    const both = pairs(evaluation, knownX, knownY);
    return both instanceof CellError ? both : slope(momentsOf(both[0], both[1]));
  }),
  declare('INTERCEPT', ['value', 'value'], (evaluation, knownY, knownX) => {
    const both = pairs(evaluation, knownX, knownY);
    if (both instanceof CellError) return both;
    const moments = momentsOf(both[0], both[1]);
    const rise = slope(moments);
    return rise instanceof CellError ? rise : moments.meanY - rise * moments.meanX;
  }),
  paired('COVARIANCE.P', ({ xy, count }) => xy / count),
  paired('COVARIANCE.S', ({ xy, count }) => (count < 2 ? DIV0 : xy / (count - 1))),
  forecast,
  alias('FORECAST', forecast),
  frequency,
  standardNormal,
  declare('NORMSDIST', ['number'], (_, z) => normalDistribution(z)),
  normal,
  alias('NORMDIST', normal),
  standardInverse,
  alias('NORMSINV', standardInverse),
  inverse,
  alias('NORMINV', inverse),
];
