/** Explain: how the results of the selected grant came about, each figure with the cell it came from. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { idText } from '../../domain/basics/cell.ts';
import { Fraction } from '../../domain/basics/fraction.ts';
import { english, sentenceOf } from '../../domain/basics/sentence.ts';
import { breakeven } from '../../domain/economics/breakeven.ts';
import {
  type ExplainedCount,
  type ExplainedInstallment,
  type ExplainedRule,
  explainGrant,
  type Explanation,
  type Sourced,
} from '../../domain/offer/explain.ts';
import type { GrantStatus } from '../../domain/offer/grant-status.ts';
import { type CellLink, linkText, parseCellLink } from '../state/cell-link.ts';
import { exactText } from '../state/exact-text.ts';
import type { ExplainPart, ExplainTarget } from '../state/explain-target.ts';
import { cellsOfTotal, TOTAL_SOURCES } from '../state/explain-total.ts';
import { BreakEvenChart } from './charts.tsx';
import { useLanguage, usePane } from './pane-context.ts';
import { CellButton, Empty, Incomplete, Message, Section, StatusBadge } from './parts.tsx';

export function ExplainPage({ target }: { readonly target: ExplainTarget | undefined }): ReactNode {
  const { t } = useLanguage();
  const { snapshot, view, aim, reach } = usePane();
  const ledgerRow = target?.kind === 'grant' ? target.ledgerRow : undefined;
  const explanation = useMemo(
    () =>
      view.run === undefined || ledgerRow === undefined
        ? undefined
        : explainGrant(snapshot.source, ledgerRow),
    [view.run, snapshot, ledgerRow],
  );
  const part = explanation === undefined || target?.kind !== 'grant' ? undefined : target.part;
  const place = target?.kind === 'grant' ? `${ledgerRow} ${linkText(target.cell)}` : undefined;
  useEffect(() => {
    if (part === undefined) return;
    const section = document.querySelector<HTMLElement>(`[data-part="${part}"]`);
    section?.scrollIntoView({ block: part === 'rules' ? 'nearest' : 'start' });
    // Whoever works in the grid keeps the focus there; a command of the ribbon asks for it.
    if (aim === 'explain') section?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
  }, [part, place, aim]);
  useEffect(() => {
    if (aim === 'explain' && target !== undefined) reach();
  }, [aim, target, reach]);
  if (view.run === undefined) return <Incomplete>{t.explain.unavailable}</Incomplete>;
  const status =
    explanation === undefined
      ? undefined
      : (view.statuses[view.run.ledgerRows.indexOf(explanation.ledgerRow)] ?? 'Not eligible');
  return (
    <>
      <div role="status" className="rg-unseen">
        {explanation === undefined || part === undefined
          ? ''
          : t.explain.announced(t.explain.grant(explanation.grant), t.explain.parts[part])}
      </div>
      {explanation === undefined || status === undefined || target?.kind !== 'grant' ? (
        <NoGrant target={target} />
      ) : (
        <Explained explanation={explanation} status={status} target={target} />
      )}
    </>
  );
}

type GrantTarget = Extract<ExplainTarget, { readonly kind: 'grant' }>;

function Explained({
  explanation,
  status,
  target,
}: {
  readonly explanation: Explanation;
  readonly status: GrantStatus;
  readonly target: GrantTarget;
}): ReactNode {
  const { t, spoken } = useLanguage();
  const { ledgerSheet, ledgerRow, count, price } = explanation;
  const current = (part: ExplainPart) => ({ part, isCurrent: target.part === part });
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
      {target.check === undefined ? null : (
        <Message intent="info" title={t.explain.check}>
          <CheckWords text={target.check} />
        </Message>
      )}
      <Eligibility explanation={explanation} cell={target.cell} {...current('rules')} />
      <Election explanation={explanation} {...current('election')} />
      {count === undefined ? (
        <p className="rg-note">{t.explain.notExchanged}</p>
      ) : (
        <>
          <Count count={count} {...current('count')} />
          {price === undefined ? null : <Price price={price} {...current('price')} />}
          <Vesting vesting={explanation.vesting} date={target.date} {...current('vesting')} />
          <BreakEven explanation={explanation} />
        </>
      )}
    </>
  );
}

/** Which part of the explanation it is, and whether the selected cell is about it. */
interface Place {
  readonly part: ExplainPart;
  readonly isCurrent: boolean;
}

/** A check from the workbook, which has it in English, as this language says it; one that no run finds any more as it is. */
function CheckWords({ text }: { readonly text: string }): ReactNode {
  const { spoken } = useLanguage();
  const { view } = usePane();
  const check = view.run?.problems.find(({ problem }) => english(problem) === text);
  return spoken(check?.problem ?? text);
}

/** What there is to say of a cell that belongs to no grant. */
function NoGrant({ target }: { readonly target: ExplainTarget | undefined }): ReactNode {
  const { t, spoken } = useLanguage();
  const { snapshot, view, openStep, explainRow } = usePane();
  const first = view.run?.ledgerRows[view.run.newGrantSources[0]?.eligibilityRow ?? 0];
  const source = target?.kind === 'total' ? TOTAL_SOURCES[target.measure] : undefined;
  const cells = source === undefined ? undefined : cellsOfTotal(source, snapshot.shape);
  switch (target?.kind) {
    case 'total':
      return (
        <div className="rg-empty">
          {source === undefined ? null : (
            <>
              <h3>{spoken(sentenceOf(target.measure))}</h3>
              <p>
                {t.explain.total[source.counts](source.column, source.table.table)}
                {source.where === undefined
                  ? null
                  : ` ${t.explain.total.where(source.where.column, source.where.value)}`}
              </p>
              {cells === undefined ? null : <CellButton link={cells} />}
            </>
          )}
          <p className="rg-note">{t.explain.total.note}</p>
          <Button appearance="primary" onClick={() => openStep('preview')}>
            {t.steps.names.preview}
          </Button>
        </div>
      );
    case 'check':
      return (
        <Message intent="info" title={t.explain.check}>
          <p>
            <CheckWords text={target.problem} />
          </p>
          {target.about === undefined ? <p>{t.explain.aboutAll}</p> : <CellButton link={target.about} />}
        </Message>
      );
    case 'log':
      return <Empty>{t.explain.log}</Empty>;
    default:
      return (
        <Empty
          {...(first === undefined
            ? {}
            : { action: { name: t.explain.example, start: () => explainRow(first) } })}
          {...(target === undefined || target.kind === 'grant'
            ? {}
            : { note: t.explain.notAGrant(linkText(target.cell)) })}
        >
          {t.explain.intro}
        </Empty>
      );
  }
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

function Eligibility({
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

function Election({ explanation, ...place }: Place & { readonly explanation: Explanation }): ReactNode {
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

function Count({ count, ...place }: Place & { readonly count: ExplainedCount }): ReactNode {
  const { t, format, spoken } = useLanguage();
  const exact = exactText(count.exact);
  const shown = format.exact(exact.text);
  const isWhole = count.exact.denominator === 1n;
  const cancelled = format.shares(count.cancelled.value);
  const last = count.events.at(-1)?.after ?? count.rounded;
  const ratio = count.ratio.toString();
  return (
    <Section title={t.explain.count} aside={format.shares(last)} {...place}>
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

function Price({
  price,
  ...place
}: Place & { readonly price: NonNullable<Explanation['price']> }): ReactNode {
  const { t, format } = useLanguage();
  const shown = price.price === undefined ? '' : format.price(price.price);
  return (
    <Section title={t.explain.price} aside={shown} {...place}>
      <p>{t.explain.priceRule(price.rule, format.day(price.date))}</p>
      <ul className="rg-list">
        <SourceLine name={t.explain.pricesOfDay} cell={price.cell} />
        <SourceLine name={t.explain.newGrantDate} cell={price.dateCell} />
        <SourceLine name={t.explain.rule} cell={price.ruleCell} />
      </ul>
      {price.state === 'promised' ? <p className="rg-note">{t.explain.promised}</p> : null}
      {price.state === 'missing' ? <p className="rg-bad">{t.explain.missing}</p> : null}
    </Section>
  );
}

/** What a figure comes from, with its cell; nothing where it comes from no cell. */
function SourceLine({ name, cell }: { readonly name: string; readonly cell: string | undefined }): ReactNode {
  if (cell === undefined) return null;
  return (
    <li className="rg-row">
      <span>{name}</span>
      <Source cell={cell} />
    </li>
  );
}

const DATES_AT_FIRST = 6;

function Vesting({
  vesting,
  date: selected,
  ...place
}: Place & {
  readonly vesting: Explanation['vesting'];
  /** The vesting date of the selected cell. */
  readonly date: number | undefined;
}): ReactNode {
  const { t, format } = useLanguage();
  const [isWhole, setIsWhole] = useState(false);
  if (vesting === undefined) return null;
  const { installments, until } = vesting;
  const isFarDown = installments.findIndex(({ date }) => date === selected) >= DATES_AT_FIRST;
  const shown = isWhole || isFarDown ? installments : installments.slice(0, DATES_AT_FIRST);
  const reckoned = installments.find(({ date }) => date === selected) ?? installments[0];
  return (
    <Section title={t.explain.vesting} {...place}>
      <p>{t.explain.schedule(vesting.schedule, format.day(vesting.start))}</p>
      {reckoned === undefined ? null : <Portion vesting={vesting} installment={reckoned} />}
      <ul className="rg-list">
        <SourceLine name={t.explain.scheduleFrom} cell={vesting.scheduleCell} />
        <SourceLine name={t.explain.newGrantDate} cell={vesting.startCell} />
      </ul>
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
            <tr key={date} aria-current={date === selected ? true : undefined}>
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

/** `By Jan 21, 2004: 751 × 1/2 = 375.5, allocated 375`. */
function Portion({
  vesting,
  installment: { date, cumulative, portion },
}: {
  readonly vesting: NonNullable<Explanation['vesting']>;
  readonly installment: ExplainedInstallment;
}): ReactNode {
  const { t, format } = useLanguage();
  if (portion === undefined) return <p className="rg-note">{vesting.allocation}</p>;
  const product = portion.times(Fraction.of(vesting.shares));
  const exact = exactText(product);
  const shown = format.exact(exact.text);
  return (
    <>
      <p className="rg-formula">
        <span>{t.explain.by(format.day(date))}</span>{' '}
        <span>{t.explain.times(format.shares(vesting.shares), portion.toString())}</span>{' '}
        <span>{exact.isExact ? t.explain.equals(shown) : t.explain.about(shown)}</span>
        {product.denominator === 1n ? null : (
          <span>
            {', '}
            {t.explain.allocated(format.shares(cumulative))}
          </span>
        )}
      </p>
      <p className="rg-note">{t.explain.allocation(vesting.allocation)}</p>
    </>
  );
}

function BreakEven({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { t, format } = useLanguage();
  const { view } = usePane();
  const { count, price } = explanation;
  const oldPrice = oldPriceOf(view.run, explanation);
  if (count === undefined || price?.price === undefined || oldPrice === undefined) return null;
  const old = { shares: Number(count.cancelled.value), price: oldPrice };
  const renewed = { shares: count.events.at(-1)?.after ?? count.rounded, price: price.price };
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
