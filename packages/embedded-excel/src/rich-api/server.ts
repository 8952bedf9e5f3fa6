/**
 * The server of office.js's requests: text in, text out, for whatever transport carries them. It keeps Excel's limits
 * on the size of a request and a reply, and counts what tests and benchmarks want to know.
 */
import { Request } from './request.ts';
import { RichApiError } from './rich-api-error.ts';
import type { Session } from './session.ts';
import { UNDO_GROUP_FLAG } from './undo-support.ts';
import { ActionType, type MessageEntry, PathType, type ReplyBody, type RequestBody } from './wire.ts';

/** Excel on the web refuses requests and replies above 5 MB. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** What passed since the server began, or since `resetCounters`. */
export interface Counters {
  /** Requests on the workbook: each is a round trip to Excel. */
  roundTrips: number;
  /** Requests that office.js makes on its own account: answers of custom functions, references that it drops. */
  serviceRequests: number;
  largestRequestBytes: number;
  largestReplyBytes: number;
  cellsWritten: number;
}

export class RichApiServer {
  readonly session: Session;
  readonly #listeners: ((entries: readonly MessageEntry[]) => void)[] = [];
  readonly #settle: () => void;
  /** Called before a request on the workbook is answered. */
  beforeRoundTrip: (() => void) | undefined;
  /** Called after one. */
  afterRoundTrip: () => void = () => undefined;
  #roundTrips = 0;
  #serviceRequests = 0;
  #largestRequest = 0;
  #largestReply = 0;

  /** @param settle makes events of the changes that were held back to be joined */
  constructor(session: Session, settle: () => void) {
    this.session = session;
    this.#settle = settle;
  }

  /** Members asked for that the host does not have, and how often: empty after a run that the host fully serves. */
  get unsupported(): ReadonlyMap<string, number> {
    return this.session.unsupportedMembers;
  }

  get counters(): Counters {
    return {
      roundTrips: this.#roundTrips,
      serviceRequests: this.#serviceRequests,
      largestRequestBytes: this.#largestRequest,
      largestReplyBytes: this.#largestReply,
      cellsWritten: this.session.cellsWritten,
    };
  }

  resetCounters(): void {
    this.#serviceRequests = 0;
    this.session.callsWithoutUndo.clear();
    this.#roundTrips = this.#largestRequest = this.#largestReply = this.session.cellsWritten = 0;
  }

  /** Hands events and calls of custom functions to a transport. */
  onMessage(listener: (entries: readonly MessageEntry[]) => void): void {
    this.#listeners.push(listener);
  }

  /** Delivers what waits; called after a request, and after the workbook was changed from elsewhere. */
  flush(): void {
    this.#settle();
    const entries = this.session.events.take();
    if (entries.length > 0) this.send(entries);
  }

  send(entries: readonly MessageEntry[]): void {
    for (const listener of this.#listeners) listener(entries);
  }

  /** Answers the body of one request. */
  answer(requestText: string): string {
    return this.answerParsed(undefined, requestText);
  }

  /**
   * The same, where the transport has parsed the body already.
   *
   * @param flags of the request, as office.js sends them beside it
   */
  answerParsed(body: RequestBody | undefined, requestText: string, flags = 0): string {
    const bytes = utf8Length(requestText);
    this.#largestRequest = Math.max(this.#largestRequest, bytes);
    if (bytes > PAYLOAD_LIMIT) return refusal('RequestPayloadSizeLimitExceeded');
    const request = body ?? (JSON.parse(requestText) as RequestBody);
    if (isOfServices(request)) this.#serviceRequests++;
    else {
      this.#roundTrips++;
      this.beforeRoundTrip?.();
    }
    this.session.isInUndoGroup = (flags & UNDO_GROUP_FLAG) !== 0;
    const reply = this.process(request);
    if (!isOfServices(request)) this.afterRoundTrip();
    const text = JSON.stringify(reply);
    const replyBytes = utf8Length(text);
    this.#largestReply = Math.max(this.#largestReply, replyBytes);
    return replyBytes > PAYLOAD_LIMIT ? refusal('ResponsePayloadSizeLimitExceeded') : text;
  }

  process(body: RequestBody): ReplyBody {
    const reply = this.session.during(new Request(body, this.session));
    this.session.calculation.endOfRequest();
    this.flush();
    return reply;
  }
}

/** A reply that says only that the payload was too large. */
function refusal(code: 'RequestPayloadSizeLimitExceeded' | 'ResponsePayloadSizeLimitExceeded'): string {
  const error = new RichApiError(code);
  const reply: ReplyBody = {
    Results: [],
    TraceIds: [],
    Error: { Code: error.code, Message: error.message, Location: '', HttpStatusCode: error.status },
  };
  return JSON.stringify(reply);
}

/** Whether office.js sends a request on its own account: answers of custom functions, references that it drops. */
export function isOfServices({ Actions: actions, ObjectPaths: paths = {} }: RequestBody): boolean {
  if (Object.values(paths).some(({ ObjectPathType: type }) => type === PathType.newObject)) return true;
  const calls = actions.filter(({ ActionType: type }) => type !== ActionType.instantiate);
  return calls.length > 0 && calls.every(({ Name: name }) => name === '_RemoveReference');
}

/** Bytes that a text takes in UTF-8. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // A surrogate pair takes four bytes, two for each half.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
