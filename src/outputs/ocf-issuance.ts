/**
 * The new awards in the Open Cap Format: each with its exact vesting dates, and, where the format has words for the
 * schedule, with vesting terms and their start.
 */
import { formatDay } from '../domain/basics/day.ts';
import { RegrantError } from '../domain/basics/error.ts';
import type { Problems } from '../domain/basics/problems.ts';
import { say } from '../domain/basics/sentence.ts';
import { toOpenCapFormat } from '../domain/vesting/open-cap-format.ts';
import type { OpenCapVestingTerms } from '../domain/vesting/open-cap-conditions.ts';
import type { LineFact } from '../domain/offer/results/facts.ts';
import { plainNumber } from './csv.ts';
import { cellText } from './holders.ts';
import { className, classId, newPlanName, planId, stakeholderId } from './ocf-objects.ts';
import type { OutputSource } from './output.ts';

export interface OcfIssuances {
  readonly issuances: readonly object[];
  readonly vestingStarts: readonly object[];
  readonly vestingTerms: readonly object[];
}

export function ocfIssuances(
  { offer }: OutputSource,
  lines: readonly LineFact[],
  problems: Problems,
): OcfIssuances {
  const terms = new Terms();
  const [issuances, vestingStarts]: [object[], object[]] = [[], []];
  for (const { id, facts } of securities(lines, offer.terms.combinePer === 'Holder')) {
    const [fact] = facts;
    if (fact === undefined) continue;
    const { line } = fact;
    if (line.award.hasPrice && line.price === undefined) {
      problems.add(
        say`The exercise price of the new grant for ${line.grant.id} is not known yet: an Open Cap Format file needs it.`,
      );
      continue;
    }
    const own = terms.of(fact);
    issuances.push(issuance(id, facts, fact, own));
    const start = own?.vesting_conditions[0];
    if (start?.trigger.type === 'VESTING_START_DATE')
      vestingStarts.push({
        id: `vesting-start-${id}`,
        object_type: 'TX_VESTING_START',
        security_id: id,
        date: formatDay(line.terms.newGrant),
        vesting_condition_id: start.id,
      });
  }
  return { issuances, vestingStarts, vestingTerms: terms.list };
}

interface Security {
  readonly id: string;
  readonly facts: readonly LineFact[];
}

/** The lines that are one new award: those of one New Grant ID, where the offer combines them. */
function securities(lines: readonly LineFact[], isCombined: boolean): readonly Security[] {
  const found = new Map<string, LineFact[]>();
  for (const fact of lines) {
    const { line } = fact;
    if (!line.award.bringsShares || line.award.paysCash || line.status === 'Lapsed' || line.shares === 0)
      continue;
    const wanted = line.newGrantId === '' ? `${line.grant.id}-R` : line.newGrantId;
    const known = found.get(wanted);
    if (known !== undefined && isCombined && line.newGrantId !== '') {
      known.push(fact);
      continue;
    }
    let id = wanted;
    for (let count = 2; found.has(id); count++) id = `${wanted}-${String(count)}`;
    found.set(id, [fact]);
  }
  return [...found].map(([id, facts]) => ({ id, facts }));
}

function issuance(
  id: string,
  facts: readonly LineFact[],
  fact: LineFact,
  terms: OpenCapVestingTerms | undefined,
): object {
  const { line, cell } = fact;
  const isStock = line.award.name === 'Stock';
  const currency = cellText(cell('Currency')).toUpperCase();
  const monetary = (amount: number): object => ({
    amount: plainNumber(amount),
    currency: currency === '' ? 'USD' : currency,
  });
  const shares = facts.reduce((sum, own) => sum + (own.line.shares ?? 0), 0);
  const plan = newPlanName(fact);
  const vestings = vestingOf(facts);
  const common = {
    id: `issuance-${id}`,
    object_type: isStock ? 'TX_STOCK_ISSUANCE' : 'TX_EQUITY_COMPENSATION_ISSUANCE',
    date: formatDay(line.terms.newGrant),
    security_id: id,
    custom_id: id,
    stakeholder_id: stakeholderId(line.grant.holder),
    security_law_exemptions: [],
    consideration_text: `Exchanged for ${facts.map((own) => own.line.grant.id).join(', ')}`,
    stock_class_id: classId(className(fact)),
    ...(plan === '' ? {} : { stock_plan_id: planId(plan) }),
    quantity: plainNumber(shares),
    ...(terms === undefined ? {} : { vesting_terms_id: terms.id }),
    ...(vestings.length === 0 ? {} : { vestings }),
    ...(currency === '' && line.award.hasPrice
      ? { comments: ['The ledger names no Currency: the price is taken to be in US dollars.'] }
      : {}),
  };
  if (isStock) return { ...common, share_price: monetary(0), stock_legend_ids: [] };
  return {
    ...common,
    compensation_type: compensationOf(line),
    ...(line.award.name === 'Option' ? { exercise_price: monetary(line.price ?? 0) } : {}),
    ...(line.award.name === 'SAR' ? { base_price: monetary(line.price ?? 0) } : {}),
    expiration_date: line.expiration === undefined ? null : formatDay(line.expiration),
    termination_exercise_windows: [],
  };
}

function compensationOf({ award, terms }: LineFact['line']): string {
  if (award.name === 'RSU') return 'RSU';
  if (award.name === 'SAR') return 'SSAR';
  const type = terms.newGrantType.trim().toUpperCase();
  if (type === 'ISO') return 'OPTION_ISO';
  return /^(NSO|NQSO?|NQ)$/.test(type) ? 'OPTION_NSO' : 'OPTION';
}

/** Exact dates and shares, summed over what is combined. */
function vestingOf(facts: readonly LineFact[]): readonly { date: string; amount: string }[] {
  const byDay = new Map<number, number>();
  for (const { line } of facts)
    line.dates.forEach((day, index) => byDay.set(day, (byDay.get(day) ?? 0) + (line.amounts[index] ?? 0)));
  return [...byDay]
    .filter(([, shares]) => shares > 0)
    .sort(([one], [other]) => one - other)
    .map(([day, shares]) => ({ date: formatDay(day), amount: plainNumber(shares) }));
}

/** The vesting terms in use, each once. */
class Terms {
  readonly list: OpenCapVestingTerms[] = [];
  readonly #known = new Map<string, OpenCapVestingTerms | undefined>();

  of({ line, schedule }: LineFact): OpenCapVestingTerms | undefined {
    const own = line.terms.vesting?.schedule;
    if (own?.kind !== 'own' || own.notAfterExpiration) return undefined;
    const key = `${line.terms.allocation.name} ${schedule}`;
    if (!this.#known.has(key)) {
      const id = `vesting-terms-${String(this.list.length + 1)}`;
      try {
        const terms = toOpenCapFormat(own.schedule, id, line.terms.allocation);
        this.list.push(terms);
        this.#known.set(key, terms);
      } catch (error) {
        // A schedule that the format has no words for still has its exact dates.
        if (!(error instanceof RegrantError)) throw error;
        this.#known.set(key, undefined);
      }
    }
    return this.#known.get(key);
  }
}
