/** Explain: how the results of the selected grant came about, each figure with the cell it came from. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import { idText } from '../../domain/basics/cell.ts';
import { breakeven } from '../../domain/economics/breakeven.ts';
import {
  type ExplainedCount,
  type ExplainedRule,
  explainGrant,
  type Explanation,
  type Sourced,
} from '../../domain/offer/explain.ts';
import type { GrantStatus } from '../../domain/offer/grant-status.ts';
import { parseCellLink } from '../state/cell-link.ts';
import { exactText } from '../state/exact-text.ts';
import { BreakEvenChart } from './charts.tsx';
import { useLanguage, usePane } from './pane-context.ts';
import { CellButton, Message, Section, StatusBadge } from './parts.tsx';

export function ExplainPage({
  ledgerRow,
  selected,
}: {
  readonly ledgerRow: number | undefined;
  /** The selected cell's address, where it belongs to no grant. */
  readonly selected: string | undefined;
}): ReactNode {
  const { t } = useLanguage();
  const { snapshot, view } = usePane();
  const explanation = useMemo(
    () =>
      view.run === undefined || ledgerRow === undefined
        ? undefined
        : explainGrant(snapshot.source, ledgerRow),
    [view.run, snapshot, ledgerRow],
  );
  if (view.run === undefined) return <Message intent="info">{t.explain.unavailable}</Message>;
  if (explanation === undefined)
    return (
      <div className="rg-empty">
        <p>{t.explain.intro}</p>
        {selected === undefined ? null : <p className="rg-note">{t.explain.notAGrant(selected)}</p>}
      </div>
    );
  const status = view.statuses[view.run.ledgerRows.indexOf(explanation.ledgerRow)] ?? 'Not eligible';
  return <Explained explanation={explanation} status={status} />;
}

function Explained({
  explanation,
  status,
}: {
  readonly explanation: Explanation;
  readonly status: GrantStatus;
}): ReactNode {
  const { t, spoken } = useLanguage();
  const { ledgerSheet, ledgerRow, count, price } = explanation;
  return (
    <>
      <div className="rg-card rg-hero">
        <div className="rg-row">
          <h2>{t.explain.grant(explanation.grant)}</h2>
          <StatusBadge status={status} />
        </div>
        <div className="rg-row">
          <span className="rg-who">{t.explain.holder(explanation.holder)}</span>
          <CellButton link={{ sheet: ledgerSheet, address: `A${ledgerRow}` }}>
            {`${t.explain.ledgerRow} ${ledgerRow}`}
          </CellButton>
        </div>
        {explanation.notes.length === 0 ? null : (
          <p className="rg-note">{explanation.notes.map(spoken).join('; ')}</p>
        )}
      </div>
      <Eligibility explanation={explanation} />
      <Election explanation={explanation} />
      {count === undefined ? (
        <p className="rg-note">{t.explain.notExchanged}</p>
      ) : (
        <>
          <Count count={count} />
          {price === undefined ? null : <Price price={price} />}
          <Vesting vesting={explanation.vesting} />
          <BreakEven explanation={explanation} />
        </>
      )}
    </>
  );
}

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

function Source({ cell }: { readonly cell: string | undefined }): ReactNode {
  const link = parseCellLink(cell);
  return link === undefined ? null : <CellButton link={link} />;
}

function Eligibility({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { t, spoken } = useLanguage();
  const { eligible, standing, rules } = explanation;
  return (
    <Section title={t.explain.eligibility} aside={eligible ? t.explain.yes : t.explain.no}>
      {standing.length === 0 ? null : <p className="rg-bad">{standing.map(spoken).join('; ')}</p>}
      {rules.length === 0 ? <p className="rg-note">{t.explain.noRules}</p> : null}
      <ul className="rg-list rg-rules">
        {rules.map((rule) => (
          <RuleLine key={rule.rule} rule={rule} />
        ))}
      </ul>
    </Section>
  );
}

function RuleLine({ rule }: { readonly rule: ExplainedRule }): ReactNode {
  const { t, spoken } = useLanguage();
  const shown = useShown();
  const ruleLink = parseCellLink(rule.rule);
  return (
    <li className={rule.passes ? 'rg-rule rg-passes' : 'rg-rule rg-fails'}>
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

function Election({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { t, format } = useLanguage();
  const { election, elections, lookBackFrom } = explanation;
  const state =
    election === 'Elected'
      ? t.explain.elected
      : election === 'Withdrawn'
        ? t.explain.withdrawn
        : t.explain.notElected;
  return (
    <Section title={t.explain.elections} aside={state}>
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

function Count({ count }: { readonly count: ExplainedCount }): ReactNode {
  const { t, format, spoken } = useLanguage();
  const exact = exactText(count.exact);
  const shown = format.exact(exact.text);
  const isWhole = count.exact.denominator === 1n;
  const cancelled = format.shares(count.cancelled.value);
  const last = count.events.at(-1)?.after ?? count.rounded;
  const ratio = count.ratio.toString();
  return (
    <Section title={t.explain.count} aside={format.shares(last)}>
      <p className="rg-formula">
        <span>{t.explain.times(cancelled, ratio)}</span>{' '}
        <span>{exact.isExact ? t.explain.equals(shown) : t.explain.about(shown)}</span>
        {isWhole ? null : (
          <span>
            ,{' '}
            {t.explain.rounded(
              t.explain.directions[count.rounding] ?? count.rounding,
              format.shares(count.rounded),
            )}
          </span>
        )}
      </p>
      {isWhole ? <p className="rg-note">{t.explain.whole}</p> : null}
      <ul className="rg-list">
        <li className="rg-row">
          <span>{t.explain.cancelledShares}</span>
          <Source cell={count.cancelled.cell} />
        </li>
        <li className="rg-row">
          <span>
            {t.explain.ratioFrom} {`${spoken(count.ratioLabel)}: ${ratio}`}
          </span>
          <Source cell={count.ratioCell} />
        </li>
        {count.events.map(({ label, cell, before, after }) => (
          <li key={cell} className="rg-row">
            <span>{t.explain.event(spoken(label), format.shares(before), format.shares(after))}</span>
            <Source cell={cell} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Price({ price }: { readonly price: NonNullable<Explanation['price']> }): ReactNode {
  const { t, format } = useLanguage();
  const shown = price.price === undefined ? '' : format.price(price.price);
  return (
    <Section title={t.explain.price} aside={shown}>
      <div className="rg-row">
        <span>{t.explain.priceRule(price.rule, format.day(price.date))}</span>
        <Source cell={price.cell} />
      </div>
      {price.state === 'promised' ? <p className="rg-note">{t.explain.promised}</p> : null}
      {price.state === 'missing' ? <p className="rg-bad">{t.explain.missing}</p> : null}
    </Section>
  );
}

const DATES_AT_FIRST = 6;

function Vesting({ vesting }: { readonly vesting: Explanation['vesting'] }): ReactNode {
  const { t, format } = useLanguage();
  const [isWhole, setIsWhole] = useState(false);
  if (vesting === undefined) return null;
  const { installments, until } = vesting;
  const shown = isWhole ? installments : installments.slice(0, DATES_AT_FIRST);
  return (
    <Section title={t.explain.vesting}>
      <p>{t.explain.schedule(vesting.schedule, format.day(vesting.start))}</p>
      <p className="rg-note">{vesting.allocation}</p>
      <table className="rg-table">
        <thead>
          <tr>
            <th scope="col">{t.explain.date}</th>
            <th scope="col">{t.explain.sharesColumn}</th>
            <th scope="col">{t.explain.cumulative}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ date, shares, cumulative }) => (
            <tr key={date}>
              <td>{format.day(date)}</td>
              <td>{format.shares(shares)}</td>
              <td>{format.shares(cumulative)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {installments.length <= shown.length ? null : (
        <Button size="small" onClick={() => setIsWhole(true)}>
          {t.explain.all(installments.length)}
        </Button>
      )}
      {until === undefined ? null : <p className="rg-bad">{t.explain.until(format.day(until))}</p>}
    </Section>
  );
}

function BreakEven({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { t, format } = useLanguage();
  const { view } = usePane();
  const { count, price } = explanation;
  const oldPrice = oldPriceOf(view.run, explanation);
  if (count === undefined || price?.price === undefined || oldPrice === undefined) return null;
  const old = { shares: Number(count.cancelled.value), price: oldPrice };
  const renewed = {
    shares: count.events.at(-1)?.after ?? count.rounded,
    price: price.price,
  };
  const meeting = meetingPrice(old, renewed);
  return (
    <Section title={t.explain.breakEven} aside={meeting === undefined ? undefined : format.price(meeting)}>
      {meeting === undefined ? (
        <p className="rg-note">{t.explain.noBreakEven}</p>
      ) : (
        <>
          <p>{t.explain.breakEvenAt(format.price(meeting))}</p>
          <BreakEvenChart old={old} renewed={renewed} meeting={meeting} />
        </>
      )}
    </Section>
  );
}

function oldPriceOf(
  run: ReturnType<typeof usePane>['view']['run'],
  { ledgerRow }: Explanation,
): number | undefined {
  const row = run?.eligibility.rows[run.ledgerRows.indexOf(ledgerRow)];
  const at = run?.eligibility.definition.columns.findIndex(({ name }) => name === 'Exercise Price') ?? -1;
  const value = row?.[at];
  return typeof value === 'number' ? value : undefined;
}

function meetingPrice(old: { shares: number; price: number }, renewed: { shares: number; price: number }) {
  try {
    // To a hundredth of a cent: what is beyond it is of no use to a person.
    return Number(breakeven(old.shares, old.price, renewed.shares, renewed.price).toFixed(4));
  } catch {
    return undefined;
  }
}
