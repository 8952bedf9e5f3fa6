/**
 * The columns that OfferRatios can have and lacks: criteria over the ledger's fields, the ratio, and the terms of a row's
 * own. Pure.
 */
import { headerKey } from '../../domain/basics/words.ts';
import type { HeaderMap } from '../../domain/ledger/header-map.ts';
import { columnNamed } from '../../domain/ledger/columns.ts';
import { isPersonal } from '../../domain/offer/tables/personal-columns.ts';
import { termNamed, TERMS } from '../../domain/offer/terms/terms.ts';
import { cellKind } from './table-forms.ts';

/** How a criterion compares: between two bounds, from or up to one, or with a value or a list of them. */
export const COMPARISONS = ['between', 'from', 'to', 'in'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export interface RatioColumns {
  readonly fields: readonly string[];
  /** Fields that the run knows and no cell of the ledger holds. */
  readonly derived: readonly string[];
  readonly terms: readonly string[];
}

const DERIVED = [
  'Outstanding',
  'Vested Percent',
  'Remaining Term',
  'Grant Age',
  'Closing Price',
  'Holder Sum Outstanding',
  'Choice',
] as const;

const RATIOS = ['New per Old', 'Old per New'] as const;

/**
 * @param map undefined where there is no ledger
 * @param headers the table's own
 */
export function ratioColumns(map: HeaderMap | undefined, headers: readonly string[]): RatioColumns {
  const present = new Set(headers.map(headerKey));
  const named = (map?.headers ?? [])
    .filter((header) => header.trim() !== '' && !isPersonal(header) && termNamed(header) === undefined)
    .map((header) => columnNamed(header)?.name ?? header.trim());
  const fields = [...new Set(named)].filter((field) => missingHeaders(field, headers).length > 0);
  const hasRatio = RATIOS.some((name) => present.has(headerKey(name)));
  const terms = [
    ...(hasRatio ? [] : RATIOS),
    'Portion',
    'And',
    ...TERMS.filter(({ byRow }) => byRow).map(({ name }) => name),
  ];
  return {
    fields,
    derived: DERIVED.filter((field) => !fields.includes(field) && missingHeaders(field, headers).length > 0),
    terms: terms.filter((name) => !present.has(headerKey(name))),
  };
}

/** The comparison that is usual for what a field holds. */
export const usualComparison = (field: string): Comparison =>
  cellKind('OfferRatios', field, '') === 'text' ? 'in' : 'between';

/** The headers of a criterion that the table does not have yet. */
export function criterionHeaders(
  field: string,
  comparison: Comparison,
  headers: readonly string[],
): readonly string[] {
  const wanted: Readonly<Record<Comparison, readonly string[]>> = {
    between: [`${field} From`, `${field} To`],
    from: [`${field} From`],
    to: [`${field} To`],
    in: [field],
  };
  const present = new Set(headers.map(headerKey));
  return wanted[comparison].filter((header) => !present.has(headerKey(header)));
}

const missingHeaders = (field: string, headers: readonly string[]): readonly string[] =>
  COMPARISONS.flatMap((comparison) => criterionHeaders(field, comparison, headers));

/** The field of a criteria column; empty for a column that is none. */
export function criterionField(header: string): string {
  const key = headerKey(header);
  const isOther = [...RATIOS, 'And', 'Portion'].some((name) => headerKey(name) === key);
  if (isOther || termNamed(header)?.byRow === true || isPersonal(header)) return '';
  return header.replace(/\s+(from|to)$/i, '');
}
