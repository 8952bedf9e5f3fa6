/** Means, spreads and ranks of a list of numbers. They know nothing of cells. */
import { CellError } from '../../model/cell-error.ts';
import { DIV0, NA, NUM } from '../value.ts';
import { sumOf } from './numbers-of-arguments.ts';

export const average = (numbers: readonly number[]): number | CellError =>
  numbers.length === 0 ? DIV0 : sumOf(numbers) / numbers.length;

export function largestOrZero(numbers: readonly number[]): number {
  let best = numbers[0] ?? 0;
  for (const value of numbers) if (value > best) best = value;
  return best;
}

export function smallestOrZero(numbers: readonly number[]): number {
  let best = numbers[0] ?? 0;
  for (const value of numbers) if (value < best) best = value;
  return best;
}

/** Variance with `lost` degrees of freedom less than there are numbers: 1 for a sample, 0 for a population. */
export function variance(numbers: readonly number[], lost: 0 | 1): number | CellError {
  const count = numbers.length;
  if (count <= lost) return DIV0;
  const mean = sumOf(numbers) / count;
  return sumOf(numbers.map((value) => (value - mean) ** 2)) / (count - lost);
}

export function deviation(numbers: readonly number[], lost: 0 | 1): number | CellError {
  const squared = variance(numbers, lost);
  return squared instanceof CellError ? squared : Math.sqrt(squared);
}

const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

export function median(numbers: readonly number[]): number | CellError {
  return numbers.length === 0 ? NUM : percentile(numbers, 0.5);
}

/** The commonest number, the first of them where several are; #N/A where all differ. */
export function mode(numbers: readonly number[]): number | CellError {
  const counts = new Map<number, number>();
  for (const value of numbers) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | undefined;
  let most = 1;
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count];
  return best ?? NA;
}

export function largest(numbers: readonly number[], k: number): number | CellError {
  const rank = Math.ceil(k);
  return rank < 1 || rank > numbers.length ? NUM : (ascending(numbers)[numbers.length - rank] ?? NUM);
}

export function smallest(numbers: readonly number[], k: number): number | CellError {
  const rank = Math.ceil(k);
  return rank < 1 || rank > numbers.length ? NUM : (ascending(numbers)[rank - 1] ?? NUM);
}

/** The number at a 0-based position between the sorted numbers, interpolated. */
function between(sorted: readonly number[], position: number): number {
  const low = Math.floor(position);
  const a = sorted[low] ?? 0;
  const b = sorted[low + 1] ?? a;
  return a + (b - a) * (position - low);
}

export function percentile(numbers: readonly number[], share: number): number | CellError {
  if (numbers.length === 0 || share < 0 || share > 1) return NUM;
  return between(ascending(numbers), share * (numbers.length - 1));
}

export function percentileExclusive(numbers: readonly number[], share: number): number | CellError {
  const count = numbers.length;
  if (count === 0 || share < 1 / (count + 1) || share > count / (count + 1)) return NUM;
  return between(ascending(numbers), share * (count + 1) - 1);
}

/** Position by size, 1 for the largest (or smallest); ties share the better one. */
export function rankOf(value: number, numbers: readonly number[], isAscending: boolean): number | CellError {
  if (!numbers.includes(value)) return NA;
  return numbers.filter((other) => (isAscending ? other < value : other > value)).length + 1;
}
