/**
 * Events on their way to the add-in: who listens to what, and the messages that wait until the transport takes them.
 * It knows the numbers that office.js knows events by, not what brings an event about.
 */
import type { Area } from '../model/area.ts';
import type { CellValue } from '../model/cell-error.ts';
import type { Sheet } from '../model/sheet.ts';
import type { MessageEntry } from './wire.ts';

/** The category of object events in a message. */
export const OBJECT_EVENT = 65536;

/** The numbers of events in office.js (excel-win32-16.01.debug.js, `eventType:`). */
export const EventType = {
  settingsChanged: 1,
  documentSelectionChanged: 2,
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  worksheetFormatChanged: 18,
  worksheetProtectionChanged: 24,
  worksheetNameChanged: 25,
  worksheetVisibilityChanged: 26,
  worksheetMoved: 27,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  /** Of the shared runtime, not of the workbook. */
  paneVisibilityChanged: 65539,
} as const;

/** The target of events of the whole workbook. */
export const WORKBOOK_TARGET = 'Workbook';

/** Ranges of past events that `getRange()` of an event's arguments may still ask for. */
const REMEMBERED_RANGES = 1000;

export class Events {
  /** How many handlers the client holds, by class, target and event. */
  readonly #listeners = new Set<string>();
  #pending: MessageEntry[] = [];
  #nextMessage = 1;
  #nextRange = 1;
  readonly #ranges = new Map<string, { readonly sheet: Sheet; readonly area: Area }>();
  /** What stood in a cell before the single-cell write that is under way. */
  before:
    | { readonly sheet: Sheet; readonly row: number; readonly column: number; readonly value: CellValue }
    | undefined;
  /** Who makes the changes that are being reported: whoever sits here, or somebody else who has the workbook open. */
  source: 'Local' | 'Remote' = 'Local';
  /** Off while an add-in has set `context.runtime.enableEvents` to false. */
  enabled = true;

  subscribe(className: string, target: string, event: string, on: boolean): void {
    const key = `${className} ${target} ${event}`;
    if (on) this.#listeners.add(key);
    else this.#listeners.delete(key);
  }

  hasListener(className: string, target: string, event: string): boolean {
    return this.enabled && this.#listeners.has(`${className} ${target} ${event}`);
  }

  /** Whether anybody listens to that event of any object. */
  hasAnyListener(event: string): boolean {
    if (!this.enabled) return false;
    for (const key of this.#listeners) if (key.endsWith(` ${event}`)) return true;
    return false;
  }

  /** Puts an event into the next message. */
  emit(type: number, target: string, args: Readonly<Record<string, unknown>>): void {
    if (!this.enabled) return;
    this.#pending.push([OBJECT_EVENT, type, target, JSON.stringify(args), this.#nextMessage++]);
  }

  /** The messages that wait; they are the caller's to deliver. */
  take(): MessageEntry[] {
    const taken = this.#pending;
    this.#pending = [];
    return taken;
  }

  /** A reference id by which the handler finds the range of its event. */
  rememberRange(sheet: Sheet, area: Area): string {
    const id = `{event-range-${this.#nextRange++}}`;
    this.#ranges.set(id, { sheet, area });
    if (this.#ranges.size > REMEMBERED_RANGES) {
      const [oldest] = this.#ranges.keys();
      if (oldest !== undefined) this.#ranges.delete(oldest);
    }
    return id;
  }

  rangeOf(id: string): { readonly sheet: Sheet; readonly area: Area } | undefined {
    return this.#ranges.get(id);
  }
}
