import assert from 'node:assert/strict';
import { test } from 'mocha';
import { RegrantError } from '../basics/error.ts';
import { parseSchedule } from './parse-schedule.ts';
import { printSchedule } from './print-schedule.ts';

const inWords = (text: string): string => printSchedule(parseSchedule(text));

test("Vestlang's time-based statements mean the same as words", () => {
  const statements: [string, string][] = [
    ['VEST OVER 48 months EVERY 1 month CLIFF 12 months', 'monthly over 48 months with a 12 month cliff'],
    [
      '1/2 VEST OVER 6\nmonths EVERY 6 months THEN 1/2 VEST OVER 24 months EVERY 1 month',
      '50% at 6 months, then 50% monthly over 24 months',
    ],
    ['VEST OVER 4 years EVERY 3 months CLIFF 1 year', 'quarterly over 4 years with a 1 year cliff'],
    [
      '0.25 VEST OVER 12 months EVERY 1 month THEN 0.75 VEST OVER 36 months EVERY 1 month',
      '25% monthly over 12 months, then 75% monthly over 36 months',
    ],
    [
      '.5 vest from date 2025-01-01 over 12 months every 12 months plus .5 vest from date 2025-07-01 over 12 months every 12 months',
      '0% on 2025-01-01, then 50% after 12 months, 0% on 2025-07-01, then 50% after 12 months',
    ],
    [
      'VEST FROM DATE 2025-01-01 OVER 48 months EVERY 1 month CLIFF 12 months',
      '0% on 2025-01-01, then 100% monthly over 48 months with a 12 month cliff',
    ],
    ['VEST FROM 6 months OVER 36 months EVERY 1 month', '0% at 6 months, then 100% monthly over 36 months'],
    [
      'VEST FROM grantDate + 6 months OVER 36 months EVERY 1 month',
      '0% at 6 months, then 100% monthly over 36 months',
    ],
    [
      'VEST FROM + 20 days + 1 month OVER 36 months EVERY 1 month',
      '0% at 1 month, then 0% after 20 days, then 100% monthly over 36 months',
    ],
    ['VEST FROM grant_date OVER 1 year EVERY 6 months', 'every 6 months over 1 year'],
    ['VEST FROM EVENT grantDate OVER 1 year EVERY 6 months', 'every 6 months over 1 year'],
    ['VEST FROM DATE 2025-03-31 + 1 month - 2 days', 'on 2025-04-28'],
    ['VEST', 'at grant'],
    ['VEST CLIFF 12 months', 'at 12 months'],
    ['VEST OVER 0 days EVERY 0 days CLIFF 1 year', 'at 1 year'],
    ['VEST FROM DATE 2025-01-01 CLIFF 1 year', '0% on 2025-01-01, then 100% after 1 year'],
    ['VEST FROM DATE 2025-01-01 CLIFF DATE 2025-06-01', 'on 2025-06-01'],
    ['VEST OVER 52 weeks EVERY 1 week CLIFF 26 weeks', 'weekly over 52 weeks with a 26 week cliff'],
    [
      'VEST OVER 24 months EVERY 1 month CLIFF DATE 2025-06-01',
      'monthly over 24 months with a cliff on 2025-06-01',
    ],
    [
      'VEST OVER 24 months EVERY 1 month CLIFF vestingStart + 6 months',
      'monthly over 24 months with a 6 month cliff',
    ],
    [
      'VEST OVER 24 months EVERY 1 month CLIFF vesting-start + 6 months',
      'monthly over 24 months with a 6 month cliff',
    ],
    ['VEST OVER 24 months EVERY 1 month CLIFF vestingStart', 'monthly over 24 months'],
    ['100 VEST OVER 48 months EVERY 12 months', '100 shares annually over 48 months'],
    ['1/4 VEST THEN 3/4 VEST OVER 3 years EVERY 3 months', '25% at grant, then 75% quarterly over 3 years'],
    ['1/2 VEST OVER 1 year EVERY 1 year THEN 1/2 VEST', '50% at 1 year, then 50% after 0 days'],
    [
      '1/2 VEST OVER 1 year EVERY 1 year THEN 1/2 VEST CLIFF 6 months',
      '50% at 1 year, then 50% after 6 months',
    ],
  ];
  for (const [text, words] of statements) {
    assert.equal(inWords(text), words, text);
    assert.equal(inWords(words), words);
  }
});

test('a statement that hangs on an event or a choice is refused with the reason', () => {
  const refusals: [string, RegExp][] = [
    ['VEST FROM EVENT ipo OVER 24 months EVERY 1 month', /"ipo".*event.*only time-based/],
    ['VEST OVER 48 months EVERY 1 month CLIFF EVENT ipo', /"ipo".*event/],
    ['VEST FROM EARLIER OF (DATE 2026-01-01, EVENT ipo) OVER 4 years EVERY 1 month', /"EARLIER".*choice/],
    ['VEST LATER START OF (FROM EVENT a, FROM EVENT b)', /"LATER".*choice/],
    ['VEST FROM DATE 2025-01-01 BEFORE EVENT ipo OVER 1 year EVERY 1 month', /"BEFORE".*condition/],
    ['VEST OVER 1 year EVERY 1 month CLIFF DATE 2025-01-01 STRICTLY AFTER EVENT x', /"STRICTLY".*condition/],
    ['VEST FROM vestingStart OVER 1 year EVERY 1 month', /vestingStart cannot stand here.*grantDate/],
    ['VEST OVER 1 year EVERY 1 month CLIFF grantDate + 1 month', /grantDate cannot stand here.*vestingStart/],
    ['VEST FROM - 6 months OVER 1 year EVERY 1 month', /before the start/],
    ['VEST OVER 1 year EVERY 1 month CLIFF 1 month + 3 days', /months and days/],
    ['VEST CLIFF DATE 2025-06-01', /later of the two/],
    ['1/2 VEST OVER 1 year EVERY 1 month THEN 1/2 VEST FROM DATE 2026-01-01', /FROM cannot follow THEN/],
    ['VEST OVER 48 months', /EVERY is expected/],
    ['VEST EVERY 1 month', /OVER is expected before EVERY/],
    ['VEST OVER 10 months EVERY 3 months', /do not divide/],
    ['VEST OVER 1 year EVERY 1 week', /no fixed number of days/],
    ['VEST OVER 0 months EVERY 1 month', /longer than nothing/],
    ['VEST OVER -1 months EVERY 1 month', /cannot be negative/],
    ['1.5 VEST OVER 1 year EVERY 1 month', /from 0 to 1/],
    ['VEST OVER 1 year EVERY 1 month CLIF 1 month', /"CLIF".*did you mean "CLIFF"/],
    ['1/2 VEST OVER 1 year EVERY 1 month', /add up to 50%/],
    ['VEST PLUS VEST', /add up to 200%/],
  ];
  for (const [text, message] of refusals)
    assert.throws(
      () => parseSchedule(text),
      (error) => {
        assert.ok(error instanceof RegrantError, `${text}: ${String(error)}`);
        assert.match(error.message, message, text);
        return true;
      },
      text,
    );
});
