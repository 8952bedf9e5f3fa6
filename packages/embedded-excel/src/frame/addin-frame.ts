/**
 * The frame transport: an add-in's page in an ordinary frame, running Microsoft's unmodified office.js, which talks to
 * the page around it as to Excel on the web. It carries requests, events and commands; what they mean is the server's.
 */
import type { DocumentSettings } from '../rich-api/document-settings.ts';
import { EventType, OBJECT_EVENT } from '../rich-api/events.ts';
import type { RequirementSets } from '../rich-api/requirement-sets.ts';
import { isOfServices, type RichApiServer } from '../rich-api/server.ts';
import type { MessageEntry, RequestBody } from '../rich-api/wire.ts';
import { type RunsBatches, teachUndoGroups } from '../rich-api/undo-support.ts';
import { type Answer, Conversation } from './conversation.ts';
import { DIALOG_MESSAGE, OfficeDialogs } from './office-dialogs.ts';

export interface AddinFrameOptions {
  readonly server: RichApiServer;
  readonly settings: DocumentSettings;
  /** Whether the document can only be looked at. */
  readonly isReadOnly: boolean;
  readonly requirementSets: RequirementSets;
  /** While a person edits a cell, what resolves when that is over: until then Excel refuses requests, or lets them wait. */
  readonly cellEdited?: () => Promise<void> | undefined;
  /** The add-in's page. Office.js trusts a host on https with the same host name. */
  readonly url: string;
  /** The document's address, as `Office.context.document.url` gives it. */
  readonly documentUrl: string;
  /** The tag of the language that Excel is shown in: `Office.context.displayLanguage`. */
  readonly displayLanguage?: string;
  /** The tag of the locale in which its dates and numbers are written: `Office.context.contentLanguage`. */
  readonly contentLanguage?: string;
  /** Whether Excel has groups to undo, which office.js from npm does not know. */
  readonly knowsUndoGroups?: boolean;
}

/** Numbers by which office.js calls the host (`dispid...`). */
const SETTINGS_READ = 75;
const SETTINGS_WRITE = 76;
const RICH_API_REQUEST = 93;
const COMMAND_COMPLETED = 94;
const MESSAGE_CHILD = 145;
const NOT_SUPPORTED = 5000;
/** What office.js makes `InvalidOperationInCellEditMode` of. */
const IN_CELL_EDIT_MODE = 5004;

/** Where a request carries its body and its flags, and the flag by which it waits until a cell has been edited. */
const REQUEST_BODY = 4;
const REQUEST_FLAGS = 6;
const DELAY_FOR_CELL_EDIT = 64;

/** A message that runs an action as a key does (office.js: `ActionMessageCategory`, `ActionDispatchMessageType`). */
const ACTION = 2;
const DISPATCH = 1000;

/** Names of the events that office.js registers for. */
const RICH_API_MESSAGE = 'richApiMessage';
const COMMAND_INVOKED = 'appCommandInvoked';
const DOCUMENT_EVENTS: ReadonlyMap<number, string> = new Map([
  [EventType.settingsChanged, 'settingsChanged'],
  [EventType.documentSelectionChanged, 'documentSelectionChanged'],
]);

/** What a frame can do besides what every transport can. */
const FRAME_SETS: RequirementSets = { DialogApi: 1.2, DialogOrigin: 1.1, DelayForCellEdit: 1.1 };

/** Whether the document can be changed, in the numbers of Office on the web; the desktop's are the other way round. */
const ClientMode = { readOnly: 0, readWrite: 1 } as const;

const INSTANCE = 'add-in-1';
/** A shared runtime, whose page also runs the custom functions. */
const SHARED_RUNTIME = 3;

interface MethodCall {
  readonly DdaMethod?: { readonly DispatchId?: number; readonly Version?: number };
  readonly ArrayData?: readonly unknown[];
  /** Arguments of the older calls, by position. */
  readonly 0?: unknown;
  readonly 1?: unknown;
  readonly DdaSettingsMethod?: { readonly Properties?: readonly (readonly [string, string])[] };
  readonly Properties?: readonly (readonly [string, string])[];
  readonly messageContent?: unknown;
}

export class AddinFrame {
  /** What the add-in asked for and the transport does not have, with how often. */
  readonly unsupported = new Map<string, number>();
  /** Requests that wait until a cell has been edited. */
  waitingForCell = 0;
  private readonly options: AddinFrameOptions;
  private readonly title: string;
  private readonly conversation: Conversation;
  private readonly dialogs: OfficeDialogs;
  private readonly commands = new Map<string, (status: number) => void>();
  private lastCommand = 0;

  constructor(parent: HTMLElement, title: string, options: AddinFrameOptions) {
    this.options = options;
    this.title = title;
    this.conversation = new Conversation(parent, title, {
      conversation: 'embedded-excel',
      instance: INSTANCE,
      hostInfo: `$disableLogging$${SHARED_RUNTIME}`,
      url: options.url,
      invoke: (actionName, data) => this.invoke(actionName, data),
      register: (event, data) => (event === DIALOG_MESSAGE ? this.dialogs.open(data) : 0),
      unregister: (event) => {
        if (event === DIALOG_MESSAGE) this.dialogs.close();
      },
    });
    this.dialogs = new OfficeDialogs({
      title,
      origin: this.conversation.origin,
      context: (instance) => this.context(instance),
      missing: (what) => {
        this.missing(what);
      },
      fire: (data) => {
        this.conversation.fire(DIALOG_MESSAGE, data);
      },
    });
    options.server.onMessage((entries) => {
      this.send(entries);
    });
  }

  /**
   * Runs a ribbon command to its `event.completed()`.
   *
   * @throws Error the add-in has no such action
   */
  async runCommand(actionName: string, controlId: string): Promise<void> {
    const id = `command-${++this.lastCommand}`;
    const completed = new Promise<void>((resolve, reject) => {
      this.commands.set(id, (status) => {
        this.commands.delete(id);
        if (status === 0) resolve();
        else reject(new Error(`The add-in has no action "${actionName}".`));
      });
    });
    this.conversation.fire(COMMAND_INVOKED, [id, actionName, JSON.stringify({ source: { id: controlId } })]);
    await completed;
  }

  /** Runs an action as a key does: it gets no event, and nobody hears when it is done. */
  dispatchAction(actionName: string): void {
    this.send([[ACTION, DISPATCH, '', JSON.stringify([actionName]), 0]]);
  }

  close(): void {
    this.dialogs.close();
    this.conversation.close();
  }

  private send(entries: readonly MessageEntry[]): void {
    const { conversation } = this;
    if (conversation.isOver) return;
    conversation.fire(RICH_API_MESSAGE, { ArrayData: entries });
    // On the web the document's own events do not travel with the others.
    for (const [category, type] of entries) {
      const name = category === OBJECT_EVENT ? DOCUMENT_EVENTS.get(type) : undefined;
      if (name !== undefined && conversation.listensTo(name)) conversation.fire(name, {});
    }
  }

  private invoke(actionName: string, data: unknown): Answer | undefined | Promise<Answer> {
    switch (actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        // Asked by office.js once it has loaded, and before it tells the add-in that Office is ready.
        if (this.options.knowsUndoGroups === true) this.teachUndoGroups();
        return this.context(INSTANCE);
      case 'ContextActivationManager_notifyHost':
        return null;
      case 'executeMethod':
        return this.execute(data as MethodCall);
      default:
        this.missing(actionName);
        return undefined;
    }
  }

  private execute(call: MethodCall): Answer | Promise<Answer> {
    const { settings } = this.options;
    const id = call.DdaMethod?.DispatchId;
    switch (id) {
      case RICH_API_REQUEST:
        return this.answerRequest(call.ArrayData ?? []);
      case SETTINGS_WRITE:
        settings.write(call.DdaSettingsMethod?.Properties ?? call.Properties ?? []);
        return { Error: 0, Version: 1 };
      case SETTINGS_READ: {
        const Settings = settings.read().map(([Name, Value]) => ({ Name, Value }));
        return { Error: 0, Version: 1, Properties: { Settings } };
      }
      case COMMAND_COMPLETED: {
        this.commands.get(String(call[0]))?.(Number(call[1]));
        return { Error: 0, Version: 1 };
      }
      case MESSAGE_CHILD: {
        this.dialogs.tell(call.messageContent);
        return { Error: 0, Version: 1 };
      }
      default:
        this.missing(`executeMethod ${String(id)}`);
        return { Error: NOT_SUPPORTED, Version: 1 };
    }
  }

  private answerRequest(request: readonly unknown[]): Answer | Promise<Answer> {
    const body = request[REQUEST_BODY];
    const text = typeof body === 'string' ? body : '{}';
    const parsed = JSON.parse(text) as RequestBody;
    const edited = isOfServices(parsed) ? undefined : this.options.cellEdited?.();
    if (edited === undefined) {
      const reply = this.options.server.answerParsed(parsed, text, Number(request[REQUEST_FLAGS]));
      return { Error: 0, Version: 1, Data: [200, [], reply] };
    }
    const waits = (Number(request[REQUEST_FLAGS]) & DELAY_FOR_CELL_EDIT) !== 0;
    if (!waits) return { Error: IN_CELL_EDIT_MODE, Version: 1 };
    this.waitingForCell++;
    return edited.then(() => {
      this.waitingForCell--;
      return this.answerRequest(request);
    });
  }

  private teachUndoGroups(): void {
    const { Excel } = this.conversation.frame.contentWindow as unknown as { readonly Excel: RunsBatches };
    teachUndoGroups(Excel);
  }

  private missing(what: string): void {
    this.unsupported.set(what, (this.unsupported.get(what) ?? 0) + 1);
  }

  /** Who the host is, as Excel on the web says it. */
  private context(instance: string): Answer {
    const { isReadOnly, settings, requirementSets, documentUrl } = this.options;
    const { displayLanguage = 'en-US', contentLanguage = 'en-US' } = this.options;
    return {
      _id: instance,
      _appName: 16,
      _appVersion: 16,
      _appMinorVersion: 0,
      _appUILocale: displayLanguage,
      _dataLocale: contentLanguage,
      _docUrl: documentUrl,
      _clientMode: isReadOnly ? ClientMode.readOnly : ClientMode.readWrite,
      _settings: settings.read(),
      _reason: 'documentOpened',
      _osfControlType: 1,
      _eToken: '',
      _correlationId: 'correlation-1',
      _appInstanceId: instance,
      _addinName: this.title,
      _requirementMatrix: JSON.stringify({ ...requirementSets, ...FRAME_SETS }),
      _hostFullVersion: '16.0.16000.10000',
      _initialDisplayMode: 2,
      // Where the pages of dialogs may come from.
      _appDomains: [this.conversation.origin],
      _clientWindowHeight: innerHeight,
      _clientWindowWidth: innerWidth,
    };
  }
}
