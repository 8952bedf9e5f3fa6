/** Connects the ribbon's buttons (manifest.xml names them) to the actions. It does not know what an action does. */
import { ACTION_NAMES, type Outcome, perform } from './actions.ts';

/** @param show tells a person how it went; the ribbon itself has no place for words */
export function registerCommands(show: (outcome: Outcome) => void): void {
  for (const name of ACTION_NAMES)
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      // Excel waits for `completed`, and disables the button until it comes.
      void perform(name)
        .then(show)
        .finally(() => event.completed());
    });
}
