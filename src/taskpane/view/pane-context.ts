/** What every part of the pane needs: its words, its numbers, the workbook, and what is going on. */
import { createContext, useContext } from 'react';
import type { Words } from '../../domain/basics/sentence.ts';
import type { RunControl } from '../../workbook/excel/run-control.ts';
import type { PaneBook } from '../book/pane-book.ts';
import type { CellLink } from '../state/cell-link.ts';
import type { OfferView, Step } from '../state/offer-view.ts';
import type { PreviewChoices } from '../state/preview.ts';
import type { Snapshot } from '../state/snapshot.ts';
import type { Format } from '../strings/format.ts';
import type { Strings } from '../strings/english.ts';

export interface Language {
  readonly t: Strings;
  readonly format: Format;
  /** A sentence of the domain in the reader's language. */
  readonly spoken: (words: Words) => string;
}

export type NoticeIntent = 'success' | 'info' | 'warning' | 'error';

export interface Notice {
  readonly intent: NoticeIntent;
  readonly text: Words;
  readonly link?: CellLink | undefined;
}

export type Tab = 'offer' | 'explain' | 'formulas';

/** What a command of the ribbon is after, until the page that has it has put the focus there. */
export type Aim = 'run' | 'freeze' | 'explain';

/**
 * Does something with the workbook, one thing at a time, and reads it again; failures become a notice. While something
 * is being done, only what waits is done after it: an edit must not be lost, a button pressed twice must not count twice.
 */
export type Act = (
  what: string,
  work: (control: RunControl) => Promise<Notice | undefined>,
  options?: { readonly canCancel?: boolean; readonly waits?: boolean },
) => Promise<void>;

export interface Pane {
  readonly book: PaneBook;
  readonly snapshot: Snapshot;
  readonly view: OfferView;
  readonly isBusy: boolean;
  readonly act: Act;
  /** Shows a notice until the next one, or takes it away. */
  readonly tell: (notice: Notice | undefined) => void;
  /** Selects a cell; a failure becomes a notice. */
  readonly goTo: (link: CellLink) => void;
  readonly showSheet: (name: string) => void;
  readonly openStep: (step: Step) => void;
  readonly explainRow: (ledgerRow: number) => void;
  /** What the preview shows and assumes; it outlasts the way to other steps and to explanations. */
  readonly preview: PreviewChoices;
  readonly choosePreview: (choices: PreviewChoices) => void;
  readonly aim: Aim | undefined;
  /** The aim is reached. */
  readonly reach: () => void;
}

export const LanguageContext = createContext<Language | undefined>(undefined);
export const PaneContext = createContext<Pane | undefined>(undefined);

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === undefined) throw new Error('There is no language around this part of the pane.');
  return language;
}

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === undefined) throw new Error('There is no workbook around this part of the pane.');
  return pane;
}
