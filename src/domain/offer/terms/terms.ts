/**
 * The offer's terms, declared once: the reader, the inserted sheet with its drop-downs and notes, the command line's
 * JSON and the help read them here. Names and defaults are a contract (docs/workbook.md).
 */

import { headerKey } from '../../basics/words.ts';
import { ALLOCATIONS } from '../../vesting/allocation.ts';

/** How a term's value is read. */
export type TermKind =
  | 'text'
  | 'date'
  | 'moment'
  | 'ratio'
  | 'whole'
  | 'amount'
  | 'choice'
  | 'schedule'
  | 'price rule'
  | 'time zone'
  | 'locale'
  | 'election unit';

export interface Term {
  readonly name: string;
  readonly kind: TermKind;
  /** What a blank value means, in words; empty where it means that there is none. */
  readonly default: string;
  readonly choices?: readonly string[];
  /** Whether a row of OfferRatios may have it as a column, for the grants that match the row. */
  readonly byRow: boolean;
  /** What the term is, for the Note column and the pane. */
  readonly meaning: string;
  /** A value as somebody might write it, for the note; empty where the meaning shows one, or the words to choose from do. */
  readonly example: string | number;
}

/** The terms that hold for the whole offer, and for no row of OfferRatios apart. */
const OF_THE_OFFER = new Set([
  'Offer Name',
  'Company',
  'Ledger',
  'Commencement Date',
  'Expiration Date',
  'Time Zone',
  'Cancellation Date',
  'As Of',
  'New Grant ID',
  'Combine Per',
  'Ratio',
  'Election Unit',
  'Look-back From',
  'Look-back Ratio',
  'Shares Outstanding',
  'Planning Elections',
  'Signatory Name',
  'Signatory Title',
  'Locale',
  'Filing Fee Rate',
  'Executive Roles',
]);

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
  byRow: !OF_THE_OFFER.has(name),
  example,
  meaning,
  ...(choices === undefined ? {} : { choices }),
});

export const AWARD_WORDS = ['Option', 'SAR', 'RSU', 'Stock', 'Cash', 'Keep'] as const;
export const ROUNDING_WORDS = ['down', 'up', 'nearest'] as const;
export const PER_WORDS = ['Grant', 'Holder'] as const;
export const BELOW_MINIMUM_WORDS = ['none', 'cash', 'cash at close', 'reject'] as const;
export const TERM_RULE_WORDS = ['fixed', 'remaining', 'longer'] as const;
export const EXPIRE_ON_WORDS = ['anniversary', 'day before'] as const;

/** Examples are the reference offer's, Lantronix 2002, where it has the term. */
export const TERMS: readonly Term[] = [
  term(
    'Offer Name',
    'text',
    '',
    '2002 Stock Option Exchange',
    'The title of the offer, for summaries and letters.',
  ),
  term('Company', 'text', '', 'Lantronix, Inc.', 'The company that makes the offer.'),
  term(
    'Ledger',
    'text',
    'the one sheet that looks like a ledger',
    'Cap Table',
    'The sheet that holds the ledger, or several separated by semicolons, read as one in that order.',
  ),
  term('Commencement Date', 'date', '', '2002-12-19', 'The day on which the offer opens.'),
  term(
    'Expiration Date',
    'moment',
    '',
    '2003-01-20T21:00',
    'The day on which the offer closes, with a time of day if it closes before the day ends. Elections received later do not count.',
  ),
  term(
    'Time Zone',
    'time zone',
    '',
    '',
    'The time zone of Expiration Date and Received, such as America/New_York. Needed where a form states an offset.',
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
    '',
    '2003-07-21',
    'The day on which the new awards are granted: needed here or in every row of OfferRatios. Usually the day of the expiration or the next one.',
  ),
  term(
    'Service Required Through',
    'date',
    'New Grant Date',
    '2003-07-21',
    'A holder whose service ends before this day, but not before the Cancellation Date, forfeits the promised grant.',
  ),
  term(
    'As Of',
    'date',
    "the expiration's date",
    '2003-01-20',
    'The day as of which Remaining Term and Grant Age are calculated.',
  ),
  term('New Plan', 'text', '', '2000 Plan', 'The plan under which the new awards are granted.'),
  term(
    'New Grant Type',
    'text',
    'NSO',
    'NSO',
    'The type of the new options, such as NSO or ISO; stock units, stock and cash have none.',
  ),
  term(
    'New Stock Class',
    'text',
    "the old award's",
    'Common',
    'The class of stock of the new awards, where there are several.',
  ),
  term(
    'New Grant ID',
    'text',
    '',
    '',
    'The pattern of the new grants\u2019 ids: {Old Grant ID}-R, {Holder ID}, or RX-##### for a running number.',
  ),
  term(
    'Combine Per',
    'choice',
    'Grant',
    '',
    'Holder: a holder\u2019s awards that agree in award, price, dates, plan, type and schedule get one New Grant ID.',
    PER_WORDS,
  ),
  term(
    'Award',
    'choice',
    'Option',
    'Option',
    'What is granted: options, stock appreciation rights (SAR), restricted stock units (RSU), restricted stock, or cash. Keep: the grant is not part of the offer.',
    AWARD_WORDS,
  ),
  term(
    'Ratio',
    'ratio',
    'none: then OfferRatios gives it',
    '0.75',
    'New shares for each cancelled share: 0.75, 75%, 4:3 (old to new), 3 new for 4 old or 1 for 1. Keep the cell formatted as text. Leave it blank where OfferRatios is used.',
  ),
  term('Rounding', 'choice', 'down', 'up', 'How a fraction of a new share is rounded.', ROUNDING_WORDS),
  term(
    'Round Per',
    'choice',
    'Grant',
    'Grant',
    'Whether each grant is rounded, or a holder\u2019s grants of one ratio, exercise price and award together.',
    PER_WORDS,
  ),
  term('Minimum New Shares', 'whole', '0', 100, 'Below this many new shares, Below Minimum applies.'),
  term(
    'Minimum Per',
    'choice',
    'Grant',
    '',
    'Whether the minimum is for each grant or for each holder.',
    PER_WORDS,
  ),
  term(
    'Below Minimum',
    'choice',
    'none',
    '',
    'What happens below the minimum: none (granted anyway), cash (Cash per Option for each cancelled share), cash at close (the new shares at the market close) or reject (not exchanged).',
    BELOW_MINIMUM_WORDS,
  ),
  term(
    'Cash per Option',
    'amount',
    '',
    0.25,
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
    'What to do where the grant date has no price: report an error, or take the trading day before or after.',
    ['error', 'previous', 'next'],
  ),
  term(
    'Price Decimals',
    'whole',
    'as computed',
    2,
    'Decimals to which the exercise price is rounded, half up.',
  ),
  term(
    'Premium Price',
    'amount',
    '',
    '',
    'The price to be paid instead when exercised before Premium Until; [Exercise Price] is the old one.',
  ),
  term('Premium Until', 'date', '', '2004-07-21', 'The day before which the Premium Price is to be paid.'),
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
    ALLOCATIONS.map(({ name }) => name),
  ),
  term('Term Months', 'whole', '120', 120, 'The term of the new options in months.'),
  term(
    'Term Rule',
    'choice',
    'fixed',
    'fixed',
    'Whether the new options run for Term Months, as long as the old ones would have, or the longer of both.',
    TERM_RULE_WORDS,
  ),
  term(
    'Expire On',
    'choice',
    'anniversary',
    '',
    'Whether a fixed term ends on the anniversary of the grant date or the day before it.',
    EXPIRE_ON_WORDS,
  ),
  term(
    'Election Unit',
    'election unit',
    'Grant',
    'Grant',
    'What is elected together: Grant; Holder (all eligible grants); columns of the ledger separated by semicolons, such as Grant Date; Exercise Price; or None, where nobody elects and every eligible grant is exchanged.',
    ['Grant', 'Holder', 'None'],
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
    '1 for 1',
    'The ratio for grants that only the look-back brings in. Keep the cell formatted as text.',
  ),
  term(
    'Shares Outstanding',
    'amount',
    '',
    54000000,
    'Shares of common stock outstanding, for overhang and dilution.',
  ),
  term(
    'Planning Elections',
    'choice',
    'No',
    '',
    'Yes: every eligible grant counts as elected, for planning. Refused once OfferElections holds elections.',
    ['Yes', 'No'],
  ),
  term(
    'Signatory Name',
    'text',
    '',
    '',
    'The officer who signs letters for the company; blank: the line is left to be filled in by hand.',
  ),
  term('Signatory Title', 'text', '', 'Chief Financial Officer', 'The title of the officer who signs.'),
  term(
    'Locale',
    'locale',
    'en-US',
    'en-US',
    'The language and country by which letters write amounts and dates, such as en-US or de-DE.',
  ),
  term(
    'Filing Fee Rate',
    'amount',
    '',
    92,
    'The fee of a tender offer statement, in dollars for each million of the transaction\u2019s value, as the SEC sets it for the year.',
  ),
  term(
    'Executive Roles',
    'text',
    '',
    'Executive Officer; Director',
    'The values of Role that are executive officers, separated by semicolons: the filing gives their figures apart.',
  ),
];

/** The declared term of that name, without regard to case, spaces and punctuation. */
export const termNamed = (name: string): Term | undefined => TERM_OF_KEY.get(headerKey(name));

const TERM_OF_KEY: ReadonlyMap<string, Term> = new Map(
  TERMS.map((declared) => [headerKey(declared.name), declared]),
);
