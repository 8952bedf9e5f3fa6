/** How the results look: number formats, widths and colours by what a column holds. Pure data; it knows no Office. */
import type { CellValue } from '../../domain/basics/cell.ts';
import type { ColumnKind } from '../../domain/offer/results/result-tables.ts';

export const TEXT_FORMAT = '@';
export const GENERAL_FORMAT = 'General';

/** Dates are written year first: no office reads 03/07/2003 as another office does. */
const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: TEXT_FORMAT,
  id: GENERAL_FORMAT,
  note: GENERAL_FORMAT,
  date: 'yyyy-mm-dd',
  price: '#,##0.00####',
  shares: '#,##0',
  ratio: '0.00########',
  money: '#,##0.00',
  row: '0',
  fraction: '0.00%',
};

/** In characters of the default font. */
const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 15,
  id: 13,
  note: 44,
  date: 13,
  price: 13,
  shares: 14,
  ratio: 12,
  money: 14,
  row: 8,
  fraction: 12,
};

const NAMES_WIDTH = 24;
const MEASURES_WIDTH = 34;
/** `2003-01-20T21:00:00Z` */
const TIME_WIDTH = 22;

export const columnFormat = (kind: ColumnKind): string => FORMATS[kind];

export const columnWidth = (name: string, kind: ColumnKind): number =>
  pointsOf(WIDTHS_BY_NAME[name] ?? (name.endsWith(' Name') ? NAMES_WIDTH : WIDTHS[kind]));

const WIDTHS_BY_NAME: Readonly<Record<string, number>> = { Measure: MEASURES_WIDTH, Time: TIME_WIDTH };

/** Headers may take two lines: a date's column is narrower than its name. */
export const HEADER_HEIGHT = 32;

/** Office.js measures a column in points; a character of the default font is 7 pixels of 0.75 points. */
const pointsOf = (characters: number): number => (characters * 7 + 5) * 0.75;

/** Whether the column's texts should wrap instead of running out of sight. */
export const isWrapped = (kind: ColumnKind): boolean => kind === 'note';

export const isText = (kind: ColumnKind): boolean => kind === 'text' || kind === 'id' || kind === 'note';

/** An id keeps its type: text, which may have leading zeros, stays text, and a number a number. */
export const idFormat = (value: CellValue): string =>
  typeof value === 'string' && value !== '' ? TEXT_FORMAT : GENERAL_FORMAT;

export const HEADER_FILL = '#1F3864';
export const HEADER_FONT = '#FFFFFF';
export const TABLE_STYLE = 'TableStyleLight1';
/** The colour of cells that a person fills in, as finance analysts have it. */
export const INPUT_FONT = '#0000FF';
export const NOTE_FONT = '#595959';
