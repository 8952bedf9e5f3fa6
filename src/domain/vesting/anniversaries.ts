/**
 * Yearly dates in the words of grant agreements: `on the first anniversary of the grant date`, `on each anniversary
 * over 4 years`, `on each of the first four anniversaries`. All are counted from the vesting start.
 */
import { say } from '../basics/sentence.ts';
import type { Installments, Timing } from './schedule.ts';
import type { ScheduleText } from './schedule-text.ts';

const ANNIVERSARY = ['anniversary', 'anniversaries'];
const EACH = ['each', 'every'];
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const LEADING = ['the', ...EACH, ...ORDINALS, ...ANNIVERSARY];
const NUMBERS = 'one two three four five six seven eight nine ten'.split(' ');

/** What a reader of the installments' length gives: those of one year each. */
type YearlyInstallments = (years?: number) => Installments;

/**
 * The anniversary or anniversaries that follow `on` or `at`, or undefined where none do.
 *
 * @param yearly reads how long the installments run (`over 4 years`), or takes it where it is known
 * @throws RegrantError it is not said which anniversary is meant
 */
export function readAnniversary(text: ScheduleText, yearly: YearlyInstallments): Timing | undefined {
  const leads = text.sees(LEADING) || text.peek().kind === 'ordinal';
  const ahead = [0, 1, 2, 3, 4, 5].find((at) => text.sees(ANNIVERSARY, at));
  if (!leads || ahead === undefined) return undefined;
  if (ahead === 1 && text.take(...EACH) !== undefined) {
    readWhose(text);
    return yearly();
  }
  if (text.take(...EACH) !== undefined) text.take('of');
  text.take('the');
  const first = takeOrdinal(text);
  if (first === undefined)
    throw text.fault(
      say`which anniversary is expected here, as in "on the first anniversary" or "on each anniversary over 4 years"`,
      ORDINALS,
    );
  if (text.sees(ANNIVERSARY)) {
    readWhose(text);
    return { kind: 'at', duration: { count: first, unit: 'year' } };
  }
  const word = text.take(...NUMBERS);
  const count =
    word === undefined ? text.takeCount(say`a number of anniversaries`) : NUMBERS.indexOf(word) + 1;
  if (first !== 1 || !text.sees(ANNIVERSARY))
    throw text.fault(say`write "on each anniversary over ${count} years"`, ANNIVERSARY);
  readWhose(text);
  return yearly(count);
}

/** `first`, `1st`. */
function takeOrdinal(text: ScheduleText): number | undefined {
  const word = text.take(...ORDINALS);
  if (word !== undefined) return ORDINALS.indexOf(word) + 1;
  const number = text.peek().kind === 'ordinal' ? Number.parseInt(text.peek().text, 10) : 0;
  if (number < 1) return undefined;
  text.next();
  return number;
}

/** The anniversary's own word, and of what it is: there is one start from which a schedule is counted. */
function readWhose(text: ScheduleText): void {
  text.take(...ANNIVERSARY);
  if (text.take('of') === undefined) return;
  text.take('the');
  if (text.take('grant') !== undefined) text.take('date');
  else {
    text.expect(['vesting'], say`"the grant date" or "the vesting start" is expected here`);
    if (text.take('start') !== undefined) text.take('date');
    else {
      text.expect(['commencement', 'start']);
      text.take('date');
    }
  }
}
