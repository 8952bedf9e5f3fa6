/** What the members of an object class may ask of the session in which they run. */
import type { Workbook } from '../model/workbook.ts';
import type { Calculation } from './calculation.ts';
import type { CustomFunctions } from './custom-functions.ts';
import type { Events } from './events.ts';
import type { HostObject } from './host-object.ts';
import type { PaneState } from './pane-state.ts';
import type { RichApiError } from './rich-api-error.ts';

export interface Host {
  readonly book: Workbook;
  readonly calculation: Calculation;
  readonly events: Events;
  readonly customFunctions: CustomFunctions;
  readonly pane: PaneState;
  /** How many cells add-ins have written values or formulas into. */
  cellsWritten: number;
  /** Every object that the client may still ask for without naming it anew. */
  liveObjects(): Iterable<HostObject>;
  /** Counts something that the host does not have, and gives the error for it. */
  unsupported(what: string): RichApiError;
}
