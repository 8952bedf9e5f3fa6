/** The criteria of SUMIF and its kin: `">=3"`, `"<>"`, `"G*"`, and what they match. Source: Excel's help on COUNTIF. */
import { CellError, type CellValue } from '../../model/cell-error.ts';
import { type DateContext, numberOfText, plainNumberOfText } from '../coercion.ts';
import { compareNumbers, compareTexts } from '../comparison.ts';
import { hasWildcard, wildcardOf } from './wildcard.ts';

export type Criterion = (value: CellValue) => boolean;

const OPERATOR = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/;

/** The test that a criterion means; #VALUE! for a pattern that is too long. */
export function criterionOf(criterion: CellValue, dates: DateContext): Criterion | CellError {
  if (criterion instanceof CellError)
    return (value) => value instanceof CellError && value.code === criterion.code;
  // An empty criterion cell counts as 0.
  if (criterion === null) return matches(0);
  if (typeof criterion !== 'string') return matches(criterion);
  const [, operator = '', operand = ''] = OPERATOR.exec(criterion) ?? [];
  if (operand === '') return emptyTest(operator);
  const meaning = operandValue(operand, dates);
  if (operator === '' || operator === '=' || operator === '<>') {
    const same = typeof meaning === 'string' ? matchesText(meaning) : matches(meaning);
    if (same instanceof CellError || operator !== '<>') return same;
    return (value) => !same(value);
  }
  return ordered(operator, meaning);
}

function emptyTest(operator: string): Criterion {
  if (operator === '') return (value) => value === null || value === '';
  if (operator === '=') return (value) => value === null;
  if (operator === '<>') return (value) => value !== null;
  return () => false;
}

function operandValue(text: string, dates: DateContext): number | string | boolean {
  const number = numberOfText(text, dates);
  if (number !== undefined) return number;
  const word = text.toUpperCase();
  if (word === 'TRUE' || word === 'FALSE') return word === 'TRUE';
  return text;
}

/**
 * Text that is the number counts as well, whether the criterion is a number or text: ids that one system exports as
 * text and another as numbers meet, as "007" and 7 do.
 */
function matches(wanted: number | boolean | CellError): Criterion {
  if (typeof wanted === 'number')
    return (value) => {
      const number = typeof value === 'string' ? plainNumberOfText(value) : value;
      return typeof number === 'number' && compareNumbers(number, wanted) === 0;
    };
  if (typeof wanted === 'boolean') return (value) => value === wanted;
  return (value) => value instanceof CellError && value.code === wanted.code;
}

function matchesText(wanted: string): Criterion | CellError {
  if (/^#(?:N\/A|[A-Z/0!?]+)$/.test(wanted.toUpperCase()))
    return (value) =>
      value instanceof CellError
        ? value.code === wanted.toUpperCase()
        : typeof value === 'string' && compareTexts(value, wanted) === 0;
  if (hasWildcard(wanted)) {
    const wildcard = wildcardOf(wanted);
    return wildcard instanceof CellError
      ? wildcard
      : (value) => typeof value === 'string' && wildcard.fits(value);
  }
  return (value) => typeof value === 'string' && compareTexts(value, wanted) === 0;
}

function ordered(operator: string, operand: number | string | boolean): Criterion {
  const holds = (order: number): boolean =>
    operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;
  if (typeof operand === 'number')
    return (value) => typeof value === 'number' && holds(compareNumbers(value, operand));
  if (typeof operand === 'string')
    return (value) => typeof value === 'string' && holds(compareTexts(value, operand));
  return (value) => typeof value === 'boolean' && holds(Number(value) - Number(operand));
}
