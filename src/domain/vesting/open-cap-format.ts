/**
 * A schedule as the Open Cap Format's vesting terms: one chain of conditions in date order, because of the
 * conditions that can follow one only one ever does. So parts side by side can be exported where their order is
 * the same for every vesting start; others are refused with the reason.
 *
 * @see Open Cap Format, Object - Vesting Terms, https://github.com/Open-Cap-Table-Coalition/Open-Cap-Format-OCF
 */
import type { Day } from '../basics/day.ts';
import { badValue, type RegrantError } from '../basics/error.ts';
import { say, type Sentence } from '../basics/sentence.ts';
import { Fraction } from '../basics/fraction.ts';
import { type Allocation, CUMULATIVE_ROUND_DOWN } from './allocation.ts';
import { daysIn, type Duration, monthsIn } from './duration.ts';
import { dayInMonth, dayOfMonthOf, monthOf } from './month-grid.ts';
import {
  type Carries,
  type Coming,
  conditionsOf,
  type Link,
  type OpenCapVestingTerms,
} from './open-cap-conditions.ts';
import { type MonthGrid, planOf } from './plan.ts';
import { sumPortions } from './portions.ts';
import { printPart, printSchedule } from './print-schedule.ts';
import type { Installments, Part, Schedule } from './schedule.ts';

const START: Coming = { kind: 'start' };
const NOTHING: Carries = { kind: 'shares', count: 0 };

/**
 * The schedule as vesting terms of the Open Cap Format.
 *
 * @param id the object's identifier
 * @param allocation the allocation type of the terms (default `CUMULATIVE_ROUND_DOWN`)
 * @throws RegrantError the order of the dates depends on the vesting start, or the format has no words for a part
 */
export function toOpenCapFormat(
  schedule: Schedule,
  id = 'vesting-terms',
  allocation: Allocation = CUMULATIVE_ROUND_DOWN,
): OpenCapVestingTerms {
  const { grid, carried } = planOf(schedule);
  const links = grid === undefined ? linksOfParts(schedule) : linksOfGrid(grid, carried.denominator);
  if (links[0]?.coming.kind !== 'start') links.unshift({ coming: START, carries: NOTHING });
  const words = printSchedule(schedule);
  return {
    object_type: 'VESTING_TERMS',
    id,
    name: words,
    description: words,
    allocation_type: allocation.name,
    vesting_conditions: conditionsOf(links),
  };
}

/** Links of dates that have one order for every start, merged as they are when shares are allocated. */
function linksOfGrid({ months, dayOfMonth, exact }: MonthGrid, denominator: bigint): Link[] {
  return exact.map((sum, i): Link => {
    const carries: Carries = {
      kind: 'award',
      fraction: Fraction.of(sum - (exact[i - 1] ?? 0n), denominator),
    };
    const day = dayOfMonth[i] ?? 0;
    if (i === 0 && months[0] === 0 && day === 0) return { coming: START, carries };
    const since = (months[i] ?? 0) - (months[i - 1] ?? 0);
    return { coming: { kind: 'after', months: since, days: 0, dayOfMonth: day }, carries };
  });
}

/** Links of parts that follow one another as they are written. */
function linksOfParts({ parts }: Schedule): Link[] {
  const fixed = parts.filter(({ timing }) => timing.kind === 'on');
  const inOrder = fixed.length === parts.length ? [...parts].sort((a, b) => dateOf(a) - dateOf(b)) : parts;
  const links: Link[] = [];
  let chainDay = 0;
  inOrder.forEach((part, index) => {
    const { timing } = part;
    const before = inOrder[index - 1];
    if (timing.kind === 'on') {
      if (before !== undefined && (before.timing.kind !== 'on' || dateOf(before) > dateOf(part)))
        throw refused(part, say`whether its date comes after the part before depends on the vesting start`);
      chainDay = dayOfMonthOf(timing.date, monthOf(timing.date));
    } else if (before !== undefined && (!part.chained || timing.kind === 'at'))
      throw refused(part, say`whether it comes after the part before depends on the vesting start`);
    links.push(...linksOfPart(part, chainDay, carriesOf(part, parts, index === inOrder.length - 1)));
  });
  return links;
}

const dateOf = ({ timing, dayOfMonth }: Part): Day => {
  const date = timing.kind === 'on' ? timing.date : 0;
  return dayOfMonth === undefined ? date : dayInMonth(monthOf(date), dayOfMonth);
};

const refused = (part: Part, why: Sentence): RegrantError =>
  badValue(
    say`The vesting schedule cannot be exported as Open Cap Format vesting terms at "${printPart(part, false)}": ${why}.`,
  );

/** What so many of a part's installments carry, of which so many are still to come. */
type CarriesOf = (installments: number, stillToCome: number) => Carries;

function carriesOf(part: Part, parts: readonly Part[], isLast: boolean): CarriesOf {
  const { portion, timing } = part;
  const count = timing.kind === 'every' ? timing.count : 1;
  const sums = sumPortions(parts);
  if (portion.kind === 'shares') {
    if (portion.count % count !== 0)
      throw refused(part, say`${portion.count} shares do not divide into ${count} installments`);
    return (installments) => ({ kind: 'shares', count: (portion.count / count) * installments });
  }
  if (portion.kind === 'rest' && sums.shares > 0n) {
    if (!isLast)
      throw refused(part, say`the rest can only be exported as the last part where shares are counted`);
    return (installments, stillToCome) => ({
      kind: 'remainder',
      fraction: Fraction.of(installments, stillToCome),
    });
  }
  const whole = portion.kind === 'rest' ? Fraction.ONE.minus(sums.fractions) : portion.fraction;
  return (installments) => ({
    kind: 'award',
    fraction: whole.times(Fraction.of(installments, count)),
  });
}

function linksOfPart(part: Part, chainDay: number, carries: CarriesOf): Link[] {
  const { timing, dayOfMonth } = part;
  if (timing.kind === 'on') return [{ coming: { kind: 'on', date: dateOf(part) }, carries: carries(1, 1) }];
  const after = (span: Duration, times = 1): Coming => {
    const [months, days] = [monthsIn(span) * times, daysIn(span) * times];
    if (months === 0 && dayOfMonth !== undefined)
      throw refused(part, say`the format knows a day of the month for periods in months only`);
    return { kind: 'after', months, days, dayOfMonth: months === 0 ? 0 : (dayOfMonth ?? chainDay) };
  };
  if (timing.kind === 'every') return linksOfInstallments(part, timing, after, carries);
  const isStart = !part.chained && timing.duration.count === 0 && dayOfMonth === undefined;
  return [{ coming: isStart ? START : after(timing.duration), carries: carries(1, 1) }];
}

function linksOfInstallments(
  part: Part,
  { period, count, cliff }: Installments,
  after: (span: Duration, times?: number) => Coming,
  carries: CarriesOf,
): Link[] {
  const links: Link[] = [];
  let withheld = 0;
  let gap: Duration = period;
  if (cliff !== undefined) {
    const inMonths = monthsIn(period) > 0;
    if (cliff.kind === 'on' || (cliff.duration.count > 0 && monthsIn(cliff.duration) > 0 !== inMonths))
      throw refused(part, say`its cliff falls between different installments for different vesting starts`);
    const lengthOf = inMonths ? monthsIn : daysIn;
    const [step, length] = [lengthOf(period), lengthOf(cliff.duration)];
    withheld = Math.min(count, Math.floor(length / step));
    if (withheld > 0) links.push({ coming: after(cliff.duration), carries: carries(withheld, count) });
    if (withheld > 0) gap = { count: (withheld + 1) * step - length, unit: inMonths ? 'month' : 'day' };
  }
  for (let i = withheld; i < count; i++)
    links.push({ coming: after(i === withheld ? gap : period), carries: carries(1, count - i) });
  return links;
}
