/** Why a grant takes part or does not: each rule with the value that it compared, and the elections that came in. */
import type { ReactNode } from 'react';
import { idText } from '../../domain/basics/cell.ts';
import type { ExplainedRule, Explanation, Sourced } from '../../domain/offer/explain.ts';
import { type CellLink, linkText, parseCellLink } from '../state/cell-link.ts';
import { type Place, Source } from './explain-source.tsx';
import { useLanguage } from './pane-context.ts';
import { CellButton, Section } from './parts.tsx';

/** A value as its field suggests: dates as dates, prices as prices. */
function useShown(): (field: string, sourced: Sourced) => string {
  const { t, format } = useLanguage();
  return (field, { value }) => {
    if (idText(value) === '') return t.explain.blank;
    if (typeof value !== 'number') return String(value);
    if (/\bDate$/i.test(field)) return format.day(value);
    return /price/i.test(field) ? format.price(value) : format.shares(value);
  };
}

export function Eligibility({
  explanation,
  cell,
  ...place
}: Place & { readonly explanation: Explanation; readonly cell: CellLink }): ReactNode {
  const { t, spoken } = useLanguage();
  const { eligible, standing, rules } = explanation;
  return (
    <Section title={t.explain.eligibility} aside={eligible ? t.explain.yes : t.explain.no} {...place}>
      {standing.length === 0 ? null : <p className="rg-bad">{standing.map(spoken).join('; ')}</p>}
      {rules.length === 0 ? <p className="rg-note">{t.explain.noRules}</p> : null}
      <ul className="rg-list rg-rules">
        {rules.map((rule) => (
          <RuleLine key={rule.rule} rule={rule} cell={cell} />
        ))}
      </ul>
    </Section>
  );
}

const isSameCell = (a: CellLink | undefined, b: CellLink): boolean =>
  a !== undefined && linkText(a) === linkText(b);

function RuleLine({ rule, cell }: { readonly rule: ExplainedRule; readonly cell: CellLink }): ReactNode {
  const { t, spoken } = useLanguage();
  const shown = useShown();
  const ruleLink = parseCellLink(rule.rule);
  return (
    <li
      className={`rg-rule ${rule.passes ? 'rg-passes' : 'rg-fails'}`}
      aria-current={isSameCell(parseCellLink(rule.value.cell), cell) ? true : undefined}
    >
      <span className="rg-mark" role="img" aria-label={rule.passes ? t.explain.passed : t.explain.failed} />
      <div>
        <span>
          {rule.field} <strong>{shown(rule.field, rule.value)}</strong> {spoken(rule.sentence)}
        </span>
        {rule.passes || rule.reason === '' ? null : (
          <span className="rg-bad rg-block">{spoken(rule.reason)}</span>
        )}
        <span className="rg-links">
          <Source cell={rule.value.cell} />
          {ruleLink === undefined ? null : (
            <CellButton link={ruleLink}>{`${t.explain.rule} ${ruleLink.address}`}</CellButton>
          )}
          {rule.waivedForLookBack ? <span className="rg-note">{t.explain.waived}</span> : null}
        </span>
      </div>
    </li>
  );
}

export function Election({
  explanation,
  ...place
}: Place & { readonly explanation: Explanation }): ReactNode {
  const { t, format } = useLanguage();
  const { election, elections, lookBackFrom } = explanation;
  const state =
    election === 'Elected'
      ? t.explain.elected
      : election === 'Withdrawn'
        ? t.explain.withdrawn
        : t.explain.notElected;
  return (
    <Section title={t.explain.elections} aside={state} {...place}>
      {lookBackFrom === undefined ? null : <p>{t.explain.lookBack(format.day(lookBackFrom))}</p>}
      {elections.length === 0 ? <p className="rg-note">{t.explain.noForms}</p> : null}
      <ul className="rg-list">
        {elections.map(({ action, received, late, cell }) => (
          <li key={cell} className="rg-row">
            <span>
              {action === 'Elect' ? t.explain.elect : t.explain.withdraw}, {format.moment(received)}
              {late ? <span className="rg-bad"> ({t.explain.late})</span> : null}
            </span>
            <Source cell={cell} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
