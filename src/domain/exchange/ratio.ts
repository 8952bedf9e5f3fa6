/**
 * An exchange ratio as people write it, read into new shares per old share, exactly. Knows the spellings, not
 * which grants a ratio is for.
 */
import { type CellValue, isBlank, numberIn, show } from '../basics/cell.ts';
import { badNumber, badValue } from '../basics/error.ts';
import { say } from '../basics/sentence.ts';
import { Fraction } from '../basics/fraction.ts';

/** No ratio needs more, and nothing longer is worth looking at. */
const LONGEST_TEXT = 100;

const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d*)?|\.\d+)`;
const NOUN = String.raw`(?:\s+(?:shares?|options?|units?|rsus?))?`;
const GAP = String.raw`[\s\-_]*`;
const FOR = `${GAP}(?:for|per)${GAP}`;
const EACH = String.raw`(?:(?:every|each)${GAP})?`;

const pattern = (source: string) => new RegExp(`^${source}$`, 'i');

const PERCENT = pattern(String.raw`${NUMBER}\s*%`);
const OLD_TO_NEW = pattern(String.raw`${NUMBER}(?:\s*:\s*|${GAP}to${GAP})${NUMBER}`);
const NEW_FOR_OLD = pattern(`${NUMBER}${GAP}new${NOUN}${FOR}${EACH}${NUMBER}${GAP}old${NOUN}`);
const OLD_FOR_NEW = pattern(`${NUMBER}${GAP}old${NOUN}${FOR}${EACH}${NUMBER}${GAP}new${NOUN}`);
const FRACTION = pattern(String.raw`${NUMBER}\s*/\s*${NUMBER}`);
const BARE_FOR = pattern(`${NUMBER}${NOUN}${FOR}${EACH}${NUMBER}${NOUN}`);

const SPELLINGS = say`0.75, 75%, 4:1 (old to new), "3 new for 4 old" or "4 old for 3 new"`;

/**
 * New shares per old share, from a number, `75%`, `4:1`, `4 to 1`, `2.5-to-1` (old to new, as offer documents
 * write it), `3/4`, `3 new for 4 old` or `4 old for 3 new`. A bare `3 for 4` may mean either and is refused; `1 for 1` is 1.
 *
 * @param value a cell's value
 * @param argument its name in messages
 * @throws RegrantError blank, ambiguous, no ratio, or not above zero
 */
export function parseRatio(value: CellValue, argument = 'ratio'): Fraction {
  if (isBlank(value)) throw badValue(say`${argument} is missing: write ${SPELLINGS}.`);
  const number = numberIn(value);
  if (number !== undefined) return positive(Fraction.ofNumber(number), value, argument);
  if (typeof value !== 'string' || value.length > LONGEST_TEXT) throw notARatio(value, argument);
  const text = value.trim();

  const percent = PERCENT.exec(text);
  if (percent !== null) return positive(decimal(percent[1], 100n), value, argument);
  const oldToNew = OLD_TO_NEW.exec(text) ?? OLD_FOR_NEW.exec(text);
  if (oldToNew !== null) return quotient(oldToNew[2], oldToNew[1], value, argument);
  const newForOld = NEW_FOR_OLD.exec(text) ?? FRACTION.exec(text);
  if (newForOld !== null) return quotient(newForOld[1], newForOld[2], value, argument);
  const bare = BARE_FOR.exec(text);
  if (bare !== null) {
    const [, a = '', b = ''] = bare;
    // One for one is the same either way.
    if (decimal(a).equals(Fraction.ONE) && decimal(b).equals(Fraction.ONE)) return Fraction.ONE;
    throw badValue(
      say`${argument} ${show(value)} is ambiguous: write "${a} new for ${b} old" or "${a} old for ${b} new".`,
    );
  }
  throw notARatio(value, argument);
}

/** A ratio in the spelling of offer documents, old to new: 3/4 is `4:3`. It parses to the same ratio. */
export const formatRatio = (ratio: Fraction): string => `${ratio.denominator}:${ratio.numerator}`;

/** The number that digits write, over `divisor`; beyond 10 decimals the simplest fraction near, as for a number. */
function decimal(digits: string | undefined, divisor = 1n): Fraction {
  const written = Fraction.ofDecimal((digits ?? '').replace(/,/g, '')) ?? Fraction.ZERO;
  const value = written.dividedBy(Fraction.of(divisor));
  return 10n ** 10n % value.denominator === 0n ? value : Fraction.ofNumber(value.toNumber());
}

function quotient(
  over: string | undefined,
  under: string | undefined,
  value: CellValue,
  argument: string,
): Fraction {
  return positive(decimal(over), value, argument).dividedBy(positive(decimal(under), value, argument));
}

function positive(ratio: Fraction, value: CellValue, argument: string): Fraction {
  if (ratio.numerator > 0n) return ratio;
  throw badNumber(say`${argument} must be above zero, and is ${show(value)}: write ${SPELLINGS}.`);
}

const notARatio = (value: CellValue, argument: string) =>
  badValue(say`${argument} ${show(value)} is not an exchange ratio: write ${SPELLINGS}.`);
