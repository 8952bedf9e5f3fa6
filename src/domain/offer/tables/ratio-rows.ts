/**
 * The table OfferRatios: criteria columns that say for which grants a row is, then the ratio and any terms of the row's
 * own. Compiled once for the ledger's headers; the first matching row wins, rows marked And add further awards.
 */
import { cellAddress } from '../../basics/block.ts';
import { type CellValue, isBlank, numberIn, show } from '../../basics/cell.ts';
import { badNumber, badValue } from '../../basics/error.ts';
import { Fraction } from '../../basics/fraction.ts';
import { isDateFormat } from '../../basics/number-format.ts';
import type { Problems } from '../../basics/problems.ts';
import { inSequence, say, type SentenceValue, type Words } from '../../basics/sentence.ts';
import { headerKey, sameWord } from '../../basics/words.ts';
import type { FieldNamed } from '../../eligibility/condition.ts';
import { type CompiledTest, parseOperator, shownValue } from '../../eligibility/operator.ts';
import { parseRatio } from '../../exchange/ratio.ts';
import { columnNamed } from '../../ledger/columns.ts';
import { dayIn, type Field, type Row } from '../../ledger/field.ts';
import type { HeaderMap } from '../../ledger/header-map.ts';
import { type AwardTerms, readAwardTerms, readSetting, type TermReader } from '../terms/award-terms.ts';
import { atCell, type OfferTable, placed } from '../offer-table.ts';
import type { Setting } from '../terms/setting.ts';
import { isPersonal } from './personal-columns.ts';
import { termNamed } from '../terms/terms.ts';

export const PART_WORDS = ['Vested', 'Unvested'] as const;
export type PartName = (typeof PART_WORDS)[number];

/** What a row of OfferRatios is compared with, beside the grant's own row. */
export interface RatioContext {
  /** The election's choice. */
  readonly choice: string;
  /** Undefined while it is not known. */
  readonly closingPrice: number | undefined;
}

export interface RatioRow {
  /** The row's criteria in words, for the summary. */
  readonly label: Words;
  /** Offset of the row in the table's block. */
  readonly row: number;
  /** 1 for the first row under the header. */
  readonly number: number;
  /** Adds a further award, and does not compete. */
  readonly isFurther: boolean;
  readonly portion: PartName | undefined;
  /** Undefined where the row gives no shares by a ratio. */
  readonly ratio: Setting<Fraction> | undefined;
  readonly terms: AwardTerms;
  /** Whether the row compares the closing price. */
  readonly needsClosingPrice: boolean;
  /** Its criteria but Portion; while the closing price is not known, those about it are passed over. */
  readonly matches: (grant: Row, context: RatioContext) => boolean;
  /** The criteria as intervals, for the search for gaps and hidden rows. */
  readonly criteria: readonly Criterion[];
}

/** What a ratio is for that every grant gets. */
export const ALL_GRANTS = say`All grants`;

/** A criteria column: the field that it reads and how its cells are compared. */
interface CriterionColumn {
  readonly offset: number;
  readonly header: string;
  /** The header without From or To. */
  readonly name: string;
  readonly operator: '>=' | '<=' | 'in';
  readonly source: 'ledger' | 'closing price' | 'choice';
  readonly field: Field | undefined;
}

export interface Criterion {
  readonly column: string;
  readonly operator: CriterionColumn['operator'];
  readonly value: CellValue;
  readonly test: CompiledTest;
  readonly field: Field | undefined;
  readonly source: CriterionColumn['source'];
}

const RATIO_COLUMNS = ['New per Old', 'Old per New'] as const;
type RatioColumn = (typeof RATIO_COLUMNS)[number];

/** Where the columns of the table are. */
interface Columns {
  readonly criteria: readonly CriterionColumn[];
  readonly ratios: ReadonlyMap<RatioColumn, number>;
  readonly terms: ReadonlyMap<string, number>;
  readonly and: number;
  readonly portion: number;
}

/**
 * Compiles the table; what cannot be read is added to the problems.
 *
 * @param map the ledger's headers
 * @param fieldNamed finds a field of the ledger or of the run
 */
export function compileRatioRows(
  table: OfferTable,
  map: HeaderMap,
  fieldNamed: FieldNamed,
  problems: Problems,
): readonly RatioRow[] {
  const columns = columnsOf(table, map, fieldNamed, problems);
  return table.rows.flatMap((row, index) => {
    const compiled = problems.try(() => compileRow(table, row, index + 1, columns, fieldNamed, problems));
    return compiled === undefined ? [] : [compiled];
  });
}

function columnsOf(table: OfferTable, map: HeaderMap, fieldNamed: FieldNamed, problems: Problems): Columns {
  const ratios = new Map<RatioColumn, number>();
  const terms = new Map<string, number>();
  const criteria: CriterionColumn[] = [];
  let [and, portion] = [-1, -1];
  (table.block.values[0] ?? []).forEach((cell, offset) => {
    const text = isBlank(cell) ? '' : String(cell).trim();
    if (text === '') return;
    const key = headerKey(text);
    const ratio = RATIO_COLUMNS.find((name) => headerKey(name) === key);
    const term = termNamed(text);
    if (ratio !== undefined) ratios.set(ratio, offset);
    else if (key === 'and') and = offset;
    else if (key === 'portion') portion = offset;
    else if (term?.byRow === true) terms.set(term.name, offset);
    else if (term !== undefined && !isOwnHeader(map, text))
      problems.add(
        placed(
          cellAddress(table.block, 0, offset),
          say`${term.name} holds for the whole offer and cannot be a column of OfferRatios: set it in OfferTerms.`,
        ),
      );
    else if (!isPersonal(text)) {
      const criterion = problems.try(() =>
        atCell(table, 0, offset, () => criterionColumn(text, offset, map, fieldNamed)),
      );
      if (criterion !== undefined) criteria.push(criterion);
    }
  });
  return { criteria, ratios, terms, and, portion };
}

/** Whether the ledger has a column of that name: then a term of the same name is a criterion. */
function isOwnHeader(map: HeaderMap, text: string): boolean {
  const column = columnNamed(text);
  return (
    (column !== undefined && map.offsets.has(column.name)) ||
    map.headers.some((header) => headerKey(header) === headerKey(text))
  );
}

function criterionColumn(
  text: string,
  offset: number,
  map: HeaderMap,
  fieldNamed: FieldNamed,
): CriterionColumn {
  const bound = /^(.*\S)\s+(from|to)$/i.exec(text);
  const isHeader = map.headers.some((own) => headerKey(own) === headerKey(text));
  const name = bound === null || isHeader ? text : (bound[1] ?? '');
  const operator = bound === null || isHeader ? 'in' : bound[2]?.toLowerCase() === 'from' ? '>=' : '<=';
  const key = headerKey(name);
  const source =
    key === 'closingprice'
      ? 'closing price'
      : key === 'choice' && !map.headers.some((own) => headerKey(own) === 'choice')
        ? 'choice'
        : 'ledger';
  return {
    offset,
    header: text,
    name,
    operator,
    source,
    field: source === 'ledger' ? fieldNamed(name) : undefined,
  };
}

function compileRow(
  table: OfferTable,
  row: number,
  number: number,
  columns: Columns,
  fieldNamed: FieldNamed,
  problems: Problems,
): RatioRow {
  const cells = table.block.values[row] ?? [];
  const read: TermReader = (name, reader) => {
    const offset = columns.terms.get(name);
    if (offset === undefined || isBlank(cells[offset])) return undefined;
    return problems.try(() =>
      atCell(table, row, offset, () => readSetting(cells[offset], name, reader, fieldNamed)),
    );
  };
  problems.try(() => refuseCrossedBounds(table, row, columns.criteria));
  const criteria = columns.criteria
    .filter(({ offset }) => !isBlank(cells[offset]))
    .flatMap(({ offset, operator, field, header, name, source }): Criterion[] => {
      const about = {
        field: header,
        isDate: field?.content === 'date',
        isPercent: field?.isPercent === true,
      };
      const test = problems.try(() =>
        atCell(table, row, offset, () => parseOperator(operator, header).compile(cells[offset], about)),
      );
      return test === undefined
        ? []
        : [{ column: name, operator, value: cells[offset], test, field, source }];
    });
  const portion =
    columns.portion < 0 || isBlank(cells[columns.portion])
      ? undefined
      : problems.try(() =>
          atCell(table, row, columns.portion, () => readPortion(cells[columns.portion], 'Portion')),
        );
  return {
    label: rowLabel(columns, cells),
    row,
    number,
    isFurther:
      columns.and >= 0 &&
      problems.try(() => atCell(table, row, columns.and, () => readYes(cells[columns.and], 'And'))) === true,
    portion,
    ratio: problems.try(() => rowRatio(table, row, columns.ratios, fieldNamed)),
    terms: readAwardTerms(read),
    needsClosingPrice: criteria.some(({ source }) => source === 'closing price'),
    criteria,
    matches: (grant, { choice, closingPrice }) =>
      criteria.every(({ test, field, source }) => {
        if (source === 'closing price')
          return closingPrice === undefined || test.judge(closingPrice) === 'passes';
        return test.judge(source === 'choice' ? choice : field?.read(grant)) === 'passes';
      }),
  };
}

/** @throws RegrantError neither Vested nor Unvested */
export function readPortion(value: CellValue, name: string): PartName {
  for (const part of PART_WORDS) if (sameWord(part, String(value))) return part;
  throw badValue(say`${name} must be Vested or Unvested, not ${show(value)}.`);
}

function readYes(value: CellValue, name: string): boolean {
  if (isBlank(value) || value === false) return false;
  if (value === true || sameWord(String(value), 'Yes')) return true;
  if (sameWord(String(value), 'No')) return false;
  throw badValue(say`${name} must be Yes or blank, not ${show(value)}.`);
}

/** @throws RegrantError a To column below its From column: the row could never match */
function refuseCrossedBounds(table: OfferTable, row: number, columns: readonly CriterionColumn[]): void {
  const cells = table.block.values[row] ?? [];
  for (const to of columns.filter(({ operator }) => operator === '<=')) {
    const from = columns.find(
      ({ operator, name }) => operator === '>=' && headerKey(name) === headerKey(to.name),
    );
    if (from === undefined) continue;
    const [low, high] = [from, to].map(({ offset }) => numberIn(cells[offset]) ?? dayIn(cells[offset]));
    if (low !== undefined && high !== undefined && low > high)
      throw badValue(
        placed(
          cellAddress(table.block, row, to.offset),
          say`${to.header} is below ${from.header}, so that no grant can match the row.`,
        ),
      );
  }
}

function rowRatio(
  table: OfferTable,
  row: number,
  ratios: ReadonlyMap<RatioColumn, number>,
  fieldNamed: FieldNamed,
): Setting<Fraction> | undefined {
  const cells = table.block.values[row] ?? [];
  const given = RATIO_COLUMNS.flatMap((name) => {
    const offset = ratios.get(name);
    return offset === undefined || isBlank(cells[offset]) ? [] : [{ name, offset }];
  });
  if (given.length > 1)
    throw badValue(
      placed(
        cellAddress(table.block, row, 0),
        say`the row of OfferRatios has both New per Old and Old per New: leave one of them.`,
      ),
    );
  const [only] = given;
  if (only === undefined) return undefined;
  const { name, offset } = only;
  const format = table.block.numberFormats?.[row]?.[offset] ?? 'General';
  if (typeof cells[offset] === 'number' && isDateFormat(format))
    throw badValue(
      placed(
        cellAddress(table.block, row, offset),
        say`${name} was turned into a date or a time by Excel; type it as a number, such as 0.75.`,
      ),
    );
  return atCell(table, row, offset, () =>
    readSetting(cells[offset], name, name === 'New per Old' ? parseRatio : oldPerNew, fieldNamed),
  );
}

function oldPerNew(value: CellValue, name: string): Fraction {
  const number = numberIn(value);
  if (number === undefined) {
    // Text such as "3 old for 2 new" says both sides itself.
    if (typeof value === 'string' && /[a-z:]/i.test(value)) return parseRatio(value, name);
    throw badValue(say`${name} must be a number, such as 3.5, not ${show(value)}.`);
  }
  if (number <= 0) throw badNumber(say`${name} must be above zero, and is ${number}.`);
  return Fraction.ONE.dividedBy(Fraction.ofNumber(number));
}

/** `Exercise Price 12 to 18, Plan 2000 Plan`, or `All grants`. */
function rowLabel({ criteria, portion }: Columns, cells: Row): Words {
  const parts: Words[] = [];
  let open: { readonly name: string; readonly from: SentenceValue } | undefined;
  for (const { name, offset, operator, field } of criteria) {
    if (isBlank(cells[offset])) continue;
    const value = shownValue(cells[offset], { field: name, isDate: field?.content === 'date' });
    if (operator === '<=' && open?.name === name)
      parts[parts.length - 1] = say`${name} ${open.from} to ${value}`;
    else if (operator === '>=') parts.push(say`${name} from ${value}`);
    else if (operator === '<=') parts.push(say`${name} up to ${value}`);
    else parts.push(say`${name} ${value}`);
    open = operator === '>=' ? { name, from: value } : undefined;
  }
  if (portion >= 0 && !isBlank(cells[portion])) parts.push(String(cells[portion]).trim());
  return parts.length === 0 ? ALL_GRANTS : inSequence(parts, ', ');
}
