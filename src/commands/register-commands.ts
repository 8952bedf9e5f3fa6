/**
 * Connects the ribbon's buttons and keys (manifest.xml names them) to the pane and to the actions. Whatever cannot be
 * undone is asked in the pane first; where there is no pane it is done at once. It does not know what an action does.
 */
import { type ActionName, perform } from './actions.ts';
import type { Words } from '../domain/basics/sentence.ts';
import type { RunControl } from '../workbook/excel/run-control.ts';

/** Where in the pane a person wants to be. */
export type PanePlace = 'anywhere' | 'ledger' | 'terms' | 'run' | 'freeze' | 'explain';

export interface PaneDoor {
  /** Shows the pane there; false where this host has none to show. */
  open(place: PanePlace): Promise<boolean>;
  /** Does something under the pane's eyes, where there is one: with its progress, and what came of it. */
  carryOut(work: (control: RunControl) => Promise<Words>): Promise<void>;
}

type Command = (pane: PaneDoor) => Promise<unknown>;

const toPlace =
  (place: PanePlace): Command =>
  (pane) =>
    pane.open(place);

const carriedOut = (pane: PaneDoor, action: ActionName): Promise<void> =>
  pane.carryOut((control) => perform(action, control));

/** Adds something beside what is there, and shows it in the pane. */
const atOnce =
  (action: ActionName, place: PanePlace): Command =>
  async (pane) => {
    await pane.open(place);
    await carriedOut(pane, action);
  };

/** Replaces what is there: the pane says what will be done, and a person confirms it. */
const asked =
  (action: ActionName, place: PanePlace): Command =>
  async (pane) => {
    if (!(await pane.open(place))) await carriedOut(pane, action);
  };

const COMMANDS: Readonly<Record<string, Command>> = {
  openPane: toPlace('anywhere'),
  explain: toPlace('explain'),
  insertTerms: atOnce('insertTerms', 'terms'),
  checkLedger: atOnce('checkLedger', 'ledger'),
  runOffer: asked('runOffer', 'run'),
  freezeToValues: asked('freezeToValues', 'freeze'),
};

export function registerCommands(pane: PaneDoor): void {
  for (const [name, command] of Object.entries(COMMANDS))
    // A key brings no event; for a button, Excel waits for `completed` and disables it until then.
    Office.actions.associate(name, (event?: Office.AddinCommands.Event) => {
      void command(pane).finally(() => event?.completed());
    });
}
