/**
 * The page of the shared runtime: the custom functions, the ribbon's commands, an entry for whoever runs the add-in
 * without a person, and, where there is a page to show it in, the pane. It knows when each begins, not what it does.
 */
import '../functions/functions.ts';
import { showNumberFormats } from '../functions/number-formats.ts';
import type { Outcome } from '../commands/actions.ts';
import { registerCommands } from '../commands/register-commands.ts';
import { exposeAutomation } from './automation.ts';
import type { PaneHandle } from './view/app.tsx';

/** The open pane, or what happened before it was there. */
const pane: { handle?: PaneHandle; waiting?: Outcome } = {};

function show(outcome: Outcome): void {
  if (pane.handle === undefined) pane.waiting = outcome;
  else pane.handle.notify({ intent: outcome.worked ? 'success' : 'error', text: outcome.message });
  // A refusal must be seen; a success shows in the workbook.
  if (!outcome.worked) void Office.addin.showAsTaskpane();
}

/** Components are a script of their own: formulas and ribbon commands work without it. */
async function showPane(element: Element): Promise<void> {
  const [{ mountPane }] = await Promise.all([
    import(/* webpackChunkName: "pane" */ './view/mount.tsx'),
    Office.onReady(),
  ]);
  mountPane(element, (handle) => {
    pane.handle = handle;
    if (pane.waiting !== undefined) show(pane.waiting);
  });
}

exposeAutomation();

void Office.onReady(() => {
  showNumberFormats(Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.4'));
  registerCommands(show);
});

// Programs run the add-in in a global without a page.
const element = document.getElementById('pane');
if (element !== null) void showPane(element);
