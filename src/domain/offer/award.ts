/** What a new award is and how it vests, as a term or a row of OfferRatios says it. */
import { type CellValue, show } from '../basics/cell.ts';
import { badValue } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { nearestWord, sameWord } from '../basics/words.ts';
import { carriesOn, carryOnWords } from '../vesting/carry-on.ts';
import { parseSchedule } from '../vesting/parse-schedule.ts';
import type { Schedule } from '../vesting/schedule.ts';

/** `Cash` is in the contract; a later version computes it. */
export type Award = 'Option' | 'RSU';

const AWARDS: readonly Award[] = ['Option', 'RSU'];

/** @throws RegrantError no award that this version computes */
export function readAward(value: CellValue, name: string): Award {
  const word = String(value);
  const found = AWARDS.find((award) => sameWord(award, word));
  if (found !== undefined) return found;
  if (sameWord(word, 'Cash'))
    throw badValue(say`${name} Cash is not supported by this version of Regrant: use Option or RSU.`);
  throw badValue(say`${name} must be Option or RSU, not ${show(value)}${nearestWord(word, AWARDS)}`);
}

/** A schedule with the words in which it was given. */
export interface VestingTerms {
  readonly text: string;
  readonly schedule: Schedule;
}

/** @throws RegrantError the text is no vesting schedule */
export function readSchedule(text: string): VestingTerms {
  if (carriesOn(text))
    throw badValue(
      say`Vesting Schedule "${carryOnWords(text)}" carries on from the old award, which this version of Regrant does not compute: write how the new award vests.`,
    );
  return { text: text.trim(), schedule: parseSchedule(text) };
}
