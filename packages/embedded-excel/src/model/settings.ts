/**
 * What add-ins remember in a workbook (Office.context.document.settings): names and JSON values, each add-in's own. A
 * workbook may hold those of several; the one that runs claims its own.
 */

/** How a file names an add-in: its manifest's id, version, and where it comes from. */
export interface AddInReference {
  readonly id: string;
  readonly version: string;
  readonly store: string;
  readonly storeType: string;
}

/** Stands for an add-in that has not said which it is. */
const NOBODY: AddInReference = {
  id: '00000000-0000-0000-0000-000000000000',
  version: '1.0.0.0',
  store: 'developer',
  storeType: 'Registry',
};

export class Settings {
  private values = new Map<string, unknown>();
  private readonly stored = new Map<string, Map<string, unknown>>();
  private readonly report: () => void;
  /** Whether something changed since the file was read. */
  touched = false;

  constructor(report: () => void) {
    this.report = report;
  }

  /** The add-in whose settings these are. */
  owner: AddInReference = NOBODY;

  /** Takes in what a file holds for an add-in. */
  load(addInId: string, values: Map<string, unknown>): void {
    this.stored.set(addInId.toLowerCase(), values);
  }

  /** From now on the settings are that add-in's: what the file holds for it, or nothing yet. */
  claim(addIn: { readonly id: string; readonly version: string }): void {
    this.owner = { ...NOBODY, ...addIn };
    this.values = new Map(this.stored.get(addIn.id.toLowerCase()));
  }

  get(name: string): unknown {
    return this.values.get(name);
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  entries(): IterableIterator<[string, unknown]> {
    return this.values.entries();
  }

  set(name: string, value: unknown): void {
    this.values.set(name, value);
    this.touched = true;
    this.report();
  }

  delete(name: string): boolean {
    const there = this.values.delete(name);
    if (!there) return false;
    this.touched = true;
    this.report();
    return true;
  }
}
