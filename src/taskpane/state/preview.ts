/** The preview's list and figures: each grant's fate from a run that wrote nothing, filtered and searched. Pure. */
import { type CellValue, idText } from '../../domain/basics/cell.ts';
import type { Breakdown, OfferRun } from '../../domain/offer/offer-run.ts';

/** What becomes of a grant, as far as the cells say by now. */
export const FATES = ['not eligible', 'eligible', 'withdrawn', 'exchanged', 'lapsed'] as const;
export type Fate = (typeof FATES)[number];

export interface PreviewRow {
  readonly holder: string;
  readonly name: string;
  readonly grant: string;
  readonly price: CellValue;
  readonly outstanding: CellValue;
  readonly fate: Fate;
  readonly isLookBack: boolean;
  readonly reasons: string;
  readonly newShares: number | undefined;
  readonly newPrice: CellValue;
  readonly ledgerRow: number;
}

export function previewRows(run: OfferRun): readonly PreviewRow[] {
  const read = reader(run.eligibility);
  const readNew = reader(run.newGrants);
  const newRowOf = new Map(run.newGrantSources.map(({ eligibilityRow }, index) => [eligibilityRow, index]));
  return run.eligibility.rows.map((row, index) => {
    const newRow = run.newGrants.rows[newRowOf.get(index) ?? -1];
    const isEligible = read(row, 'Eligible') === 'Yes';
    const isLapsed = newRow !== undefined && readNew(newRow, 'Status') === 'Lapsed';
    const election = read(row, 'Election');
    return {
      holder: idText(read(row, 'Holder ID')),
      name: idText(read(row, 'Holder Name')),
      grant: idText(read(row, 'Grant ID')),
      price: read(row, 'Exercise Price'),
      outstanding: read(row, 'Outstanding'),
      fate: isLapsed
        ? 'lapsed'
        : newRow !== undefined
          ? 'exchanged'
          : !isEligible
            ? 'not eligible'
            : election === 'Withdrawn'
              ? 'withdrawn'
              : 'eligible',
      isLookBack: read(row, 'Required') === 'Yes',
      reasons: idText(read(row, 'Reasons')),
      newShares: newRow === undefined ? undefined : Number(readNew(newRow, 'New Shares')),
      newPrice: newRow === undefined ? '' : readNew(newRow, 'Exercise Price'),
      ledgerRow: run.ledgerRows[index] ?? 0,
    };
  });
}

const reader = ({ definition }: OfferRun['eligibility']) => {
  const at = new Map(definition.columns.map(({ name }, index) => [name, index]));
  return (row: readonly CellValue[], column: string): CellValue => row[at.get(column) ?? -1];
};

export interface PreviewFilter {
  readonly fate: Fate | undefined;
  readonly reason: string | undefined;
  readonly search: string;
}

export function filterRows(
  rows: readonly PreviewRow[],
  { fate, reason, search }: PreviewFilter,
): readonly PreviewRow[] {
  const needle = search.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (fate === undefined || row.fate === fate) &&
      (reason === undefined || row.reasons.split('; ').some((one) => one.startsWith(reason))) &&
      (needle === '' || `${row.grant}\n${row.holder}\n${row.name}`.toLowerCase().includes(needle)),
  );
}

export const countFates = (rows: readonly PreviewRow[]): ReadonlyMap<Fate, number> => {
  const counts = new Map<Fate, number>(FATES.map((fate) => [fate, 0]));
  for (const { fate } of rows) counts.set(fate, (counts.get(fate) ?? 0) + 1);
  return counts;
};

export const measureOf = (run: OfferRun, name: string): number =>
  Number(run.summary.measures.find((measure) => measure.name === name)?.value ?? 0);

export const breakdownOf = (run: OfferRun, title: string): Breakdown | undefined =>
  run.summary.breakdowns.find((breakdown) => breakdown.title === title);
