/**
 * Data validation, as Excel applies it to what a person types: whether a value is let through, what to say where it is
 * not, and the entries of a drop-down list. It calculates by what it is given and shows nothing.
 */
import { contains, parseArea } from '../../model/area.ts';
import { CellError, type CellValue } from '../../model/cell-error.ts';
import { shiftable } from '../../model/formula-references.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { DataValidation } from '../../model/validation.ts';

/** Calculates a formula as the cell at that place would; a range gives its rows. */
export type Calculate = (formula: string, row: number, column: number) => CellValue | CellValue[][];

/** The validation that a cell is under. */
export const validationAt = (sheet: Sheet, row: number, column: number): DataValidation | undefined =>
  sheet.validations.find(
    ({ kind, areas }) => kind !== 'none' && areas.some((area) => contains(area, row, column)),
  );

/** The texts that a drop-down list offers, or undefined where there is no list. */
export function listEntries(
  { kind, formula1, areas }: DataValidation,
  row: number,
  column: number,
  calculate: Calculate,
): string[] | undefined {
  if (kind !== 'list' || formula1 === undefined) return undefined;
  const quoted = /^"(.*)"$/s.exec(formula1)?.[1];
  if (quoted !== undefined)
    return quoted
      .replace(/""/g, '"')
      .split(',')
      .map((entry) => entry.trim());
  const value = calculate(relative(formula1, areas, row, column), row, column);
  return (Array.isArray(value) ? value.flat() : [value])
    .filter((entry) => entry !== null && !(entry instanceof CellError))
    .map(String);
}

/**
 * Why a value is not let through, or undefined where it is.
 *
 * @param value what the cell holds after it was typed into
 */
export function entryProblem(
  validation: DataValidation,
  value: CellValue,
  row: number,
  column: number,
  calculate: Calculate,
): string | undefined {
  if (value === null || validation.showsError === false) return undefined;
  if (isAllowed(validation, value, row, column, calculate)) return undefined;
  const { errorTitle, errorMessage } = validation;
  const message = errorMessage ?? "This value doesn't match the data validation restrictions for this cell.";
  return errorTitle === undefined || errorTitle === '' ? message : `${errorTitle}: ${message}`;
}

function isAllowed(
  validation: DataValidation,
  value: CellValue,
  row: number,
  column: number,
  calculate: Calculate,
): boolean {
  const { kind, formula1, formula2, areas } = validation;
  const entries = listEntries(validation, row, column, calculate);
  // Excel compares text with a range's cells without regard to case, but with a typed list exactly.
  if (entries !== undefined) return entries.includes(String(value));
  const bound = (formula: string | undefined): number => {
    if (formula === undefined) return NaN;
    const result = calculate(relative(formula, areas, row, column), row, column);
    const single = Array.isArray(result) ? (result[0]?.[0] ?? null) : result;
    return typeof single === 'number' ? single : single === null ? 0 : Number(single === true);
  };
  switch (kind) {
    case 'custom':
      return bound(formula1) !== 0;
    case 'textLength':
      return isWithin(validation, String(value).length, bound(formula1), bound(formula2));
    case 'whole':
      return Number.isInteger(value) && isWithin(validation, Number(value), bound(formula1), bound(formula2));
    case 'decimal':
    case 'date':
    case 'time':
      return typeof value === 'number' && isWithin(validation, value, bound(formula1), bound(formula2));
    default:
      return true;
  }
}

function isWithin(
  { operator = 'between' }: DataValidation,
  value: number,
  first: number,
  second: number,
): boolean {
  switch (operator) {
    case 'between':
      return value >= first && value <= second;
    case 'notBetween':
      return value < first || value > second;
    case 'equal':
      return value === first;
    case 'notEqual':
      return value !== first;
    case 'lessThan':
      return value < first;
    case 'lessThanOrEqual':
      return value <= first;
    case 'greaterThan':
      return value > first;
    case 'greaterThanOrEqual':
      return value >= first;
  }
}

/** A validation's formulas are written as seen from the first cell of its areas. */
function relative(formula: string, areas: DataValidation['areas'], row: number, column: number): string {
  const text = formula.startsWith('=') ? formula : `=${formula}`;
  if (parseArea(formula) === undefined && !/[A-Z]\$?\d/i.test(formula)) return text;
  const top = Math.min(...areas.map((area) => area.top));
  const left = Math.min(...areas.map((area) => area.left));
  return shiftable(text)(row - top, column - left);
}
