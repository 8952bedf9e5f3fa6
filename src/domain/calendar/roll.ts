/** What becomes of a date that falls on a weekend or a holiday. A roll is a value with the name that analysts type. */
import { show } from '../basics/cell.ts';
import type { Day } from '../basics/day.ts';
import { badValue } from '../basics/error.ts';
import { anyOf, say } from '../basics/sentence.ts';
import { nearestWord, sameWord } from '../basics/words.ts';
import { nextBusinessDay } from './federal-holidays.ts';

export interface Roll {
  readonly name: 'none' | 'next business day';
  readonly apply: (day: Day) => Day;
}

/** The date stays where it is: nothing forbids a grant on a Sunday. */
export const NO_ROLL: Roll = { name: 'none', apply: (day) => day };
/** A date that is no business day moves to the first one after it. */
export const NEXT_BUSINESS_DAY: Roll = { name: 'next business day', apply: nextBusinessDay };

const ROLLS: readonly Roll[] = [NO_ROLL, NEXT_BUSINESS_DAY];

/**
 * The roll of that name, without regard to case, spaces, `-` and `_`.
 *
 * @throws RegrantError the words name no roll
 */
export function parseRoll(words: string, argument = 'roll'): Roll {
  const found = ROLLS.find((roll) => sameWord(roll.name, words));
  if (found !== undefined) return found;
  const names = ROLLS.map((roll) => roll.name);
  throw badValue(
    say`${argument} ${show(words)} is not known: use ${anyOf(names)}${nearestWord(words, names)}`,
  );
}
