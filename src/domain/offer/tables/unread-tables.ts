/** Tables of the offer's contract that a run does not read yet. What a person filled in there is not passed over in silence. */
import { say } from '../../basics/sentence.ts';
import type { Checks } from '../check.ts';
import type { OfferSource } from '../offer-source.ts';
import { offerTable } from '../offer-table.ts';

const UNREAD = ['OfferValues', 'OfferScenarios'] as const;

/** Adds a warning for each such table that has a row. */
export function unreadRemarks(source: OfferSource, checks: Checks): void {
  for (const name of UNREAD) {
    const table = offerTable(source, name);
    const [first] = table?.rows ?? [];
    if (table !== undefined && first !== undefined)
      checks.addAt(
        'Warning',
        table.block,
        first,
        '',
        say`${name} is not read by this version of Regrant: no result depends on it`,
      );
  }
}
