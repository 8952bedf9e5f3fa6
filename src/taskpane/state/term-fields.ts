/**
 * The form over OfferTerms: each declared term with the cell that holds it and what is in it. A cell with a formula of
 * the analyst's own is shown and never overwritten. Pure.
 */
import { cellAddress } from '../../domain/basics/block.ts';
import { type CellValue, isBlank, numberIn } from '../../domain/basics/cell.ts';
import { formatMoment, parseMoment } from '../../domain/basics/day.ts';
import type { Words } from '../../domain/basics/sentence.ts';
import type { Format } from '../strings/format.ts';
import { headerKey } from '../../domain/basics/words.ts';
import { columnOffset, from1904, offerTable } from '../../domain/offer/offer-table.ts';
import { type Term, type TermKind, TERMS } from '../../domain/offer/terms/terms.ts';
import { formulaIn } from '../../workbook/excel/read-cells.ts';
import type { CellEntry } from '../../workbook/terms/write-terms.ts';
import { type CellLink, linkText, parseCellLink, type PlacedMessage } from './cell-link.ts';
import type { Snapshot } from './snapshot.ts';

export interface TermField {
  readonly term: Term;
  readonly link: CellLink | undefined;
  /** What the cell shows, dates counted from 1900. */
  readonly value: CellValue;
  /** What stands in the cell, a formula as such. */
  readonly content: CellValue;
  /** The cell's own formula, where it has one. */
  readonly formula: string | undefined;
  readonly problem: Words | undefined;
}

/** The sections of the form, in the order in which an offer is thought out. */
export const TERM_SECTIONS = {
  offer: [
    'Offer Name',
    'Company',
    'Ledger',
    'Commencement Date',
    'Expiration Date',
    'Time Zone',
    'Cancellation Date',
    'New Grant Date',
  ],
  award: [
    'Award',
    'Ratio',
    'Rounding',
    'New Plan',
    'New Grant Type',
    'New Stock Class',
    'New Grant ID',
    'Combine Per',
    'Term Months',
    'Term Rule',
    'Expire On',
  ],
  price: ['Exercise Price Rule', 'Missing Price', 'Price Decimals', 'Premium Price', 'Premium Until'],
  vesting: ['Vesting Schedule', 'Allocation', 'Service Required Through'],
  elections: ['Election Unit', 'Planning Elections', 'Look-back From', 'Look-back Ratio', 'As Of'],
  reserve: ['Shares Outstanding'],
  papers: ['Signatory Name', 'Signatory Title', 'Locale', 'Filing Fee Rate', 'Executive Roles'],
  small: ['Round Per', 'Minimum New Shares', 'Minimum Per', 'Below Minimum', 'Cash per Option'],
} as const;
export type TermSection = keyof typeof TERM_SECTIONS;

export function termFields(snapshot: Snapshot, refusal: PlacedMessage | undefined): readonly TermField[] {
  const { source, offerFormulas } = snapshot;
  const formulas = offerFormulas.get('OfferTerms');
  const table = offerTable(source, 'OfferTerms');
  if (table === undefined) return [];
  const [nameAt, valueAt] = [columnOffset(table, 'Term'), columnOffset(table, 'Value')];
  if (nameAt < 0 || valueAt < 0) return [];
  const { block } = table;
  return TERMS.map((term) => {
    const row = block.values.findIndex(
      (cells, offset) => offset > 0 && headerKey(String(cells[nameAt] ?? '')) === headerKey(term.name),
    );
    if (row < 0)
      return { term, link: undefined, value: '', content: '', formula: undefined, problem: undefined };
    const link = parseCellLink(cellAddress(block, row, valueAt));
    const value = block.values[row]?.[valueAt];
    const formula = formulas?.[row]?.[valueAt];
    const isHere =
      link !== undefined && refusal?.link !== undefined && linkText(refusal.link) === linkText(link);
    return {
      term,
      link,
      value: since1900(term.kind, value, source.date1904),
      content: formula ?? '',
      formula: formulaIn(formula, value),
      problem: isHere ? refusal.text : undefined,
    };
  });
}

export const since1900 = (kind: TermKind, value: CellValue, date1904: boolean): CellValue =>
  date1904 && (kind === 'date' || kind === 'moment') ? from1904(value) : value;

/** How numbers are typed and shown. */
export type Numbers = Pick<Format, 'plain' | 'digits'>;

/** As the contract writes numbers, with a point, and as its examples do. */
export const CONTRACT_NUMBERS: Numbers = {
  plain: String,
  digits: (text) => (numberIn(text) === undefined ? undefined : text.trim().replaceAll(',', '')),
};

/** A cell's value as a form field shows it: dates as `2003-07-21` or `2003-01-20T21:00`, blank as `''`. */
export function cellText(kind: TermKind, value: CellValue, numbers: Numbers): string {
  if (isBlank(value)) return '';
  switch (kind) {
    case 'date':
    case 'moment': {
      if (typeof value !== 'number' || value < 1) return String(value);
      const text = formatMoment(value);
      if (kind === 'date') return text.slice(0, 10);
      return text.includes('T') ? text : `${text}T00:00`;
    }
    case 'ratio':
    case 'whole':
    case 'amount':
      return typeof value === 'number' ? numbers.plain(value) : shownNumbers(String(value), numbers);
    case 'text':
    case 'choice':
    case 'schedule':
    case 'price rule':
    case 'time zone':
    case 'locale':
    case 'election unit':
      return String(value);
  }
}

/**
 * What a person typed, as a cell keeps it; the serial numbers of dates count from 1900.
 *
 * @returns undefined for what the offer would read as another number than the locale writes, such as `1.5` in German
 */
export function cellEntry(kind: TermKind, text: string, numbers: Numbers): CellEntry | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return { value: '' };
  switch (kind) {
    case 'date':
    case 'moment': {
      const moment = momentIn(trimmed);
      if (moment === undefined) return { value: asText(trimmed) };
      // Midnight of a form field means the day: an offer without a time of day ends with its day.
      return { value: moment, format: Number.isInteger(moment) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm' };
    }
    case 'ratio':
      // A ratio has spellings of its own, 0.75 among them, which are the same everywhere.
      return {
        value:
          numbers.digits(trimmed) ?? trimmed.replace(WITH_SEPARATOR, (part) => numbers.digits(part) ?? part),
        format: '@',
      };
    case 'whole':
    case 'amount':
      return numbersEntry(trimmed, numbers);
    case 'text':
    case 'choice':
    case 'schedule':
    case 'price rule':
    case 'time zone':
    case 'locale':
    case 'election unit':
      return { value: asText(trimmed) };
  }
}

/** A number, several of them as a rule lists them (`3,01; 5`), or text, of which the offer says what is wrong with it. */
function numbersEntry(text: string, numbers: Numbers): CellEntry | undefined {
  const number = numbers.digits(text);
  if (number !== undefined) return { value: Number(number) };
  const parts = text.split(LIST);
  const digits = parts.map((part) => numbers.digits(part));
  if (digits.some((found, at) => found === undefined && numberIn(parts[at]) !== undefined)) return undefined;
  if (digits.includes(undefined)) return { value: asText(text) };
  return { value: asText(digits.join('; ')) };
}

/** What parts the values of a rule. */
const LIST = /\s*;\s*|\s+and\s+/i;

const WITH_SEPARATOR = /\d*(?:[.,]\d+)+/g;

/** Numbers in a text, which the offer reads with a point whatever the locale. */
const shownNumbers = (text: string, { plain }: Numbers): string =>
  text.replace(WITH_SEPARATOR, (part) =>
    numberIn(part) === undefined ? part : plain(part.replaceAll(',', '')),
  );

/** An apostrophe keeps what a person typed from being read as a formula, a date, or a number without its zeros. */
const asText = (text: string): string =>
  /^[=+\-@\d]/.test(text) && !/^(0|[1-9]\d*)$/.test(text) ? `'${text}` : text;

function momentIn(text: string): number | undefined {
  try {
    return parseMoment(text);
  } catch {
    return undefined;
  }
}
