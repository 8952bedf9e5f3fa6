/** The Open Cap Format's objects around the transactions: issuer, holders, plans, classes of stock. */
import { planKey } from '../domain/offer/tables/plans.ts';
import type { LineFact } from '../domain/offer/results/facts.ts';
import { plainNumber } from './csv.ts';
import { cellText, type Holder } from './holders.ts';
import type { OutputSource } from './output.ts';

/** What the format needs and no workbook of an offer has; a comment beside says so. */
export const ocfIssuer = (company: string): object => ({
  id: 'issuer',
  object_type: 'ISSUER',
  legal_name: company,
  formation_date: '1900-01-01',
  country_of_formation: 'XX',
  comments: ['formation_date and country_of_formation are not known to the offer: both are placeholders.'],
});

export const ocfStakeholder = (holder: Holder): object => ({
  id: stakeholderId(holder.id),
  object_type: 'STAKEHOLDER',
  name: { legal_name: cellText(holder.cell('Holder Name')) },
  stakeholder_type: 'INDIVIDUAL',
  issuer_assigned_id: holder.id,
});

export const stakeholderId = (holder: string): string => `holder-${holder}`;

/** The plan of a new award. */
export const newPlanName = ({ line, cell }: LineFact): string =>
  line.terms.newPlan === '' ? cellText(cell('Plan')) : line.terms.newPlan;

export const planId = (plan: string): string => `plan-${planKey(plan)}`;

export function ocfPlans({ offer }: OutputSource, lines: readonly LineFact[]): readonly object[] {
  const names = new Map<string, { name: string; classes: Set<string> }>();
  for (const fact of lines) {
    const name = newPlanName(fact);
    if (name === '') continue;
    const plan = names.get(planId(name)) ?? { name, classes: new Set<string>() };
    plan.classes.add(classId(className(fact)));
    names.set(planId(name), plan);
  }
  return [...names].map(([id, { name, classes }]) => {
    const known = offer.plans.find((plan) => plan.key === planKey(name))?.authorised;
    return {
      id,
      object_type: 'STOCK_PLAN',
      plan_name: name,
      initial_shares_reserved: known === undefined ? '0' : plainNumber(known),
      stock_class_ids: [...classes],
      ...(known === undefined
        ? { comments: ['initial_shares_reserved is not known to the offer: 0 is a placeholder.'] }
        : {}),
    };
  });
}

/** The class of stock of a new award: the offer's, the old one's, else common stock. */
export function className({ line, cell }: LineFact): string {
  const own = line.terms.newStockClass === '' ? cellText(cell('Stock Class')) : line.terms.newStockClass;
  return own === '' ? 'Common' : own;
}

export const classId = (name: string): string => `class-${name.toLowerCase()}`;

export function ocfStockClasses(lines: readonly LineFact[]): readonly object[] {
  const names = new Map(lines.map((fact) => [classId(className(fact)), className(fact)]));
  return [...names].map(([id, name]) => ({
    id,
    object_type: 'STOCK_CLASS',
    name,
    class_type: /preferred/i.test(name) ? 'PREFERRED' : 'COMMON',
    default_id_prefix: 'CS-',
    initial_shares_authorized: 'NOT APPLICABLE',
    votes_per_share: '1',
    seniority: '1',
    comments: ['votes_per_share and seniority are not known to the offer: both are placeholders.'],
  }));
}
