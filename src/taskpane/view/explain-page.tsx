/** Explain: how the results of the selected grant came about, each figure with the cell it came from. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo } from 'react';
import { english, sentenceOf } from '../../domain/basics/sentence.ts';
import { type ExplainedLine, explainGrant, type Explanation } from '../../domain/offer/explain.ts';
import type { GrantStatus } from '../../domain/offer/life/grant-status.ts';
import { linkText } from '../state/cell-link.ts';
import type { ExplainPart, ExplainTarget } from '../state/explain-target.ts';
import { cellsOfTotal, TOTAL_SOURCES } from '../state/explain-total.ts';
import { BreakEven, Count, Price, Vesting } from './explain-award.tsx';
import { Election, Eligibility } from './explain-eligibility.tsx';
import { Written } from './explain-written.tsx';
import { DriftList } from './ledger-drift.tsx';
import { useLanguage, usePane } from './pane-context.ts';
import { CellButton, Empty, Incomplete, Message, StatusBadge } from './parts.tsx';

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
  const part =
    explanation === undefined || target?.kind !== 'grant' ? undefined : partOf(explanation, target);
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

/** The part that the cell is about; the count, where a promise brings nothing that has a price or vests. */
const partOf = ({ lines }: Explanation, { part }: GrantTarget): ExplainPart =>
  lines.some(({ count }) => count !== undefined) &&
  ((part === 'price' && lines.every(({ price }) => price === undefined)) ||
    (part === 'vesting' && lines.every(({ vesting }) => vesting === undefined)))
    ? 'count'
    : part;

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
  const { ledgerSheet, ledgerRow, lines } = explanation;
  const notes = lines.length === 1 ? (lines[0]?.notes ?? []) : [];
  const asked = partOf(explanation, target);
  const current = (part: ExplainPart) => ({ part, isCurrent: asked === part });
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
        {notes.length === 0 ? null : <p className="rg-note">{notes.map(spoken).join('; ')}</p>}
      </div>
      <Closing explanation={explanation} />
      <Written key={ledgerRow} ledgerRow={ledgerRow} />
      {target.check === undefined ? null : (
        <Message intent="info" title={t.explain.check}>
          <CheckWords text={target.check} />
        </Message>
      )}
      <Eligibility explanation={explanation} cell={target.cell} {...current('rules')} />
      <Election explanation={explanation} {...current('election')} />
      {lines.length === 0 ? <p className="rg-note">{t.explain.notExchanged}</p> : null}
      {lines.map((line) => (
        <ExplainedAward
          key={`${line.portion} ${line.award} ${String(line.isFurther)}`}
          explanation={explanation}
          line={line}
          isOneOfMany={lines.length > 1}
          date={target.date}
          current={current}
        />
      ))}
    </>
  );
}

/** One line of the grant: a part of it, or a further award. */
function ExplainedAward({
  explanation,
  line,
  isOneOfMany,
  date,
  current,
}: {
  readonly explanation: Explanation;
  readonly line: ExplainedLine;
  readonly isOneOfMany: boolean;
  readonly date: number | undefined;
  readonly current: (part: ExplainPart) => { readonly part: ExplainPart; readonly isCurrent: boolean };
}): ReactNode {
  const { t, spoken, format } = useLanguage();
  const { count, lapse, price, vesting, notes } = line;
  return (
    <>
      {isOneOfMany ? (
        <div className="rg-line">
          <h3>{t.explain.line(line.portion, line.award)}</h3>
          {notes.length === 0 ? null : <p className="rg-note">{notes.map(spoken).join('; ')}</p>}
        </div>
      ) : null}
      {count === undefined ? null : <Count count={count} lapse={lapse} {...current('count')} />}
      {line.cash === 0 ? null : <p>{t.explain.cash(format.price(line.cash))}</p>}
      {price === undefined ? null : <Price price={price} {...current('price')} />}
      <Vesting vesting={vesting} date={date} {...current('vesting')} />
      <BreakEven explanation={explanation} line={line} />
    </>
  );
}

/** After the closing a cell of the ledger may say something else than what counts: when it closed, and what changed. */
function Closing({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { t, format } = useLanguage();
  const { snapshot, view } = usePane();
  const { closed } = snapshot.life;
  if (closed === undefined) return null;
  const drift = (view.run?.drift ?? []).filter(({ grant }) => grant === explanation.grant);
  const since = t.life.closedAt(format.instant(closed));
  if (drift.length === 0) return <p className="rg-note">{since}</p>;
  return (
    <Message intent="warning" title={t.explain.drift}>
      <p>{since}</p>
      <DriftList drift={drift} />
    </Message>
  );
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
