/** Results: what the last run left in the workbook, in figures and small charts, with the way to its sheets. */
import { Badge, Button, Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { countStatuses } from '../../domain/offer/life/grant-status.ts';
import { sentenceOf } from '../../domain/basics/sentence.ts';
import type { Stage } from '../../domain/offer/life/stage.ts';
import { breakdownTable, type ResultsReading } from '../../workbook/read/read-results.ts';
import { Funnel, QuarterChart, ShareBars } from './charts.tsx';
import { exchangeParts } from '../state/exchange-parts.ts';
import { useLanguage, usePane } from './pane-context.ts';
import { OutdatedMessage } from './outdated-message.tsx';
import { OverwrittenMessage } from './overwritten-message.tsx';
import { CountedList, Empty, Fold, Section, StatusBadge } from './parts.tsx';

export function ResultsStep(): ReactNode {
  const { t } = useLanguage();
  const { snapshot, view, openStep } = usePane();
  const { results } = snapshot;
  if (results === undefined)
    return (
      <Empty action={{ name: t.app.goToStep(t.steps.names.run), start: () => openStep('run') }}>
        {t.results.none}
      </Empty>
    );
  const again = (
    <Button size="small" onClick={() => openStep('run')}>
      {t.run.again}
    </Button>
  );
  return (
    <>
      {view.outdated === undefined ? null : <OutdatedMessage outdated={view.outdated} actions={again} />}
      <OverwrittenMessage actions={again} />
      <Results results={results} />
    </>
  );
}

function Results({ results }: { readonly results: ResultsReading }): ReactNode {
  const { t, format, spoken } = useLanguage();
  const { showSheet, view, snapshot } = usePane();
  const measures = new Map(results.measures);
  const measure = (name: string) => measures.get(name) ?? 0;
  const rowCount = (rows: number) => t.run.newRows(rows, format.shares(rows));
  const quarters = breakdownTable(results, 'Vesting by quarter')?.rows ?? [];
  const vesting = quarters.reduce((sum, [, shares]) => sum + Number(shares), 0);
  // Where something could not be computed, shares may lack a date for that reason.
  const forfeited = results.errors === 0 ? measure('New shares') - vesting : 0;
  return (
    <>
      <div className="rg-row rg-status">
        {results.errors === 0 ? (
          <Badge appearance="tint" color="success">
            {t.results.noErrors}
          </Badge>
        ) : (
          <Badge appearance="tint" color="danger">
            {t.results.errors(results.errors)}
          </Badge>
        )}
        {results.warnings === 0 ? null : (
          <Badge appearance="tint" color="warning">
            {t.results.warnings(results.warnings)}
          </Badge>
        )}
      </div>
      <Section title={t.results.funnel}>
        <Funnel
          stages={[
            [t.results.inLedger, measure('Grants in the ledger')],
            [t.results.eligible, measure('Grants eligible')],
            [t.results.elected, measure('Grants elected')],
            [
              STATUS_OF_EXCHANGED.includes(snapshot.life.stage) ? t.results.exchanged : t.results.toExchange,
              measure('Grants exchanged'),
            ],
          ]}
        />
        <Parts />
      </Section>
      <Statuses />
      <Section title={t.results.shares}>
        <ShareBars
          bars={[
            [t.results.cancelled, measure('Shares cancelled'), 'old'],
            [t.results.granted, measure('New shares'), 'new'],
            [t.results.returned, measure('Shares cancelled less new'), 'pool'],
          ]}
        />
        {(view.run?.events ?? []).length === 0 ? null : (
          <p className="rg-note">{`${t.results.returned}: ${t.preview.beforeEvents}`}</p>
        )}
      </Section>
      {quarters.length === 0 ? null : (
        <Section title={t.results.quarters}>
          <QuarterChart quarters={quarters.map(([name, shares]) => [String(name), Number(shares)])} />
          {forfeited > 0 ? (
            <p className="rg-note">{t.results.forfeited(forfeited, format.shares(forfeited))}</p>
          ) : null}
        </Section>
      )}
      <Section title={t.results.sheets}>
        <CountedList
          lines={[...results.sheets].map(([table, sheet]) => ({
            name: (
              <Link as="button" onClick={() => showSheet(sheet)} aria-label={t.results.openSheet(sheet)}>
                {sheet}
              </Link>
            ),
            count: rowCount(results.rows.get(table) ?? 0),
          }))}
        />
      </Section>
      <Fold title={t.results.totals}>
        <dl className="rg-facts">
          {results.measures.map(([name, value]) => (
            <div key={name}>
              <dt>{spoken(sentenceOf(name))}</dt>
              <dd>{format.shares(value)}</dd>
            </div>
          ))}
        </dl>
      </Fold>
    </>
  );
}

/** The stages from which on who takes part has the status Exchanged, or a later one. */
const STATUS_OF_EXCHANGED: readonly Stage[] = ['Cancelled', 'Granted'];

/** How the grants that are exchanged come together, where that is not from forms alone. */
function Parts(): ReactNode {
  const { t, format } = useLanguage();
  const { view } = usePane();
  if (view.run === undefined || view.outdated !== undefined) return null;
  const { byForm, byLookBack, electedInVain } = exchangeParts(view.run);
  return (
    <>
      {byLookBack === 0 ? null : (
        <p className="rg-note">
          {t.results.parts(
            format.shares(byForm + byLookBack),
            format.shares(byForm),
            format.shares(byLookBack),
          )}
        </p>
      )}
      {electedInVain === 0 ? null : (
        <p className="rg-note">{t.results.electedInVain(electedInVain, format.shares(electedInVain))}</p>
      )}
    </>
  );
}

/** How many grants have each status, where the results are what the cells give now. */
function Statuses(): ReactNode {
  const { t, format } = useLanguage();
  const { view, snapshot } = usePane();
  if (view.run === undefined || view.outdated !== undefined) return null;
  return (
    <Section title={t.results.statuses} aside={t.life.stages[snapshot.life.stage]}>
      <dl className="rg-counts">
        {[...countStatuses(view.statuses)].map(([status, count]) => (
          <div key={status}>
            <dt>
              <StatusBadge status={status} />
            </dt>
            <dd>{format.shares(count)}</dd>
          </div>
        ))}
      </dl>
      {STATUS_OF_EXCHANGED.includes(snapshot.life.stage) ||
      exchangeParts(view.run).byLookBack === 0 ? null : (
        <p className="rg-note">{t.results.electedNow}</p>
      )}
    </Section>
  );
}
