/** The path through an offer: its steps by number and name, the one that is open, and the way on and back. */
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type Step, STEPS, stepState } from '../state/offer-view.ts';
import { ElectionsStep } from './elections-step.tsx';
import { LedgerStep } from './ledger-step.tsx';
import { useLanguage, usePane } from './pane-context.ts';
import { PreviewStep } from './preview-step.tsx';
import { ResultsStep } from './results-step.tsx';
import { RunStep } from './run-step.tsx';
import { TermsStep } from './terms-step.tsx';

const PAGES: Readonly<Record<Step, () => ReactNode>> = {
  ledger: LedgerStep,
  terms: TermsStep,
  elections: ElectionsStep,
  preview: PreviewStep,
  run: RunStep,
  results: ResultsStep,
};

export function Path({
  step,
  open,
}: {
  readonly step: Step;
  readonly open: (step: Step) => void;
}): ReactNode {
  const { t } = useLanguage();
  const { view } = usePane();
  const Page = PAGES[step];
  const position = STEPS.indexOf(step);
  const [previous, next] = [STEPS[position - 1], STEPS[position + 1]];
  // Where a step has a button of its own to press first, that is the one.
  const isReady = step === 'ledger' ? view.ledger.kind === 'found' : step !== 'run' && view.run !== undefined;
  const go = (to: Step) => {
    open(to);
    // Whoever steps on by keyboard begins anew at the step's own button: Excel on the web moves from buttons only.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-current="step"]')?.focus());
  };
  return (
    <>
      <StepList step={step} open={go} />
      <h2 className="rg-title">
        {t.steps.names[step]}
        <span className="rg-note">{t.steps.of(position + 1, STEPS.length)}</span>
      </h2>
      <Page />
      <nav className="rg-next" aria-label={t.steps.of(position + 1, STEPS.length)}>
        {previous === undefined ? <span /> : <Button onClick={() => go(previous)}>{t.app.back}</Button>}
        {next === undefined ? null : (
          <Button appearance={isReady ? 'primary' : 'secondary'} onClick={() => go(next)}>
            {t.app.next(t.steps.names[next])}
          </Button>
        )}
      </nav>
    </>
  );
}

const MARKS = { done: '✓', attention: '!', open: undefined } as const;

function StepList({ step, open }: { readonly step: Step; readonly open: (step: Step) => void }): ReactNode {
  const { t } = useLanguage();
  const { view } = usePane();
  return (
    <nav aria-label={t.steps.label} className="rg-steps">
      <ol>
        {STEPS.map((one, index) => {
          const state = stepState(view, one);
          const name = t.steps.names[one];
          return (
            <li key={one}>
              <button
                type="button"
                className={`rg-step rg-step-${state}`}
                aria-current={one === step ? 'step' : undefined}
                aria-label={`${index + 1} ${name}, ${t.steps.state[state]}`}
                onClick={() => open(one)}
              >
                <span className="rg-step-mark" aria-hidden>
                  {MARKS[state] ?? index + 1}
                </span>
                <span className="rg-step-name">{name}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
