/** The criteria of SUMIF and its kin: `">=3"`, `"<>"`, `"G*"`, and what they match. Source: Excel's help on COUNTIF. */
import { CellError, type CellValue } from '../../model/cell-error.ts';
import { type DateContext, numberOfText } from '../coercion.ts';
import { compareNumbers, compareTexts } from '../comparison.ts';
import { hasWildcard, wildcardPattern } from './wildcard.ts';

export type Criterion = (value: CellValue) => boolean;

const OPERATOR = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/;

/** The test that a criterion means. */
export function criterionOf(criterion: CellValue, dates: DateContext): Criterion {
  if (criterion instanceof CellError)
    return (value) => value instanceof CellError && value.code === criterion.code;
  // An empty criterion cell counts as 0.
  if (criterion === null) return (value) => value === 0;
  if (typeof criterion !== 'string') return equals(criterion);
  const [, operator = '', operand = ''] = OPERATOR.exec(criterion) ?? [];
  if (operand === '') return emptyTest(operator);
  const meaning = operandValue(operand, dates);
  if (operator === '' || operator === '=') return matches(meaning);
  if (operator === '<>') {
    const same = matches(meaning);
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

function operandValue(text: string, dates: DateContext): number | string | boolean | CellError {
  const number = numberOfText(text, dates);
  if (number !== undefined) return number;
  const word = text.toUpperCase();
  if (word === 'TRUE' || word === 'FALSE') return word === 'TRUE';
  return text;
}

function equals(wanted: number | boolean): Criterion {
  if (typeof wanted === 'boolean') return (value) => value === wanted;
  return (value) => typeof value === 'number' && compareNumbers(value, wanted) === 0;
}

function matches(wanted: number | string | boolean | CellError): Criterion {
  if (typeof wanted === 'number') {
    // Text that is that number counts as well: "007" in a cell matches 7.
    return (value) =>
      typeof value === 'number'
        ? compareNumbers(value, wanted) === 0
        : typeof value === 'string' && value.trim() !== '' && Number(value) === wanted;
  }
  if (typeof wanted === 'boolean') return equals(wanted);
  if (typeof wanted !== 'string') return (value) => value instanceof CellError && value.code === wanted.code;
  if (/^#(?:N\/A|[A-Z/0!?]+)$/.test(wanted.toUpperCase()))
    return (value) =>
      value instanceof CellError
        ? value.code === wanted.toUpperCase()
        : typeof value === 'string' && compareTexts(value, wanted) === 0;
  if (hasWildcard(wanted)) {
    const pattern = wildcardPattern(wanted);
    return (value) => typeof value === 'string' && pattern.test(value);
  }
  return (value) => typeof value === 'string' && compareTexts(value, wanted) === 0;
}

function ordered(operator: string, operand: number | string | boolean | CellError): Criterion {
  const holds = (order: number): boolean =>
    operator === '<' ? order < 0 : operator === '>' ? order > 0 : operator === '<=' ? order <= 0 : order >= 0;
  if (typeof operand === 'number')
    return (value) => typeof value === 'number' && holds(compareNumbers(value, operand));
  if (typeof operand === 'string')
    return (value) => typeof value === 'string' && holds(compareTexts(value, operand));
  if (typeof operand === 'boolean')
    return (value) => typeof value === 'boolean' && holds(Number(value) - Number(operand));
  return () => false;
}
