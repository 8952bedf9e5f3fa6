/** The offer's life: at which stage it is, what the next step would freeze, and the way back. Says before it does. */
import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { templateOf } from '../../domain/basics/sentence.ts';
import { type OfferStep, stepsAt } from '../../domain/offer/life/offer-steps.ts';
import { STAGES } from '../../domain/offer/life/stage.ts';
import type { RunControl } from '../../workbook/excel/run-control.ts';
import { stepPreview } from '../../workbook/life/take-step.ts';
import { type Notice, useLanguage, usePane } from './pane-context.ts';
import { LedgerDrift } from './ledger-drift.tsx';
import { Message, Section } from './parts.tsx';

export function LifeOfOffer(): ReactNode {
  const { t, format, spoken } = useLanguage();
  const { snapshot, isBusy } = usePane();
  const [asked, setAsked] = useState<OfferStep>();
  const { stage, problem, closed } = snapshot.life;
  const reached = STAGES.indexOf(stage);
  return (
    <Section title={t.life.title} aside={t.life.stages[stage]}>
      <ol className="rg-stages">
        {STAGES.map((one, index) => (
          <li
            key={one}
            className={index <= reached ? 'rg-stage rg-reached' : 'rg-stage'}
            aria-current={one === stage ? 'step' : undefined}
          >
            {t.life.stages[one]}
          </li>
        ))}
      </ol>
      {closed === undefined ? null : <p className="rg-note">{t.life.closedAt(format.instant(closed))}</p>}
      {problem === undefined ? null : <Message intent="error">{spoken(problem)}</Message>}
      {asked === undefined ? (
        <>
          <LedgerDrift />
          <div className="rg-actions">
            {stepsAt(stage).map((step) => (
              <Button key={step} size="small" disabledFocusable={isBusy} onClick={() => setAsked(step)}>
                {`${t.life.steps[step]} …`}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <Question step={asked} leave={() => setAsked(undefined)} />
      )}
    </Section>
  );
}

/** What a step would do, in sentences, before a person confirms it. */
function Question({ step, leave }: { readonly step: OfferStep; readonly leave: () => void }): ReactNode {
  const { t, format, spoken } = useLanguage();
  const { snapshot, act, book, isBusy } = usePane();
  const { effects, totals, amendment, refuses } = stepPreview(step, snapshot);
  const take = async (control: RunControl): Promise<Notice> => {
    const { stage } = await book.takeStep(step, control);
    return { intent: 'success', text: t.life.taken(t.life.stages[stage]) };
  };
  return (
    <div
      className="rg-card"
      role="group"
      aria-label={t.life.steps[step]}
      onKeyDown={({ key }) => {
        if (key === 'Escape') leave();
      }}
    >
      <strong>{t.life.steps[step]}</strong>
      <ul className="rg-effects">
        {effects.map((effect) => (
          <li key={templateOf(effect)}>{spoken(effect)}</li>
        ))}
      </ul>
      {amendment === undefined ? null : <p>{spoken(amendment)}</p>}
      {totals === undefined ? null : (
        <p className="rg-note">
          {t.life.totals(
            format.shares(totals.grantsExchanged),
            format.shares(totals.sharesCancelled),
            format.shares(totals.newShares),
          )}
        </p>
      )}
      <LedgerDrift />
      {refuses === undefined ? null : <p className="rg-bad">{spoken(refuses)}</p>}
      <div className="rg-actions">
        <Button size="small" onClick={leave}>
          {t.life.leave}
        </Button>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={isBusy || refuses !== undefined}
          onClick={() => {
            leave();
            void act(t.life.steps[step], take, { canCancel: true });
          }}
        >
          {t.life.steps[step]}
        </Button>
      </div>
    </div>
  );
}
