/**
 * The offer's terms, declared once: the reader, the inserted sheet with its drop-downs and notes, the command line's
 * JSON and the help read them here. Names and defaults are a contract (docs/workbook.md).
 */

/** How a term's value is read. */
export type TermKind =
  'text' | 'date' | 'moment' | 'ratio' | 'whole' | 'amount' | 'choice' | 'schedule' | 'price rule';

export interface Term {
  readonly name: string;
  readonly kind: TermKind;
  /** What a blank value means, in words; empty where it means that there is none. */
  readonly default: string;
  readonly choices?: readonly string[];
  /** What the term is, for the Note column and the pane. */
  readonly meaning: string;
  /** The reference offer's value, as an example to start from. */
  readonly example: string | number;
}

const term = (
  name: string,
  kind: TermKind,
  standard: string,
  example: string | number,
  meaning: string,
  choices?: readonly string[],
): Term => ({
  name,
  kind,
  default: standard,
  example,
  meaning,
  ...(choices === undefined ? {} : { choices }),
});

const ALLOCATION_WORDS = [
  'CUMULATIVE_ROUND_DOWN',
  'CUMULATIVE_ROUNDING',
  'FRONT_LOADED',
  'BACK_LOADED',
  'FRONT_LOADED_TO_SINGLE_TRANCHE',
  'BACK_LOADED_TO_SINGLE_TRANCHE',
  'FRACTIONAL',
];

/** Examples are the reference offer's, Lantronix 2002. Dates are ISO text here and become dates in the sheet. */
export const TERMS: readonly Term[] = [
  term(
    'Offer Name',
    'text',
    '',
    '2002 Stock Option Exchange',
    'The title of the offer, for summaries and letters.',
  ),
  term('Company', 'text', '', 'Lantronix, Inc.', 'The company that makes the offer.'),
  term('Commencement Date', 'date', '', '2002-12-19', 'The day on which the offer opens.'),
  term(
    'Expiration Date',
    'moment',
    '',
    '2003-01-20T21:00',
    'The day on which the offer closes, with a time of day if it closes before the day ends. Elections received later do not count.',
  ),
  term(
    'Cancellation Date',
    'date',
    "the expiration's date",
    '2003-01-20',
    'The day on which the tendered options are cancelled.',
  ),
  term(
    'New Grant Date',
    'date',
    'six months and a day after the Cancellation Date',
    '2003-07-21',
    'The day on which the new awards are granted.',
  ),
  term(
    'Service Required Through',
    'date',
    'New Grant Date',
    '2003-07-21',
    'Whose service ends before this day, but not before the Cancellation Date, loses the promise.',
  ),
  term(
    'As Of',
    'date',
    "the expiration's date",
    '2003-01-20',
    'The day to which Remaining Term and Grant Age are reckoned.',
  ),
  term('New Plan', 'text', '', '2000 Plan', 'The plan under which the new awards are granted.'),
  term(
    'New Grant Type',
    'text',
    'NSO',
    'NSO',
    'The type of the new options, such as NSO; stock units have none.',
  ),
  term(
    'Award',
    'choice',
    'Option',
    'Option',
    'What is granted: options, restricted stock units or cash. A row of OfferRatios may say otherwise.',
    ['Option', 'RSU', 'Cash'],
  ),
  term(
    'Ratio',
    'ratio',
    'none: then OfferRatios says it',
    '0.75',
    'New shares for each cancelled share: 0.75, 75%, 4:3 (old to new) or 3 new for 4 old. Keep the cell formatted as text. Leave it blank where OfferRatios is used.',
  ),
  term('Rounding', 'choice', 'down', 'up', 'What becomes of a fraction of a new share.', [
    'down',
    'up',
    'nearest',
  ]),
  term(
    'Round Per',
    'choice',
    'Grant',
    'Grant',
    'Whether each grant is rounded, or a holder\u2019s grants of one ratio, price and award together.',
    ['Grant', 'Holder'],
  ),
  term('Minimum New Shares', 'whole', '0', '', 'Below this many new shares, Below Minimum applies.'),
  term('Minimum Per', 'choice', 'Grant', '', 'Whether the minimum is for each grant or for each holder.', [
    'Grant',
    'Holder',
  ]),
  term(
    'Below Minimum',
    'choice',
    'none',
    '',
    'What becomes of a grant below the minimum: granted all the same, paid in cash, or not exchanged.',
    ['none', 'cash', 'reject'],
  ),
  term(
    'Cash per Option',
    'amount',
    '',
    '',
    'The payment for each cancelled share, where the award is cash or the minimum is not reached.',
  ),
  term(
    'Exercise Price Rule',
    'price rule',
    'close',
    'close',
    'How the new exercise price follows from OfferPrices: close, previous close, average of high and low, average close of 5 days, 110% of close, greater of close and 4.50.',
  ),
  term(
    'Missing Price',
    'choice',
    'error',
    'error',
    'What to do where the grant date has no price: stop, or take the trading day before or after.',
    ['error', 'previous', 'next'],
  ),
  term(
    'Price Decimals',
    'whole',
    'as computed',
    '',
    'Decimals to which the exercise price is rounded, half up.',
  ),
  term(
    'Vesting Schedule',
    'schedule',
    '',
    '50% at 6 months, then 50% monthly over 24 months',
    'How the new awards vest, in words, counted from the New Grant Date.',
  ),
  term(
    'Allocation',
    'choice',
    'CUMULATIVE_ROUND_DOWN',
    'CUMULATIVE_ROUND_DOWN',
    'How fractions of shares are spread over the vesting dates.',
    ALLOCATION_WORDS,
  ),
  term('Term Months', 'whole', '120', 120, 'The term of the new options in months.'),
  term(
    'Term Rule',
    'choice',
    'fixed',
    'fixed',
    'Whether the new options run for Term Months, as long as the old ones would have, or the longer of both.',
    ['fixed', 'remaining', 'longer'],
  ),
  term(
    'Election Unit',
    'choice',
    'Grant',
    'Grant',
    'What an election is for: a grant, all eligible grants of the holder, or a percentage of each grant.',
    ['Grant', 'Holder', 'Percent'],
  ),
  term(
    'Look-back From',
    'date',
    'none',
    '2002-06-19',
    'An election brings in every outstanding grant of the holder dated on or after this day.',
  ),
  term(
    'Look-back Ratio',
    'ratio',
    'as for other grants',
    '',
    'The ratio for grants that only the look-back brings in. Keep the cell formatted as text.',
  ),
];
