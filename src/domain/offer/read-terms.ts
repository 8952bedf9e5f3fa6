/** Reads the table OfferTerms into the terms of one offer; what is wrong is said with the cell it is in. */
import { cellAddress } from '../basics/block.ts';
import {
  type CellValue,
  isBlank,
  isErrorCell,
  readAmount,
  readDay,
  readExpiration,
  readWhole,
  show,
} from '../basics/cell.ts';
import { type Day, dated } from '../basics/day.ts';
import { badValue } from '../basics/error.ts';
import { anyOf, say, type Sentence, type Words } from '../basics/sentence.ts';
import type { Fraction } from '../basics/fraction.ts';
import { parseRounding, type Rounding } from '../basics/rounding.ts';
import { headerKey, nearestWord, sameWord } from '../basics/words.ts';
import { regrantDate } from '../calendar/regrant-date.ts';
import { parseRatio } from '../exchange/ratio.ts';
import { type MissingPrice, parseMissingPrice } from '../price/exercise-price.ts';
import { parsePriceRule, type PriceRule } from '../price/price-rule.ts';
import { type Allocation, parseAllocation } from '../vesting/allocation.ts';
import { atCell, from1904, isDateFormat, neededColumn, type OfferTable, placed } from './offer-table.ts';
import { type Award, readSchedule, type VestingTerms } from './award.ts';
import { type Term, TERMS } from './terms.ts';

/** The terms of an offer with every default filled in. Days are serial numbers of the 1900 system. */
export interface OfferTerms {
  readonly commencement: Day | undefined;
  /** The last moment at which an election counts. */
  readonly expiration: number;
  readonly expirationDay: Day;
  readonly cancellation: Day;
  readonly newGrant: Day;
  readonly serviceThrough: Day;
  readonly asOf: Day;
  readonly newPlan: string;
  readonly newGrantType: string;
  readonly award: Award;
  readonly ratio: Fraction | undefined;
  readonly rounding: Rounding;
  readonly priceRule: PriceRule;
  readonly missingPrice: MissingPrice;
  readonly priceDecimals: number | undefined;
  readonly vesting: VestingTerms | undefined;
  readonly allocation: Allocation;
  readonly termMonths: number;
  readonly termRule: 'fixed' | 'remaining' | 'longer';
  readonly electionUnit: 'Grant' | 'Holder';
  readonly lookBackFrom: Day | undefined;
  readonly lookBackRatio: Fraction | undefined;
}

/** A remark about a term, for the checks. */
export interface TermRemark {
  readonly row: number;
  readonly problem: Sentence;
}

export interface TermsReading {
  readonly terms: OfferTerms;
  /** Each declared term with the value that is used, defaults included, in order. */
  readonly values: readonly { readonly term: string; readonly value: CellValue; readonly isDate: boolean }[];
  /** Addresses of the value cells that are not blank, by term. */
  readonly cells: ReadonlyMap<string, string>;
  readonly remarks: readonly TermRemark[];
}

/** Parts of the contract that this version does not compute; it refuses them rather than pass over them. */
export const NOT_YET: Readonly<
  Record<string, { readonly when: (value: CellValue) => boolean; readonly use: Words }>
> = {
  'Round Per': { when: (value) => !sameWord(String(value), 'Grant'), use: 'Grant' },
  'Minimum New Shares': { when: (value) => value !== 0 && String(value).trim() !== '0', use: '0' },
  'Below Minimum': { when: (value) => !sameWord(String(value), 'none'), use: 'none' },
  'Election Unit': { when: (value) => sameWord(String(value), 'Percent'), use: anyOf(['Grant', 'Holder']) },
  Award: { when: (value) => sameWord(String(value), 'Cash'), use: anyOf(['Option', 'RSU']) },
};

/** The cell of one term. */
interface TermCell {
  readonly term: Term;
  readonly row: number;
  readonly value: CellValue;
}

/**
 * Reads the terms.
 *
 * @param hasRatios whether the offer has a table OfferRatios with rows, which then says the ratio
 * @throws RegrantError a term that cannot be read, is missing, or contradicts another
 */
export function readTerms(table: OfferTable, hasRatios: boolean, date1904: boolean): TermsReading {
  const termColumn = neededColumn(table, 'Term');
  const valueColumn = neededColumn(table, 'Value');
  const remarks: TermRemark[] = [];
  const cells = termCells(table, termColumn, valueColumn, date1904, remarks);

  const read = <T>(name: string, reader: (value: CellValue, name: string) => T): T | undefined => {
    const cell = cells.get(name);
    if (cell === undefined) return undefined;
    return atCell(table, cell.row, valueColumn, () => reader(cell.value, name));
  };
  const text = (name: string): string => read(name, (value) => String(value).trim()) ?? '';
  const choice = <T extends string>(name: string, standard: T): T => {
    const choices = TERMS.find((term) => term.name === name)?.choices ?? [];
    return (read(name, (value) => readChoice(value, name, choices)) ?? standard) as T;
  };
  const fail = (name: string, problem: Sentence): never => {
    const cell = cells.get(name);
    throw badValue(
      cell === undefined
        ? say`Table ${table.name} on sheet "${table.block.sheet}": ${problem}`
        : placed(cellAddress(table.block, cell.row, valueColumn), problem),
    );
  };

  for (const [name, { when, use }] of Object.entries(NOT_YET)) {
    const cell = cells.get(name);
    if (cell !== undefined && when(cell.value))
      fail(name, say`${name} ${show(cell.value)} is not supported by this version of Regrant: use ${use}.`);
  }

  const expiration =
    read('Expiration Date', readExpiration) ??
    fail(
      'Expiration Date',
      say`Expiration Date is missing: give the day, and the time if there is one, at which the offer closes.`,
    );
  const expirationDay = Math.floor(expiration);
  const cancellation = read('Cancellation Date', readDay) ?? expirationDay;
  const newGrant = read('New Grant Date', readDay) ?? regrantDate(cancellation);
  const ratio = read('Ratio', (value, name) => parseRatio(value, name));
  const award = choice<Award>('Award', 'Option');
  const terms: OfferTerms = {
    commencement: read('Commencement Date', readDay),
    expiration,
    expirationDay,
    cancellation,
    newGrant,
    serviceThrough: read('Service Required Through', readDay) ?? newGrant,
    asOf: read('As Of', readDay) ?? expirationDay,
    newPlan: text('New Plan'),
    newGrantType: text('New Grant Type') || 'NSO',
    award,
    ratio,
    rounding: parseRounding(choice('Rounding', 'down')),
    priceRule: read('Exercise Price Rule', (value, name) => parsePriceRule(value, name)) ?? { kind: 'close' },
    missingPrice: parseMissingPrice(choice('Missing Price', 'error')),
    priceDecimals: read('Price Decimals', (value, name) => readWhole(value, name, 0, 15)),
    vesting: read('Vesting Schedule', (value) => readSchedule(String(value))),
    allocation: parseAllocation(choice('Allocation', 'CUMULATIVE_ROUND_DOWN')),
    termMonths: read('Term Months', (value, name) => readWhole(value, name, 1, 1200)) ?? 120,
    termRule: choice('Term Rule', 'fixed'),
    electionUnit: choice('Election Unit', 'Grant'),
    lookBackFrom: read('Look-back From', readDay),
    lookBackRatio: read('Look-back Ratio', (value, name) => parseRatio(value, name)),
  };
  read('Cash per Option', readAmount);
  checkOrder(terms, fail);
  if (ratio === undefined && !hasRatios)
    fail('Ratio', say`the offer has neither a Ratio nor rows in OfferRatios: give one of them.`);
  if (ratio !== undefined && hasRatios)
    fail(
      'Ratio',
      say`the offer has both a Ratio and rows in OfferRatios: leave the Ratio blank, or empty OfferRatios.`,
    );
  return { terms, values: usedValues(terms, cells), cells: addresses(cells, table, valueColumn), remarks };
}

function readChoice(value: CellValue, name: string, choices: readonly string[]): string {
  const word = String(value);
  const found = choices.find((option) => sameWord(option, word));
  if (found !== undefined) return found;
  const last = choices.at(-1) ?? '';
  throw badValue(
    say`${name} must be ${choices.slice(0, -1).join(', ')} or ${last}, not ${show(value)}${nearestWord(word, choices)}`,
  );
}

function termCells(
  table: OfferTable,
  termColumn: number,
  valueColumn: number,
  date1904: boolean,
  remarks: TermRemark[],
): ReadonlyMap<string, TermCell> {
  const cells = new Map<string, TermCell>();
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const name = table.block.values[row]?.[termColumn];
    if (isBlank(name)) continue;
    const term = TERMS.find((declared) => headerKey(declared.name) === headerKey(String(name)));
    if (term === undefined) {
      const near = nearestWord(
        String(name),
        TERMS.map((declared) => declared.name),
      );
      remarks.push({ row, problem: say`"${String(name)}" is no term of an offer, and is not used${near}` });
      continue;
    }
    const earlier = seen.get(term.name);
    if (earlier !== undefined)
      throw badValue(
        placed(
          cellAddress(table.block, row, termColumn),
          say`${term.name} stands already in row ${String(table.block.row + earlier)}; leave one of them.`,
        ),
      );
    seen.set(term.name, row);
    const value = table.block.values[row]?.[valueColumn];
    if (isBlank(value)) continue;
    if (isErrorCell(value))
      throw badValue(
        placed(
          cellAddress(table.block, row, valueColumn),
          say`${term.name} is the error ${value.trim()}; mend its formula.`,
        ),
      );
    const format = table.block.numberFormats?.[row]?.[valueColumn] ?? 'General';
    if (term.kind === 'ratio' && typeof value === 'number' && isDateFormat(format))
      throw badValue(
        placed(
          cellAddress(table.block, row, valueColumn),
          say`${term.name} was turned into a date or a time by Excel; format the cell as text and type it again, such as 0.75 or 4:3.`,
        ),
      );
    const isDate = term.kind === 'date' || term.kind === 'moment';
    cells.set(term.name, { term, row, value: isDate && date1904 ? from1904(value) : value });
  }
  return cells;
}

function checkOrder(terms: OfferTerms, fail: (name: string, problem: Sentence) => never): void {
  const { commencement, expirationDay, cancellation, newGrant } = terms;
  if (commencement !== undefined && commencement > expirationDay)
    fail(
      'Commencement Date',
      say`Commencement Date ${dated(commencement)} is after the Expiration Date ${dated(expirationDay)}.`,
    );
  if (cancellation < expirationDay)
    fail(
      'Cancellation Date',
      say`Cancellation Date ${dated(cancellation)} is before the Expiration Date ${dated(expirationDay)}.`,
    );
  if (newGrant < cancellation)
    fail(
      'New Grant Date',
      say`New Grant Date ${dated(newGrant)} is before the Cancellation Date ${dated(cancellation)}.`,
    );
  if (terms.serviceThrough < cancellation)
    fail(
      'Service Required Through',
      say`Service Required Through ${dated(terms.serviceThrough)} is before the Cancellation Date ${dated(cancellation)}.`,
    );
  if (terms.lookBackFrom !== undefined && terms.lookBackFrom > cancellation)
    fail(
      'Look-back From',
      say`Look-back From ${dated(terms.lookBackFrom)} is after the Cancellation Date ${dated(cancellation)}.`,
    );
}

function usedValues(
  terms: OfferTerms,
  cells: ReadonlyMap<string, TermCell>,
): { term: string; value: CellValue; isDate: boolean }[] {
  const days: Readonly<Record<string, Day | undefined>> = {
    'Commencement Date': terms.commencement,
    'Cancellation Date': terms.cancellation,
    'New Grant Date': terms.newGrant,
    'Service Required Through': terms.serviceThrough,
    'As Of': terms.asOf,
    'Look-back From': terms.lookBackFrom,
  };
  const standard: Readonly<Record<string, CellValue>> = {
    'New Grant Type': terms.newGrantType,
    Award: terms.award,
    Rounding: terms.rounding.name,
    'Round Per': 'Grant',
    'Minimum New Shares': 0,
    'Minimum Per': 'Grant',
    'Below Minimum': 'none',
    'Exercise Price Rule': 'close',
    'Missing Price': terms.missingPrice,
    Allocation: terms.allocation.name,
    'Term Months': terms.termMonths,
    'Term Rule': terms.termRule,
    'Election Unit': terms.electionUnit,
  };
  return TERMS.map(({ name, kind }) => {
    if (name === 'Expiration Date') {
      const cell = cells.get(name)?.value;
      const given =
        typeof cell === 'number'
          ? cell
          : isMidnight(terms.expiration)
            ? terms.expirationDay
            : terms.expiration;
      return { term: name, value: given, isDate: true };
    }
    if (kind === 'date') return { term: name, value: days[name] ?? '', isDate: true };
    // A word is given in its canonical spelling, whatever the cell's; other values as they were typed.
    const typed = kind === 'choice' ? undefined : cells.get(name)?.value;
    return { term: name, value: typed ?? standard[name] ?? '', isDate: false };
  });
}

/** The end of a day stands for an expiration without a time of day. */
const isMidnight = (expiration: number): boolean => expiration - Math.floor(expiration) > 1 - 2 / 86400000;

function addresses(
  cells: ReadonlyMap<string, TermCell>,
  table: OfferTable,
  valueColumn: number,
): ReadonlyMap<string, string> {
  return new Map(
    [...cells].map(([name, { row }]) => [
      name,
      cellAddress(table.block, row, valueColumn).replace(/([A-Z]+)(\d+)$/, '$$$1$$$2'),
    ]),
  );
}
