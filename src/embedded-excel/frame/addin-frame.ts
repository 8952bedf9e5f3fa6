/**
 * The frame transport: an add-in's page in an ordinary frame, running Microsoft's unmodified office.js, which talks to
 * the page around it as to Excel on the web. It carries requests, events and commands; what they mean is the server's.
 */
import type { DocumentSettings } from '../rich-api/document-settings.ts';
import { EventType, OBJECT_EVENT } from '../rich-api/events.ts';
import type { RequirementSets } from '../rich-api/requirement-sets.ts';
import type { RichApiServer } from '../rich-api/server.ts';
import type { MessageEntry, RequestBody } from '../rich-api/wire.ts';
import { ActionType, type FrameRequest, readRequest, replyText } from './envelope.ts';

export interface AddinFrameOptions {
  readonly server: RichApiServer;
  readonly settings: DocumentSettings;
  readonly requirementSets: RequirementSets;
  /** The add-in's page. Office.js trusts a host on https with the same host name. */
  readonly url: string;
  /** The document's address, as `Office.context.document.url` gives it. */
  readonly documentUrl: string;
}

/** Numbers by which office.js calls the host (`dispid...`). */
const SETTINGS_READ = 75;
const SETTINGS_WRITE = 76;
const RICH_API_REQUEST = 93;
const COMMAND_COMPLETED = 94;
const NOT_SUPPORTED = 5000;

/** Names of the events that office.js registers for. */
const RICH_API_MESSAGE = 'richApiMessage';
const COMMAND_INVOKED = 'appCommandInvoked';
const DOCUMENT_EVENTS: ReadonlyMap<number, string> = new Map([
  [EventType.settingsChanged, 'settingsChanged'],
  [EventType.documentSelectionChanged, 'documentSelectionChanged'],
]);

const CONVERSATION = 'embedded-excel';
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
}

type Answer = Readonly<Record<string, unknown>> | null;

export class AddinFrame {
  readonly element: HTMLIFrameElement;
  /** What the add-in asked for and the transport does not have, with how often. */
  readonly unsupported = new Map<string, number>();
  private readonly options: AddinFrameOptions;
  private readonly origin: string;
  /** Registered events and the request by which each was registered. */
  private readonly events = new Map<string, number>();
  /** Events that came before the add-in listened. */
  private waiting: { name: string; data: unknown }[] = [];
  private readonly listening = new AbortController();
  private readonly commands = new Map<string, (status: number) => void>();
  private lastCommand = 0;

  /** Makes the frame and puts it into `parent`: office.js must find its name there from the start. */
  constructor(parent: HTMLElement, title: string, options: AddinFrameOptions) {
    this.options = options;
    this.origin = new URL(options.url).origin;
    this.element = document.createElement('iframe');
    this.element.title = title;
    this.element.name = JSON.stringify({
      baseFrameName: 'add-in',
      hostInfo: `Excel$Web$16.00$en-US$correlation-1$$disableLogging$${SHARED_RUNTIME}`,
      xdmInfo: `${CONVERSATION}|${INSTANCE}|${location.origin}`,
      serializerVersion: '1',
      flights: '[]',
    });
    this.element.src = options.url;
    addEventListener(
      'message',
      ({ source, origin, data }) => {
        if (source !== this.element.contentWindow || origin !== this.origin) return;
        const request = readRequest(data);
        if (request !== undefined) this.answer(request);
      },
      { signal: this.listening.signal },
    );
    options.server.onMessage((entries) => {
      this.send(entries);
    });
    parent.append(this.element);
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
    this.fire(COMMAND_INVOKED, [id, actionName, JSON.stringify({ source: { id: controlId } })]);
    await completed;
  }

  close(): void {
    this.listening.abort();
    this.element.remove();
  }

  private send(entries: readonly MessageEntry[]): void {
    if (this.listening.signal.aborted) return;
    this.fire(RICH_API_MESSAGE, { ArrayData: entries });
    // On the web the document's own events do not travel with the others.
    for (const [category, type] of entries) {
      const name = category === OBJECT_EVENT ? DOCUMENT_EVENTS.get(type) : undefined;
      if (name !== undefined && this.events.has(name)) this.fire(name, {});
    }
  }

  private fire(name: string, data: unknown): void {
    const correlationId = this.events.get(name);
    if (correlationId === undefined) {
      this.waiting.push({ name, data });
      return;
    }
    this.post({ actionName: name, correlationId, data, isEvent: true });
  }

  private post(reply: Parameters<typeof replyText>[2]): void {
    const text = replyText(location.origin, CONVERSATION, reply);
    this.element.contentWindow?.postMessage(text, this.origin);
  }

  private answer(request: FrameRequest): void {
    const { _actionName: actionName, _correlationId: correlationId } = request;
    if (request._actionType === ActionType.registerEvent) {
      this.events.set(actionName, correlationId);
      this.post({ actionName, correlationId, data: { Error: 0 } });
      const due = this.waiting.filter(({ name }) => name === actionName);
      this.waiting = this.waiting.filter(({ name }) => name !== actionName);
      for (const { name, data } of due) this.fire(name, data);
      return;
    }
    if (request._actionType === ActionType.unregisterEvent) {
      this.events.delete(actionName);
      this.post({ actionName, correlationId, data: { Error: 0 } });
      return;
    }
    const data = this.invoke(actionName, request._data);
    const isUnknown = data === undefined;
    this.post({ actionName, correlationId, data: data ?? null, ...(isUnknown ? { errorCode: -2 } : {}) });
  }

  private invoke(actionName: string, data: unknown): Answer | undefined {
    switch (actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        return this.context();
      case 'ContextActivationManager_notifyHost':
        return null;
      case 'executeMethod':
        return this.execute(data as MethodCall);
      default:
        this.missing(actionName);
        return undefined;
    }
  }

  private execute(call: MethodCall): Answer {
    const { settings, server } = this.options;
    const id = call.DdaMethod?.DispatchId;
    switch (id) {
      case RICH_API_REQUEST: {
        const body = call.ArrayData?.[4];
        const text = typeof body === 'string' ? body : '{}';
        const reply = server.answerParsed(JSON.parse(text) as RequestBody, text);
        return { Error: 0, Version: 1, Data: [200, [], reply] };
      }
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
      default:
        this.missing(`executeMethod ${String(id)}`);
        return { Error: NOT_SUPPORTED, Version: 1 };
    }
  }

  private missing(what: string): void {
    this.unsupported.set(what, (this.unsupported.get(what) ?? 0) + 1);
  }

  /** Who the host is, as Excel on the web says it. */
  private context(): Answer {
    const { settings, requirementSets, documentUrl } = this.options;
    return {
      _id: INSTANCE,
      _appName: 16,
      _appVersion: 16,
      _appMinorVersion: 0,
      _appUILocale: 'en-US',
      _dataLocale: 'en-US',
      _docUrl: documentUrl,
      _clientMode: 0,
      _settings: settings.read(),
      _reason: 'documentOpened',
      _osfControlType: 1,
      _eToken: '',
      _correlationId: 'correlation-1',
      _appInstanceId: INSTANCE,
      _requirementMatrix: JSON.stringify(requirementSets),
      _hostFullVersion: '16.0.16000.10000',
      _initialDisplayMode: 2,
      _appDomains: [],
      _clientWindowHeight: innerHeight,
      _clientWindowWidth: innerWidth,
    };
  }
}
