/** Compares the elections with the ledger: elections for unknown or not eligible grants, late ones, unreadable ones. */
import { dated } from '../basics/day.ts';
import { inSequence, say } from '../basics/sentence.ts';
import { isLate } from '../election/elections.ts';
import { REASON_SEPARATOR } from '../eligibility/rules.ts';
import type { Checks } from './checks.ts';
import type { Offer } from './read-offer.ts';
import type { Selection } from './selection.ts';

export function checkElections(offer: Offer, selection: Selection, checks: Checks): void {
  const { elections, electionsTable, terms } = offer;
  if (electionsTable === undefined) return;
  const { block } = electionsTable;
  for (const { row, column, problem } of elections.unreadable)
    checks.addAt('Error', block, row, column, say`${problem} The election is not counted.`);

  const grantsOfHolder = new Map<string, number[]>();
  const holderOfGrant = new Map<string, string>();
  selection.grant.forEach((grant, index) => {
    const holder = selection.holder[index] ?? '';
    const known = grantsOfHolder.get(holder);
    if (known === undefined) grantsOfHolder.set(holder, [index]);
    else known.push(index);
    holderOfGrant.set(grant, holder);
  });
  for (const event of elections.events) {
    const grants = grantsOfHolder.get(event.holder);
    const named =
      event.grant === undefined ? grants : grants?.filter((index) => selection.grant[index] === event.grant);
    if (grants === undefined)
      checks.addAt(
        'Warning',
        block,
        event.row,
        'Holder ID',
        say`Holder ${event.holder} is not in the ledger`,
      );
    else if (named?.length === 0 && event.grant !== undefined) {
      const owner = holderOfGrant.get(event.grant);
      checks.addAt(
        'Warning',
        block,
        event.row,
        'Grant ID',
        owner === undefined
          ? say`Grant ${event.grant} is not in the ledger`
          : say`Grant ${event.grant} belongs to holder ${owner}, not to ${event.holder}`,
      );
    }
    if (isLate(event, terms.expiration))
      checks.addAt(
        'Info',
        block,
        event.row,
        'Received',
        event.action === 'Elect'
          ? say`The election of holder ${event.holder} came in at ${dated(event.received)}, after the offer expired: it does not count`
          : say`The withdrawal of holder ${event.holder} came in at ${dated(event.received)}, after the offer expired: it does not count`,
      );
    else if (event.action === 'Elect' && named !== undefined && named.length > 0)
      warnNotEligible(event.row, event.grant, named, offer, selection, checks);
  }
}

/** An election still in force for grants of which none can be exchanged. */
function warnNotEligible(
  row: number,
  grant: string | undefined,
  named: readonly number[],
  { electionsTable }: Offer,
  selection: Selection,
  checks: Checks,
): void {
  const inForce = named.filter((index) => selection.election[index] === 'Elected');
  if (electionsTable === undefined || inForce.length === 0) return;
  if (inForce.some((index) => selection.isEligible(index) || selection.required[index] === true)) return;
  const first = inForce[0] ?? 0;
  checks.addAt(
    'Warning',
    electionsTable.block,
    row,
    'Grant ID',
    grant === undefined
      ? say`Holder ${selection.holder[first] ?? ''} elects every grant, but none is eligible`
      : say`Grant ${grant} is elected but not eligible: ${inSequence(
          (selection.reasons[first] ?? []).map(({ reason }) => reason),
          REASON_SEPARATOR,
        )}`,
  );
}
