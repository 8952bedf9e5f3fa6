/** Preview: what a run would give, grant by grant and in sum, also under other assumptions. Nothing is written. */
import { Button, Field, Input, Link, SearchBox, ToggleButton } from '@fluentui/react-components';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { numberIn } from '../../domain/basics/cell.ts';
import { RegrantError } from '../../domain/basics/error.ts';
import { countStatuses, GRANT_STATUSES, type GrantStatus } from '../../domain/offer/grant-status.ts';
import { english, type Words } from '../../domain/basics/sentence.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import { runWhatIf, type WhatIf as Assumptions } from '../../domain/offer/what-if.ts';
import { breakdownOf, filterRows, measureOf, type PreviewRow, previewRows } from '../state/preview.ts';
import { useLanguage, usePane } from './pane-context.ts';
import { Fold, Incomplete, Message, Section, Stat, StatusBadge } from './parts.tsx';

const ROWS_AT_FIRST = 30;

/** The form's fields; blank or undefined leaves the offer as it is. */
interface WhatIf {
  readonly ratio: string;
  readonly priceFloor: number | undefined;
  /** Percent of the eligible grants. */
  readonly participation: number | undefined;
}

const AS_IT_IS: WhatIf = { ratio: '', priceFloor: undefined, participation: undefined };

const isAsItIs = ({ ratio, priceFloor, participation }: WhatIf): boolean =>
  ratio.trim() === '' && priceFloor === undefined && participation === undefined;

const assumptions = ({ ratio, priceFloor, participation }: WhatIf): Assumptions => ({
  ...(ratio.trim() === '' ? {} : { ratio }),
  ...(priceFloor === undefined ? {} : { priceFloor }),
  ...(participation === undefined ? {} : { participation: participation / 100 }),
});

export function PreviewStep(): ReactNode {
  const { t } = useLanguage();
  const { view } = usePane();
  if (view.run === undefined) return <Incomplete>{t.preview.unavailable}</Incomplete>;
  return <Preview run={view.run} />;
}

interface Assumed {
  readonly run: OfferRun;
  readonly problem: string | undefined;
}

function Preview({ run }: { readonly run: OfferRun }): ReactNode {
  const { t } = useLanguage();
  const { snapshot } = usePane();
  const [whatIf, setWhatIf] = useState(AS_IT_IS);
  const assumed = useDeferredValue(whatIf);
  const { run: shown, problem } = useMemo<Assumed>(() => {
    if (isAsItIs(assumed)) return { run, problem: undefined };
    try {
      return { run: runWhatIf(snapshot.source, assumptions(assumed)), problem: undefined };
    } catch (error) {
      if (!(error instanceof RegrantError)) throw error;
      return { run, problem: t.preview.invalid };
    }
  }, [assumed, run, snapshot, t]);
  return (
    <>
      <p className="rg-intro">{t.preview.intro}</p>
      <Totals run={shown} offer={run} />
      <WhatIfForm value={whatIf} change={setWhatIf} problem={problem} />
      <Grants run={shown} />
    </>
  );
}

function Totals({ run, offer }: { readonly run: OfferRun; readonly offer: OfferRun }): ReactNode {
  const { t, format } = useLanguage();
  const stat = (name: string, measure: string) => {
    const [now, before] = [measureOf(run, measure), measureOf(offer, measure)];
    return (
      <Stat
        name={name}
        value={format.shares(now)}
        note={now === before ? undefined : t.preview.before(format.shares(before))}
      />
    );
  };
  return (
    <dl className="rg-stats">
      {stat(t.preview.cancelled, 'Shares cancelled')}
      {stat(t.preview.newShares, 'New shares')}
      {stat(t.preview.returned, 'Shares returned to the pool')}
    </dl>
  );
}

function WhatIfForm({
  value,
  change,
  problem,
}: {
  readonly value: WhatIf;
  readonly change: (value: WhatIf) => void;
  readonly problem: string | undefined;
}): ReactNode {
  const { t } = useLanguage();
  const [floor, setFloor] = useState('');
  const [participation, setParticipation] = useState('');
  return (
    <Fold
      title={t.preview.whatIf}
      aside={isAsItIs(value) ? undefined : <span className="rg-dot" aria-hidden />}
    >
      <p className="rg-note">{t.preview.whatIfNote}</p>
      <div className="rg-form">
        <Field
          label={t.preview.ratio}
          hint={t.preview.ratioHint}
          {...(problem !== undefined && value.ratio !== '' ? { validationMessage: problem } : {})}
        >
          <Input
            value={value.ratio}
            placeholder={t.preview.asNow}
            onChange={(_, { value: ratio }) => change({ ...value, ratio })}
          />
        </Field>
        <Field label={t.preview.floor}>
          <Input
            inputMode="decimal"
            value={floor}
            placeholder={t.preview.asNow}
            onChange={(_, { value: text }) => {
              setFloor(text);
              change({ ...value, priceFloor: localNumber(text) });
            }}
          />
        </Field>
        <Field label={t.preview.participation}>
          <Input
            type="number"
            min={0}
            max={100}
            value={participation}
            placeholder={t.preview.asNow}
            onChange={(_, { value: text }) => {
              setParticipation(text);
              const percent = localNumber(text);
              change({
                ...value,
                participation: percent === undefined ? undefined : Math.min(100, Math.max(0, percent)),
              });
            }}
          />
        </Field>
      </div>
      {isAsItIs(value) ? null : (
        <Message
          intent="info"
          actions={
            <Button
              size="small"
              onClick={() => {
                setFloor('');
                setParticipation('');
                change(AS_IT_IS);
              }}
            >
              {t.preview.reset}
            </Button>
          }
        >
          {t.preview.isWhatIf}
        </Message>
      )}
    </Fold>
  );
}

/** A number as typed, with a comma for its point where it has no point. */
const localNumber = (text: string): number | undefined =>
  numberIn(/^\d+,\d+$/.test(text.trim()) ? text.trim().replace(',', '.') : text);

function Grants({ run }: { readonly run: OfferRun }): ReactNode {
  const { t, format, spoken } = useLanguage();
  const { stage } = usePane().snapshot.life;
  const [status, setStatus] = useState<GrantStatus>();
  const [reason, setReason] = useState<Words>();
  const [search, setSearch] = useState('');
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
      <Reasons run={run} chosen={reason} choose={setReason} />
      <Section title={t.preview.shown(format.shares(shown.length), format.shares(rows.length))}>
        <div className="rg-chips" role="group" aria-label={t.preview.filter}>
          <Chip isOn={status === undefined} toggle={() => setStatus(undefined)}>
            {t.preview.all}
          </Chip>
          {GRANT_STATUSES.filter((one) => one === status || (counts.get(one) ?? 0) > 0).map((one) => (
            <Chip key={one} isOn={status === one} toggle={() => setStatus(status === one ? undefined : one)}>
              {t.statuses[one]} {format.shares(counts.get(one))}
            </Chip>
          ))}
        </div>
        <SearchBox
          className="rg-wide"
          aria-label={t.preview.search}
          placeholder={t.preview.search}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
        {reason === undefined ? null : (
          <Chip isOn toggle={() => setReason(undefined)}>
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
  return (
    <Fold title={t.preview.reasons} aside={format.shares(rows.length)}>
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
