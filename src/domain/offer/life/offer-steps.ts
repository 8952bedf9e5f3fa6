/**
 * The steps of an offer's life: which may be taken from a stage, and what each freezes or sets free, in sentences for a
 * person to read before. It does not know how a step is carried out.
 */
import { say, sentenceOf, type Sentence } from '../../basics/sentence.ts';
import type { LogStep } from './offer-log.ts';
import { nextStage, previousStage, type Stage } from './stage.ts';

export const OFFER_STEPS = ['open', 'amend', 'close', 'cancel', 'grant', 'back'] as const;
export type OfferStep = (typeof OFFER_STEPS)[number];

const STEP_INTO: Readonly<Record<Exclude<OfferStep, 'back' | 'amend'>, Stage>> = {
  open: 'Open',
  close: 'Closed',
  cancel: 'Cancelled',
  grant: 'Granted',
};

const LOGGED_AS: Readonly<Record<OfferStep, LogStep>> = {
  open: 'Open',
  amend: 'Amend',
  close: 'Close',
  cancel: 'Cancel',
  grant: 'Grant',
  back: 'Back',
};

/** The word in the log's column Step. */
export const logStepOf = (step: OfferStep): LogStep => LOGGED_AS[step];

/** Where the step leads from `stage`, or why it cannot be taken. */
export type StepRoute = { readonly to: Stage } | { readonly refusal: Sentence };

export function routeOf(step: OfferStep, stage: Stage): StepRoute {
  if (step === 'back') {
    const to = previousStage(stage);
    return to === undefined ? { refusal: say`The offer is a draft: there is no step to take back.` } : { to };
  }
  if (step === 'amend')
    return stage === 'Open'
      ? { to: 'Open' }
      : {
          refusal: say`The offer is at the stage ${sentenceOf(stage)} and cannot be amended: only an open offer is.`,
        };
  const to = STEP_INTO[step];
  if (nextStage(stage) === to) return { to };
  const next = nextStage(stage);
  return {
    refusal:
      next === undefined
        ? say`The offer is at the stage ${sentenceOf(stage)} and cannot become ${sentenceOf(to)} from there: it is the last stage; a step back leads to Cancelled.`
        : say`The offer is at the stage ${sentenceOf(stage)} and cannot become ${sentenceOf(to)} from there: the next stage is ${sentenceOf(next)}.`,
  };
}

/** The steps that may be taken at a stage, the way on first. */
export const stepsAt = (stage: Stage): readonly OfferStep[] =>
  OFFER_STEPS.filter((step) => 'to' in routeOf(step, stage));

/** What taking the step means, a sentence each. */
export function effectsOf(step: OfferStep, stage: Stage): readonly Sentence[] {
  switch (step) {
    case 'open':
      return [
        say`Nothing is frozen: the ledger, the terms and the elections stay live.`,
        say`The terms with which the offer opens are kept: what changes in them is reported in the checks until it is logged as an amendment.`,
      ];
    case 'amend':
      return [
        say`The log names what has changed in the terms since the opening or the last amendment, and the earliest expiration that this allows.`,
        say`The terms as they stand are kept, and later changes are told from them.`,
      ];
    case 'close':
      return [
        say`The ledger’s rows and the elections are kept as they stand now; every later run computes from them.`,
        say`What changes in the ledger afterwards is reported in the checks, by grant and value, and not applied; only Termination Date is still followed.`,
        say`Results are written again and stay live in the terms and the prices.`,
      ];
    case 'cancel':
      return [
        say`The tendered options count as cancelled: grants that take part are Exchanged, or Lapsed where service has ended.`,
        say`The ledger and the elections stay as they stood at the closing.`,
      ];
    case 'grant':
      return [
        say`Results are written once more and become values; no run rewrites them.`,
        say`Terms, prices and Termination Date no longer change them.`,
      ];
    case 'back':
      return stage === 'Granted'
        ? [say`The results may be rewritten again: the next run makes live formulas of them.`]
        : stage === 'Closed'
          ? [
              say`The ledger and the elections kept at the closing are given up: the live ones count again.`,
              say`The log keeps the closing’s digests.`,
            ]
          : stage === 'Open'
            ? [say`The terms kept at the opening are given up; the log stays as it is.`]
            : [say`Nothing else changes: the step is taken back in the log.`];
  }
}
