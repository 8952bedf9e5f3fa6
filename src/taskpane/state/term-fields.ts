/**
 * The form over OfferTerms: each declared term with the cell that holds it and what is in it. A cell with a formula of
 * the analyst's own is shown and never overwritten. Pure.
 */
import { cellAddress } from '../../domain/basics/block.ts';
import { type CellValue, isBlank, numberIn } from '../../domain/basics/cell.ts';
import { formatMoment, parseMoment } from '../../domain/basics/day.ts';
import type { Words } from '../../domain/basics/sentence.ts';
import { headerKey } from '../../domain/basics/words.ts';
import { columnOffset, from1904, offerTable } from '../../domain/offer/offer-table.ts';
import { type Term, type TermKind, TERMS } from '../../domain/offer/terms.ts';
import type { CellEntry } from '../../workbook/write-terms.ts';
import { type CellLink, linkText, parseCellLink, type PlacedMessage } from './cell-link.ts';
import type { Snapshot } from './snapshot.ts';

export interface TermField {
  readonly term: Term;
  readonly link: CellLink | undefined;
  /** As a form field shows it: dates as `2003-07-21` or `2003-01-20T21:00`, blank as `''`. */
  readonly text: string;
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
    'Commencement Date',
    'Expiration Date',
    'Cancellation Date',
    'New Grant Date',
  ],
  award: ['Award', 'Ratio', 'Rounding', 'New Plan', 'New Grant Type', 'Term Months', 'Term Rule'],
  price: ['Exercise Price Rule', 'Missing Price', 'Price Decimals'],
  vesting: ['Vesting Schedule', 'Allocation', 'Service Required Through'],
  elections: ['Election Unit', 'Look-back From', 'Look-back Ratio', 'As Of'],
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
      return { term, link: undefined, text: '', content: '', formula: undefined, problem: undefined };
    const link = parseCellLink(cellAddress(block, row, valueAt));
    const formula = formulas?.[row]?.[valueAt];
    const isHere =
      link !== undefined && refusal?.link !== undefined && linkText(refusal.link) === linkText(link);
    return {
      term,
      link,
      text: cellText(term.kind, block.values[row]?.[valueAt], source.date1904),
      content: formula ?? '',
      formula: typeof formula === 'string' && formula.startsWith('=') ? formula : undefined,
      problem: isHere ? refusal.text : undefined,
    };
  });
}

/** A cell's value as a form field shows it. */
export function cellText(kind: TermKind, value: CellValue, date1904: boolean): string {
  if (isBlank(value)) return '';
  const isDate = kind === 'date' || kind === 'moment';
  if (!isDate) return String(value);
  const moment = date1904 ? from1904(value) : value;
  if (typeof moment === 'number' && moment >= 1) {
    const text = formatMoment(moment);
    return kind === 'moment' && !text.includes('T')
      ? `${text}T00:00`
      : kind === 'date'
        ? text.slice(0, 10)
        : text;
  }
  return String(value);
}

/** What a person typed, as a cell keeps it; the serial numbers of dates count from 1900. */
export function cellEntry(kind: TermKind, text: string): CellEntry {
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
      return { value: trimmed, format: '@' };
    case 'whole':
    case 'amount':
      return { value: numberIn(trimmed) ?? asText(trimmed) };
    case 'text':
    case 'choice':
    case 'schedule':
    case 'price rule':
      return { value: asText(trimmed) };
  }
}

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
