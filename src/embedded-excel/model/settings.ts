/** What an add-in remembers in a workbook (Office.context.document.settings): names and JSON values. */

export class Settings {
  private readonly values = new Map<string, unknown>();
  private readonly report: () => void;
  /** Whether something changed since the file was read. */
  touched = false;

  constructor(report: () => void) {
    this.report = report;
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
