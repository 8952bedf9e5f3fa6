/**
 * The steps of an offer's life on the open workbook: what each would do, said before, and each done in one piece with
 * its row in the log. It does not know what a step means; `domain/offer` says so.
 */
import { badValue } from '../../domain/basics/error.ts';
import { english, say, type Sentence } from '../../domain/basics/sentence.ts';
import { amendmentOf, describeAmendment, minimumAfter } from '../../domain/offer/life/amendment.ts';
import { describeDrift } from '../../domain/offer/life/drift.ts';
import { freezeTables, keptTerms } from '../../domain/offer/life/freeze-tables.ts';
import { type LogTotals, logTotals } from '../../domain/offer/life/offer-log.ts';
import { effectsOf, logStepOf, type OfferStep, routeOf } from '../../domain/offer/life/offer-steps.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import type { FrozenTables, OfferSource, OpenMinimum } from '../../domain/offer/offer-source.ts';
import { runOffer as compute } from '../../domain/offer/run-offer.ts';
import type { Stage } from '../../domain/offer/life/stage.ts';
import { AFTER_CELL_EDIT } from '../excel/excel-run.ts';
import { whyEligibilityStays } from '../plan/live-formulas.ts';
import { isoTime, logEntry } from '../plan/log-entry.ts';
import { errorSentence } from '../excel/office-error.ts';
import { CLOSING_SHEET, closingCells } from '../read/closing-sheet.ts';
import type { OfferLife } from '../read/offer-life.ts';
import { OPENING_SHEET, openingCells } from '../read/opening-sheet.ts';
import { readWorkbook, type WorkbookReading } from '../read/read-workbook.ts';
import { type RunControl, RunWatch } from '../excel/run-control.ts';
import { type RunReport, reportOf } from '../plan/run-report.ts';
import { type KeptCells, type LogOptions, writeLog, writeResults } from '../write/write-results.ts';

export interface StepPreview {
  readonly step: OfferStep;
  readonly from: Stage;
  /** The stage that the step leads to; undefined where it cannot be taken. */
  readonly to: Stage | undefined;
  /** What the step freezes or sets free, a sentence each. */
  readonly effects: readonly Sentence[];
  /** What would be logged; undefined where the offer cannot be computed. */
  readonly totals: LogTotals | undefined;
  /** What the ledger has changed since the closing, a sentence for each grant and value. */
  readonly drift: readonly Sentence[];
  /** What an amendment would log; undefined for another step. */
  readonly amendment: Sentence | undefined;
  /** Why the step cannot be taken now; undefined where it can. */
  readonly refuses: Sentence | undefined;
}

export interface StepReport {
  readonly from: Stage;
  readonly stage: Stage;
  /** The results that the step has written; undefined where it wrote none. */
  readonly run: RunReport | undefined;
}

/** Opens the offer: from Draft to Open. Nothing is frozen. */
export const openOffer = (control?: RunControl): Promise<StepReport> => takeStep('open', control);

/** Logs what has changed in the terms of the open offer, and keeps them as they stand. */
export const amendOffer = (control?: StepOptions): Promise<StepReport> => takeStep('amend', control);

/** Closes the offer: the ledger's rows and the elections are kept as they stand, results are written from them. */
export const closeOffer = (control?: RunControl): Promise<StepReport> => takeStep('close', control);

/** Cancels the tendered options: grants that take part are exchanged for promises. */
export const cancelOptions = (control?: RunControl): Promise<StepReport> => takeStep('cancel', control);

/** Grants the new awards: results become values that no run rewrites. */
export const grantAwards = (control?: RunControl): Promise<StepReport> => takeStep('grant', control);

/** Takes back the last step that was not taken back yet. */
export const stepBack = (control?: RunControl): Promise<StepReport> => takeStep('back', control);

/** Where the offer stands. */
export const readOfferLife = (): Promise<OfferLife> =>
  Excel.run(AFTER_CELL_EDIT, async (context) => (await readWorkbook(context)).life);

/** What a step would do; writes nothing. */
export const previewStep = (step: OfferStep): Promise<StepPreview> =>
  Excel.run(AFTER_CELL_EDIT, async (context) => stepPreview(step, await readWorkbook(context)));

/** The same, of a workbook that has been read. */
export function stepPreview(step: OfferStep, { source, life }: WorkbookReading): StepPreview {
  const route = routeOf(step, life.stage);
  const to = 'to' in route ? route.to : undefined;
  const computed = tryCompute(source);
  const run = 'run' in computed ? computed.run : undefined;
  return {
    step,
    from: life.stage,
    to,
    effects: to === undefined ? [] : effectsOf(step, life.stage),
    totals: run === undefined ? undefined : logTotals(run),
    drift: run === undefined ? [] : run.drift.map(describeDrift),
    amendment: to === undefined ? undefined : amendedBy(step, source, isoTime(Date.now()))?.note,
    refuses: 'refusal' in route ? route.refusal : obstacleTo(step, source, life, computed),
  };
}

type Computed = { readonly run: OfferRun } | { readonly failure: unknown };

function tryCompute(source: OfferSource): Computed {
  try {
    return { run: compute(source) };
  } catch (failure) {
    return { failure };
  }
}

/** What an amendment at a moment logs and asks of the offer; undefined for another step, and where nothing has changed. */
function amendedBy(step: OfferStep, source: OfferSource, time: string) {
  const amendment = step === 'amend' ? amendmentOf(source) : undefined;
  if (amendment?.hasChanged !== true || source.opened === undefined) return undefined;
  const minimum = minimumAfter(amendment, time, source.opened);
  return { minimum, note: describeAmendment(amendment, minimum) };
}

/** What a step keeps of the terms, and what it gives up of what earlier ones have kept. */
function keptBy(
  step: OfferStep,
  to: Stage,
  source: OfferSource,
  time: string,
  minimum: OpenMinimum | undefined,
): Pick<LogOptions, 'keeps' | 'drops'> {
  if (step === 'open' || step === 'amend')
    return { keeps: { sheet: OPENING_SHEET, cells: openingCells(keptTerms(source), time, minimum) } };
  if (step !== 'back') return {};
  return to === 'Open' ? { drops: [CLOSING_SHEET] } : to === 'Draft' ? { drops: [OPENING_SHEET] } : {};
}

/** Why a step on the way cannot be taken; a step back always can. */
function obstacleTo(
  step: OfferStep,
  source: OfferSource,
  { problem }: OfferLife,
  computed: Computed,
): Sentence | undefined {
  if (step === 'back') return undefined;
  if (problem !== undefined) return problem;
  if ('failure' in computed) return errorSentence(computed.failure);
  if (step === 'amend' && amendmentOf(source)?.hasChanged !== true)
    return say`Nothing has changed in the terms since the opening or the last amendment: there is no amendment to log.`;
  const promised = Number(
    computed.run.summary.measures.find(({ name }) => name === 'Grants promised')?.value ?? 0,
  );
  if (step === 'grant' && promised > 0)
    return promised === 1
      ? say`The exercise price of 1 new grant is not known yet: OfferPrices ends before the New Grant Date.`
      : say`The exercise price of ${promised} new grants is not known yet: OfferPrices ends before the New Grant Date.`;
  return undefined;
}

const closingOf = (tables: FrozenTables, time: string): KeptCells => ({
  sheet: CLOSING_SHEET,
  cells: closingCells(tables, time),
});

export interface StepOptions extends RunControl {
  /** The moment that the log gives the step, as ISO text; else the clock's. */
  readonly time?: string;
}

/** Takes a step. @throws RegrantError the step cannot be taken, or `Cancelled`; the workbook is then as it was */
export async function takeStep(
  step: OfferStep,
  { time: moment, ...control }: StepOptions = {},
): Promise<StepReport> {
  return Excel.run(AFTER_CELL_EDIT, async (context) => {
    const watch = new RunWatch(control);
    const { shape, source: live, life } = await readWorkbook(context, watch);
    watch.begin('Computing');
    const route = routeOf(step, life.stage);
    if ('refusal' in route) throw badValue(route.refusal);
    const time = isoTime(moment === undefined ? Date.now() : Date.parse(moment));
    // What a closing keeps counts from the closing on, for the results that it writes as well.
    const source = step === 'close' ? { ...live, frozen: freezeTables(live) } : live;
    const computed = tryCompute(source);
    const obstacle = obstacleTo(step, source, life, computed);
    if (obstacle !== undefined) throw badValue(obstacle);
    const amended = amendedBy(step, source, time);
    const note = amended === undefined ? '' : english(amended.note);
    const entryOf = (run: OfferRun | undefined) =>
      logEntry(run, source, logStepOf(step), route.to, { time, note });
    const { logRows } = life;
    const from = life.stage;

    if ('run' in computed && (step === 'close' || step === 'grant')) {
      const written = await writeResults(
        context,
        shape,
        computed.run,
        {
          values: step === 'grant',
          stage: route.to,
          eligibilityStays: whyEligibilityStays(source, computed.run),
          logRows,
          log: entryOf,
          ...(step === 'close' && source.frozen !== undefined
            ? { keeps: closingOf(source.frozen, time) }
            : {}),
        },
        watch,
      );
      return { from, stage: route.to, run: reportOf(written) };
    }
    const isReliable = life.problem === undefined && 'run' in computed;
    const entry = entryOf(isReliable ? computed.run : undefined);
    const kept = keptBy(step, route.to, source, time, amended?.minimum);
    await writeLog(context, shape, entry, { logRows, ...kept }, watch);
    return { from, stage: route.to, run: undefined };
  });
}
