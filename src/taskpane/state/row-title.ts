/** How a row of the offer's tables reads on one line, in the contract's own words. Pure. */
import { type CellValue, type Grid, isBlank } from '../../domain/basics/cell.ts';
import { headerKey } from '../../domain/basics/words.ts';
import { isPersonal } from '../../domain/offer/tables/personal-columns.ts';
import { termNamed } from '../../domain/offer/terms/terms.ts';
import type { Format } from '../strings/format.ts';
import { ratioGives, ratioSentence, type RatioWords } from './ratio-sentence.ts';
import { cellKind, type FormTable, type TableCell } from './table-forms.ts';
import { cellText } from './term-fields.ts';

/** What a title needs to know of a cell. */
type TitleCell = Pick<TableCell, 'header' | 'kind' | 'value'>;

export interface RowTitle {
  readonly title: string;
  readonly note: string;
}

export function rowTitle(
  table: FormTable,
  { cells }: { readonly cells: readonly TitleCell[] },
  format: Format,
): RowTitle {
  const shown = (header: string): string => {
    const cell = cells.find((one) => headerKey(one.header) === headerKey(header));
    return cell === undefined ? '' : shownCell(cell, format);
  };
  switch (table) {
    case 'OfferRules':
      return {
        title: joined([shown('Field'), shown('Operator'), shown('Value')], ' '),
        note: joined([labelled('Where', shown('Where')), shown('Reason')], ' · '),
      };
    case 'OfferEvents':
      return {
        title: joined([shown('Date'), shown('Event')], ' '),
        note: joined(
          cells
            .filter(({ header }) => !['date', 'event'].includes(headerKey(header)))
            .map((cell) => labelled(cell.header, shownCell(cell, format))),
          ', ',
        ),
      };
    case 'OfferRatios':
      return {
        title: joined(criteria(cells, format), ', '),
        note: joined(
          cells
            .filter(({ header }) => isOutput(header))
            .map((cell) => labelled(cell.header, shownCell(cell, format))),
          ', ',
        ),
      };
  }
}

/** Ratios that are in no table yet: a header and its rows, as an example of an offer has them. */
export function ratioTitles([headers = [], ...rows]: Grid, format: Format): readonly RowTitle[] {
  return rows.map((row) => {
    const cells = headers.map((name, at): TitleCell => {
      const header = String(name);
      return { header, kind: cellKind('OfferRatios', header, ''), value: row[at] ?? '' };
    });
    return rowTitle('OfferRatios', { cells }, format);
  });
}

/** Whether a column says what a matching grant gets, and not which grants match. */
const isOutput = (header: string): boolean =>
  OUTPUTS.has(headerKey(header)) || termNamed(header)?.byRow === true;

const OUTPUTS = new Set(['newperold', 'oldpernew', 'and']);

/** A row of OfferRatios in a plain sentence; undefined where none says it easily. */
export function ratioRowTitle(
  cells: readonly TitleCell[],
  words: RatioWords,
  format: Format,
): RowTitle | undefined {
  const title = ratioSentence(cells, joined(criteria(cells, format), ', '), words, format);
  if (title === undefined) return undefined;
  const said = new Set([
    ...OUTPUTS,
    'award',
    ...(ratioGives(cells)?.kind === 'cash' ? ['cashperoption'] : []),
  ]);
  const others = cells.filter(({ header }) => isOutput(header) && !said.has(headerKey(header)));
  return {
    title,
    note: joined(
      others.map((cell) => labelled(cell.header, shownCell(cell, format))),
      ', ',
    ),
  };
}

/** `Exercise Price 25.00 – 39.99` for the two columns of a range. */
function criteria(cells: readonly TitleCell[], format: Format): readonly string[] {
  const fields = new Map<string, { from: string; to: string; is: string }>();
  for (const cell of cells) {
    if (isOutput(cell.header) || isPersonal(cell.header)) continue;
    const [, field = cell.header, side] = /^(.*?)(?:\s+(from|to))?$/i.exec(cell.header) ?? [];
    const range = fields.get(field) ?? { from: '', to: '', is: '' };
    range[side === undefined ? 'is' : /^from$/i.test(side) ? 'from' : 'to'] = shownCell(cell, format);
    fields.set(field, range);
  }
  return [...fields].map(([field, { from, to, is }]) => {
    const bounds =
      from === '' && to === '' ? '' : from === '' ? `≤ ${to}` : to === '' ? `≥ ${from}` : `${from} – ${to}`;
    return labelled(field, joined([is, bounds], ' '));
  });
}

const labelled = (label: string, value: string): string => (value === '' ? '' : `${label} ${value}`);
const joined = (parts: readonly string[], separator: string): string =>
  parts.filter((part) => part !== '').join(separator);

/** A cell's value for people to read. */
export function shownCell({ kind, value }: Pick<TitleCell, 'kind' | 'value'>, format: Format): string {
  if (isBlank(value)) return '';
  if (kind === 'amount' && typeof value === 'number') return format.price(value);
  if (kind === 'moment' && isDay(value)) return format.moment(value);
  return kind === 'date' && isDay(value) ? format.day(value) : cellText(kind, value, format);
}

const isDay = (value: CellValue): value is number => typeof value === 'number' && value >= 1;
