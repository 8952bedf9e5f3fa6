/**
 * The bridge transport: the two globals by which desktop Office talks to office.js. `_richApiNativeBridge` carries
 * requests and messages as JSON text; `external` says what the host is and carries ribbon commands and settings.
 */
import { OBJECT_EVENT } from '../rich-api/events.ts';
import type { DocumentSettings } from '../rich-api/document-settings.ts';
import type { RequirementSets } from '../rich-api/requirement-sets.ts';
import type { RichApiServer } from '../rich-api/server.ts';
import type { MessageEntry, RequestBody } from '../rich-api/wire.ts';

/** What the transport needs of the window that it is put into. */
export interface BridgeOptions {
  readonly server: RichApiServer;
  readonly settings: DocumentSettings;
  /** Whether the document can only be looked at. */
  readonly isReadOnly: boolean;
  readonly requirementSets: RequirementSets;
  /** Office.js expects every answer after the call has returned. */
  readonly later: (run: () => void) => void;
  /** A ribbon command has called `event.completed()`. */
  readonly commandCompleted: (id: string, status: number) => void;
}

/** Message kinds of the bridge. */
const REPLY = 2;
const MESSAGE = 3;

/** Numbers by which office.js calls the host (`dispid...`). */
const COMMAND_COMPLETED = 94;
const NOT_SUPPORTED = 5000;

/** Numbers of events that office.js registers for (`OSF.DDA.EventDispId`). */
const SELECTION_CHANGED = 2;
const COMMAND_INVOKED = 39;
/** Settings that another person changed, and messages that come over the other global: nothing to do for them here. */
const SETTINGS_CHANGED = 1;
const RICH_API_MESSAGE = 33;
const EVENTS = new Set([SETTINGS_CHANGED, SELECTION_CHANGED, RICH_API_MESSAGE, COMMAND_INVOKED]);
/** A dialog is opened by registering for its messages. */
const DIALOG_MESSAGE = 10;

/** Whether the document can be changed, in the numbers of desktop Office; the web's are the other way round. */
const ClientMode = { readWrite: 0, readOnly: 1 } as const;

/** `_richApiNativeBridge`: office.js sets the first member and calls the second. */
interface NativeBridge {
  onMessageFromHost?: (text: string) => void;
  readonly sendMessageToHost: (text: string) => void;
}

interface BridgeRequest {
  readonly id: number;
  readonly flags?: number;
  readonly message: { readonly body: RequestBody | string };
}

type Callback = (result: unknown) => void;

export interface InstalledBridge {
  /** Asks the add-in to run the action of a ribbon button; false where it has not asked for commands. */
  invokeCommand(commandId: string, actionName: string): boolean;
}

/** Puts the bridge into a window, before office.js is loaded there. */
export function installBridge(window: Record<string, unknown>, options: BridgeOptions): InstalledBridge {
  const { server, later } = options;
  const bridge: NativeBridge = {
    sendMessageToHost: (text) => {
      const request = JSON.parse(text) as BridgeRequest;
      const { body } = request.message;
      later(() => {
        const reply =
          typeof body === 'string'
            ? server.answerParsed(undefined, body, request.flags)
            : server.answerParsed(body, text, request.flags);
        deliver(
          `{"id":${request.id},"type":${REPLY},"message":{"statusCode":200,"headers":{},"body":${reply}}}`,
        );
      });
    },
  };
  const deliver = (text: string): void => {
    bridge.onMessageFromHost?.(text);
  };
  window['_richApiNativeBridge'] = bridge;
  const handlers = new Map<number, (id: number, args: unknown) => void>();
  server.onMessage((entries: readonly MessageEntry[]) =>
    later(() => {
      deliver(JSON.stringify({ type: MESSAGE, message: { entries } }));
      if (entries.some(([category, type]) => category === OBJECT_EVENT && type === SELECTION_CHANGED))
        handlers.get(SELECTION_CHANGED)?.(SELECTION_CHANGED, safeArray([]));
    }),
  );
  window['external'] = {
    GetHostInfo: () => 'Excel|Win32|16.01|en-US|correlation-1||disableLogging|3',
    GetContext: () => hostContext(options),
    Execute(id: number, args: { toArray(): unknown[] } | unknown[], callback: Callback) {
      if (id !== COMMAND_COMPLETED) {
        later(() => callback(safeArray([NOT_SUPPORTED, 'Not supported.'])));
        return;
      }
      const [commandId, status] = Array.isArray(args) ? args : args.toArray();
      later(() => callback(safeArray([0])));
      options.commandCompleted(String(commandId), Number(status));
    },
    RegisterEvent(
      id: number,
      _target: unknown,
      handler: (id: number, args: unknown) => void,
      done: Callback,
    ) {
      if (!EVENTS.has(id)) {
        server.session.unsupported(id === DIALOG_MESSAGE ? 'displayDialogAsync' : `the event ${id}`);
        later(() => done(safeArray([NOT_SUPPORTED])));
        return;
      }
      handlers.set(id, handler);
      done(safeArray([0]));
    },
    UnregisterEvent(id: number, _target: unknown, done: Callback) {
      handlers.delete(id);
      done(safeArray([0]));
    },
  };
  return {
    invokeCommand(commandId, actionName) {
      const handler = handlers.get(COMMAND_INVOKED);
      handler?.(
        COMMAND_INVOKED,
        safeArray([commandId, actionName, JSON.stringify({ source: { id: commandId } })]),
      );
      return handler !== undefined;
    },
  };
}

/** An array as the desktop host hands it over. */
const safeArray = (values: readonly unknown[]): { toArray(): unknown[] } => ({
  toArray: () => values.map((value) => (Array.isArray(value) ? safeArray(value) : value)),
});

/** Who the host is, by the desktop host's getters. */
function hostContext({ isReadOnly, requirementSets, settings }: BridgeOptions): object {
  const answers: Readonly<Record<string, unknown>> = {
    GetAppType: 1,
    GetSolutionRef: 'add-in-1',
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 1,
    GetAppUILocale: 1033,
    GetAppDataLocale: 1033,
    GetDocUrl: 'Book1.xlsx',
    GetAppCapabilities: isReadOnly ? ClientMode.readOnly : ClientMode.readWrite,
    GetActivationMode: 2,
    GetControlIntegrationLevel: 1,
    GetSolutionToken: '',
    GetCorrelationId: 'correlation-1',
    GetInstanceId: 'instance-1',
    GetTouchEnabled: false,
    GetCommerceAllowed: false,
    GetSupportedMatrix: JSON.stringify(requirementSets),
    GetHostFullVersion: '16.0.16000.10000',
    GetInitialDisplayMode: 2,
    GetOfficeThemeInfo: '{}',
    ExecuteFeature: undefined,
    QueryFeature: undefined,
  };
  return {
    ...Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, () => answer])),
    GetSettings: () => ({
      Read(keys: string[], values: string[]) {
        for (const [key, json] of settings.read()) {
          keys.push(key);
          values.push(json);
        }
      },
      Write(keys: readonly string[], values: readonly string[]) {
        settings.write(keys.map((key, index) => [key, values[index] ?? 'null'] as const));
      },
    }),
  };
}
