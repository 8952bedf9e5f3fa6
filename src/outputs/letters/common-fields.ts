/** The fields that every letter may name: the offer's and the holder's. Examples are the reference offer's, Lantronix 2002. */
import { cellText } from '../holders.ts';
import type { Letter, LetterField } from './letter.ts';

export const field = <Of>(
  meaning: string,
  example: string,
  value: LetterField<Of>['value'],
): LetterField<Of> => ({ meaning, example, value });

/** A holder without it is an error. */
export const needed = <Of>(
  meaning: string,
  example: string,
  value: LetterField<Of>['value'],
): LetterField<Of> => ({ meaning, example, value, isNeeded: true });

const terms = ({ source }: Letter) => source.offer.terms;

export const COMMON_FIELDS: Readonly<Record<string, LetterField<Letter>>> = {
  Company: needed('The company that makes the offer', 'Lantronix, Inc.', (letter) => terms(letter).company),
  'Offer Name': field('The title of the offer', '2002 Stock Option Exchange', (letter) => {
    const { offerName } = terms(letter);
    return offerName === '' ? 'Stock Option Exchange' : offerName;
  }),
  'Commencement Date': needed('The day on which the offer opened', 'December 19, 2002', (letter) => {
    const { commencement } = terms(letter);
    return commencement === undefined ? '' : letter.text.day(commencement);
  }),
  'Expiration Date': field('The day on which the offer closes', 'January 20, 2003', (letter) =>
    letter.text.day(terms(letter).expirationDay),
  ),
  Deadline: field(
    'The moment at which the offer closes, with its time zone',
    'January 20, 2003 at 9:00 PM (America/Los_Angeles)',
    (letter) => {
      const { expiration, timeZone } = terms(letter);
      return letter.text.moment(expiration) + (timeZone === undefined ? '' : ` (${timeZone.name})`);
    },
  ),
  'Cancellation Date': field('The day on which tendered grants are cancelled', 'January 20, 2003', (letter) =>
    letter.text.day(terms(letter).cancellation),
  ),
  'Signatory Name': field(
    'The officer who signs; a blank line where the term is blank',
    'Pat Example',
    (letter) => terms(letter).signatory.name,
  ),
  'Signatory Title': field(
    'Their title',
    'Chief Financial Officer',
    (letter) => terms(letter).signatory.title,
  ),
  'Holder ID': field('The holder’s id', '0101', ({ holder }) => holder.id),
  'Holder Name': {
    ...needed<Letter>('The holder’s name', 'Ada Example', ({ holder }) =>
      cellText(holder.cell('Holder Name')),
    ),
    isName: true,
  },
  Email: field('The holder’s address', 'ada@example.com', ({ holder }) => cellText(holder.cell('Email'))),
  Country: field('The holder’s country', 'US', ({ holder }) => cellText(holder.cell('Country'))),
};
