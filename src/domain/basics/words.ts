/** How words that people type are compared: headers, modes, field names; and what to suggest for a wrong one. */
import { say, type Words } from './sentence.ts';

/** A mode or keyword without case, spaces, `-` and `_`: `Next Business-Day` is `nextbusinessday`. */
export const wordKey = (text: string): string => text.toLowerCase().replace(/[\s\-_]+/g, '');

export const sameWord = (a: string, b: string): boolean => wordKey(a) === wordKey(b);

/** A header without case, spaces, line breaks and punctuation: `Grant #` is `grant`, `ISO/NSO` is `isonso`. */
export const headerKey = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The valid word that is nearly the given one; undefined where none is. */
export function nearest(word: string, valid: readonly string[]): string | undefined {
  const key = wordKey(word);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(key.length / 3)) + 1;
  for (const candidate of valid) {
    const distance = distanceBetween(key, wordKey(candidate), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** The end of a message about a wrong word: `; did you mean "…"?` with the nearest valid word, or a full stop. */
export function nearestWord(word: string, valid: readonly string[]): Words {
  const best = nearest(word, valid);
  return best === undefined ? '.' : say`; did you mean "${best}"?`;
}

/** Insertions, deletions, replacements and swaps of neighbours; gives up above `limit`. */
export function distanceBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? limit;
}
