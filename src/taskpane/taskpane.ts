/**
 * The page of the shared runtime: the custom functions, the ribbon's commands, a small pane, and an entry for whoever
 * runs the add-in without a person. It knows which buttons there are, not what they do.
 */
import '../functions/functions.ts';
import { showNumberFormats } from '../functions/number-formats.ts';
import { type ActionName, ACTION_NAMES, type Outcome, perform } from '../commands/actions.ts';
import { registerCommands } from '../commands/register-commands.ts';
import { exposeAutomation } from './automation.ts';

const isActionName = (name: string | undefined): name is ActionName =>
  ACTION_NAMES.some((action) => action === name);

const buttons = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-action]')];

function show({ worked, message, details }: Outcome): void {
  const status = document.getElementById('status');
  const summary = document.getElementById('details');
  if (status === null || summary === null) return;
  status.textContent = message;
  status.classList.toggle('wrong', !worked);
  summary.textContent = details ?? '';
  summary.hidden = details === undefined;
}

async function press(name: ActionName): Promise<void> {
  // Disabled for good, a button would lose the focus to nowhere.
  for (const button of buttons()) button.setAttribute('aria-disabled', 'true');
  show({ worked: true, message: 'Working …' });
  show(await perform(name));
  for (const button of buttons()) button.removeAttribute('aria-disabled');
}

exposeAutomation();

void Office.onReady(() => {
  showNumberFormats(Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.4'));
  registerCommands((outcome) => {
    show(outcome);
    // A refusal must be seen; a success shows in the workbook.
    if (!outcome.worked) void Office.addin.showAsTaskpane();
  });
  for (const button of buttons())
    button.addEventListener('click', () => {
      const { action } = button.dataset;
      if (isActionName(action) && button.getAttribute('aria-disabled') !== 'true') void press(action);
    });
});
