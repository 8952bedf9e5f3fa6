/**
 * `*`, `?` and the escape `~` in texts to match, without regard to case. A pattern is taken as the pieces between its
 * stars, and each piece is looked for once, from where the one before it ended: no text makes the search start over.
 */
import { VALUE } from '../value.ts';
import type { CellError } from '../../model/cell-error.ts';

/** Longer patterns are #VALUE!, as in Excel. Source: Microsoft's help on COUNTIF and VLOOKUP, both of which say 255. */
const LONGEST_PATTERN = 255;

export interface Wildcard {
  /** Whether the whole text fits. */
  readonly fits: (text: string) => boolean;
  /** Where in the text something fits first; -1 where nothing does. */
  readonly find: (text: string) => number;
}

/** A run of characters without stars; `undefined` is any one character. */
type Piece = readonly (string | undefined)[];

export const hasWildcard = (text: string): boolean => /[*?~]/.test(text);

export function wildcardOf(pattern: string): Wildcard | CellError {
  if (pattern.length > LONGEST_PATTERN) return VALUE;
  const pieces = piecesOf(pattern).map(finderOf);
  return {
    fits: (text) => fitsWhole(pieces, folded(text)),
    find: (text) => findFirst(pieces, folded(text)),
  };
}

function piecesOf(pattern: string): Piece[] {
  const pieces: (string | undefined)[][] = [[]];
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern.charAt(i);
    const next = pattern.charAt(i + 1);
    if (character === '*') pieces.push([]);
    else if (character === '?') pieces.at(-1)?.push(undefined);
    else if (character === '~' && (next === '*' || next === '?' || next === '~')) {
      pieces.at(-1)?.push(next);
      i++;
    } else pieces.at(-1)?.push(folded(character));
  }
  return pieces;
}

/** The text in one case, every character in its place: `İ` alone would become two. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from({ length: text.length }, (_, i) => {
    const character = text.charAt(i);
    const small = character.toLowerCase();
    return small.length === 1 ? small : character;
  }).join('');
}

interface Finder {
  readonly length: number;
  readonly isAt: (text: string, at: number) => boolean;
  /** The first place from `from` on; -1 where there is none. */
  readonly find: (text: string, from: number) => number;
}

function finderOf(piece: Piece): Finder {
  const { length } = piece;
  const isAt = (text: string, at: number): boolean =>
    at >= 0 &&
    at + length <= text.length &&
    piece.every((character, i) => character === undefined || text.charAt(at + i) === character);
  if (!piece.includes(undefined)) {
    const words = piece.join('');
    return { length, isAt, find: (text, from) => text.indexOf(words, from) };
  }
  const find = (text: string, from: number): number => {
    for (let at = from; at + length <= text.length; at++) if (isAt(text, at)) return at;
    return -1;
  };
  return { length, isAt, find };
}

function fitsWhole(pieces: readonly Finder[], text: string): boolean {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return false;
  if (!first.isAt(text, 0)) return false;
  if (pieces.length === 1) return text.length === first.length;
  const end = endOf(pieces.slice(1, -1), text, first.length);
  return end >= 0 && end <= text.length - last.length && last.isAt(text, text.length - last.length);
}

function findFirst([first, ...rest]: readonly Finder[], text: string): number {
  const at = first?.find(text, 0) ?? -1;
  // Where the rest does not follow the first place of the first piece, it follows no later one either.
  return at >= 0 && endOf(rest, text, at + (first?.length ?? 0)) >= 0 ? at : -1;
}

/** Where the last of the pieces ends, each looked for behind the one before it; -1 where one is missing. */
function endOf(pieces: readonly Finder[], text: string, from: number): number {
  let end = from;
  for (const piece of pieces) {
    const at = piece.find(text, end);
    if (at < 0) return -1;
    end = at + piece.length;
  }
  return end;
}
