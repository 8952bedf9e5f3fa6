/** The holders for whom papers are made, each with their grants and lines, in the ledger's order; and which are asked for. */
import { type CellValue, idText, isBlank } from '../domain/basics/cell.ts';
import type { OfferRun } from '../domain/offer/offer-run.ts';
import type { GrantFact, LineFact } from '../domain/offer/results/facts.ts';
import { idKey } from '../domain/ledger/id-key.ts';
import { wordKey } from '../domain/basics/words.ts';
import type { OutputRequest } from './output.ts';

export interface Holder {
  readonly id: string;
  readonly key: string;
  /** A cell of the holder by its column's name: the first of their rows that has one. */
  readonly cell: (column: string) => CellValue;
  readonly grants: readonly GrantFact[];
  readonly lines: readonly LineFact[];
}

/** A cell as text: a number in plain digits. */
export const cellText = (value: CellValue): string => (isBlank(value) ? '' : String(value).trim());

export function holdersOf({ grants, lines }: OfferRun): readonly Holder[] {
  const byHolder = new Map<string, { grants: GrantFact[]; lines: LineFact[] }>();
  for (const fact of grants) {
    const own = byHolder.get(fact.grant.holderKey);
    if (own === undefined) byHolder.set(fact.grant.holderKey, { grants: [fact], lines: [] });
    else own.grants.push(fact);
  }
  for (const fact of lines) byHolder.get(fact.line.grant.holderKey)?.lines.push(fact);
  return [...byHolder].map(([key, own]) => ({
    id: idText(own.grants[0]?.cell('Holder ID')),
    key,
    cell: (column) => own.grants.map(({ cell }) => cell(column)).find((value) => !isBlank(value)) ?? '',
    ...own,
  }));
}

/** Whether a holder is one of those asked for; several words are separated by `;`, case does not matter. */
export function isAskedFor({ key, cell }: Holder, { holder, country, status }: OutputRequest): boolean {
  const among = (words: string | undefined, has: (word: string) => boolean): boolean =>
    words === undefined || words.split(';').some((word) => has(word.trim()));
  const same = (column: string) => (word: string) => wordKey(cellText(cell(column))) === wordKey(word);
  return (
    among(holder, (word) => idKey(word) === key) &&
    among(country, same('Country')) &&
    among(status, same('Status'))
  );
}

/** The chosen holders' ids as they are compared; undefined where everybody is meant. */
export function chosenHolders(run: OfferRun, request: OutputRequest): ReadonlySet<string> {
  return new Set(
    holdersOf(run)
      .filter((holder) => isAskedFor(holder, request))
      .map(({ key }) => key),
  );
}
