/** Reads the table OfferTerms into the terms of one offer; everything that is wrong is told at once, by cell. */
import { cellAddress } from '../../basics/block.ts';
import { type CellValue, isBlank, isErrorCell, readAmount, readDay, show } from '../../basics/cell.ts';
import { type Day, dated } from '../../basics/day.ts';
import { badValue, RegrantError } from '../../basics/error.ts';
import type { Fraction } from '../../basics/fraction.ts';
import { isDateFormat } from '../../basics/number-format.ts';
import type { Problems } from '../../basics/problems.ts';
import { say, type Sentence } from '../../basics/sentence.ts';
import { type TimeZone, timeZone } from '../../basics/time-zone.ts';
import { nearestWord, sameWord } from '../../basics/words.ts';
import type { FieldNamed } from '../../eligibility/condition.ts';
import { parseRatio } from '../../exchange/ratio.ts';
import {
  type AwardTerms,
  type Per,
  readAwardTerms,
  readChoice,
  readSetting,
  readText,
  type TermReader,
} from './award-terms.ts';
import { type Expiration, readExpirationTerm } from './expiration.ts';
import { atCell, from1904, neededColumn, type OfferTable, placed } from '../offer-table.ts';
import type { Setting } from './setting.ts';
import { PER_WORDS, type Term, termNamed, TERMS } from './terms.ts';

/** What is elected together: a grant, all of a holder's, grants that agree in some columns; or nobody elects. */
export type ElectionUnit =
  | { readonly kind: 'Grant' | 'Holder' | 'None' }
  | { readonly kind: 'columns'; readonly fields: readonly string[] };

/** The terms of an offer. Days are serial numbers of the 1900 system. */
export interface OfferTerms {
  readonly offerName: string;
  readonly company: string;
  readonly commencement: Day | undefined;
  /** The last moment at which an election counts. */
  readonly expiration: number;
  readonly expirationDay: Day;
  readonly timeZone: TimeZone | undefined;
  readonly cancellation: Day;
  readonly asOf: Day;
  readonly newGrantId: string;
  readonly combinePer: Per;
  /** What the offer says of every award that no row of OfferRatios says otherwise. */
  readonly awards: AwardTerms;
  readonly ratio: Setting<Fraction> | undefined;
  readonly electionUnit: ElectionUnit;
  readonly lookBackFrom: Day | undefined;
  readonly lookBackRatio: Fraction | undefined;
  readonly sharesOutstanding: number | undefined;
  /** Every eligible grant counts as elected. */
  readonly isPlanning: boolean;
  /** Who signs letters, and what they are; blank: filled in by hand. */
  readonly signatory: { readonly name: string; readonly title: string };
  /** By which letters write amounts and dates, as BCP 47 has it. */
  readonly locale: string;
  /** Dollars for each million of the transaction's value. */
  readonly filingFeeRate: number | undefined;
  /** The values of Role that are executive officers. */
  readonly executiveRoles: readonly string[];
}

export interface TermsReading {
  readonly terms: OfferTerms;
  /** Each declared term with the value that is used, defaults included, in order. */
  readonly values: readonly { readonly term: string; readonly value: CellValue; readonly isDate: boolean }[];
  /** Addresses of the value cells that are not blank, by term. */
  readonly cells: ReadonlyMap<string, string>;
  /** Terms whose cells hold something, readable or not. */
  readonly given: ReadonlySet<string>;
}

/** The cell of one term. */
interface TermCell {
  readonly term: Term;
  readonly row: number;
  readonly value: CellValue;
}

/** Stands in for an expiration that cannot be read, so that the rest is read and told as well. */
const UNKNOWN: Expiration = { moment: 1, day: 1 };

/**
 * Reads the terms.
 *
 * @param fieldNamed finds a field of the ledger, for values in square brackets
 * @param problems what cannot be read, is missing, or contradicts another term is added here
 * @throws RegrantError the table has no column Term or Value
 */
export function readTerms(
  table: OfferTable,
  date1904: boolean,
  fieldNamed: FieldNamed,
  problems: Problems,
): TermsReading {
  const termColumn = neededColumn(table, 'Term');
  const valueColumn = neededColumn(table, 'Value');
  const given = new Set<string>();
  const cells = termCells(table, termColumn, valueColumn, date1904, given, problems);
  const setting: TermReader = (name, reader) => {
    const cell = cells.get(name);
    return cell === undefined
      ? undefined
      : problems.try(() =>
          atCell(table, cell.row, valueColumn, () => readSetting(cell.value, name, reader, fieldNamed)),
        );
  };
  const read = <T>(name: string, reader: (value: CellValue, name: string) => T): T | undefined => {
    const cell = cells.get(name);
    return cell === undefined
      ? undefined
      : problems.try(() => atCell(table, cell.row, valueColumn, () => reader(cell.value, name)));
  };
  const fail = (name: string, problem: Sentence): void => {
    const cell = cells.get(name);
    problems.add(
      cell === undefined
        ? say`Table ${table.name} on sheet "${table.block.sheet}": ${problem}`
        : placed(cellAddress(table.block, cell.row, valueColumn), problem),
    );
  };

  const zone = read('Time Zone', (value, name) => timeZone(readText(value), name));
  const format = table.block.numberFormats?.[cells.get('Expiration Date')?.row ?? -1]?.[valueColumn];
  const expiration = read('Expiration Date', (value, name) =>
    readExpirationTerm(value, name, format ?? 'General', zone),
  );
  if (!given.has('Expiration Date'))
    fail(
      'Expiration Date',
      say`Expiration Date is missing: give the day, and the time if there is one, at which the offer closes.`,
    );
  const { moment, day: expirationDay } = expiration ?? UNKNOWN;
  const terms: OfferTerms = {
    offerName: read('Offer Name', readText) ?? '',
    company: read('Company', readText) ?? '',
    commencement: read('Commencement Date', readDay),
    expiration: moment,
    expirationDay,
    timeZone: zone,
    cancellation: read('Cancellation Date', readDay) ?? expirationDay,
    asOf: read('As Of', readDay) ?? expirationDay,
    newGrantId: read('New Grant ID', readPattern) ?? '',
    combinePer: read('Combine Per', readChoice(PER_WORDS)) ?? 'Grant',
    awards: readAwardTerms(setting),
    ratio: setting('Ratio', parseRatio),
    electionUnit: read('Election Unit', (value, name) => readUnit(value, name, fieldNamed)) ?? {
      kind: 'Grant',
    },
    lookBackFrom: read('Look-back From', readDay),
    lookBackRatio: read('Look-back Ratio', parseRatio),
    sharesOutstanding: read('Shares Outstanding', readAmount),
    isPlanning: read('Planning Elections', readChoice(['Yes', 'No'])) === 'Yes',
    signatory: {
      name: read('Signatory Name', readText) ?? '',
      title: read('Signatory Title', readText) ?? '',
    },
    locale: read('Locale', readLocale) ?? 'en-US',
    filingFeeRate: read('Filing Fee Rate', readAmount),
    executiveRoles: read('Executive Roles', readList) ?? [],
  };
  if (expiration !== undefined) checkOrder(terms, fail);
  return { terms, values: usedValues(terms, cells), cells: addresses(cells, table, valueColumn), given };
}

/** What may stand in braces in the pattern of a New Grant ID. */
const PATTERN_FIELDS = ['Old Grant ID', 'Holder ID'];

function readPattern(value: CellValue, name: string): string {
  const text = readText(value);
  for (const [whole, field = ''] of text.matchAll(/\{([^{}]*)\}/g))
    if (!PATTERN_FIELDS.some((known) => sameWord(known, field)))
      throw badValue(
        say`${name} has ${whole}, which is not known: use {Old Grant ID}, {Holder ID} or ##### for a running number.`,
      );
  return text;
}

/** Words separated by semicolons. */
const readList = (value: CellValue): readonly string[] =>
  readText(value)
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** @throws RegrantError no language tag of BCP 47 for which amounts and dates can be written */
function readLocale(value: CellValue, name: string): string {
  const text = readText(value).replaceAll('_', '-');
  try {
    const [known] = Intl.NumberFormat.supportedLocalesOf(text);
    if (known !== undefined) return known;
  } catch {
    // A tag that is not well formed is told as one that is not known.
  }
  throw badValue(say`${name} must be a language and a country such as en-US or de-DE, not ${show(value)}`);
}

function readUnit(value: CellValue, name: string, fieldNamed: FieldNamed): ElectionUnit {
  const text = readText(value);
  for (const kind of ['Grant', 'Holder', 'None'] as const) if (sameWord(kind, text)) return { kind };
  const fields = readList(value);
  for (const field of fields) {
    try {
      fieldNamed(field);
    } catch (error) {
      if (!(error instanceof RegrantError)) throw error;
      throw badValue(
        say`${name} must be Grant, Holder, None or columns of the ledger separated by semicolons: ${error.sentence}`,
      );
    }
  }
  return { kind: 'columns', fields };
}

function termCells(
  table: OfferTable,
  termColumn: number,
  valueColumn: number,
  date1904: boolean,
  given: Set<string>,
  problems: Problems,
): ReadonlyMap<string, TermCell> {
  const cells = new Map<string, TermCell>();
  const seen = new Map<string, number>();
  const wrong = (row: number, column: number, problem: Sentence): void =>
    problems.add(placed(cellAddress(table.block, row, column), problem));
  for (const row of table.rows) {
    const name = table.block.values[row]?.[termColumn];
    const value = table.block.values[row]?.[valueColumn];
    if (isBlank(name)) {
      if (!isBlank(value)) wrong(row, termColumn, say`the row has the value ${show(value)}, but no term.`);
      continue;
    }
    const term = termNamed(String(name));
    if (term === undefined) {
      const near = nearestWord(
        String(name),
        TERMS.map((declared) => declared.name),
      );
      wrong(row, termColumn, say`${show(name)} is not a term of an offer${near}`);
      continue;
    }
    const earlier = seen.get(term.name);
    if (earlier !== undefined) {
      wrong(
        row,
        termColumn,
        say`${term.name} is already in row ${String(table.block.row + earlier)}; leave one of them.`,
      );
      continue;
    }
    seen.set(term.name, row);
    if (isBlank(value)) continue;
    given.add(term.name);
    const format = table.block.numberFormats?.[row]?.[valueColumn] ?? 'General';
    if (isErrorCell(value))
      wrong(row, valueColumn, say`${term.name} is the error ${value.trim()}; correct its formula.`);
    else if (term.kind === 'ratio' && typeof value === 'number' && isDateFormat(format))
      wrong(
        row,
        valueColumn,
        say`${term.name} was turned into a date or a time by Excel; format the cell as text and type it again, such as 0.75 or 4:3.`,
      );
    else {
      const isDate = term.kind === 'date' || term.kind === 'moment';
      cells.set(term.name, { term, row, value: isDate && date1904 ? from1904(value) : value });
    }
  }
  return cells;
}

function checkOrder(terms: OfferTerms, fail: (name: string, problem: Sentence) => void): void {
  const { commencement, expirationDay, cancellation, awards } = terms;
  const newGrant = awards.newGrant?.fixed;
  const serviceThrough = awards.serviceThrough?.fixed;
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
  if (newGrant !== undefined && newGrant < cancellation)
    fail(
      'New Grant Date',
      say`New Grant Date ${dated(newGrant)} is before the Cancellation Date ${dated(cancellation)}.`,
    );
  if (serviceThrough !== undefined && serviceThrough < cancellation)
    fail(
      'Service Required Through',
      say`Service Required Through ${dated(serviceThrough)} is before the Cancellation Date ${dated(cancellation)}.`,
    );
  if (terms.lookBackFrom !== undefined && terms.lookBackFrom > cancellation)
    fail(
      'Look-back From',
      say`Look-back From ${dated(terms.lookBackFrom)} is after the Cancellation Date ${dated(cancellation)}.`,
    );
}

/** The value that a run uses for each term; a blank one's default, as the contract has it. */
function usedValues(
  terms: OfferTerms,
  cells: ReadonlyMap<string, TermCell>,
): { term: string; value: CellValue; isDate: boolean }[] {
  const { awards } = terms;
  const newGrant = awards.newGrant?.fixed;
  const days: Readonly<Record<string, Day | undefined>> = {
    'Commencement Date': terms.commencement,
    'Cancellation Date': terms.cancellation,
    'New Grant Date': newGrant,
    'Service Required Through': awards.serviceThrough?.fixed ?? newGrant,
    'As Of': terms.asOf,
    'Look-back From': terms.lookBackFrom,
    'Premium Until': awards.premiumUntil?.fixed,
  };
  const standard: Readonly<Record<string, CellValue>> = {
    'New Grant Type': 'NSO',
    'Combine Per': terms.combinePer,
    Award: awards.award?.fixed?.name ?? 'Option',
    Rounding: awards.rounding?.fixed?.name ?? 'down',
    'Round Per': awards.roundPer?.fixed ?? 'Grant',
    'Minimum New Shares': 0,
    'Minimum Per': awards.minimumPer?.fixed ?? 'Grant',
    'Below Minimum': awards.belowMinimum?.fixed ?? 'none',
    'Exercise Price Rule': 'close',
    'Missing Price': awards.missingPrice?.fixed ?? 'error',
    Allocation: awards.allocation?.fixed?.name ?? 'CUMULATIVE_ROUND_DOWN',
    'Term Months': 120,
    'Term Rule': awards.termRule?.fixed ?? 'fixed',
    'Expire On': awards.expireOn?.fixed ?? 'anniversary',
    'Election Unit': terms.electionUnit.kind === 'columns' ? '' : terms.electionUnit.kind,
    'Planning Elections': terms.isPlanning ? 'Yes' : 'No',
    Locale: terms.locale,
  };
  return TERMS.map(({ name, kind }) => {
    const cell = cells.get(name)?.value;
    if (name === 'Expiration Date') {
      const given =
        typeof cell === 'number'
          ? cell
          : isMidnight(terms.expiration)
            ? terms.expirationDay
            : terms.expiration;
      return { term: name, value: given, isDate: true };
    }
    if (kind === 'date')
      return { term: name, value: days[name] ?? (typeof cell === 'string' ? cell : ''), isDate: true };
    // A word is given in its canonical spelling, whatever the cell's; other values as they were typed.
    const isWord = kind === 'choice' || (kind === 'election unit' && terms.electionUnit.kind !== 'columns');
    const typed = isWord ? undefined : cell;
    return { term: name, value: typed ?? standard[name] ?? '', isDate: false };
  });
}

/** The end of a day stands for an expiration without a time of day. */
const isMidnight = (expiration: number): boolean => expiration - Math.floor(expiration) > 1 - 2 / 86_400_000;

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
