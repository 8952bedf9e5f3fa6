/**
 * `Office.context.document.settings` and `workbook.settings` are one store; the older API reads and writes it as a
 * whole, every value as JSON text. For every transport.
 */
import type { Workbook } from '../model/workbook.ts';

export interface DocumentSettings {
  read(): [key: string, json: string][];
  /** Replaces all settings by these. */
  write(entries: Iterable<readonly [key: string, json: string]>): void;
}

export const documentSettings = ({ settings, isReadOnly }: Workbook): DocumentSettings => ({
  read: () => [...settings.entries()].map(([key, value]) => [key, JSON.stringify(value)]),
  write(entries) {
    // Nothing is kept in a file that may only be looked at; the older API says so to nobody.
    if (isReadOnly) return;
    const wanted = new Map(entries);
    for (const [key] of [...settings.entries()]) if (!wanted.has(key)) settings.delete(key);
    for (const [key, json] of wanted)
      if (JSON.stringify(settings.get(key)) !== json) settings.set(key, JSON.parse(json));
  },
});
