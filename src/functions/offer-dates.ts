/** The dates of an offer, and elections within it, as formulas. Each is one call of the calendar or election room. */
import { isBlank, refuseError } from '../domain/basics/cell.ts';
import { badValue } from '../domain/basics/error.ts';
import { say } from '../domain/basics/sentence.ts';
import { offerEnd } from '../domain/calendar/offer-end.ts';
import { regrantDate } from '../domain/calendar/regrant-date.ts';
import { compileElections, electionColumns } from '../domain/election/elections.ts';
import { declare, optional, required } from './declaration.ts';
import { BUSINESS_DAYS, DATE, DAYS, EXPIRATION, ID, MONTHS, ROLL, tableOf } from './kinds.ts';
import { rememberedTables } from './memory.ts';

export const REGRANTDATE = declare({
  name: 'REGRANTDATE',
  section: 'Dates of the offer',
  description:
    'The date of the six-months-and-a-day convention: so long after cancellation, new options used to be granted.',
  rules: [
    '`months` (default 6) after the cancellation, on the same day of the month or the month’s last day, plus `days` (default 1).',
    '`roll` is `none` (default: the date may be a Sunday) or `next business day`.',
    'The convention comes from FASB Interpretation 44, which FAS 123(R) superseded in 2006. Offers since then grant at once.',
  ],
  parameters: [
    required('cancellationDate', DATE, 'Date on which the tendered options are cancelled.'),
    optional('months', MONTHS, 'Whole months to wait, 0 to 120. 6 if left out.'),
    optional('days', DAYS, 'Days to add after the months. 1 if left out.'),
    optional('roll', ROLL, 'What to do with a weekend or holiday: none (default) or next business day.'),
  ],
  result: { type: 'number', format: 'date', description: 'Date of the convention.' },
  examples: [
    { arguments: ['2003-01-20'], result: 37823 },
    { arguments: ['2003-04-18', 6, 1, 'next business day'], result: 37914 },
  ],
  failures: [{ arguments: ['20 Jan 2003'] }, { arguments: ['2003-01-20', -1] }],
  source:
    'FASB Interpretation 44, on awards cancelled and replaced within six months; superseded by FAS 123(R) in 2006.',
  body: regrantDate,
});

export const OFFEREND = declare({
  name: 'OFFEREND',
  section: 'Dates of the offer',
  description:
    'The earliest date on which an exchange offer may expire: its 20th business day, the first day counted.',
  rules: [
    'Weekends and United States federal holidays do not count: the holidays on their observed dates, each from the year in which it was first observed. Inauguration Day is a business day.',
  ],
  parameters: [
    required(
      'commencementDate',
      DATE,
      'Date on which the offer commences. It counts where it is a business day.',
    ),
    optional('businessDays', BUSINESS_DAYS, 'Business days that the offer must stay open. 20 if left out.'),
  ],
  result: { type: 'number', format: 'date', description: 'Earliest permitted expiration date.' },
  examples: [{ arguments: ['2024-01-30'], result: 45349 }],
  failures: [{ arguments: ['2024-02-30'] }, { arguments: ['2024-01-30', 0] }],
  source: 'SEC Rules 14d-1(g)(3) and 13e-4(f)(1)(i).',
  body: offerEnd,
});

const compiled = rememberedTables(([table = []], expiration) => {
  const columns = Object.values(electionColumns(table[0] ?? []));
  table.forEach((row, index) =>
    columns.forEach((at) =>
      refuseError(row[at], `${String(table[0]?.[at])} in row ${index + 1} of elections`),
    ),
  );
  const [moment, offset] = String(expiration ?? '').split(' ');
  const elections = compileElections(table, isBlank(moment) ? undefined : Number(moment), {
    ofExpiration: isBlank(offset) ? undefined : Number(offset),
  });
  const [unreadable] = elections.unreadable;
  if (unreadable !== undefined)
    throw badValue(say`elections cannot be read in row ${unreadable.row + 1}: ${unreadable.problem}`);
  return elections;
});

export const ELECTION = declare({
  name: 'ELECTION',
  section: 'Dates of the offer',
  description:
    'Whether a grant is elected, withdrawn or neither, by the last election that came in before the offer expired.',
  rules: [
    '`elections` is a table with the headers `Holder ID`, `Grant ID` (blank or `ALL`: every grant), `Action` (`Elect` or `Withdraw`) and `Received` (date and time).',
    'The last event at or before `expiration` wins, and the lower row wins a tie. An expiration without a time of day means the end of that day.',
    'Where `expiration` and `Received` carry an offset (`-08:00`, `Z`) they compare as moments. Where only one of the two does, among the rows of this holder, that is `#VALUE!`.',
    'Where the table has a column `Percent`, an election of 0 is none.',
    'Ids match as text, without regard to case: the number 123 is the text `123`, and leading zeros count.',
  ],
  parameters: [
    required('holder', ID, 'Id of the holder, as in the elections table.'),
    required('grant', ID, 'Id of the grant, as in the elections table.'),
    required(
      'elections',
      // Of a Percent, 0 is a share of the grant like any other: none of it.
      tableOf('a table with the headers Holder ID, Grant ID, Action and Received', ['Percent']),
      'Table with headers Holder ID, Grant ID, Action and Received. Select it with its header row.',
    ),
    optional(
      'expiration',
      EXPIRATION,
      'When the offer expires; later elections do not count. All count if left out.',
    ),
  ],
  result: { type: 'string', description: 'Elected, Withdrawn or None.' },
  examples: [
    {
      arguments: [
        'E-7',
        'G-1',
        [
          ['Holder ID', 'Grant ID', 'Action', 'Received'],
          ['E-7', 'ALL', 'Elect', '2003-01-15T10:00'],
          ['E-7', 'G-1', 'Withdraw', '2003-01-20T22:00'],
        ],
        '2003-01-20T21:00',
      ],
      result: 'Elected',
    },
  ],
  failures: [
    {
      arguments: [
        'E-7',
        'G-1',
        [
          ['Holder ID', 'Grant ID', 'Action'],
          ['E-7', 'ALL', 'Elect'],
        ],
      ],
    },
    {
      arguments: [
        'E-7',
        'G-1',
        [
          ['Holder ID', 'Grant ID', 'Action', 'Received'],
          ['E-7', 'ALL', 'Maybe', '2003-01-15'],
        ],
      ],
    },
  ],
  body: (holder, grant, elections, expiration) =>
    compiled([elections], expiration && `${expiration.moment} ${expiration.offset ?? ''}`).stateOf(
      holder,
      grant,
    ),
});
