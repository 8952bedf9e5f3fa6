/**
 * The federal holidays of the United States on the days on which they are observed (5 U.S.C. 6103), because SEC
 * Rules 14d-1(g)(3) and 13e-4(a)(3) count every day but those and weekends as a business day. Knows laws from 1950
 * on; closings by executive order and days of mourning are no federal holidays. Inauguration Day is one in
 * Washington only and does not count.
 */
import { civilDate, type Day, dayOf, daysInMonth, weekday } from '../basics/day.ts';

const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const FRIDAY = 5;
const SATURDAY = 6;

/** A holiday in the years, first and last included, in which one rule held. */
interface HolidayRule {
  readonly name: string;
  readonly from?: number;
  readonly to?: number;
  readonly on: (year: number) => Day;
}

const fixed = (month: number, day: number) => (year: number) => dayOf(year, month, day);

/** The nth such weekday of a month. */
const nth = (n: number, day: number, month: number) => (year: number) => {
  const first = dayOf(year, month, 1);
  return first + ((day - weekday(first) + 7) % 7) + 7 * (n - 1);
};

/** The last such weekday of a month. */
const last = (day: number, month: number) => (year: number) => {
  const end = dayOf(year, month, daysInMonth(year, month));
  return end - ((weekday(end) - day + 7) % 7);
};

/** The Uniform Monday Holiday Act (Public Law 90-363) moved three holidays and added one, from 1971 on. */
const MONDAY_ACT = 1971;

const HOLIDAYS: readonly HolidayRule[] = [
  { name: "New Year's Day", on: fixed(1, 1) },
  { name: 'Birthday of Martin Luther King, Jr.', from: 1986, on: nth(3, MONDAY, 1) },
  { name: "Washington's Birthday", to: MONDAY_ACT - 1, on: fixed(2, 22) },
  { name: "Washington's Birthday", from: MONDAY_ACT, on: nth(3, MONDAY, 2) },
  { name: 'Memorial Day', to: MONDAY_ACT - 1, on: fixed(5, 30) },
  { name: 'Memorial Day', from: MONDAY_ACT, on: last(MONDAY, 5) },
  { name: 'Juneteenth National Independence Day', from: 2021, on: fixed(6, 19) },
  { name: 'Independence Day', on: fixed(7, 4) },
  { name: 'Labor Day', on: nth(1, MONDAY, 9) },
  { name: 'Columbus Day', from: MONDAY_ACT, on: nth(2, MONDAY, 10) },
  // The act moved Veterans Day to October; Public Law 94-97 moved it back from 1978 on.
  { name: 'Veterans Day', to: MONDAY_ACT - 1, on: fixed(11, 11) },
  { name: 'Veterans Day', from: MONDAY_ACT, to: 1977, on: nth(4, MONDAY, 10) },
  { name: 'Veterans Day', from: 1978, on: fixed(11, 11) },
  { name: 'Thanksgiving Day', on: nth(4, THURSDAY, 11) },
  { name: 'Christmas Day', on: fixed(12, 25) },
];

/** Public Law 86-362 of September 1959 gave the Friday for a Saturday; no holiday fell on one before 1960. */
const FRIDAY_FOR_SATURDAY = 1960;

/** The day on which a holiday of that date is observed: Monday for a Sunday, Friday for a Saturday. */
function observed(day: Day, year: number): Day {
  if (weekday(day) === SUNDAY) return day + 1;
  return weekday(day) === SATURDAY && year >= FRIDAY_FOR_SATURDAY ? day - 1 : day;
}

/** The observed days of the holidays that belong to a year; New Year's may be observed in the year before. */
function holidaysOf(year: number): readonly Day[] {
  const inForce = HOLIDAYS.filter(({ from = year, to = year }) => from <= year && year <= to);
  return inForce.map((holiday) => observed(holiday.on(year), year));
}

/** Years are few and asked for again and again: an offer's days are counted one by one. */
const remembered = new Map<number, ReadonlySet<Day>>();
const YEARS_REMEMBERED = 200;

function holidaysIn(year: number): ReadonlySet<Day> {
  const known = remembered.get(year);
  if (known !== undefined) return known;
  const days = new Set([...holidaysOf(year), ...holidaysOf(year + 1).slice(0, 1)]);
  if (remembered.size >= YEARS_REMEMBERED) remembered.clear();
  remembered.set(year, days);
  return days;
}

/** Whether a federal holiday is observed on the day. */
export const isFederalHoliday = (day: Day): boolean => holidaysIn(civilDate(day).year).has(day);

/** Whether the day is neither on a weekend nor the observed day of a federal holiday. */
export const isBusinessDay = (day: Day): boolean => {
  const onWeekday = weekday(day) >= MONDAY && weekday(day) <= FRIDAY;
  return onWeekday && !isFederalHoliday(day);
};

/** The day itself where it is a business day, otherwise the first one after it. */
export function nextBusinessDay(day: Day): Day {
  let next = day;
  while (!isBusinessDay(next)) next++;
  return next;
}
