/**
 * The terms of an award: the offer's own, those of a row of OfferRatios, and what the two come to for one grant, with
 * every default filled in.
 */
import { type CellValue, readAmount, readDay, readWhole, show } from '../../basics/cell.ts';
import type { Day } from '../../basics/day.ts';
import { badValue } from '../../basics/error.ts';
import { parseRounding, ROUND_DOWN, type Rounding } from '../../basics/rounding.ts';
import { say } from '../../basics/sentence.ts';
import { nearestWord, sameWord } from '../../basics/words.ts';
import type { FieldNamed } from '../../eligibility/condition.ts';
import type { Row } from '../../ledger/field.ts';
import { type MissingPrice, parseMissingPrice, PRICE_DECIMALS } from '../../price/exercise-price.ts';
import { CLOSE, parsePriceRule, type PriceRule } from '../../price/price-rule.ts';
import { type Allocation, CUMULATIVE_ROUND_DOWN, parseAllocation } from '../../vesting/allocation.ts';
import { type Award, awardNamed, OPTION } from './award.ts';
import { fixedSetting, type Setting, settingOf } from './setting.ts';
import {
  AWARD_WORDS,
  BELOW_MINIMUM_WORDS,
  EXPIRE_ON_WORDS,
  PER_WORDS,
  ROUNDING_WORDS,
  TERM_RULE_WORDS,
} from './terms.ts';
import { readSchedule, type VestingTerms } from './vesting-terms.ts';

export type Per = (typeof PER_WORDS)[number];
export type BelowMinimum = (typeof BELOW_MINIMUM_WORDS)[number];
export type TermRule = (typeof TERM_RULE_WORDS)[number];
export type ExpireOn = (typeof EXPIRE_ON_WORDS)[number];

/** What an offer or a row of OfferRatios says of its awards; undefined where it says nothing. */
export interface AwardTerms {
  readonly newGrant: Setting<Day> | undefined;
  readonly serviceThrough: Setting<Day> | undefined;
  readonly newPlan: Setting<string> | undefined;
  readonly newGrantType: Setting<string> | undefined;
  readonly newStockClass: Setting<string> | undefined;
  readonly award: Setting<Award> | undefined;
  readonly rounding: Setting<Rounding> | undefined;
  readonly roundPer: Setting<Per> | undefined;
  readonly minimum: Setting<number> | undefined;
  readonly minimumPer: Setting<Per> | undefined;
  readonly belowMinimum: Setting<BelowMinimum> | undefined;
  readonly cashPerOption: Setting<number> | undefined;
  readonly priceRule: Setting<PriceRule> | undefined;
  readonly missingPrice: Setting<MissingPrice> | undefined;
  readonly priceDecimals: Setting<number> | undefined;
  readonly premiumPrice: Setting<number> | undefined;
  readonly premiumUntil: Setting<Day> | undefined;
  readonly vesting: Setting<VestingTerms> | undefined;
  readonly allocation: Setting<Allocation> | undefined;
  readonly termMonths: Setting<number> | undefined;
  readonly termRule: Setting<TermRule> | undefined;
  readonly expireOn: Setting<ExpireOn> | undefined;
}

/** The terms of one grant's award, defaults filled in. */
export interface LineTerms {
  readonly newGrant: Day;
  readonly serviceThrough: Day;
  readonly newPlan: string;
  readonly newGrantType: string;
  /** Blank: the old award's. */
  readonly newStockClass: string;
  readonly award: Award;
  readonly rounding: Rounding;
  readonly roundPer: Per;
  readonly minimum: number;
  readonly minimumPer: Per;
  readonly belowMinimum: BelowMinimum;
  readonly cashPerOption: number | undefined;
  readonly priceRule: PriceRule;
  readonly missingPrice: MissingPrice;
  readonly priceDecimals: number | undefined;
  readonly premiumPrice: number | undefined;
  readonly premiumUntil: Day | undefined;
  readonly vesting: VestingTerms | undefined;
  /** Whether the row of OfferRatios names the schedule itself. */
  readonly hasOwnSchedule: boolean;
  readonly allocation: Allocation;
  readonly termMonths: number;
  readonly termRule: TermRule;
  readonly expireOn: ExpireOn;
}

/** Reads a term by its name; undefined where its cell is blank or cannot be read. */
export type TermReader = <T>(
  name: string,
  reader: (value: CellValue, name: string) => T,
) => Setting<T> | undefined;

/** What to say of a word that is not in a list. */
export function notAChoice(value: CellValue, name: string, choices: readonly string[]): Error {
  const last = choices.at(-1) ?? '';
  return badValue(
    say`${name} must be ${choices.slice(0, -1).join(', ')} or ${last}, not ${show(value)}${nearestWord(String(value), choices)}`,
  );
}

/** The word of a list that a cell names. */
export function readChoice<T extends string>(choices: readonly T[]): (value: CellValue, name: string) => T {
  return (value, name) => {
    const word = String(value);
    const found = choices.find((choice) => sameWord(choice, word));
    if (found !== undefined) return found;
    throw notAChoice(value, name, choices);
  };
}

/** @throws RegrantError no award of the contract */
function readAward(value: CellValue, name: string): Award {
  const award = awardNamed(String(value));
  if (award === undefined) throw notAChoice(value, name, AWARD_WORDS);
  return award;
}

export const readText = (value: CellValue): string => String(value ?? '').trim();

/** Reads the terms of an award, wherever they stand. */
export const readAwardTerms = (read: TermReader): AwardTerms => ({
  newGrant: read('New Grant Date', readDay),
  serviceThrough: read('Service Required Through', readDay),
  newPlan: read('New Plan', readText),
  newGrantType: read('New Grant Type', readText),
  newStockClass: read('New Stock Class', readText),
  award: read('Award', readAward),
  rounding: read('Rounding', (value, name) => parseRounding(readChoice(ROUNDING_WORDS)(value, name))),
  roundPer: read('Round Per', readChoice(PER_WORDS)),
  minimum: read('Minimum New Shares', readAmount),
  minimumPer: read('Minimum Per', readChoice(PER_WORDS)),
  belowMinimum: read('Below Minimum', readChoice(BELOW_MINIMUM_WORDS)),
  cashPerOption: read('Cash per Option', readAmount),
  priceRule: read('Exercise Price Rule', (value, name) => parsePriceRule(value, name)),
  missingPrice: read('Missing Price', (value, name) => parseMissingPrice(String(value), name)),
  priceDecimals: read('Price Decimals', (value, name) => readWhole(value, name, 0, PRICE_DECIMALS.most)),
  premiumPrice: read('Premium Price', readAmount),
  premiumUntil: read('Premium Until', readDay),
  vesting: read('Vesting Schedule', (value) => readSchedule(String(value))),
  allocation: read('Allocation', (value, name) => parseAllocation(String(value), name)),
  termMonths: read('Term Months', (value, name) => readWhole(value, name, 1, 1200)),
  termRule: read('Term Rule', readChoice(TERM_RULE_WORDS)),
  expireOn: read('Expire On', readChoice(EXPIRE_ON_WORDS)),
});

/** Terms in which a value may be a field in square brackets: wherever a number or a date is due. */
const NUMBERS_AND_DATES = new Set([
  'New Grant Date',
  'Service Required Through',
  'Minimum New Shares',
  'Cash per Option',
  'Exercise Price Rule',
  'Price Decimals',
  'Premium Price',
  'Premium Until',
  'Term Months',
  'Ratio',
  'New per Old',
  'Old per New',
]);

/** A cell's setting; a field in brackets is one only where a number or a date is due. */
export const readSetting = <T>(
  value: CellValue,
  name: string,
  reader: (value: CellValue, name: string) => T,
  fieldNamed: FieldNamed,
): Setting<T> =>
  NUMBERS_AND_DATES.has(name)
    ? settingOf(value, name, reader, fieldNamed)
    : fixedSetting(reader(value, name));

/** What an offer and a row of OfferRatios come to for a grant; remembered where no grant has its own. */
export function lineTermsOf(offer: AwardTerms, own: AwardTerms | undefined): (grant: Row) => LineTerms {
  const isFixed = (terms: AwardTerms | undefined): boolean =>
    terms === undefined ||
    Object.values(terms).every((setting: Setting<unknown> | undefined) => setting?.field === undefined);
  const resolve = (grant: Row): LineTerms => resolved(offer, own, grant);
  if (!isFixed(offer) || !isFixed(own)) return resolve;
  let once: LineTerms | undefined;
  return (grant) => (once ??= resolve(grant));
}

/** @throws RegrantError a field in brackets is blank or cannot be read, or there is no New Grant Date */
function resolved(offer: AwardTerms, own: AwardTerms | undefined, grant: Row): LineTerms {
  const of = <K extends keyof AwardTerms>(
    key: K,
  ): NonNullable<AwardTerms[K]> extends Setting<infer T> ? T | undefined : never =>
    (own?.[key] ?? offer[key])?.at(grant) as never;
  const newGrant = of('newGrant');
  if (newGrant === undefined) throw badValue(say`New Grant Date is missing`);
  return {
    newGrant,
    serviceThrough: of('serviceThrough') ?? newGrant,
    newPlan: of('newPlan') ?? '',
    newGrantType: of('newGrantType') ?? 'NSO',
    newStockClass: of('newStockClass') ?? '',
    award: of('award') ?? OPTION,
    rounding: of('rounding') ?? ROUND_DOWN,
    roundPer: of('roundPer') ?? 'Grant',
    minimum: of('minimum') ?? 0,
    minimumPer: of('minimumPer') ?? 'Grant',
    belowMinimum: of('belowMinimum') ?? 'none',
    cashPerOption: of('cashPerOption'),
    priceRule: of('priceRule') ?? CLOSE,
    missingPrice: of('missingPrice') ?? 'error',
    priceDecimals: of('priceDecimals'),
    premiumPrice: of('premiumPrice'),
    premiumUntil: of('premiumUntil'),
    vesting: of('vesting'),
    hasOwnSchedule: own?.vesting !== undefined,
    allocation: of('allocation') ?? CUMULATIVE_ROUND_DOWN,
    termMonths: of('termMonths') ?? 120,
    termRule: of('termRule') ?? 'fixed',
    expireOn: of('expireOn') ?? 'anniversary',
  };
}
