/**
 * What if: another ratio, another price floor, another part of the holders taking part. Makes the cells of a workbook
 * that does not exist, so that the preview can run the same rules over them; no cell of the real one is touched.
 */
import { type CellValue, isBlank } from '../../domain/basics/cell.ts';
import { headerKey } from '../../domain/basics/words.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import type { OfferSource, OfferTableName, TableRange } from '../../domain/offer/offer-source.ts';
import { columnOffset, offerTable } from '../../domain/offer/offer-table.ts';
import { columnNamed } from '../../domain/ledger/columns.ts';

export interface WhatIf {
  /** New shares for an old one, as one types it; blank leaves the offer's own. */
  readonly ratio: string;
  /** The least exercise price that is eligible. */
  readonly priceFloor: number | undefined;
  /** Percent of the eligible holders who elect every grant; undefined leaves the elections as they are. */
  readonly participation: number | undefined;
}

export const AS_IT_IS: WhatIf = { ratio: '', priceFloor: undefined, participation: undefined };

export const isAsItIs = ({ ratio, priceFloor, participation }: WhatIf): boolean =>
  ratio.trim() === '' && priceFloor === undefined && participation === undefined;

/**
 * The workbook's cells under other assumptions.
 *
 * @param run gives what `participation` needs to know: a run over the same cells with the other assumptions applied
 */
export function whatIfSource(
  source: OfferSource,
  whatIf: WhatIf,
  run: (source: OfferSource) => OfferRun,
): OfferSource {
  let changed = source;
  if (whatIf.ratio.trim() !== '') changed = withRatio(changed, whatIf.ratio.trim());
  if (whatIf.priceFloor !== undefined) changed = withFloor(changed, whatIf.priceFloor);
  if (whatIf.participation !== undefined)
    changed = withTable(changed, 'OfferElections', elections(run(changed), whatIf.participation / 100));
  return changed;
}

/** One ratio for all: tables of ratios and the look-back's own no longer count. */
function withRatio(source: OfferSource, ratio: string): OfferSource {
  const terms = offerTable(source, 'OfferTerms');
  if (terms === undefined) return source;
  const [name, value] = [columnOffset(terms, 'Term'), columnOffset(terms, 'Value')];
  const rows = terms.block.values.map((row) => {
    const key = headerKey(String(row[name] ?? ''));
    const given = key === headerKey('Ratio') ? ratio : key === headerKey('Look-back Ratio') ? '' : undefined;
    return given === undefined ? row : row.map((cell, at) => (at === value ? given : cell));
  });
  if (!rows.some((row) => headerKey(String(row[name] ?? '')) === headerKey('Ratio')))
    rows.push(rows[0]?.map((_, at) => (at === name ? 'Ratio' : at === value ? ratio : '')) ?? []);
  return withTable(withTable(source, 'OfferTerms', rows), 'OfferRatios', []);
}

/** The rule on the exercise price with another floor, or one rule more where the offer has none. */
function withFloor(source: OfferSource, floor: number): OfferSource {
  const rules = offerTable(source, 'OfferRules');
  const header: readonly CellValue[] = rules?.block.values[0] ?? ['Field', 'Operator', 'Value'];
  const at = (column: string) =>
    header.findIndex((cell) => headerKey(String(cell ?? '')) === headerKey(column));
  const [field, operator, value, reason] = ['Field', 'Operator', 'Value', 'Reason'].map(at) as [
    number,
    number,
    number,
    number,
  ];
  let isReplaced = false;
  const rows = (rules?.block.values.slice(1) ?? []).map((row) => {
    const isPrice = columnNamed(String(row[field] ?? ''))?.name === 'Exercise Price';
    const isFloor = isPrice && /^>=?$/.test(String(row[operator] ?? '').trim());
    if (!isFloor || isReplaced) return row;
    isReplaced = true;
    return row.map((cell, column) =>
      column === value ? floor : column === operator ? '>=' : column === reason ? '' : cell,
    );
  });
  const own = header.map((_, column): CellValue =>
    column === field ? 'Exercise Price' : column === operator ? '>=' : column === value ? floor : '',
  );
  return withTable(source, 'OfferRules', [header, ...rows, ...(isReplaced ? [] : [own])]);
}

const ELECTED_LONG_AGO = 367;

/** Every n-th eligible holder in the ledger's order elects everything: no chance, so that a figure stays as it is. */
function elections(run: OfferRun, share: number): readonly (readonly CellValue[])[] {
  const columns = run.eligibility.definition.columns.map(({ name }) => name);
  const [holder, eligible] = [columns.indexOf('Holder ID'), columns.indexOf('Eligible')];
  const holders = [
    ...new Set(
      run.eligibility.rows.flatMap((row) =>
        row[eligible] === 'Yes' && !isBlank(row[holder]) ? [row[holder]] : [],
      ),
    ),
  ];
  const electing = holders.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share));
  return [
    ['Holder ID', 'Grant ID', 'Action', 'Received'],
    ...electing.map((id): CellValue[] => [id, 'ALL', 'Elect', ELECTED_LONG_AGO]),
  ];
}

/** The source with a table of the offer replaced, on a sheet that no workbook has; without rows it is taken away. */
function withTable(
  source: OfferSource,
  name: OfferTableName,
  values: readonly (readonly CellValue[])[],
): OfferSource {
  const sheet = `what if ${name}`;
  const isThis = (table: TableRange) => table.name.toLowerCase() === name.toLowerCase();
  const own = source.tables.find(isThis);
  // Kept under a name that starts alike, so that its cells are still known to be no part of the ledger.
  const tables = source.tables.map((table) =>
    isThis(table) ? { ...table, name: `${name}As It Is` } : table,
  );
  if (values.length === 0) return { ...source, tables };
  const formats = own?.numberFormats;
  const range: TableRange = {
    name,
    sheet,
    row: 1,
    column: 1,
    rowCount: values.length,
    columnCount: values[0]?.length ?? 0,
    ...(formats === undefined ? {} : { numberFormats: formats }),
  };
  return {
    ...source,
    sheets: [...source.sheets.filter((block) => block.sheet !== sheet), { sheet, row: 1, column: 1, values }],
    tables: [...tables, range],
  };
}
