/** What a row of OfferRatios gives, in figures that a sentence is made of. Pure. */
import { type CellValue, isBlank, numberIn } from '../../domain/basics/cell.ts';
import { RegrantError } from '../../domain/basics/error.ts';
import { headerKey, sameWord } from '../../domain/basics/words.ts';
import { parseRatio } from '../../domain/exchange/ratio.ts';
import type { Format } from '../strings/format.ts';
import type { TableCell } from './table-forms.ts';

export type RatioGives =
  | { readonly kind: 'keep' }
  | { readonly kind: 'cash'; readonly amount: number | undefined }
  | {
      readonly kind: 'shares';
      /** The row's own award; empty where it is the offer's. */
      readonly award: string;
      readonly given: number;
      readonly old: number;
    };

type Cells = readonly Pick<TableCell, 'header' | 'value'>[];

/** Undefined where it is not said in a sentence easily, such as a ratio that is a field of the grant. */
export function ratioGives(cells: Cells): RatioGives | undefined {
  const award = String(cellOf(cells, 'Award') ?? '').trim();
  if (sameWord(award, 'Keep')) return { kind: 'keep' };
  if (sameWord(award, 'Cash')) {
    const amount = cellOf(cells, 'Cash per Option');
    if (!isBlank(amount) && numberIn(amount) === undefined) return undefined;
    return { kind: 'cash', amount: numberIn(amount) };
  }
  const [perOld, perNew] = [cellOf(cells, 'New per Old'), cellOf(cells, 'Old per New')];
  if (isBlank(perOld) === isBlank(perNew)) return undefined;
  try {
    const old = numberIn(perNew);
    if (old !== undefined) return old > 0 ? { kind: 'shares', award, given: 1, old } : undefined;
    const { numerator, denominator } = parseRatio(isBlank(perOld) ? perNew : perOld);
    // 0.7391 is read more easily for one old share than as 7391 for 10000.
    const isSmall = denominator <= 20n;
    return isSmall
      ? { kind: 'shares', award, given: Number(numerator), old: Number(denominator) }
      : { kind: 'shares', award, given: Number(numerator) / Number(denominator), old: 1 };
  } catch (error) {
    if (error instanceof RegrantError) return undefined;
    throw error;
  }
}

/** Whether the row adds an award to what another row gives. */
const isFurther = (cells: Cells): boolean => sameWord(String(cellOf(cells, 'And') ?? ''), 'Yes');

const cellOf = (cells: Cells, name: string): CellValue =>
  cells.find(({ header }) => headerKey(header) === headerKey(name))?.value;

/** The words of a language for it. */
export interface RatioWords {
  readonly keeps: string;
  readonly cash: (amount: string) => string;
  readonly shares: (given: string, award: string, old: string) => string;
  readonly where: (gives: string, criteria: string) => string;
  readonly others: (gives: string) => string;
  readonly further: (sentence: string) => string;
}

/** @param criteria the row's, in words; empty where it takes every grant that no earlier row has */
export function ratioSentence(
  cells: Cells,
  criteria: string,
  words: RatioWords,
  format: Pick<Format, 'ratio' | 'price'>,
): string | undefined {
  const gives = ratioGives(cells);
  if (gives === undefined) return undefined;
  const text =
    gives.kind === 'keep'
      ? words.keeps
      : gives.kind === 'cash'
        ? words.cash(gives.amount === undefined ? '' : format.price(gives.amount))
        : words.shares(format.ratio(gives.given), gives.award, format.ratio(gives.old));
  const sentence = criteria === '' ? words.others(text) : words.where(text, criteria);
  return isFurther(cells) ? words.further(sentence) : sentence;
}
