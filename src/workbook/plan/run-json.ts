/**
 * A run as plain data under its contract names, for the command line's JSON and whoever else reads results without a
 * workbook: dates as ISO text, blanks as null. Keys keep the order of their declaration.
 */
import type { CellValue } from '../../domain/basics/cell.ts';
import { formatMoment } from '../../domain/basics/day.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import { RESERVE_TABLE } from '../../domain/offer/results/reserve.ts';
import type { ColumnKind, ResultColumn } from '../../domain/offer/results/result-tables.ts';
import { cellsOf } from '../../domain/offer/results/result-column.ts';

export type JsonValue = string | number | boolean | null;
export type JsonRow = Readonly<Record<string, JsonValue>>;

export interface RunJson {
  readonly offer: JsonRow;
  readonly eligibility: readonly JsonRow[];
  readonly newGrants: readonly JsonRow[];
  readonly vesting: readonly JsonRow[];
  readonly summary: Readonly<Record<string, JsonValue | readonly JsonRow[]>>;
  readonly checks: readonly JsonRow[];
  /** Where the offer has a table OfferPlans. */
  readonly reserve?: readonly JsonRow[];
}

const jsonValue = (value: CellValue, isDate: boolean): JsonValue => {
  if (value === undefined || value === null || value === '') return null;
  return isDate && typeof value === 'number' ? formatMoment(value) : value;
};

const isDate = (kind: ColumnKind): boolean => kind === 'date';

function jsonRows(
  columns: readonly ResultColumn[],
  rows: readonly (readonly CellValue[])[],
): readonly JsonRow[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ name, kind }, index) => [name, jsonValue(row[index], isDate(kind))])),
  );
}

export function runJson(run: OfferRun): RunJson {
  const table = ({ definition, rows }: OfferRun['checks']) => jsonRows(definition.columns, rows);
  return {
    offer: Object.fromEntries(
      run.offer.map(({ term, value, isDate: dated }) => [term, jsonValue(value, dated)]),
    ),
    eligibility: table(run.eligibility),
    newGrants: table(run.newGrants),
    vesting: table(run.vesting),
    summary: Object.fromEntries<JsonValue | readonly JsonRow[]>([
      ...run.summary.measures.map(({ name, value, kind }) => [name, jsonValue(value, isDate(kind))] as const),
      ...run.summary.breakdowns.map(({ title, columns, rows }) => [title, jsonRows(columns, rows)] as const),
    ]),
    checks: table(run.checks),
    ...(run.reserve === undefined
      ? {}
      : {
          reserve: jsonRows(
            RESERVE_TABLE.columns,
            run.reserve.map((row) => cellsOf(RESERVE_TABLE.columns, row)),
          ),
        }),
  };
}
