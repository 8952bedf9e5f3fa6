/** Preview: what a run would give, grant by grant and in sum, also under other assumptions. Nothing is written. */
import { Button, Field, Input, Link, SearchBox, ToggleButton } from '@fluentui/react-components';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { RegrantError } from '../../domain/basics/error.ts';
import { countStatuses, GRANT_STATUSES } from '../../domain/offer/life/grant-status.ts';
import { english, type Words } from '../../domain/basics/sentence.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import { stageRule } from '../../domain/offer/life/stage.ts';
import { runWhatIf } from '../../domain/offer/what-if.ts';
import {
  AS_IT_IS,
  breakdownOf,
  filterRows,
  isAsItIs,
  measureOf,
  type PreviewRow,
  previewRows,
  readWhatIf,
  type WhatIfFields,
} from '../state/preview.ts';
import { capitalised } from '../state/cell-link.ts';
import { useLanguage, usePane } from './pane-context.ts';
import { Fold, Incomplete, Message, Section, Stat, StatusBadge } from './parts.tsx';

const ROWS_AT_FIRST = 30;

export function PreviewStep(): ReactNode {
  const { t } = useLanguage();
  const { view } = usePane();
  if (view.run === undefined) return <Incomplete>{t.preview.unavailable}</Incomplete>;
  return <Preview run={view.run} />;
}

interface Assumed {
  readonly run: OfferRun;
  /** Why there is no run under these assumptions. */
  readonly problem: Words | undefined;
}

function Preview({ run }: { readonly run: OfferRun }): ReactNode {
  const { t, format } = useLanguage();
  const { snapshot, preview, choosePreview } = usePane();
  const { whatIf } = preview;
  const assumed = useDeferredValue(whatIf);
  const { run: shown, problem } = useMemo<Assumed>(() => {
    const { assumptions, wrong } = readWhatIf(assumed, format);
    if (isAsItIs(assumed) || wrong.length > 0) return { run, problem: undefined };
    try {
      return { run: runWhatIf(snapshot.source, assumptions), problem: undefined };
    } catch (error) {
      if (!(error instanceof RegrantError)) throw error;
      return { run, problem: error.sentence };
    }
  }, [assumed, run, snapshot, format]);
  return (
    <>
      {stageRule(snapshot.life.stage).areResultsFinal ? (
        <Message intent="info">{t.preview.granted}</Message>
      ) : (
        <p className="rg-intro">{t.preview.intro}</p>
      )}
      <Totals run={shown} offer={run} />
      <WhatIfForm
        value={whatIf}
        change={(next) => choosePreview({ ...preview, whatIf: next })}
        problem={problem}
      />
      <Grants run={shown} />
    </>
  );
}

function Totals({ run, offer }: { readonly run: OfferRun; readonly offer: OfferRun }): ReactNode {
  const { t, format } = useLanguage();
  const stat = (name: string, measure: string, remark?: string) => {
    const [now, before] = [measureOf(run, measure), measureOf(offer, measure)];
    return (
      <Stat
        name={name}
        value={format.shares(now)}
        note={
          now === before
            ? remark
            : [t.preview.before(format.shares(before)), remark].filter(Boolean).join('; ')
        }
      />
    );
  };
  return (
    <dl className="rg-stats">
      {stat(t.preview.cancelled, 'Shares cancelled')}
      {stat(t.preview.newShares, 'New shares')}
      {stat(
        t.preview.returned,
        'Shares cancelled less new',
        run.events.length === 0 ? undefined : t.preview.beforeEvents,
      )}
    </dl>
  );
}

function WhatIfForm({
  value,
  change,
  problem,
}: {
  readonly value: WhatIfFields;
  readonly change: (value: WhatIfFields) => void;
  readonly problem: Words | undefined;
}): ReactNode {
  const { t, format, spoken } = useLanguage();
  const { wrong } = readWhatIf(value, format);
  const example = format.plain(0.5);
  const field = (name: keyof WhatIfFields, label: string, hint: string, takes: string) => (
    <Field label={label} hint={hint} {...(wrong.includes(name) ? { validationMessage: takes } : {})}>
      <Input
        inputMode={name === 'ratio' ? 'text' : 'decimal'}
        value={value[name]}
        placeholder={t.preview.asNow}
        onChange={(_, { value: text }) => change({ ...value, [name]: text })}
      />
    </Field>
  );
  const reset = (
    <Button size="small" onClick={() => change(AS_IT_IS)}>
      {t.preview.reset}
    </Button>
  );
  return (
    <Fold
      title={t.preview.whatIf}
      aside={isAsItIs(value) ? undefined : <span className="rg-dot" aria-hidden />}
      isOpen={!isAsItIs(value)}
    >
      <p className="rg-note">{t.preview.whatIfNote}</p>
      <div className="rg-form">
        {field('ratio', t.preview.ratio, t.preview.ratioHint(example), t.preview.ratioTakes(example))}
        {field('floor', t.preview.floor, t.preview.floorHint, t.preview.floorTakes(format.plain(4.5)))}
        {field(
          'participation',
          t.preview.participation,
          t.preview.participationHint,
          t.preview.participationTakes,
        )}
      </div>
      {isAsItIs(value) ? null : wrong.length > 0 ? (
        <Message intent="warning" actions={reset}>
          {t.preview.noWhatIf}
        </Message>
      ) : problem === undefined ? (
        <Message intent="info" actions={reset}>
          {t.preview.isWhatIf}
        </Message>
      ) : (
        <Message intent="warning" title={t.preview.noWhatIf} actions={reset}>
          {capitalised(spoken(problem))}
        </Message>
      )}
    </Fold>
  );
}

function Grants({ run }: { readonly run: OfferRun }): ReactNode {
  const { t, format, spoken } = useLanguage();
  const { snapshot, preview, choosePreview } = usePane();
  const { stage } = snapshot.life;
  const { status, reason, search } = preview;
  const [limit, setLimit] = useState(ROWS_AT_FIRST);
  const needle = useDeferredValue(search);
  const rows = useMemo(() => previewRows(run, stage), [run, stage]);
  const counts = useMemo(() => countStatuses(rows.map((row) => row.status)), [rows]);
  const shown = useMemo(
    () => filterRows(rows, { status, reason, search: needle }),
    [rows, status, reason, needle],
  );
  return (
    <>
      <Reasons run={run} chosen={reason} choose={(next) => choosePreview({ ...preview, reason: next })} />
      <Section title={t.preview.shown(format.shares(shown.length), format.shares(rows.length))}>
        <div className="rg-chips" role="group" aria-label={t.preview.filter}>
          <Chip isOn={status === undefined} toggle={() => choosePreview({ ...preview, status: undefined })}>
            {t.preview.all}
          </Chip>
          {GRANT_STATUSES.filter((one) => one === status || (counts.get(one) ?? 0) > 0).map((one) => (
            <Chip
              key={one}
              isOn={status === one}
              toggle={() => choosePreview({ ...preview, status: status === one ? undefined : one })}
            >
              {t.statuses[one]} {format.shares(counts.get(one))}
            </Chip>
          ))}
        </div>
        <SearchBox
          className="rg-wide"
          aria-label={t.preview.search}
          placeholder={t.preview.search}
          value={search}
          onChange={(_, { value }) => choosePreview({ ...preview, search: value })}
        />
        {reason === undefined ? null : (
          <Chip isOn toggle={() => choosePreview({ ...preview, reason: undefined })}>
            {t.preview.clearReason(spoken(reason))} ×
          </Chip>
        )}
        {shown.length === 0 ? <p className="rg-note">{t.preview.nothing}</p> : null}
        <ul className="rg-list rg-grants">
          {shown.slice(0, limit).map((row) => (
            <GrantRow key={row.ledgerRow} row={row} sheet={run.ledger.sheet} />
          ))}
        </ul>
        {shown.length > limit ? (
          <Button size="small" onClick={() => setLimit(limit + 100)}>
            {t.preview.more(format.shares(Math.min(100, shown.length - limit)))}
          </Button>
        ) : null}
      </Section>
    </>
  );
}

function Chip({
  isOn,
  toggle,
  children,
}: {
  readonly isOn: boolean;
  readonly toggle: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <ToggleButton size="small" shape="circular" checked={isOn} onClick={toggle} className="rg-chip">
      {children}
    </ToggleButton>
  );
}

function Reasons({
  run,
  chosen,
  choose,
}: {
  readonly run: OfferRun;
  readonly chosen: Words | undefined;
  readonly choose: (reason: Words | undefined) => void;
}): ReactNode {
  const { t, format, spoken } = useLanguage();
  const { rows, labels = [] } = breakdownOf(run, 'By reason') ?? { rows: [] };
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(([, grants]) => Number(grants)));
  const failures = rows.reduce((sum, [, grants]) => sum + Number(grants), 0);
  const failing = measureOf(run, 'Grants in the ledger') - measureOf(run, 'Grants eligible');
  return (
    <Fold title={t.preview.reasons} aside={format.shares(rows.length)} isOpen={chosen !== undefined}>
      {failures > failing ? <p className="rg-note">{t.preview.severalReasons}</p> : null}
      <ul className="rg-list rg-bars">
        {rows.map(([text, grants], index) => {
          const reason = labels[index] ?? '';
          const name = spoken(reason);
          const isChosen = chosen !== undefined && english(chosen) === text;
          return (
            <li key={String(text)}>
              <button
                type="button"
                className="rg-bar-row"
                aria-pressed={isChosen}
                aria-label={`${t.preview.showReason(name)}, ${format.shares(grants)} ${t.preview.grants}`}
                onClick={() => choose(isChosen ? undefined : reason)}
              >
                <span className="rg-bar-name">{name}</span>
                <span className="rg-bar-value">{format.shares(grants)}</span>
                <span
                  className="rg-bar"
                  style={{ inlineSize: `${(100 * Number(grants)) / most}%` }}
                  aria-hidden
                />
              </button>
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}

function GrantRow({ row, sheet }: { readonly row: PreviewRow; readonly sheet: string }): ReactNode {
  const { t, format, spoken } = useLanguage();
  const { goTo, explainRow } = usePane();
  const { grant, holder, name, status, isLookBack, reasons, newShares, newPrice, notes } = row;
  return (
    <li className="rg-grant">
      <div className="rg-row">
        <Link
          as="button"
          className="rg-grant-id"
          title={t.preview.select(grant)}
          onClick={() => goTo({ sheet, address: `A${row.ledgerRow}` })}
        >
          {grant}
        </Link>
        <StatusBadge status={status}>{isLookBack ? ` (${t.preview.lookBack})` : ''}</StatusBadge>
      </div>
      <div className="rg-row">
        <span className="rg-who">{name === '' ? holder : `${name} · ${holder}`}</span>
        <Link
          as="button"
          className="rg-small"
          aria-label={t.preview.explain(grant)}
          onClick={() => explainRow(row.ledgerRow)}
        >
          {t.app.explain}
        </Link>
      </div>
      <div className="rg-numbers">
        {format.shares(row.outstanding)} {t.preview.at(format.price(row.price))}
        {newShares === undefined
          ? ''
          : ` → ${t.preview.toNew(format.shares(newShares))}${newPrice === '' ? '' : ` ${t.preview.at(format.price(newPrice))}`}`}
      </div>
      {status !== 'Not eligible'
        ? null
        : reasons.map(({ reason }, index) => (
            <p key={index} className="rg-note">
              {spoken(reason)}
            </p>
          ))}
      {notes.length === 0 ? null : <p className="rg-note">{notes.map(spoken).join('; ')}</p>}
    </li>
  );
}
