/**
 * Spans of time as a schedule writes them. A span keeps the unit it was written in, because `24 months` and
 * `2 years` should print as they were typed; it counts either in months or in days, never in both. What it is
 * counted from is not known here.
 */
export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface Duration {
  readonly count: number;
  readonly unit: Unit;
}

/** What a unit steps by, and the words that name it; the first is its plural. */
const UNITS: Readonly<Record<Unit, { months: number; days: number; words: readonly string[] }>> = {
  day: { months: 0, days: 1, words: ['days', 'day', 'd'] },
  week: { months: 0, days: 7, words: ['weeks', 'week', 'w', 'wk', 'wks'] },
  month: { months: 1, days: 0, words: ['months', 'month', 'm', 'mo', 'mos'] },
  quarter: { months: 3, days: 0, words: ['quarters', 'quarter', 'q', 'qtr', 'qtrs'] },
  year: { months: 12, days: 0, words: ['years', 'year', 'y', 'yr', 'yrs'] },
};

const UNIT_OF_WORD = new Map<string, Unit>(
  (Object.keys(UNITS) as Unit[]).flatMap((unit) => UNITS[unit].words.map((word) => [word, unit] as const)),
);

/** The words to suggest for a mistyped unit. */
export const UNIT_WORDS: readonly string[] = Object.values(UNITS).flatMap(({ words }) => words.slice(0, 2));

export const unitOf = (word: string): Unit | undefined => UNIT_OF_WORD.get(word.toLowerCase());

/** Months that the span counts; 0 for one in days or weeks. */
export const monthsIn = ({ count, unit }: Duration): number => count * UNITS[unit].months;

/** Days that the span counts; 0 for one in months, quarters or years, which have no fixed number of days. */
export const daysIn = ({ count, unit }: Duration): number => count * UNITS[unit].days;

/**
 * How often `period` fits into `span`, as a whole number; undefined where it does not, or where one counts
 * months and the other days.
 */
export function timesIn(period: Duration, span: Duration): number | undefined {
  const inMonths = monthsIn(period) > 0;
  const length = inMonths ? monthsIn(span) : daysIn(span);
  const step = inMonths ? monthsIn(period) : daysIn(period);
  return step > 0 && length > 0 && length % step === 0 ? length / step : undefined;
}

/** `6 months`, `1 year`. */
export const printDuration = ({ count, unit }: Duration): string =>
  `${count} ${unit}${count === 1 ? '' : 's'}`;
