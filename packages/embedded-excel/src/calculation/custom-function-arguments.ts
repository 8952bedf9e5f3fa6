/**
 * What a custom function is given and what it gives, by its declaration in functions.json: types and dimensions of
 * arguments, values and formatted values in results. It does not know how calls travel.
 */
import { CellError, type CellValue, cellError, errorNamed } from '../model/cell-error.ts';
import { type DateContext, toLogical, toNumber, toText } from './coercion.ts';
import type { CustomFunctionParameter, CustomFunctionResult } from './custom-function-host.ts';
import { Matrix, NUM, VALUE } from './value.ts';

export const isMatrixParameter = (parameter: CustomFunctionParameter | undefined): boolean =>
  parameter?.dimensionality === 'matrix';

/**
 * A single value as a parameter of that type takes it. An empty cell stays `null`, as Excel on the web hands it over.
 */
export function typedScalar(
  value: CellValue,
  type: string | undefined,
  acceptsErrors: boolean,
  dates: DateContext,
): CellValue {
  if (value === null) return null;
  if (value instanceof CellError) return value;
  if (acceptsErrors && type === 'any') return value;
  switch (type) {
    case 'number':
      return toNumber(value, dates);
    case 'boolean':
      return toLogical(value);
    case 'string':
      return toText(value);
    default:
      return value;
  }
}

/** The value of an answer. What is no value of a cell is #VALUE!; a number that is none is #NUM!. */
export function valueOfResult(result: CustomFunctionResult): CellValue | Matrix {
  if ('error' in result) {
    const code = errorNamed(result.error)?.code ?? '#VALUE!';
    return result.message === undefined ? cellError(code) : new CellError(code, result.message);
  }
  const { value } = result;
  if (!Array.isArray(value)) return cellValue(value);
  const rows: CellValue[][] = (value as unknown[]).map((row) =>
    Array.isArray(row) ? (row as unknown[]).map(cellValue) : [cellValue(row)],
  );
  const columns = rows[0]?.length ?? 0;
  if (columns === 0 || rows.some((row) => row.length !== columns)) return VALUE;
  return Matrix.ofRows(rows);
}

/** The number formats that the values of an answer bring, by row and column; undefined where none does. */
export function formatsOfResult(
  result: CustomFunctionResult,
): readonly (readonly (string | undefined)[])[] | undefined {
  if ('error' in result) return undefined;
  const rows = Array.isArray(result.value) ? (result.value as unknown[]) : [[result.value]];
  const formats = rows.map((row) => (Array.isArray(row) ? (row as unknown[]) : [row]).map(formatOf));
  return formats.some((row) => row.some((format) => format !== undefined)) ? formats : undefined;
}

function formatOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('numberFormat' in value)) return undefined;
  return typeof value.numberFormat === 'string' ? value.numberFormat : undefined;
}

function cellValue(value: unknown): CellValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : NUM;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  // An empty answer shows as 0 (office-js#1503).
  if (value === null || value === undefined) return 0;
  if (value instanceof CellError) return value;
  if (typeof value === 'object') {
    const entity = value as { type?: unknown; basicValue?: unknown; errorType?: unknown };
    if (entity.type === 'Error' || entity.type === 'error')
      return errorNamed(String(entity.basicValue)) ?? VALUE;
    if (entity.type === 'Empty') return 0;
    if ('basicValue' in entity) return cellValue(entity.basicValue);
  }
  return VALUE;
}
