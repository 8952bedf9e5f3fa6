/**
 * What a closing keeps of the workbook, and the digests by which a log can prove what a step was computed from. It
 * works on cells as the workbook has them; it does not know where they are kept.
 */
import type { CellBlock } from '../../basics/block.ts';
import type { CellValue } from '../../basics/cell.ts';
import { digestOf } from './digest.ts';
import type { FrozenTables, KeptTable, OfferSource, OfferTableName } from '../offer-source.ts';
import { offerTable } from '../offer-table.ts';
import { readLedger } from '../tables/read-ledger.ts';

/**
 * The ledger from its header row on, and the elections, as they stand: dates uncorrected for a 1904 workbook, as the
 * cells have them.
 *
 * @throws RegrantError no ledger, a needed column missing, or several ledgers to choose from
 */
export function freezeTables(source: OfferSource): FrozenTables {
  const { block, firstHeaderOffset } = readLedger({ ...source, date1904: false });
  const ledger: CellBlock = {
    sheet: block.sheet,
    row: block.row + firstHeaderOffset,
    column: block.column,
    values: block.values.slice(firstHeaderOffset),
  };
  const elections = offerTable(source, 'OfferElections')?.block;
  return { ledger, ...(elections === undefined ? {} : { elections: plain(elections) }) };
}

const plain = ({ sheet, row, column, values }: CellBlock): CellBlock => ({ sheet, row, column, values });

/** SHA-256 of what an offer is computed from, each as 64 hexadecimal digits. */
export interface OfferDigests {
  readonly ledger: string;
  /** Over OfferTerms, OfferRules, OfferRatios and OfferEvents, and OfferColumns where it is there, together. */
  readonly terms: string;
  readonly elections: string;
  readonly prices: string;
}

const TERMS: readonly OfferTableName[] = ['OfferTerms', 'OfferRules', 'OfferRatios', 'OfferEvents'];

/** The digests of what counts: the frozen ledger and elections, where the offer is closed. */
export function offerDigests(source: OfferSource): OfferDigests {
  let digests = DIGESTS.get(source);
  if (digests === undefined) DIGESTS.set(source, (digests = digestsOf(source)));
  return digests;
}

/** A reading never changes, and a large ledger takes a while: what asks again is given the same. */
const DIGESTS = new WeakMap<OfferSource, OfferDigests>();

function digestsOf(source: OfferSource): OfferDigests {
  const { ledger, elections } = source.frozen ?? freezeTables(source);
  return {
    ledger: digestOf(ledger.values),
    terms: termsDigest(keptTerms(source)),
    elections: digestOf(elections?.values ?? []),
    prices: digestOf(offerTable(source, 'OfferPrices')?.block.values ?? []),
  };
}

/** The tables of the terms as they stand, for an opening or an amendment to keep. */
export const keptTerms = (source: OfferSource): readonly KeptTable[] =>
  [...TERMS, 'OfferColumns' as const].flatMap((name) => {
    const table = offerTable(source, name);
    return table === undefined ? [] : [{ name, block: plain(table.block) }];
  });

/** The digest of the terms, from the tables that are there. */
export function termsDigest(tables: readonly KeptTable[]): string {
  const find = (wanted: OfferTableName) => tables.find(({ name }) => name === wanted)?.block.values;
  const names = find('OfferColumns') === undefined ? TERMS : [...TERMS, 'OfferColumns' as const];
  return digestOf(
    names.flatMap((name): CellValue[][] => [[name], ...(find(name) ?? []).map((row) => [...row])]),
  );
}
