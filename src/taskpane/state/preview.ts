/**
 * The preview's list and figures: each grant's status from a run that wrote nothing, filtered and searched, and what a
 * person assumes instead of the offer's terms. Pure.
 */
import { type CellValue, idText } from '../../domain/basics/cell.ts';
import { RegrantError } from '../../domain/basics/error.ts';
import { parseRatio } from '../../domain/exchange/ratio.ts';
import { type GrantStatus, grantStatuses } from '../../domain/offer/life/grant-status.ts';
import { english, type Words } from '../../domain/basics/sentence.ts';
import type { Breakdown, OfferRun } from '../../domain/offer/offer-run.ts';
import type { Reason } from '../../domain/offer/selection/grant.ts';
import type { Line } from '../../domain/offer/steps/line.ts';
import type { Stage } from '../../domain/offer/life/stage.ts';
import type { WhatIf } from '../../domain/offer/what-if.ts';
import type { Format } from '../strings/format.ts';
import { cellEntry } from './term-fields.ts';

export interface PreviewRow {
  readonly holder: string;
  readonly name: string;
  readonly grant: string;
  readonly price: CellValue;
  readonly outstanding: CellValue;
  readonly status: GrantStatus;
  readonly isLookBack: boolean;
  readonly reasons: readonly Reason[];
  /** Undefined where the grant brings none: it takes no part, or lapses. */
  readonly newShares: number | undefined;
  readonly newPrice: CellValue;
  /** What a person should know of the new grant, such as why it lapses. */
  readonly notes: readonly Words[];
  readonly ledgerRow: number;
}

export function previewRows(run: OfferRun, stage: Stage): readonly PreviewRow[] {
  const linesOf = new Map<number, Line[]>();
  for (const { line } of run.lines) {
    const known = linesOf.get(line.grant.index);
    if (known === undefined) linesOf.set(line.grant.index, [line]);
    else known.push(line);
  }
  const statuses = grantStatuses(run, stage);
  return run.grants.map(({ grant, cell }, index) => {
    const lines = linesOf.get(index) ?? [];
    const brings = lines.filter(({ status }) => status !== 'Lapsed');
    // Only an award that is exercised has a price; units and stock cost nothing.
    const prices = new Set(brings.filter(({ award }) => award.hasPrice).map(({ price }) => price));
    const [price] = prices;
    return {
      holder: grant.holder,
      name: idText(cell('Holder Name')),
      grant: grant.id,
      price: cell('Exercise Price'),
      outstanding: grant.outstanding < 0 ? '' : grant.outstanding,
      status: statuses[index] ?? 'Not eligible',
      isLookBack: grant.isRequired,
      reasons: grant.reasons,
      newShares: brings.length === 0 ? undefined : brings.reduce((sum, { shares }) => sum + (shares ?? 0), 0),
      newPrice: prices.size === 1 ? (price ?? '') : '',
      notes: [...new Set(lines.flatMap(({ notes }) => notes))],
      ledgerRow: run.ledgerRows[index] ?? 0,
    };
  });
}

export interface PreviewFilter {
  readonly status: GrantStatus | undefined;
  /** What the summary counts under one heading. */
  readonly reason: Words | undefined;
  readonly search: string;
}

export function filterRows(
  rows: readonly PreviewRow[],
  { status, reason, search }: PreviewFilter,
): readonly PreviewRow[] {
  const group = reason === undefined ? undefined : english(reason);
  const needle = search.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (status === undefined || row.status === status) &&
      (group === undefined || row.reasons.some((one) => english(one.group) === group)) &&
      (needle === '' || `${row.grant}\n${row.holder}\n${row.name}`.toLowerCase().includes(needle)),
  );
}

/** The what-if's fields as they were typed; blank leaves the offer as it is. */
export interface WhatIfFields {
  readonly ratio: string;
  readonly floor: string;
  /** Percent of what is eligible. */
  readonly participation: string;
}

/** What a person has chosen to see, kept while the pane is open. */
export interface PreviewChoices extends PreviewFilter {
  readonly whatIf: WhatIfFields;
}

export const AS_IT_IS: WhatIfFields = { ratio: '', floor: '', participation: '' };
export const ALL_GRANTS: PreviewChoices = {
  status: undefined,
  reason: undefined,
  search: '',
  whatIf: AS_IT_IS,
};

export const isAsItIs = (fields: WhatIfFields): boolean =>
  Object.values(fields).every((text: string) => text.trim() === '');

export interface WhatIfReading {
  readonly assumptions: WhatIf;
  /** The fields that hold what they do not take; then there is no what-if. */
  readonly wrong: readonly (keyof WhatIfFields)[];
}

export function readWhatIf(fields: WhatIfFields, format: Format): WhatIfReading {
  const given = (field: keyof WhatIfFields): boolean => fields[field].trim() !== '';
  const ratio = given('ratio') ? ratioIn(fields.ratio, format) : undefined;
  const floor = format.number(fields.floor);
  const percent = format.number(fields.participation);
  const isRight: Readonly<Record<keyof WhatIfFields, boolean>> = {
    ratio: ratio !== undefined,
    floor: floor !== undefined && floor >= 0,
    participation: percent !== undefined && percent >= 0 && percent <= 100,
  };
  return {
    assumptions: {
      ...(ratio === undefined ? {} : { ratio }),
      ...(floor === undefined ? {} : { priceFloor: floor }),
      ...(percent === undefined ? {} : { participation: percent / 100 }),
    },
    wrong: (['ratio', 'floor', 'participation'] as const).filter((field) => given(field) && !isRight[field]),
  };
}

function ratioIn(text: string, format: Format): CellValue {
  const ratio = cellEntry('ratio', text, format)?.value;
  try {
    parseRatio(ratio);
    return ratio;
  } catch (error) {
    if (!(error instanceof RegrantError)) throw error;
    return undefined;
  }
}

export const measureOf = (run: OfferRun, name: string): number =>
  Number(run.summary.measures.find((measure) => measure.name === name)?.value ?? 0);

export const breakdownOf = (run: OfferRun, title: string): Breakdown | undefined =>
  run.summary.breakdowns.find((breakdown) => breakdown.title === title);
