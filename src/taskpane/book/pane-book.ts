/** What the pane asks of a workbook. The pane knows this alone: Excel stands behind it, or a test's own book. */
import type { Words } from '../../domain/basics/sentence.ts';
import type { LedgerChoice, OfferTableName } from '../../domain/offer/offer-source.ts';
import type { OfferStep } from '../../domain/offer/life/offer-steps.ts';
import type { FreezePlan } from '../../workbook/life/freeze-to-values.ts';
import type { FormulaInsertion } from '../../workbook/excel/insert-formula.ts';
import type { TermsInserted } from '../../workbook/terms/insert-terms.ts';
import type { NewGrantReading, NewGrantWanted } from '../../workbook/read/read-new-grant.ts';
import type { RunControl } from '../../workbook/excel/run-control.ts';
import type { RunReport } from '../../workbook/plan/run-report.ts';
import type { ActiveCell } from '../../workbook/excel/select-cells.ts';
import type { StepReport } from '../../workbook/life/take-step.ts';
import type { WorkbookShape } from '../../workbook/excel/workbook-shape.ts';
import type { WorkbookListener } from '../../workbook/excel/watch-workbook.ts';
import type { OfferRowMove } from '../../workbook/terms/move-offer-row.ts';
import type { OfferRowChange } from '../../workbook/terms/write-offer-row.ts';
import type { TermChange, TermsWritten } from '../../workbook/terms/write-terms.ts';
import type { CellLink } from '../state/cell-link.ts';
import type { OfferExample } from '../state/offer-examples.ts';
import type { Snapshot } from '../state/snapshot.ts';

/** Every method rejects with an error that `explain` makes a sentence of. */
export interface PaneBook {
  read(): Promise<Snapshot>;
  select(link: CellLink): Promise<void>;
  showSheet(name: string): Promise<void>;
  activeCell(): Promise<ActiveCell>;
  /** What the result tables hold for a grant; `none` where it is not among them, undefined where there are none. */
  newGrant(wanted: NewGrantWanted): Promise<NewGrantReading | 'none' | undefined>;
  watch(listener: WorkbookListener): Promise<() => Promise<void>>;
  /** Whether sheets and tables are not what they were: not every Excel tells when one is renamed or protected. */
  hasOtherShape(known: WorkbookShape): Promise<boolean>;
  rememberLedger(choice: LedgerChoice | undefined): Promise<void>;
  insertTerms(): Promise<TermsInserted>;
  writeTerms(changes: readonly TermChange[]): Promise<TermsWritten>;
  writeRow(change: OfferRowChange): Promise<void>;
  moveRow(move: OfferRowMove): Promise<void>;
  addColumns(table: OfferTableName, headers: readonly string[]): Promise<void>;
  startFrom(example: OfferExample): Promise<TermsWritten>;
  insertSample(): Promise<void>;
  run(
    options: { readonly values: boolean; readonly takesOver: boolean },
    control: RunControl,
  ): Promise<RunReport>;
  planFreeze(): Promise<FreezePlan>;
  freeze(): Promise<number>;
  takeStep(step: OfferStep, control: RunControl): Promise<StepReport>;
  insertFormula(formula: string, overwrite: boolean): Promise<FormulaInsertion>;
  /** One sentence for a person. */
  explain(error: unknown): Words;
}
