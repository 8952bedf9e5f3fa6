/** Compares the elections with the ledger: elections for unknown or not eligible grants, late ones, unreadable ones. */
import { dated } from '../../basics/day.ts';
import { inSequence, say } from '../../basics/sentence.ts';
import type { ElectionForm } from '../../election/election-forms.ts';
import { REASON_SEPARATOR } from '../../eligibility/rules.ts';
import type { Checks } from '../check.ts';
import type { Grant } from '../selection/grant.ts';
import type { Offer } from '../offer.ts';
import type { Selection } from '../selection/selection.ts';

export function checkElections(
  offer: Offer,
  { grants }: Selection,
  exchanged: ReadonlySet<Grant>,
  checks: Checks,
): void {
  const { forms, electionsTable } = offer;
  if (electionsTable === undefined) return;
  const { block } = electionsTable;
  for (const { row, column, problem } of forms.unreadable)
    checks.addAt('Error', block, row, column, say`${problem} The election is not counted.`);

  const grantsOfHolder = new Map<string, Grant[]>();
  const ownerOf = new Map<string, string>();
  for (const grant of grants) {
    const known = grantsOfHolder.get(grant.holderKey);
    if (known === undefined) grantsOfHolder.set(grant.holderKey, [grant]);
    else known.push(grant);
    ownerOf.set(grant.idKey, grant.holder);
  }
  for (const form of forms.forms) {
    const own = grantsOfHolder.get(form.holderKey);
    const named = form.grantKey === undefined ? own : own?.filter(({ idKey }) => idKey === form.grantKey);
    if (own === undefined)
      checks.addAt('Warning', block, form.row, 'Holder ID', say`Holder ${form.holder} is not in the ledger`);
    else if (named?.length === 0 && form.grant !== undefined) {
      const owner = ownerOf.get(form.grantKey ?? '');
      checks.addAt(
        'Warning',
        block,
        form.row,
        'Grant ID',
        owner === undefined
          ? say`Grant ${form.grant} is not in the ledger`
          : say`Grant ${form.grant} belongs to holder ${owner}, not to ${form.holder}`,
      );
    }
    if (form.lacksTime)
      checks.addAt(
        'Warning',
        block,
        form.row,
        'Received',
        say`The form of holder ${form.holder} came in on the day of the expiration, without a time: it counts as the start of that day`,
      );
    if (form.isLate)
      checks.addAt(
        'Info',
        block,
        form.row,
        'Received',
        form.action === 'Elect'
          ? say`The election of holder ${form.holder} came in at ${dated(form.received)}, after the offer expired: it does not count`
          : say`The withdrawal of holder ${form.holder} came in at ${dated(form.received)}, after the offer expired: it does not count`,
      );
    else if (form.action === 'Elect' && named !== undefined && named.length > 0)
      warnOfNothing(form, named, offer, exchanged, checks);
  }
}

/** An election still in force for grants of which none is exchanged. */
function warnOfNothing(
  form: ElectionForm,
  named: readonly Grant[],
  { electionsTable, awardFor }: Offer,
  exchanged: ReadonlySet<Grant>,
  checks: Checks,
): void {
  const inForce = named.filter(({ election }) => election === 'Elected');
  const [first] = inForce;
  if (electionsTable === undefined || first === undefined) return;
  if (inForce.some((grant) => exchanged.has(grant))) return;
  const warn = (problem: Parameters<Checks['add']>[4]): void =>
    checks.addAt('Warning', electionsTable.block, form.row, 'Grant ID', problem);
  const eligible = inForce.find(({ isEligible }) => isEligible);
  if (eligible !== undefined) {
    if (awardFor(eligible, 'All', form.choice)?.isKept === true)
      warn(say`Grant ${eligible.id} is kept and not part of the offer: its election brings in nothing`);
    return;
  }
  if (inForce.some(({ isRequired }) => isRequired)) return;
  warn(
    form.grant === undefined
      ? say`Holder ${first.holder} elects every grant, but none is eligible`
      : say`Grant ${form.grant} is elected but not eligible: ${inSequence(
          first.reasons.map(({ reason }) => reason),
          REASON_SEPARATOR,
        )}`,
  );
}
