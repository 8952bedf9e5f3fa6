/**
 * How a result table is declared: its sheet, its name, and each column with the value that a run gives it. The writer, the
 * JSON and the docs read these declarations; nothing reads a run's own cells back.
 */
import type { CellValue } from '../../basics/cell.ts';

/** What a column holds; the shells choose number format, alignment and width by it. */
export type ColumnKind =
  'text' | 'id' | 'note' | 'date' | 'price' | 'shares' | 'ratio' | 'money' | 'row' | 'fraction';

export interface ResultColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** A table may be without it: only some offers use it. */
  readonly isOptional?: true;
}

export interface ResultTableDefinition {
  readonly sheet: string;
  readonly table: string;
  readonly columns: readonly ResultColumn[];
}

/** A filled table: each row has one value per column, blank as `''`. */
export interface ResultTable {
  readonly definition: ResultTableDefinition;
  readonly rows: CellValue[][];
}

/** A column with the value that each fact gives it. */
export interface FactColumn<Fact> extends ResultColumn {
  readonly value: (fact: Fact) => CellValue;
  /** Left out of the table where no fact uses it. */
  readonly isUsed?: (facts: readonly Fact[]) => boolean;
}

export const column = <Fact>(
  name: string,
  kind: ColumnKind,
  value: (fact: Fact) => CellValue,
  isUsed?: FactColumn<Fact>['isUsed'],
): FactColumn<Fact> => ({
  name,
  kind,
  value,
  ...(isUsed === undefined ? {} : { isUsed, isOptional: true }),
});

export interface FactTable<Fact> extends ResultTableDefinition {
  readonly columns: readonly FactColumn<Fact>[];
}

/** The table as a run fills it: the columns that its facts use. */
export function tableOf<Fact>(table: FactTable<Fact>, facts: readonly Fact[]): FactTable<Fact> {
  const columns = table.columns
    .filter(({ isUsed }) => isUsed === undefined || isUsed(facts))
    .map(({ name, kind, value }) => ({ name, kind, value }));
  return { ...table, columns };
}

/** The cells of one fact. */
export const cellsOf = <Fact>(columns: readonly FactColumn<Fact>[], fact: Fact): CellValue[] =>
  columns.map(({ value }) => value(fact));
