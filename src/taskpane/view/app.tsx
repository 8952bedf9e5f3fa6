/** The pane: its three parts, where a person is in them, and what the ribbon asks of it. */
import { Button, Spinner, Tab, TabList } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Words } from '../../domain/basics/sentence.ts';
import type { PanePlace } from '../../commands/register-commands.ts';
import type { RunControl } from '../../workbook/excel/run-control.ts';
import type { PaneBook } from '../book/pane-book.ts';
import { columnLetters } from '../../domain/basics/block.ts';
import { linkText } from '../state/cell-link.ts';
import { explainTarget, type ExplainTarget } from '../state/explain-target.ts';
import { firstStep, type Step } from '../state/offer-view.ts';
import { ALL_GRANTS, type PreviewChoices } from '../state/preview.ts';
import { ExplainPage } from './explain-page.tsx';
import { FormulasPage } from './formulas-page.tsx';
import { Progress, Told } from './going-on.tsx';
import { type Aim, type Pane, PaneContext, type Tab as TabName, useLanguage } from './pane-context.ts';
import { Message } from './parts.tsx';
import { Path } from './path.tsx';
import { useWorkbook } from './use-workbook.ts';

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
  const [preview, choosePreview] = useState<PreviewChoices>(ALL_GRANTS);
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
      if (place === 'anywhere') {
        // Whoever came by a key goes on by keys.
        document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
        return;
      }
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
            preview,
            choosePreview,
            aim,
            reach,
          },
    [book, snapshot, view, work, act, guard, goToStep, tell, preview, aim, reach],
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
