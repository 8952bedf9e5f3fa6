/**
 * Where the workbook holds other figures for a grant than the offer gives now: the terms have changed since they were
 * written, the awards are granted, or somebody typed over them. Pure.
 */
import { type CellValue, idText, isBlank } from '../../domain/basics/cell.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import type { NewGrantReading, NewGrantWanted, ResultCell } from '../../workbook/read/read-new-grant.ts';
import type { CellLink } from './cell-link.ts';

export interface WrittenFigure {
  readonly figure: 'newShares' | 'exercisePrice';
  readonly written: CellValue;
  readonly given: CellValue;
  /** Undefined where the workbook has no row for the grant. */
  readonly cell: CellLink | undefined;
}

/** What to ask the workbook for, of the grant in a row of the ledger. */
export function newGrantWanted(run: OfferRun, ledgerRow: number): NewGrantWanted {
  const index = run.ledgerRows.indexOf(ledgerRow);
  const row = run.eligibility.rows[index] ?? [];
  const at = (name: string): number =>
    run.eligibility.definition.columns.findIndex((one) => one.name === name);
  const position = positionOf(run, ledgerRow);
  return {
    holder: idText(row[at('Holder ID')]),
    grant: idText(row[at('Grant ID')]),
    position: position < 0 ? undefined : position,
  };
}

/** The figures that differ; also those of a grant that takes no part any more. */
export function writtenFigures(
  run: OfferRun,
  ledgerRow: number,
  reading: NewGrantReading | 'none' | undefined,
): readonly WrittenFigure[] {
  const { definition, rows } = run.newGrants;
  const row = rows[positionOf(run, ledgerRow)];
  const givenOf = (column: string): CellValue =>
    row?.[definition.columns.findIndex(({ name }) => name === column)];
  if (reading === undefined) return [];
  if (reading === 'none')
    return row === undefined
      ? []
      : [{ figure: 'newShares', written: '', given: givenOf('New Shares'), cell: undefined }];
  const differing = (
    figure: WrittenFigure['figure'],
    column: string,
    { value, sheet, address }: ResultCell,
  ): readonly WrittenFigure[] => {
    const given = givenOf(column);
    return isSame(value, given) ? [] : [{ figure, written: value, given, cell: { sheet, address } }];
  };
  return [
    ...differing('newShares', 'New Shares', reading.newShares),
    ...differing('exercisePrice', 'Exercise Price', reading.exercisePrice),
  ];
}

const positionOf = (run: OfferRun, ledgerRow: number): number => {
  const index = run.ledgerRows.indexOf(ledgerRow);
  return run.newGrantSources.findIndex(({ eligibilityRow }) => eligibilityRow === index);
};

/** A formula's last digits may be others than a run's. */
const isSame = (a: CellValue, b: CellValue): boolean =>
  typeof a === 'number' && typeof b === 'number'
    ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
    : (isBlank(a) && isBlank(b)) || a === b;
