/**
 * The envelopes in which an add-in's frame and the page around it write to each other with `postMessage`: Excel on the
 * web's own, as office.js speaks it (its `Microsoft.Office.Common.XdmCommunicationManager`).
 */

const SERIALIZER = 1;

/** What a message is. */
const MessageType = { request: 0, response: 1 } as const;

/** What a request wants. */
export const ActionType = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;

/** Whether a response answers a request or reports an event. */
const ResponseType = { forCalling: 0, forEventing: 1 } as const;

export interface FrameRequest {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _correlationId: number;
  readonly _data: unknown;
}

/** The request in a message's text, or undefined for anything else. */
export function readRequest(data: unknown): FrameRequest | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const message = JSON.parse(data) as Partial<FrameRequest> | null;
    return message?._messageType === MessageType.request && typeof message._actionName === 'string'
      ? (message as FrameRequest)
      : undefined;
  } catch {
    return undefined;
  }
}

export interface Reply {
  readonly actionName: string;
  readonly correlationId: number;
  readonly data: unknown;
  readonly errorCode?: number;
  readonly isEvent?: boolean;
}

/** The text of an answer or an event. */
export function replyText(origin: string, conversation: string, reply: Reply): string {
  return JSON.stringify({
    _serializerVersion: SERIALIZER,
    _origin: origin,
    _conversationId: conversation,
    _messageType: MessageType.response,
    _actionName: reply.actionName,
    _correlationId: reply.correlationId,
    _errorCode: reply.errorCode ?? 0,
    _responseType: reply.isEvent === true ? ResponseType.forEventing : ResponseType.forCalling,
    _data: reply.data,
  });
}
