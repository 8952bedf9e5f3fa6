/** What the elections step shows: how many forms count, and which do not and why. Pure. */
import type { CellLink } from './cell-link.ts';
import { parseCellLink } from './cell-link.ts';
import { cellAddress } from '../../domain/basics/block.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import { type CheckLine, checkLines } from './check-lines.ts';

export interface ElectionsView {
  readonly hasTable: boolean;
  /** The table's header cell, where there is one. */
  readonly place: CellLink | undefined;
  readonly events: number;
  readonly withdrawals: number;
  readonly late: number;
  /** Who elects at least one grant that is eligible; other elections are among the problems. */
  readonly holdersElected: number;
  readonly holdersEligible: number;
  /** Who elects, but no grant that is eligible. */
  readonly holdersInVain: number;
  /** Rows that cannot be read or that concern no grant of the ledger. */
  readonly problems: readonly CheckLine[];
}

const NONE: ElectionsView = {
  hasTable: false,
  place: undefined,
  events: 0,
  withdrawals: 0,
  late: 0,
  holdersElected: 0,
  holdersEligible: 0,
  holdersInVain: 0,
  problems: [],
};

export function electionsView(offer: Offer | undefined, run: OfferRun | undefined): ElectionsView {
  if (offer?.electionsTable === undefined || run === undefined) return NONE;
  const { forms, electionsTable } = offer;
  const { block } = electionsTable;
  const measure = (name: string) => Number(run.summary.measures.find((one) => one.name === name)?.value ?? 0);
  const lastRow = block.row + block.values.length - 1;
  const isHere = (sheet: unknown, row: unknown) =>
    sheet === block.sheet && typeof row === 'number' && row >= block.row && row <= lastRow;
  return {
    hasTable: true,
    place: parseCellLink(cellAddress(block, 0, 0)),
    events: forms.forms.length,
    withdrawals: forms.forms.filter(({ action }) => action === 'Withdraw').length,
    late: forms.forms.filter(({ isLate }) => isLate).length,
    holdersElected: electingHolders(run, true),
    holdersEligible: measure('Holders eligible'),
    holdersInVain: electingHolders(run, false) - electingHolders(run, true),
    problems: checkLines(
      run.problems.filter(({ severity, sheet, row }) => severity !== 'Info' && isHere(sheet, row)),
      undefined,
    ),
  };
}

/** @param isEligible whether only elections for eligible grants count */
const electingHolders = ({ grants }: OfferRun, isEligible: boolean): number =>
  new Set(
    grants
      .filter(({ grant }) => (grant.isEligible || !isEligible) && grant.election === 'Elected')
      .map(({ grant }) => grant.holderKey),
  ).size;
