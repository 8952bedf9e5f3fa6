/** The pane: its three parts, the path's steps, what is going on and what came of it. */
import { Button, ProgressBar, Spinner, Tab, TabList } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Words } from '../../domain/basics/sentence.ts';
import type { PanePlace } from '../../commands/register-commands.ts';
import type { RunControl } from '../../workbook/run-control.ts';
import type { PaneBook } from '../book/pane-book.ts';
import { columnLetters } from '../../domain/basics/block.ts';
import { linkText } from '../state/cell-link.ts';
import { explainTarget, type ExplainTarget } from '../state/explain-target.ts';
import { firstStep, type Step, STEPS, stepState } from '../state/offer-view.ts';
import { ElectionsStep } from './elections-step.tsx';
import { ExplainPage } from './explain-page.tsx';
import { FormulasPage } from './formulas-page.tsx';
import { LedgerStep } from './ledger-step.tsx';
import {
  type Aim,
  type Notice,
  type Pane,
  PaneContext,
  type Tab as TabName,
  useLanguage,
  usePane,
} from './pane-context.ts';
import { CellButton, Message } from './parts.tsx';
import { PreviewStep } from './preview-step.tsx';
import { ResultsStep } from './results-step.tsx';
import { RunStep } from './run-step.tsx';
import { TermsStep } from './terms-step.tsx';
import { useWorkbook, type Work } from './use-workbook.ts';

const PAGES: Readonly<Record<Step, () => ReactNode>> = {
  ledger: LedgerStep,
  terms: TermsStep,
  elections: ElectionsStep,
  preview: PreviewStep,
  run: RunStep,
  results: ResultsStep,
};

/** What the ribbon asks of the pane. */
export interface PaneHandle {
  /** Leads to that place, and puts the focus where one goes on from there. */
  open(place: PanePlace): void;
  /** Does something with its progress shown, and says what came of it. */
  carryOut(work: (control: RunControl) => Promise<Words>): Promise<void>;
}

export function App({
  book,
  connect,
}: {
  readonly book: PaneBook;
  readonly connect: (handle: PaneHandle) => void;
}): ReactNode {
  const { t, spoken } = useLanguage();
  const [tab, setTab] = useState<TabName>('offer');
  const [step, setStep] = useState<Step>();
  const [aim, setAim] = useState<Aim>();
  const reach = useCallback(() => setAim(undefined), []);
  const [explained, setExplained] = useState<ExplainTarget>();
  const followed = useRef<string>(undefined);
  const onSelected = useRef<() => void>(() => undefined);
  const workbook = useWorkbook(book, () => onSelected.current());
  const { snapshot, view, work, notice, act, guard, tell, refresh } = workbook;

  const followSelection = useCallback(() => {
    const run = view?.run;
    if (snapshot === undefined || run === undefined) return;
    guard(
      book.activeCell().then((cell) => {
        // A source that one has followed from the explanation does not take the explanation away.
        const { row, column, sheet } = cell;
        const isFollowed = followed.current === `${sheet}!${columnLetters(column)}${row}`;
        if (!isFollowed) setExplained(explainTarget(cell, snapshot.shape, run));
      }),
    );
  }, [book, guard, snapshot, view]);
  onSelected.current = tab === 'explain' ? followSelection : () => undefined;
  useEffect(() => {
    if (tab === 'explain') followSelection();
  }, [tab, followSelection]);

  const goToStep = useCallback(
    (next: Step) => {
      tell(undefined);
      setTab('offer');
      setStep(next);
    },
    [tell],
  );
  const handle = useRef<PaneHandle>(undefined);
  handle.current = {
    open: (place) => {
      if (workbook.isStale) void refresh();
      if (place === 'anywhere') return;
      if (place === 'explain') {
        tell(undefined);
        followed.current = undefined;
        setExplained(undefined);
        setTab('explain');
      } else goToStep(place === 'freeze' ? 'run' : place);
      setAim(place === 'run' || place === 'freeze' || place === 'explain' ? place : undefined);
    },
    carryOut: (doing) =>
      act(t.app.working, async (control) => ({ intent: 'success', text: await doing(control) }), {
        canCancel: true,
      }),
  };
  useEffect(() => {
    connect({
      open: (place) => handle.current?.open(place),
      carryOut: async (doing) => handle.current?.carryOut(doing),
    });
  }, [connect]);

  const pane = useMemo<Pane | undefined>(
    () =>
      snapshot === undefined || view === undefined
        ? undefined
        : {
            book,
            snapshot,
            view,
            isBusy: work !== undefined,
            act,
            tell,
            goTo: (link) => {
              followed.current = linkText({ ...link, address: link.address.replace(/:.*/, '') });
              guard(book.select(link));
            },
            showSheet: (name) => guard(book.showSheet(name)),
            openStep: goToStep,
            explainRow: (row) => {
              followed.current = undefined;
              tell(undefined);
              if (view.run !== undefined)
                guard(book.select({ sheet: view.run.ledger.sheet, address: `A${row}` }));
              setTab('explain');
            },
            aim,
            reach,
          },
    [book, snapshot, view, work, act, guard, goToStep, tell, aim, reach],
  );

  if (pane === undefined)
    return workbook.failure === undefined ? (
      <div className="rg-loading">
        <Spinner label={t.app.loading} />
      </div>
    ) : (
      <main className="rg-main">
        <Message
          intent="error"
          title={t.app.failed}
          actions={
            <Button size="small" onClick={() => void refresh()}>
              {t.app.retry}
            </Button>
          }
        >
          {spoken(workbook.failure)}
        </Message>
      </main>
    );
  const open = step ?? firstStep(pane.view);
  return (
    <PaneContext.Provider value={pane}>
      <div className="rg-pane">
        <header className="rg-top">
          <TabList
            size="small"
            selectedValue={tab}
            aria-label={t.app.tabs}
            onTabSelect={(_, { value }) => {
              const next = (['offer', 'explain', 'formulas'] as const).find((one) => one === value);
              if (next === undefined) return;
              followed.current = undefined;
              setTab(next);
              tell(undefined);
            }}
          >
            <Tab value="offer">{t.app.offer}</Tab>
            <Tab value="explain">{t.app.explain}</Tab>
            <Tab value="formulas">{t.app.formulas}</Tab>
          </TabList>
        </header>
        <main className="rg-main">
          <Told notice={notice} dismiss={() => tell(undefined)} />
          {workbook.failure === undefined ? null : (
            <Message
              intent="error"
              actions={
                <Button size="small" onClick={() => void refresh()}>
                  {t.app.retry}
                </Button>
              }
            >
              {spoken(workbook.failure)}
            </Message>
          )}
          {tab === 'offer' ? <Path step={open} open={goToStep} /> : null}
          {tab === 'explain' ? <ExplainPage target={explained} /> : null}
          {tab === 'formulas' ? <FormulasPage /> : null}
        </main>
        <Progress
          work={work}
          isStale={workbook.isStale}
          changedByOther={workbook.changedByOther}
          refresh={() => void refresh()}
        />
      </div>
    </PaneContext.Provider>
  );
}

/** What came of the last action, until the next one or until it is dismissed. */
function Told({
  notice,
  dismiss,
}: {
  readonly notice: Notice | undefined;
  readonly dismiss: () => void;
}): ReactNode {
  const { t, spoken } = useLanguage();
  // Said aloud by screen readers, which know a region of that kind only where it was there before its words.
  return (
    <div role="status" className={notice === undefined ? undefined : 'rg-told'}>
      {notice === undefined ? null : (
        <Message
          intent={notice.intent}
          actions={
            <>
              {notice.link === undefined ? null : <CellButton link={notice.link} />}
              <Button size="small" appearance="transparent" onClick={dismiss}>
                {t.app.dismiss}
              </Button>
            </>
          }
        >
          {spoken(notice.text)}
        </Message>
      )}
    </div>
  );
}

/** What is being done, with its count and a way to cancel; and, for large workbooks, that there is something new. */
function Progress({
  work,
  isStale,
  changedByOther,
  refresh,
}: {
  readonly work: Work | undefined;
  readonly isStale: boolean;
  readonly changedByOther: string | undefined;
  readonly refresh: () => void;
}): ReactNode {
  const { t, format } = useLanguage();
  const { progress, cancel } = work ?? {};
  const phase = progress === undefined ? (work?.what ?? '') : t.run.phases[progress.phase];
  const counts = progress !== undefined && progress.total > 0;
  return (
    <div
      className={
        work === undefined && !isStale && changedByOther === undefined ? 'rg-progress rg-idle' : 'rg-progress'
      }
    >
      <div className="rg-row">
        {/* Phases are said aloud; the count would not stop talking. */}
        <div role="status" aria-live="polite">
          {work === undefined ? (
            isStale ? (
              <span>{t.app.changed}</span>
            ) : changedByOther === undefined ? null : (
              <span className="rg-note">{t.app.changedByOther(format.instant(changedByOther))}</span>
            )
          ) : (
            <Spinner size="tiny" label={phase} labelPosition="after" />
          )}
        </div>
        {cancel === undefined ? null : (
          <Button size="small" onClick={cancel}>
            {t.app.cancel}
          </Button>
        )}
        {work === undefined && isStale ? (
          <Button size="small" appearance="transparent" onClick={refresh}>
            {t.app.refresh}
          </Button>
        ) : null}
      </div>
      {counts ? (
        <>
          <ProgressBar value={progress.done} max={progress.total} aria-label={phase} />
          <span className="rg-note">
            {t.app.counted(format.shares(progress.done), format.shares(progress.total))}
          </span>
        </>
      ) : null}
    </div>
  );
}

function Path({ step, open }: { readonly step: Step; readonly open: (step: Step) => void }): ReactNode {
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
