/**
 * What an output is: a kind of paper or file that an offer makes, as a value. A kind declares itself; how its files reach
 * a disk or a browser is for the shells.
 */
import type { Offer } from '../domain/offer/offer.ts';
import type { Problems } from '../domain/basics/problems.ts';
import type { OfferRun } from '../domain/offer/offer-run.ts';
import type { Stage } from '../domain/offer/life/stage.ts';
import type { TemplateFields } from './docx/template-fields.ts';

/** A finished file; its name may hold folders (`OCF/Manifest.ocf.json`). */
export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a person asks for. */
export interface OutputRequest {
  readonly kinds: readonly string[];
  /** Only for these; nothing where all are meant. */
  readonly holder?: string | undefined;
  readonly country?: string | undefined;
  readonly status?: string | undefined;
  /** The pattern of a letter's file name, such as `{Holder Name} {kind}`. */
  readonly name?: string | undefined;
  /** All letters of a kind in one file, a page break between them. */
  readonly oneFile?: boolean | undefined;
  /** Marks every page, and needs no stage. */
  readonly draft?: boolean | undefined;
  /** Leaves Holder Name and Email blank. */
  readonly withoutNames?: boolean | undefined;
  /** What the workbook is called, without its ending. */
  readonly book?: string | undefined;
  /** When the files are made, as ISO text, for formats that must say it. */
  readonly now?: string | undefined;
}

/** What an output is made from. */
export interface OutputSource {
  readonly offer: Offer;
  /** The offer as it stands. */
  readonly run: OfferRun;
  /** The same offer with every eligible grant elected: what a form or a statement offers. Computed when asked for. */
  readonly planned: () => OfferRun;
  readonly stage: Stage;
  readonly request: OutputRequest;
  /** The .docx templates by kind. */
  readonly templates: ReadonlyMap<string, Uint8Array>;
}

/** A kind of output. */
export interface OutputKind {
  readonly kind: string;
  /** What a list of kinds says of it. */
  readonly meaning: string;
  /** From which stage on it may be made other than as a draft. */
  readonly from?: Stage;
  /** What its template may name; undefined where it has no template. */
  readonly fields?: TemplateFields;
  /** One file for each holder: `--name` and `--one-file` are for such kinds. */
  readonly isPerHolder: boolean;
  /** Makes the files, and adds to the problems whatever stands against them. */
  readonly make: (source: OutputSource, problems: Problems) => readonly OutputFile[];
}
