/** Run: says by name what will be created or replaced, and does it. */
import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { RunControl } from '../../workbook/excel/run-control.ts';
import { offerDigests } from '../../domain/offer/life/freeze-tables.ts';
import { changedParts } from '../state/outdated.ts';
import type { PlannedTable } from '../state/run-plan.ts';
import { type Notice, useLanguage, usePane } from './pane-context.ts';
import { Freeze } from './freeze.tsx';
import { LifeOfOffer } from './offer-life.tsx';
import { OutdatedMessage } from './outdated-message.tsx';
import { OverwrittenMessage } from './overwritten-message.tsx';
import { CountedList, Incomplete, Message, Section } from './parts.tsx';

export function RunStep(): ReactNode {
  const { t, format, spoken } = useLanguage();
  const { snapshot, view, act, book, isBusy, openStep, aim, reach, tell } = usePane();
  const [values, setValues] = useState(false);
  const { plan, run } = view;
  const { otherRun } = plan;
  const isBlocked = run === undefined || plan.obstacles.length > 0;
  useEffect(() => {
    if (aim === 'run') {
      document.querySelector<HTMLElement>('.rg-main-action')?.focus();
      reach();
    }
    if (aim === 'freeze' && (!view.hasResults || plan.isFinal)) {
      tell({ intent: 'info', text: plan.isFinal ? t.run.frozen(0, '0') : t.run.nothingToFreeze });
      reach();
    }
  }, [aim, reach, tell, t, view.hasResults, plan.isFinal]);
  const start = (takesOver: boolean) => {
    const work = async (control: RunControl): Promise<Notice> => {
      const { errors, warnings, digests } = await book.run({ values, takesOver }, control);
      openStep('results');
      // Others may have edited the workbook since it was read for the preview.
      const changed = digests === undefined ? [] : changedParts(offerDigests(snapshot.source), digests);
      const parts = format.list(changed.map((part) => t.run.parts[part]));
      return {
        intent: errors + changed.length > 0 ? 'warning' : 'success',
        text: `${t.run.done} ${t.run.checks(errors, warnings)}${changed.length === 0 ? '' : ` ${t.run.changedMeanwhile(parts)}`}`,
      };
    };
    void act(t.run.running, work, { canCancel: true });
  };
  return (
    <>
      <p className="rg-intro">{t.run.intro}</p>
      {view.outdated === undefined ? null : <OutdatedMessage outdated={view.outdated} />}
      <OverwrittenMessage />
      {run === undefined ? <Incomplete>{t.run.blocked}</Incomplete> : null}
      {plan.obstacles.length === 0 ? null : (
        <Message
          intent={plan.isFinal ? 'info' : 'warning'}
          {...(plan.isFinal ? {} : { title: t.run.obstacles })}
        >
          {plan.obstacles.map((obstacle, index) => (
            <p key={index}>{spoken(obstacle)}</p>
          ))}
        </Message>
      )}
      {otherRun === undefined ? null : (
        <Message
          intent="warning"
          actions={
            <Button size="small" disabledFocusable={isBlocked || isBusy} onClick={() => start(true)}>
              {t.run.takeOver}
            </Button>
          }
        >
          {t.run.otherRun(format.instant(new Date(otherRun).toISOString()))}
        </Message>
      )}
      {plan.isFinal ? null : (
        <Section title={t.run.how}>
          <RadioGroup
            aria-label={t.run.how}
            value={values ? 'values' : 'live'}
            onChange={(_, { value }) => setValues(value === 'values')}
          >
            <Radio value="live" label={<Choice name={t.run.live} note={t.run.liveNote} />} />
            <Radio value="values" label={<Choice name={t.run.values} note={t.run.valuesNote} />} />
          </RadioGroup>
        </Section>
      )}
      <Section title={t.run.will}>
        {plan.isFinal ? <p className="rg-note">{t.run.writesNothing}</p> : null}
        <Planned title={t.run.creates} tables={plan.tables.filter(({ rowsNow }) => rowsNow === undefined)} />
        <Planned
          title={t.run.replaces}
          note={t.run.inOrder}
          tables={plan.tables.filter(({ rowsNow, isLog }) => rowsNow !== undefined && !isLog)}
        />
        <Planned
          title={t.run.logs}
          tables={plan.tables.filter(({ rowsNow, isLog }) => rowsNow !== undefined && isLog)}
        />
        <Button
          appearance="primary"
          className="rg-main-action"
          disabledFocusable={isBlocked || isBusy || otherRun !== undefined}
          onClick={() => start(false)}
        >
          {view.hasResults ? t.run.again : t.run.button}
        </Button>
      </Section>
      {run === undefined ? null : <LifeOfOffer />}
      {view.hasResults && !plan.isFinal ? <Freeze /> : null}
    </>
  );
}

/** The sheets to which the same is done, by name, with how many rows they have and will have. */
function Planned({
  title,
  note,
  tables,
}: {
  readonly title: string;
  readonly note?: string;
  readonly tables: readonly PlannedTable[];
}): ReactNode {
  const { t, format } = useLanguage();
  if (tables.length === 0) return null;
  return (
    <div>
      <h4>{title}</h4>
      {note === undefined ? null : <p className="rg-note">{note}</p>}
      <CountedList
        lines={tables.map(({ sheet, rowsNow, rowsThen, isFiltered }) => ({
          name: sheet,
          count:
            rowsThen === undefined
              ? ''
              : rowsNow === undefined
                ? t.run.newRows(rowsThen, format.shares(rowsThen))
                : t.run.rows(format.shares(rowsNow), format.shares(rowsThen)),
          ...(isFiltered ? { note: t.run.unfilters(sheet) } : {}),
        }))}
      />
    </div>
  );
}

function Choice({ name, note }: { readonly name: string; readonly note: string }): ReactNode {
  return (
    <>
      {name}
      <span className="rg-note rg-block">{note}</span>
    </>
  );
}
