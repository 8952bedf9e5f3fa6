/**
 * What the conditional formats of a sheet say about a cell. The kinds that compare, calculate or look for text are
 * judged; colour scales, data bars and icons are left out. The first rule that has a format wins.
 */
import { type Area, contains } from '../../model/area.ts';
import { CellError, type CellValue } from '../../model/cell-error.ts';
import type { ConditionalFormat } from '../../model/conditional-format.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { DifferentialFormat, StylePool } from '../../model/styles.ts';
import { shiftable } from '../../model/formula-references.ts';

/** Calculates a formula as the cell at that place would. */
export type Evaluate = (formula: string, row: number, column: number) => CellValue;

export interface ConditionalHit {
  readonly key: string;
  readonly format: DifferentialFormat;
}

type Compare = (order: number) => boolean;

const COMPARES: Readonly<Record<string, Compare>> = {
  equal: (order) => order === 0,
  notEqual: (order) => order !== 0,
  greaterThan: (order) => order > 0,
  greaterThanOrEqual: (order) => order >= 0,
  lessThan: (order) => order < 0,
  lessThanOrEqual: (order) => order <= 0,
};

export class ConditionalLook {
  private readonly sheet: Sheet;
  private readonly styles: StylePool;
  private readonly evaluate: Evaluate;
  private readonly formats: readonly ConditionalFormat[];
  private readonly shifts = new Map<string, (rows: number, columns: number) => string>();

  constructor(sheet: Sheet, styles: StylePool, evaluate: Evaluate) {
    this.sheet = sheet;
    this.styles = styles;
    this.evaluate = evaluate;
    this.formats = [...sheet.conditionalFormats].sort((a, b) => a.priority - b.priority);
  }

  at(row: number, column: number): ConditionalHit | undefined {
    for (const rule of this.formats) {
      const format = rule.format === undefined ? undefined : this.styles.differential.entries[rule.format];
      const area = rule.areas.find((candidate) => contains(candidate, row, column));
      if (area === undefined || format === undefined) continue;
      if (this.applies(rule, row, column)) return { key: `d${rule.format ?? ''}`, format };
    }
    return undefined;
  }

  private applies(rule: ConditionalFormat, row: number, column: number): boolean {
    const value = this.sheet.value(row, column);
    switch (rule.kind) {
      case 'expression':
        return isTrue(this.operand(rule, 0, row, column));
      case 'cellIs':
        return this.compares(rule, value, row, column);
      case 'containsText':
        return textOf(value).includes((rule.text ?? '').toLowerCase());
      case 'notContainsText':
        return !textOf(value).includes((rule.text ?? '').toLowerCase());
      case 'beginsWith':
        return textOf(value).startsWith((rule.text ?? '').toLowerCase());
      case 'endsWith':
        return textOf(value).endsWith((rule.text ?? '').toLowerCase());
      case 'containsBlanks':
        return textOf(value).trim() === '';
      case 'notContainsBlanks':
        return textOf(value).trim() !== '';
      case 'containsErrors':
        return value instanceof CellError;
      case 'notContainsErrors':
        return !(value instanceof CellError);
      default:
        return false;
    }
  }

  private compares(rule: ConditionalFormat, value: CellValue, row: number, column: number): boolean {
    const first = this.operand(rule, 0, row, column);
    const { operator = 'equal' } = rule;
    if (operator === 'between' || operator === 'notBetween') {
      const second = this.operand(rule, 1, row, column);
      const [low, high] = (order(first, second) ?? 0) <= 0 ? [first, second] : [second, first];
      const [above, below] = [order(value, low), order(value, high)];
      if (above === undefined || below === undefined) return false;
      return (above >= 0 && below <= 0) === (operator === 'between');
    }
    const found = order(value, first);
    return found !== undefined && COMPARES[operator]?.(found) === true;
  }

  /** A rule's formulas are written as seen from the first cell of its areas. */
  private operand(rule: ConditionalFormat, index: number, row: number, column: number): CellValue {
    const formula = rule.formulas[index];
    if (formula === undefined) return null;
    const from = cornerOf(rule.areas);
    let shift = this.shifts.get(formula);
    if (shift === undefined) {
      shift = shiftable(`=${formula}`);
      this.shifts.set(formula, shift);
    }
    return this.evaluate(shift(row - from.top, column - from.left), row, column);
  }
}

const cornerOf = (areas: readonly Area[]): { top: number; left: number } => ({
  top: Math.min(...areas.map(({ top }) => top)),
  left: Math.min(...areas.map(({ left }) => left)),
});

const isTrue = (value: CellValue): boolean => value === true || (typeof value === 'number' && value !== 0);

const textOf = (value: CellValue): string => (value === null ? '' : String(value).toLowerCase());

/** Excel's order: numbers before text before logical values; an empty cell counts as what it is compared with. */
function order(a: CellValue, b: CellValue): number | undefined {
  if (a instanceof CellError || b instanceof CellError) return undefined;
  const left = a ?? emptyLike(b);
  const right = b ?? emptyLike(a);
  if (typeof left !== typeof right) return RANKS.indexOf(typeof left) - RANKS.indexOf(typeof right);
  if (typeof left === 'string') return left.localeCompare(String(right), 'en', { sensitivity: 'accent' });
  return Number(left) - Number(right);
}

const RANKS = ['number', 'string', 'boolean'];

const emptyLike = (value: CellValue): number | string | boolean =>
  typeof value === 'string' ? '' : typeof value === 'boolean' ? false : 0;
