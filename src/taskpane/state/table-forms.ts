/**
 * The forms over the offer's small tables (rules, ratios, events): each row with its cells, what each holds and how a
 * person may fill it. A cell with a formula of the analyst's own is shown and never overwritten. Pure.
 */
import { cellAddress } from '../../domain/basics/block.ts';
import { type CellValue, isBlank } from '../../domain/basics/cell.ts';
import type { Words } from '../../domain/basics/sentence.ts';
import { headerKey, sameWord } from '../../domain/basics/words.ts';
import { columnNamed, LEDGER_COLUMNS } from '../../domain/ledger/columns.ts';
import { DERIVED_FIELDS } from '../../domain/ledger/field.ts';
import type { OfferSource, OfferTableName } from '../../domain/offer/offer-source.ts';
import { type OfferTable, offerTable } from '../../domain/offer/offer-table.ts';
import { PART_WORDS } from '../../domain/offer/tables/ratio-rows.ts';
import { type TermKind, termNamed } from '../../domain/offer/terms/terms.ts';
import { INPUT_TABLES } from '../../workbook/terms/offer-tables.ts';
import { formulaIn } from '../../workbook/excel/read-cells.ts';
import { type CellLink, linkText, parseCellLink, type PlacedMessage } from './cell-link.ts';
import type { Snapshot } from './snapshot.ts';
import { since1900 } from './term-fields.ts';

export const FORM_TABLES = ['OfferRules', 'OfferRatios', 'OfferEvents'] as const;
export type FormTable = (typeof FORM_TABLES)[number];

export interface TableCell {
  readonly header: string;
  readonly kind: TermKind;
  /** Words to choose from; others are possible unless `isStrict`. */
  readonly choices: readonly string[];
  readonly isStrict: boolean;
  /** Undefined in a row that is yet to be. */
  readonly link: CellLink | undefined;
  /** Dates counted from 1900. */
  readonly value: CellValue;
  readonly formula: string | undefined;
  readonly problem: Words | undefined;
}

export interface TableRow {
  /** Offset in the table, its header row being 0. */
  readonly offset: number;
  readonly link: CellLink | undefined;
  readonly cells: readonly TableCell[];
  /** The cells' contents as they were read, so that a change made elsewhere meanwhile is not overwritten. */
  readonly contents: readonly CellValue[];
  readonly problem: Words | undefined;
}

export interface TableForm {
  readonly name: FormTable;
  readonly sheet: string;
  readonly rows: readonly TableRow[];
  /** A row to fill in. */
  readonly blank: readonly TableCell[];
}

/** Undefined where the workbook has no such table. */
export function tableForm(
  { source, offerFormulas }: Snapshot,
  name: FormTable,
  refusal: PlacedMessage | undefined,
): TableForm | undefined {
  const table = offerTable(source, name);
  if (table === undefined) return undefined;
  const formulas = offerFormulas.get(name);
  const headers = (table.block.values[0] ?? []).map((header) => String(header ?? '').trim());
  const row = (offset: number): TableRow => {
    const link = parseCellLink(cellAddress(table.block, offset, 0));
    const cells = headers.map((header, column) =>
      tableCell({ source, table, headers, header, column, offset, formulas, refusal }),
    );
    return {
      offset,
      link,
      cells,
      contents: headers.map(
        (_, column) => formulas?.[offset]?.[column] ?? table.block.values[offset]?.[column] ?? '',
      ),
      problem: cells.find(({ problem }) => problem !== undefined)?.problem,
    };
  };
  return {
    name,
    sheet: table.block.sheet,
    rows: table.rows.map(row),
    blank: headers.map((header, column) =>
      tableCell({ source, table, headers, header, column, offset: undefined, formulas, refusal }),
    ),
  };
}

interface CellPlace {
  readonly source: OfferSource;
  readonly table: OfferTable;
  readonly headers: readonly string[];
  readonly header: string;
  readonly column: number;
  /** Undefined in a row that is yet to be. */
  readonly offset: number | undefined;
  readonly formulas: readonly (readonly CellValue[])[] | undefined;
  readonly refusal: PlacedMessage | undefined;
}

function tableCell(place: CellPlace): TableCell {
  const { source, table, headers, header, column, offset, formulas, refusal } = place;
  const cells = offset === undefined ? [] : (table.block.values[offset] ?? []);
  const field =
    table.name === 'OfferRules' ? cells[headers.findIndex((own) => sameWord(own, 'Field'))] : header;
  const kind = cellKind(table.name, header, isBlank(field) ? '' : String(field));
  const declared = INPUT_TABLES.find(({ name }) => name === table.name)?.columns.find(
    ({ name }) => headerKey(name) === headerKey(header),
  );
  const added = declared === undefined ? ratioChoices(table.name, header) : undefined;
  const link = offset === undefined ? undefined : parseCellLink(cellAddress(table.block, offset, column));
  const formula = offset === undefined ? undefined : formulas?.[offset]?.[column];
  const isRefused =
    link !== undefined && refusal?.link !== undefined && linkText(refusal.link) === linkText(link);
  return {
    header,
    kind,
    choices: [...(declared?.choices ?? added ?? [])].concat(
      isRuleField(table.name, header) ? RULE_FIELDS : [],
    ),
    isStrict: declared?.choices !== undefined || (added !== undefined && kind === 'choice'),
    link,
    value: since1900(kind, cells[column], source.date1904) ?? '',
    formula: formulaIn(formula, cells[column]),
    problem: isRefused ? refusal.text : undefined,
  };
}

const isRuleField = (table: string, header: string): boolean =>
  table === 'OfferRules' && sameWord(header, 'Field');

/** What a rule may ask of; a ledger's own columns may be typed. */
const RULE_FIELDS = [...new Set([...LEDGER_COLUMNS.map(({ name }) => name), ...DERIVED_FIELDS])];

/**
 * What the cells of a column hold.
 *
 * @param field what a rule asks of, since its Value holds the like
 */
export function cellKind(table: OfferTableName, header: string, field: string): TermKind {
  if (table === 'OfferRules') return sameWord(header, 'Value') ? kindOfField(field) : 'text';
  const key = headerKey(header);
  if (table === 'OfferEvents') return key === 'date' ? 'date' : EVENT_WORDS.has(key) ? 'text' : 'amount';
  if (key === 'newperold' || key === 'oldpernew') return 'ratio';
  if (key in RATIO_WORDS) return 'choice';
  const term = termNamed(header);
  if (term?.byRow === true) return term.kind;
  return kindOfField(header.replace(/\s+(from|to)$/i, ''));
}

/** The words that a column of OfferRatios takes which is no term and no criterion. */
const RATIO_WORDS: Readonly<Record<string, readonly string[]>> = { and: ['Yes', 'No'], portion: PART_WORDS };

/** The words that a cell of OfferRatios may hold under a column that somebody has added. */
function ratioChoices(table: OfferTableName, header: string): readonly string[] | undefined {
  if (table !== 'OfferRatios') return undefined;
  const term = termNamed(header);
  return RATIO_WORDS[headerKey(header)] ?? (term?.byRow === true ? term.choices : undefined);
}

const EVENT_WORDS = new Set(['event', 'rounding']);

function kindOfField(field: string): TermKind {
  const key = headerKey(field);
  if (key === 'closingprice' || key === 'remainingterm' || key === 'grantage') return 'amount';
  switch (columnNamed(field)?.content) {
    case 'date':
      return 'date';
    case 'price':
    case 'count':
      return 'amount';
    default:
      return 'text';
  }
}
