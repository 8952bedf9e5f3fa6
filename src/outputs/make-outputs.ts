/**
 * Makes the files that are asked for, all of them or none: every problem of the request, the templates and the data is told
 * at once. Pure: the same offer, request and templates give the same bytes.
 */
import { badValue } from '../domain/basics/error.ts';
import { Problems } from '../domain/basics/problems.ts';
import { say, sentenceOf } from '../domain/basics/sentence.ts';
import { nearestWord, sameWord } from '../domain/basics/words.ts';
import { type Stage, STAGES } from '../domain/offer/life/stage.ts';
import type { OfferSource } from '../domain/offer/offer-source.ts';
import { readOffer } from '../domain/offer/read-offer.ts';
import { computeOffer } from '../domain/offer/run-offer.ts';
import { runWhatIf } from '../domain/offer/what-if.ts';
import { distinctNames } from './file-names.ts';
import type { OutputFile, OutputKind, OutputRequest } from './output.ts';
import { OUTPUTS } from './outputs.ts';

export interface MadeOutputs {
  readonly files: readonly OutputFile[];
  /** `12 promise, 2 upload` */
  readonly summary: string;
  /** Of the checks of the run behind them. */
  readonly errors: number;
  readonly warnings: number;
}

/**
 * @param templates .docx templates by kind
 * @throws RegrantError what stops the files: one problem a line
 */
export function makeOutputs(
  workbook: OfferSource,
  stage: Stage,
  request: OutputRequest,
  templates: ReadonlyMap<string, Uint8Array>,
): MadeOutputs {
  const source = { ...workbook, withoutNames: request.withoutNames === true };
  const kinds = kindsOf(request);
  const problems = new Problems();
  for (const kind of kinds) refuseByStage(kind, stage, request, problems);
  problems.throwIfAny();
  const offer = readOffer(source);
  const run = computeOffer(offer);
  let planned: ReturnType<typeof runWhatIf> | undefined;
  const made = kinds.map(
    (kind) =>
      [
        kind.kind,
        kind.make(
          {
            offer,
            run,
            planned: () => (planned ??= runWhatIf(source, { participation: 1 })),
            stage,
            request,
            templates,
          },
          problems,
        ),
      ] as const,
  );
  problems.throwIfAny();
  const files = distinctNames(made.flatMap(([, own]) => own));
  if (files.length === 0)
    throw badValue(say`There is nothing to write: no holder is one of those asked for.`);
  return {
    files,
    summary: made.map(([kind, own]) => `${own.length} ${kind}`).join(', '),
    errors: run.errors,
    warnings: run.warnings,
  };
}

function kindsOf({ kinds }: OutputRequest): readonly OutputKind[] {
  const known = OUTPUTS.map(({ kind }) => kind);
  const problems = new Problems();
  const found = kinds.flatMap((word) => {
    const output = OUTPUTS.find(({ kind }) => sameWord(kind, word));
    if (output === undefined)
      problems.add(
        say`"${word}" is not a kind of output: it is ${known.join(', ')}${nearestWord(word, known)}`,
      );
    return output ?? [];
  });
  problems.throwIfAny();
  return [...new Set(found)];
}

/** A paper never says more than the workbook: a promise is made of a closed offer, a notice of a granted one. */
function refuseByStage(
  { kind, from }: OutputKind,
  stage: Stage,
  { draft }: OutputRequest,
  problems: Problems,
) {
  if (from === undefined || draft === true || STAGES.indexOf(stage) >= STAGES.indexOf(from)) return;
  problems.add(
    say`A ${kind} can be made once the offer is ${sentenceOf(from)}, and it is at the stage ${sentenceOf(stage)}: take the step first, or ask for a draft with --draft.`,
  );
}
