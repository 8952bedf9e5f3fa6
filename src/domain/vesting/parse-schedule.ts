/**
 * One cell of text becomes a schedule: in words, or as Vestlang's statements. A ledger repeats few texts on many
 * rows, so each distinct text is parsed once.
 */
import { badValue, RegrantError } from '../basics/error.ts';
import { say, type Sentence } from '../basics/sentence.ts';
import { carriesOn, carryOnWords, NOT_AFTER_EXPIRATION } from './carry-on.ts';
import { checkPortions, settleNths } from './portions.ts';
import { printPart } from './print-schedule.ts';
import { MOST_INSTALLMENTS, ScheduleText } from './schedule-text.ts';
import { readParts } from './schedule-words.ts';
import { installmentCount, type Schedule } from './schedule.ts';
import { isVestlang, readStatements } from './vestlang.ts';

const EXAMPLE = say`write it as "monthly over 4 years with a 1 year cliff" or "50% at 6 months, then 50% monthly over 24 months"`;

/** Distinct texts kept; a ledger has dozens, and a runaway formula must not fill memory. */
const MOST_KEPT = 1000;
const kept = new Map<string, Schedule>();

/**
 * The schedule that a text writes, in words or in Vestlang's notation.
 *
 * @throws RegrantError the text is no schedule, its portions do not add up to 100%, or it carries on from an old
 * award, which only an offer's terms know; the message points at the offending word
 */
export function parseSchedule(text: string): Schedule {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const schedule = parseAnew(text);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, schedule);
  return schedule;
}

/** The schedule that a cell of a ledger writes, or why it writes none. */
export function scheduleOrProblem(text: string): Schedule | { readonly problem: Sentence } {
  try {
    return parseSchedule(text);
  } catch (error) {
    if (!(error instanceof RegrantError)) throw error;
    return { problem: error.sentence };
  }
}

function parseAnew(text: string): Schedule {
  if (text.trim() === '') throw badValue(say`The vesting schedule is empty: ${EXAMPLE}.`);
  if (carriesOn(text))
    throw badValue(
      say`"${carryOnWords(text)}" leans on the exchanged grant's own vesting, so it is only possible in an offer's terms: elsewhere ${EXAMPLE}.`,
    );
  if (NOT_AFTER_EXPIRATION.test(text))
    throw badValue(
      say`"not after expiration" needs the new award's Expiration Date, so it is only possible in an offer's terms.`,
    );
  const words = new ScheduleText(text);
  const parts = settleNths(isVestlang(text) ? readStatements(words) : readParts(words));
  const installments = parts.reduce((sum, part) => sum + installmentCount(part), 0);
  if (installments > MOST_INSTALLMENTS)
    throw badValue(
      say`The vesting schedule has ${installments} installments: write at most ${MOST_INSTALLMENTS}.`,
    );
  const schedule: Schedule = { parts };
  checkPortions(schedule, (part) => printPart(part, parts.length === 1));
  return schedule;
}
