/**
 * Which cells of OfferRatios a set of tiers takes: under the table's own headers, whose direction (`New per Old` or
 * `Old per New`) follows the tiers', so that no figure is read the wrong way round. Pure.
 */
import type { CellValue, Grid } from '../../domain/basics/cell.ts';
import { headerKey } from '../../domain/basics/words.ts';

export interface RatioCells {
  /** The table's headers as they will be. */
  readonly headers: readonly string[];
  /** Headers that the table lacks, in the order in which they are added at its end. */
  readonly added: readonly string[];
  /** A row for each tier, under the headers and those that are added. */
  readonly rows: readonly (readonly CellValue[])[];
}

const OTHER_WAY: Readonly<Record<string, string>> = { newperold: 'oldpernew', oldpernew: 'newperold' };

/**
 * @param own the table's headers
 * @param tiers their header row first; empty for a table that is to be empty
 */
export function ratioCells(own: readonly string[], tiers: Grid): RatioCells {
  const [wanted = [], ...body] = tiers;
  const names = wanted.map(String);
  const has = (key: string, headers: readonly string[]): boolean =>
    headers.some((header) => headerKey(header) === key);
  const headers = own.map((header) => {
    const key = headerKey(header);
    const turned = names.find((name) => headerKey(name) === OTHER_WAY[key]);
    return turned === undefined || has(key, names) || has(headerKey(turned), own) ? header : turned;
  });
  const added = names.filter((name) => !has(headerKey(name), headers));
  const all = [...headers, ...added].map(headerKey);
  const offsets = all.map((key) => names.findIndex((name) => headerKey(name) === key));
  return { headers, added, rows: body.map((row) => offsets.map((at) => row[at] ?? '')) };
}
