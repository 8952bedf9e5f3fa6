/** Everything the path shows, worked out from one reading of the workbook by the domain. Pure: nothing is written. */
import { RegrantError } from '../../domain/basics/error.ts';
import { atOnce, type Steps } from '../../domain/basics/steps.ts';
import { type GrantStatus, grantStatuses } from '../../domain/offer/life/grant-status.ts';
import type { OfferRun } from '../../domain/offer/offer-run.ts';
import { offerTable } from '../../domain/offer/offer-table.ts';
import { readOffer } from '../../domain/offer/read-offer.ts';
import { runInSteps } from '../../domain/offer/run-offer.ts';
import { type PlacedMessage, placedMessage } from './cell-link.ts';
import { countSeverity } from './check-lines.ts';
import { type ElectionsView, electionsView } from './elections-view.ts';
import { type LedgerView, ledgerView } from './ledger-view.ts';
import { type Outdated, outdated } from './outdated.ts';
import { overwritten, type OverwrittenColumn } from './overwritten.ts';
import { type RunPlan, runPlan } from './run-plan.ts';
import type { Snapshot } from './snapshot.ts';
import { type TermField, termFields } from './term-fields.ts';

export interface OfferView {
  readonly ledger: LedgerView;
  readonly hasTerms: boolean;
  readonly terms: readonly TermField[];
  /** What stops a run, with its cell. */
  readonly refusal: PlacedMessage | undefined;
  readonly elections: ElectionsView;
  readonly run: OfferRun | undefined;
  /** What has become of each grant, in the order of the run's eligibility table. */
  readonly statuses: readonly GrantStatus[];
  readonly plan: RunPlan;
  readonly hasResults: boolean;
  /** Where the results in the workbook are not what its cells give now. */
  readonly outdated: Outdated | undefined;
  /** Result columns that do not add up to their totals. */
  readonly overwritten: readonly OverwrittenColumn[];
}

export const STEPS = ['ledger', 'terms', 'elections', 'preview', 'run', 'results'] as const;
export type Step = (typeof STEPS)[number];
export type StepState = 'done' | 'attention' | 'open';

export const offerView = (snapshot: Snapshot): OfferView => atOnce(offerViewInSteps(snapshot));

/** The same, for a page that stays alive meanwhile. */
export function* offerViewInSteps(snapshot: Snapshot): Steps<OfferView> {
  const { source, results, life } = snapshot;
  const ledger = ledgerView(source);
  yield;
  const hasTerms = offerTable(source, 'OfferTerms') !== undefined;
  const { run, refusal } =
    ledger.kind === 'found' && hasTerms ? yield* attempt(source) : { run: undefined, refusal: undefined };
  const elections = electionsView(run === undefined ? undefined : readOffer(source), run);
  yield;
  const isOutdated = outdated(snapshot, run);
  yield;
  return {
    ledger,
    hasTerms,
    terms: termFields(snapshot, refusal),
    refusal,
    elections,
    run,
    statuses: run === undefined ? [] : grantStatuses(run, life.stage),
    plan: runPlan(snapshot, run),
    hasResults: results !== undefined,
    outdated: isOutdated,
    overwritten: overwritten(results, isOutdated),
  };
}

function* attempt(
  source: Snapshot['source'],
): Steps<{ run: OfferRun | undefined; refusal: PlacedMessage | undefined }> {
  try {
    return { run: yield* runInSteps(source), refusal: undefined };
  } catch (error) {
    if (!(error instanceof RegrantError)) throw error;
    return { run: undefined, refusal: placedMessage(error.sentence) };
  }
}

export function stepState(view: OfferView, step: Step): StepState {
  switch (step) {
    case 'ledger':
      if (view.ledger.kind !== 'found') return view.ledger.kind === 'empty' ? 'open' : 'attention';
      return countSeverity(view.ledger.checks, 'Error') > 0 ? 'attention' : 'done';
    case 'terms':
      if (!view.hasTerms) return 'open';
      return view.refusal === undefined ? (view.run === undefined ? 'open' : 'done') : 'attention';
    case 'elections':
      return countSeverity(view.elections.problems, 'Error') > 0
        ? 'attention'
        : view.elections.events > 0
          ? 'done'
          : 'open';
    case 'preview':
      return view.run === undefined ? 'open' : 'done';
    case 'run':
      return (view.plan.obstacles.length > 0 && !view.plan.isFinal) ||
        view.plan.otherRun !== undefined ||
        view.outdated !== undefined ||
        view.overwritten.length > 0
        ? 'attention'
        : view.hasResults
          ? 'done'
          : 'open';
    case 'results':
      if (view.overwritten.length > 0) return 'attention';
      return view.hasResults ? 'done' : 'open';
  }
}

/** Where an analyst wants to be: at what is missing, or else at what comes next. */
export function firstStep(view: OfferView): Step {
  if (view.ledger.kind !== 'found') return 'ledger';
  if (!view.hasTerms || view.refusal !== undefined) return 'terms';
  if (view.hasResults) return view.outdated !== undefined ? 'run' : 'results';
  return view.elections.events > 0 ? 'preview' : 'elections';
}
