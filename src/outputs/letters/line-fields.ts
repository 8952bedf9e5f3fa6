/** The fields of a row that is a line of the exchange: what is cancelled, and what is promised or granted for it. */
import { dayIn } from '../../domain/ledger/field.ts';
import type { LineFact } from '../../domain/offer/results/facts.ts';
import { cellText } from '../holders.ts';
import { awardWords, priceRuleWords } from './award-words.ts';
import { field, needed } from './common-fields.ts';
import type { LetterField } from './letter.ts';

/** What a cell of a day says; one that is none says what is in it. */
const dayOfCell: (column: string) => LetterField<LineFact>['value'] =
  (column) =>
  ({ cell }, { text }) => {
    const day = dayIn(cell(column));
    return day === undefined ? cellText(cell(column)) : text.day(day);
  };

export const LINE_FIELDS: Readonly<Record<string, LetterField<LineFact>>> = {
  'Old Grant ID': needed('The cancelled grant', 'A-100', ({ line }) => line.grant.id),
  'Old Plan': field('Its plan', '1994 Plan', ({ cell }) => cellText(cell('Plan'))),
  'Old Grant Date': field('Its date', 'August 1, 2000', dayOfCell('Grant Date')),
  'Old Exercise Price': needed('Its exercise price', '6.00', ({ cell }, { text }) => {
    const price = cell('Exercise Price');
    return typeof price === 'number' ? text.price(price, cellText(cell('Currency'))) : cellText(price);
  }),
  Portion: field('The part of it: All, Vested or Unvested', 'All', ({ line }) => line.portion),
  'Cancelled Shares': needed('How many of its shares are cancelled', '1,000', ({ line }, { text }) =>
    text.shares(line.cancelled),
  ),
  Award: needed('What comes for it, in words', 'nonstatutory stock option', ({ line }) => awardWords(line)),
  'New Shares': needed('How many shares it is for; a payment for cash', '750', ({ line, cell }, { text }) => {
    if (line.award.paysCash) return text.money(line.cash, cellText(cell('Currency')));
    return line.shares === undefined
      ? 'set by the closing price on the grant date'
      : text.shares(line.shares);
  }),
  'New Plan': field('The plan of the new award', '2000 Stock Plan', ({ line, cell }) =>
    line.award.paysCash ? '' : line.terms.newPlan === '' ? cellText(cell('Plan')) : line.terms.newPlan,
  ),
  'Grant Date': needed('When it is granted or paid', 'July 21, 2003', ({ line }, { text }) =>
    text.day(line.terms.newGrant),
  ),
  'Price Rule': field(
    'How its exercise price is set, in words',
    '100% of the closing price of the common stock on the grant date',
    ({ line }) => (line.award.hasPrice ? priceRuleWords(line.terms.priceRule) : 'none'),
  ),
  'Vesting Schedule': field(
    'How it vests, in the offer’s words',
    '50% at 6 months, then 50% monthly over 24 months',
    ({ schedule }) => (schedule === '' ? 'at once' : schedule),
  ),
  'First Vesting Date': field(
    'The first day on which any of it vests',
    'January 21, 2004',
    ({ line }, { text }) => (line.dates[0] === undefined ? '' : text.day(line.dates[0])),
  ),
  'Fully Vested Date': field(
    'The day on which all of it has vested',
    'January 21, 2006',
    ({ line }, { text }) => {
      const last = line.dates.at(-1);
      return last === undefined ? '' : text.day(last);
    },
  ),
};

/** What is known once the award is granted. */
export const GRANTED_FIELDS: Readonly<Record<string, LetterField<LineFact>>> = {
  'New Grant ID': field(
    'The id of the new award, where the offer numbers them',
    'A-100-R',
    ({ line }) => line.newGrantId,
  ),
  'Exercise Price': needed('Its exercise price', '1.50', ({ line, cell }, { text }) => {
    if (!line.award.hasPrice) return 'none';
    return line.price === undefined ? '' : text.price(line.price, cellText(cell('Currency')));
  }),
  'Expiration Date': field('The day on which it expires', 'July 21, 2013', ({ line }, { text }) =>
    line.expiration === undefined ? 'none' : text.day(line.expiration),
  ),
};
