/** The strip of commands that the add-in's manifest declares. */
import type { Shortcut } from './keyboard-shortcuts.ts';
import type { Manifest, RibbonCommand } from './manifest.ts';

export interface RibbonActions {
  /** Whether the pane is shown after this. */
  togglePane(): void;
  /** Runs an action of the add-in to its end. */
  execute(functionName: string, controlId: string): Promise<void>;
  failed(message: string): void;
}

/** Fills the ribbon; gives the buttons that show the pane. */
export function showRibbon(
  element: HTMLElement,
  { groups }: Manifest,
  shortcuts: readonly Shortcut[],
  actions: RibbonActions,
): HTMLButtonElement[] {
  const paneButtons: HTMLButtonElement[] = [];
  const shown = groups.map((group) => {
    const box = document.createElement('div');
    box.className = 'ribbon-group';
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', group.label);
    const controls = document.createElement('div');
    controls.className = 'controls';
    const label = document.createElement('div');
    label.className = 'label';
    label.textContent = group.label;
    for (const command of group.commands) {
      const button = commandButton(command, shortcuts, actions);
      if (command.action.kind === 'showPane') paneButtons.push(button);
      controls.append(button);
    }
    box.append(controls, label);
    return box;
  });
  element.replaceChildren(...shown);
  return paneButtons;
}

function commandButton(
  { id, label, tip, icon, action }: RibbonCommand,
  shortcuts: readonly Shortcut[],
  actions: RibbonActions,
): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'command';
  button.dataset['command'] = id;
  const shortcut = shortcuts.find((each) => action.kind === 'execute' && each.action === action.functionName);
  button.title = shortcut === undefined ? tip : `${tip}\n${shortcut.description}: ${shortcut.keys}`;
  const image = document.createElement('img');
  image.src = icon;
  image.alt = '';
  button.append(image, label);
  button.addEventListener('click', () => {
    if (action.kind === 'showPane') {
      actions.togglePane();
      return;
    }
    if (button.ariaBusy === 'true') return;
    button.ariaBusy = 'true';
    actions
      .execute(action.functionName, id)
      .catch((error: unknown) => {
        actions.failed(`${label} failed: ${error instanceof Error ? error.message : String(error)}`);
      })
      .finally(() => {
        button.ariaBusy = 'false';
      });
  });
  return button;
}
