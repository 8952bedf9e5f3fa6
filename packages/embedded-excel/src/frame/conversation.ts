/**
 * What the page and office.js in one of its frames say to each other: requests and their answers, events and who
 * listens to them. It knows the envelopes and no request in particular.
 */
import { ActionType, type FrameRequest, readRequest, replyText } from './envelope.ts';

export type Answer = Readonly<Record<string, unknown>> | null;

export interface ConversationOptions {
  /** Names of the conversation and of the add-in's instance in it: no two frames share one. */
  readonly conversation: string;
  readonly instance: string;
  /** What follows `Excel$Web$16.00$en-US$correlation-1$` in office.js's `hostInfo`. */
  readonly hostInfo: string;
  readonly url: string;
  /** Answers a request, at once or later; undefined: there is no such one. */
  readonly invoke: (actionName: string, data: unknown) => Answer | undefined | Promise<Answer>;
  /** The error with which a listener to an event is refused; 0: it is welcome. */
  readonly register?: (event: string, data: unknown) => number;
  readonly unregister?: (event: string) => void;
}

/** That the host has no such request. */
const NO_SUCH_ACTION = -2;

export class Conversation {
  readonly frame: HTMLIFrameElement;
  /** Where the frame's page comes from; nothing else is listened to. */
  readonly origin: string;
  private readonly options: ConversationOptions;
  /** Events that office.js listens to and the request by which each was registered. */
  private readonly events = new Map<string, number>();
  /** Events that came before the add-in listened. */
  private waiting: { name: string; data: unknown }[] = [];
  private readonly listening = new AbortController();

  /** Makes the frame and puts it into `parent`: office.js must find its name there from the start. */
  constructor(parent: HTMLElement, title: string, options: ConversationOptions) {
    const { conversation, instance, hostInfo, url } = options;
    this.options = options;
    this.origin = new URL(url).origin;
    this.frame = document.createElement('iframe');
    this.frame.title = title;
    this.frame.name = JSON.stringify({
      baseFrameName: instance,
      hostInfo: `Excel$Web$16.00$en-US$correlation-1$${hostInfo}`,
      xdmInfo: `${conversation}|${instance}|${location.origin}`,
      serializerVersion: '1',
      flights: '[]',
    });
    this.frame.src = url;
    addEventListener(
      'message',
      ({ source, origin, data }) => {
        if (source !== this.frame.contentWindow || origin !== this.origin) return;
        const request = readRequest(data);
        if (request !== undefined) this.answer(request);
      },
      { signal: this.listening.signal },
    );
    parent.append(this.frame);
  }

  get isOver(): boolean {
    return this.listening.signal.aborted;
  }

  listensTo(event: string): boolean {
    return this.events.has(event);
  }

  /** Reports an event, at once or when the add-in listens. */
  fire(name: string, data: unknown): void {
    const correlationId = this.events.get(name);
    if (correlationId === undefined) this.waiting.push({ name, data });
    else this.post({ actionName: name, correlationId, data, isEvent: true });
  }

  /** Ends it and takes the frame away. */
  close(): void {
    this.listening.abort();
    this.frame.remove();
  }

  private post(reply: Parameters<typeof replyText>[2]): void {
    const text = replyText(location.origin, this.options.conversation, reply);
    this.frame.contentWindow?.postMessage(text, this.origin);
  }

  private answer(request: FrameRequest): void {
    const { _actionName: actionName, _correlationId: correlationId, _data: data } = request;
    if (request._actionType === ActionType.registerEvent) {
      const Error = this.options.register?.(actionName, data) ?? 0;
      if (Error === 0) this.events.set(actionName, correlationId);
      this.post({ actionName, correlationId, data: { Error } });
      if (Error === 0) this.deliver(actionName);
      return;
    }
    if (request._actionType === ActionType.unregisterEvent) {
      this.events.delete(actionName);
      this.options.unregister?.(actionName);
      this.post({ actionName, correlationId, data: { Error: 0 } });
      return;
    }
    const reply = this.options.invoke(actionName, data);
    if (reply instanceof Promise) {
      void reply.then((later) => {
        if (!this.isOver) this.post({ actionName, correlationId, data: later });
      });
      return;
    }
    const failure = reply === undefined ? { errorCode: NO_SUCH_ACTION } : {};
    this.post({ actionName, correlationId, data: reply ?? null, ...failure });
  }

  private deliver(event: string): void {
    const due = this.waiting.filter(({ name }) => name === event);
    this.waiting = this.waiting.filter(({ name }) => name !== event);
    for (const { name, data } of due) this.fire(name, data);
  }
}
