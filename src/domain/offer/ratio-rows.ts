/**
 * The table OfferRatios: criteria columns that say for which grants a row is, then the ratio and, if the row has its
 * own, award, schedule and term. Compiled once for the ledger's headers; the first matching row wins.
 */
import { type CellValue, isBlank, numberIn, readWhole, show } from '../basics/cell.ts';
import type { Day } from '../basics/day.ts';
import { badNumber, badValue } from '../basics/error.ts';
import { inSequence, say, type SentenceValue, type Words } from '../basics/sentence.ts';
import { Fraction } from '../basics/fraction.ts';
import { headerKey } from '../basics/words.ts';
import { type CompiledTest, parseOperator, shownValue } from '../eligibility/operator.ts';
import { dayIn, type Field, fieldOf, type Row } from '../ledger/field.ts';
import type { HeaderMap } from '../ledger/header-map.ts';
import { parseRatio } from '../exchange/ratio.ts';
import { type Allocation, parseAllocation } from '../vesting/allocation.ts';
import { type Award, readAward, readSchedule, type VestingTerms } from './award.ts';
import { atCell, isDateFormat, placed, type OfferTable } from './offer-table.ts';
import { cellAddress } from '../basics/block.ts';

export interface RatioRow {
  /** The row's criteria in words, for the summary. */
  readonly label: Words;
  /** Offset of the row in the table's block. */
  readonly row: number;
  readonly ratio: Fraction;
  readonly award: Award | undefined;
  readonly vesting: VestingTerms | undefined;
  readonly allocation: Allocation | undefined;
  readonly termMonths: number | undefined;
  /** Whether the row can only match once the new exercise price is known. */
  readonly needsClosingPrice: boolean;
  /** @param closingPrice the new exercise price; undefined while it is not known */
  readonly matches: (grant: Row, closingPrice: number | undefined) => boolean;
}

const OUTPUTS = [
  'New per Old',
  'Old per New',
  'Award',
  'Cash per Option',
  'Vesting Schedule',
  'Allocation',
  'Term Months',
] as const;
type Output = (typeof OUTPUTS)[number];
/** Columns in which an analyst labels the rows; they decide nothing. */
const REMARKS = new Set(['note', 'notes', 'comment', 'comments', 'label', 'tier']);

/** What a ratio is for that every grant gets. */
export const ALL_GRANTS = say`All grants`;

/** A criteria column: the field that it reads and how its cells are compared. */
interface CriterionColumn {
  readonly offset: number;
  readonly header: string;
  readonly operator: '>=' | '<=' | 'in';
  /** Undefined for the new exercise price, which no ledger row holds. */
  readonly field: Field | undefined;
}

/**
 * Compiles the table.
 *
 * @param asOf the day for Remaining Term and Grant Age
 * @throws RegrantError a column that is no criterion, a criterion or ratio that cannot be read
 */
export function compileRatioRows(table: OfferTable, map: HeaderMap, asOf: Day): readonly RatioRow[] {
  const header = (table.block.values[0] ?? []).map((cell) => (isBlank(cell) ? '' : String(cell).trim()));
  const outputs = new Map<Output, number>();
  const criteria: CriterionColumn[] = [];
  header.forEach((text, offset) => {
    const output = OUTPUTS.find((name) => headerKey(name) === headerKey(text));
    if (output !== undefined) outputs.set(output, offset);
    else if (text !== '' && !REMARKS.has(headerKey(text)))
      criteria.push(atCell(table, 0, offset, () => criterionColumn(text, offset, map, asOf)));
  });
  if (!outputs.has('New per Old') && !outputs.has('Old per New'))
    throw badValue(
      say`Table OfferRatios on sheet "${table.block.sheet}" needs a column New per Old or Old per New.`,
    );
  return table.rows.map((row) => compileRow(table, row, criteria, outputs));
}

function criterionColumn(text: string, offset: number, map: HeaderMap, asOf: Day): CriterionColumn {
  if (headerKey(text) === 'portion')
    throw badValue(say`the criterion Portion is not supported by this version of Regrant.`);
  const bound = /^(.*\S)\s+(from|to)$/i.exec(text);
  const isOwnHeader = map.headers.some((own) => headerKey(own) === headerKey(text));
  const name = bound === null || isOwnHeader ? text : (bound[1] ?? '');
  const operator = bound === null || isOwnHeader ? 'in' : bound[2]?.toLowerCase() === 'from' ? '>=' : '<=';
  const isClosingPrice = headerKey(name) === 'closingprice';
  return { offset, header: text, operator, field: isClosingPrice ? undefined : fieldOf(map, name, asOf) };
}

interface Criterion {
  readonly test: CompiledTest;
  readonly field: Field | undefined;
}

function compileRow(
  table: OfferTable,
  row: number,
  columns: readonly CriterionColumn[],
  outputs: ReadonlyMap<Output, number>,
): RatioRow {
  const cells = table.block.values[row] ?? [];
  const read = <T>(output: Output, reader: (value: CellValue) => T): T | undefined => {
    const offset = outputs.get(output);
    if (offset === undefined || isBlank(cells[offset])) return undefined;
    return atCell(table, row, offset, () => reader(cells[offset]));
  };
  refuseCrossedBounds(table, row, columns);
  const criteria = columns
    .filter(({ offset }) => !isBlank(cells[offset]))
    .map(({ offset, operator, field, header }): Criterion => {
      const about = { field: header, isDate: field?.content === 'date' };
      return {
        field,
        test: atCell(table, row, offset, () => parseOperator(operator, header).compile(cells[offset], about)),
      };
    });
  return {
    label: rowLabel(columns, cells),
    row,
    ratio: rowRatio(table, row, outputs, read),
    award: read('Award', (value) => readAward(value, 'Award')),
    vesting: read('Vesting Schedule', (value) => readSchedule(String(value))),
    allocation: read('Allocation', (value) => parseAllocation(String(value))),
    termMonths: read('Term Months', (value) => readWhole(value, 'Term Months', 1, 1200)),
    needsClosingPrice: criteria.some(({ field }) => field === undefined),
    matches: (grant, closingPrice) =>
      criteria.every(
        ({ test, field }) => test.judge(field === undefined ? closingPrice : field.read(grant)) === 'passes',
      ),
  };
}

/** @throws RegrantError a To column below its From column: the row could never match */
function refuseCrossedBounds(table: OfferTable, row: number, columns: readonly CriterionColumn[]): void {
  const cells = table.block.values[row] ?? [];
  const base = (header: string): string => headerKey(header.replace(/\s+(from|to)$/i, ''));
  for (const to of columns.filter(({ operator }) => operator === '<=')) {
    const from = columns.find(
      ({ operator, header }) => operator === '>=' && base(header) === base(to.header),
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
  outputs: ReadonlyMap<Output, number>,
  read: <T>(output: Output, reader: (value: CellValue) => T) => T | undefined,
): Fraction {
  for (const output of ['New per Old', 'Old per New'] as const) {
    const offset = outputs.get(output);
    const format = offset === undefined ? '' : (table.block.numberFormats?.[row]?.[offset] ?? 'General');
    if (offset !== undefined && typeof table.block.values[row]?.[offset] === 'number' && isDateFormat(format))
      throw badValue(
        placed(
          cellAddress(table.block, row, offset),
          say`${output} was turned into a date or a time by Excel; type it as a number, such as 0.75.`,
        ),
      );
  }
  const newPerOld = read('New per Old', (value) => parseRatio(value, 'New per Old'));
  const oldPerNew = read('Old per New', (value) => Fraction.ONE.dividedBy(count(value, 'Old per New')));
  if (newPerOld !== undefined && oldPerNew !== undefined)
    throw badValue(
      placed(
        cellAddress(table.block, row, 0),
        say`the row of OfferRatios has both New per Old and Old per New: leave one of them.`,
      ),
    );
  const ratio = newPerOld ?? oldPerNew;
  if (ratio !== undefined) return ratio;
  throw badValue(
    placed(
      cellAddress(table.block, row, outputs.get('New per Old') ?? outputs.get('Old per New') ?? 0),
      say`the row of OfferRatios has no ratio.`,
    ),
  );
}

function count(value: CellValue, name: string): Fraction {
  const number = numberIn(value);
  if (number === undefined) throw badValue(say`${name} must be a number, such as 3.5, not ${show(value)}.`);
  if (number <= 0) throw badNumber(say`${name} must be above zero, and is ${number}.`);
  return Fraction.ofNumber(number);
}

/** `Exercise Price 12 to 18, Plan 2000 Plan`, or `All grants`. */
function rowLabel(columns: readonly CriterionColumn[], cells: Row): Words {
  const parts: Words[] = [];
  let open: { readonly name: string; readonly from: SentenceValue } | undefined;
  for (const { header, offset, operator, field } of columns) {
    if (isBlank(cells[offset])) continue;
    const value = shownValue(cells[offset], { field: header, isDate: field?.content === 'date' });
    const name = operator === 'in' ? header : header.replace(/\s+(from|to)$/i, '');
    if (operator === '<=' && open?.name === name)
      parts[parts.length - 1] = say`${name} ${open.from} to ${value}`;
    else if (operator === '>=') parts.push(say`${name} from ${value}`);
    else if (operator === '<=') parts.push(say`${name} up to ${value}`);
    else parts.push(say`${name} ${value}`);
    open = operator === '>=' ? { name, from: value } : undefined;
  }
  return parts.length === 0 ? ALL_GRANTS : inSequence(parts, ', ');
}
