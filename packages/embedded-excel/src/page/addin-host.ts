/** The add-in beside the workbook: its manifest's commands on the ribbon, its pane in a frame, its functions in cells. */
import { AddinFrame } from '../frame/addin-frame.ts';
import type { FunctionsMetadata } from '../rich-api/custom-functions.ts';
import { documentSettings } from '../rich-api/document-settings.ts';
import { membersAfter } from '../rich-api/newer-members.ts';
import type { PaneState } from '../rich-api/pane-state.ts';
import { knowsUndoGroups } from '../rich-api/undo-support.ts';
import type { FunctionCatalogue, FunctionsJson } from './editing/function-catalogue.ts';
import { elementById } from './elements.ts';
import type { HostOptions } from './host-options.ts';
import {
  readShortcuts,
  type Shortcut,
  shortcutFor,
  type ShortcutsJson,
  type ShortcutTexts,
} from './keyboard-shortcuts.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { notify } from './notice.ts';
import { showRibbon } from './ribbon.ts';
import type { Workspace } from './workspace.ts';

/** The cell that a person is editing. */
export interface Editing {
  /** Puts what is being typed into its cell, before a command runs. */
  finish(): void;
  /** Resolves when a cell is no longer being edited; undefined where none is. */
  over(): Promise<void> | undefined;
}

export class AddinHost {
  /** Undefined until the add-in's page has been loaded. */
  frame: AddinFrame | undefined;
  shortcuts: readonly Shortcut[] = [];
  private readonly workspace: Workspace;
  private readonly catalogue: FunctionCatalogue;
  private readonly options: HostOptions;
  private readonly editing: Editing;
  private readonly element = elementById('pane');
  private paneButtons: HTMLButtonElement[] = [];
  private readonly listening = new AbortController();

  constructor(workspace: Workspace, catalogue: FunctionCatalogue, options: HostOptions, editing: Editing) {
    this.workspace = workspace;
    this.catalogue = catalogue;
    this.options = options;
    this.editing = editing;
  }

  /** Reads the manifest, registers the functions, loads the pane's page, which runs them. */
  async start(): Promise<void> {
    const { displayLanguage } = this.options;
    this.workspace.server.session.tooNew = membersAfter(this.options.requirementSets['ExcelApi'] ?? 0);
    const response = await responseOf('/manifest.xml');
    const manifest = readManifest(await response.text(), location.origin, displayLanguage);
    await this.listenToKeys(manifest);
    this.paneButtons = showRibbon(elementById('ribbon'), manifest, this.shortcuts, {
      togglePane: () => {
        this.pane.show(!this.pane.isShown);
      },
      execute: async (functionName, controlId) => {
        this.editing.finish();
        await this.frame?.runCommand(functionName, controlId);
      },
      failed: notify,
    });
    await this.registerFunctions(manifest);
    this.openPane(manifest, response.headers.get('x-other-origin') ?? location.origin);
  }

  /** Keys are heard while the workbook has the focus; those pressed in the pane stay in its frame. */
  private async listenToKeys({ shortcuts: files }: Manifest): Promise<void> {
    if (files === undefined) return;
    const file = JSON.parse(await text(files.url)) as ShortcutsJson;
    const texts = files.resourcesUrl === undefined ? '{}' : await text(files.resourcesUrl);
    this.shortcuts = readShortcuts(file, JSON.parse(texts) as ShortcutTexts);
    document.addEventListener(
      'keydown',
      (event) => {
        const shortcut = shortcutFor(this.shortcuts, event);
        if (shortcut === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        this.editing.finish();
        this.frame?.dispatchAction(shortcut.action);
      },
      { capture: true, signal: this.listening.signal },
    );
  }

  /** The page of a shared runtime lives on while its pane is closed. */
  private showPane(isShown: boolean): void {
    this.element.classList.toggle('background', !isShown);
    this.element.inert = !isShown;
    for (const button of this.paneButtons) button.setAttribute('aria-pressed', String(isShown));
  }

  close(): void {
    this.listening.abort();
    this.frame?.close();
    this.element.replaceChildren();
    elementById('ribbon').replaceChildren();
  }

  private async registerFunctions({ functions }: Manifest): Promise<void> {
    if (functions === undefined) return;
    const { workspace } = this;
    const metadata = JSON.parse(await text(functions.metadataUrl)) as FunctionsMetadata & FunctionsJson;
    this.catalogue.add(functions.namespace, metadata);
    const names = workspace.customFunctions.register(functions.namespace, metadata);
    for (const name of names) workspace.book.customFunctions.add(name);
    workspace.calculator.customFunctionsChanged(names);
    workspace.calculator.recalculateNow();
  }

  /** @param elsewhere the server under another name, by which office.js does not know the host */
  private openPane({ name, paneUrl }: Manifest, elsewhere: string): void {
    const head = document.createElement('div');
    head.className = 'pane-head';
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'pane-close';
    close.textContent = '×';
    close.setAttribute('aria-label', `Close the ${name} pane`);
    close.addEventListener('click', () => {
      this.pane.show(false);
    });
    head.append(name, close);
    this.element.replaceChildren(head);
    this.element.hidden = false;
    this.frame = new AddinFrame(this.element, name, {
      server: this.workspace.server,
      settings: documentSettings(this.workspace.book),
      isReadOnly: this.workspace.book.isReadOnly,
      cellEdited: () => this.editing.over(),
      requirementSets: this.options.requirementSets,
      url: this.options.hostModes.has('foreign-host-frame')
        ? paneUrl.replace(location.origin, elsewhere)
        : paneUrl,
      documentUrl: `${location.origin}/${encodeURIComponent(this.workspace.fileName)}`,
      displayLanguage: this.options.displayLanguage,
      contentLanguage: this.options.contentLanguage,
      knowsUndoGroups: knowsUndoGroups(this.options.hostModes),
    });
    this.pane.onChange = (isShown) => {
      this.showPane(isShown);
      this.workspace.server.flush();
    };
    this.pane.show(true);
  }

  private get pane(): PaneState {
    return this.workspace.server.session.pane;
  }
}

async function responseOf(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`);
  return response;
}

const text = async (url: string): Promise<string> => (await responseOf(url)).text();
