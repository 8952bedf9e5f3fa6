/** For tests: the names under which the add-in associates its actions with the ribbon and with keys. */
import { registerCommands } from '../../src/commands/register-commands.ts';

export function associatedActions(): readonly string[] {
  const names: string[] = [];
  const global = globalThis as { Office?: unknown };
  global.Office = { actions: { associate: (name: string) => names.push(name) } };
  try {
    // What the actions do with the pane is not asked here.
    registerCommands({ open: () => Promise.resolve(false), carryOut: () => Promise.resolve() });
  } finally {
    delete global.Office;
  }
  return names;
}
