/**
 * Where a person's choice of ledger and of its columns is remembered: in the workbook's own settings, so that it
 * travels with the file.
 */
import { AFTER_CELL_EDIT } from './excel-run.ts';
import type { LedgerChoice } from '../../domain/offer/offer-source.ts';

const KEY = 'Regrant.Ledger';

/** Queues the load of the remembered choice; call the result after the next sync. */
export function loadLedgerChoice(context: Excel.RequestContext): () => LedgerChoice | undefined {
  const setting = context.workbook.settings.getItemOrNullObject(KEY).load('value');
  return () => (setting.isNullObject ? undefined : parseLedgerChoice(setting.value));
}

/** Remembers the choice, or forgets it where there is none. */
export async function rememberLedger(choice: LedgerChoice | undefined): Promise<void> {
  await Excel.run(AFTER_CELL_EDIT, async (context) => {
    const { settings } = context.workbook;
    if (choice === undefined) settings.getItemOrNullObject(KEY).delete();
    else settings.add(KEY, JSON.stringify(choice));
    await context.sync();
  });
}

/** What a setting says, as far as it is what Regrant writes; anything else is no choice. */
export function parseLedgerChoice(value: unknown): LedgerChoice | undefined {
  if (typeof value !== 'string') return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const { sheet, headers } = parsed as { sheet?: unknown; headers?: unknown };
  const named =
    typeof headers === 'object' && headers !== null
      ? Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      : [];
  return {
    ...(typeof sheet === 'string' ? { sheet } : {}),
    ...(named.length > 0 ? { headers: Object.fromEntries(named) } : {}),
  };
}
