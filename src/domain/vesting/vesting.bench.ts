/**
 * How many vesting schedules a second one core computes, for the reference offer's schedule of 25 dates, beside
 * a plain loop that does no more than the arithmetic: the ratio is what can be compared from run to run.
 */
import { dayOf, daysInMonth } from '../basics/day.ts';
import { parseSchedule } from './parse-schedule.ts';
import { planOf } from './plan.ts';
import { vestInto } from './vest.ts';
import { vestingTotals } from './vesting-totals.ts';

const REFERENCE = '50% at 6 months, then 50% monthly over 24 months';
const GRANTS = 400_000;
const START = dayOf(2003, 7, 21);

export default function bench(
  report: (name: string, value: number, unit: string, note?: string) => void,
): Promise<void> {
  const plan = planOf(parseSchedule(REFERENCE));
  const dates = new Float64Array(plan.size);
  const amounts = new Float64Array(plan.size);

  const perSecond = rate(() => {
    let total = 0;
    for (let grant = 0; grant < GRANTS; grant++) {
      const count = vestInto(plan, sharesOf(grant), START + (grant % 1000), {}, dates, amounts);
      total += (amounts[0] ?? 0) + count;
    }
    return total;
  });
  const plain = rate(() => {
    let total = 0;
    for (let grant = 0; grant < GRANTS; grant++)
      total += plainLoop(sharesOf(grant), grant % 1000, dates, amounts);
    return total;
  });
  report('vesting schedules', perSecond, 'schedules/s', `${REFERENCE} (${plan.size} dates)`);
  report('vesting schedules, to a plain loop', perSecond / plain, 'x', `the loop: ${Math.round(plain)}/s`);

  const grants = {
    shares: Float64Array.from({ length: GRANTS }, (_, grant) => sharesOf(grant)),
    starts: Float64Array.from({ length: GRANTS }, (_, grant) => START + (grant % 1000)),
    schedules: parseSchedule(REFERENCE),
  };
  const ends = Array.from({ length: 24 }, (_, quarter) => START + 91 * (quarter + 1));
  const inTotals = rate(() => vestingTotals(grants, ends)[0] ?? 0);
  report('vesting totals by 24 periods', inTotals, 'grants/s');
  return Promise.resolve();
}

const sharesOf = (grant: number): number => 1 + ((grant * 7919) % 100_000);

/** Passes over all grants in a second, after one to warm up. */
function rate(pass: () => number): number {
  pass();
  const passes = 3;
  const begun = performance.now();
  let sum = 0;
  for (let i = 0; i < passes; i++) sum += pass();
  const seconds = (performance.now() - begun) / 1000;
  // The sum is used, so that no pass can be left out.
  return sum < 0 ? 0 : (passes * GRANTS) / seconds;
}

/** The reference schedule written out by hand, without merging, grant dates or allocations to choose from. */
function plainLoop(shares: number, later: number, dates: Float64Array, amounts: Float64Array): number {
  const day = 1 + (later % 28);
  let year = 2003 + Math.floor(later / 366);
  let month = 12;
  let before = 0;
  for (let i = 0; i < 25; i++) {
    if (++month > 12) [year, month] = [year + 1, 1];
    dates[i] = dayOf(year, month, Math.min(day, daysInMonth(year, month)));
    const vested = Math.floor((shares * (24 + i)) / 48);
    amounts[i] = vested - before;
    before = vested;
  }
  return (amounts[0] ?? 0) + 25;
}
