/**
 * An Excel that fails: at the n-th round trip it refuses the request, loses the answer, stops in the middle of it, or
 * is gone for good. It stands between office.js and the embedded host, at the server's own entry.
 */
import { ActionType, PathType, type RequestBody, type RichApiServer } from '@regrant/embedded-excel/testing';

/**
 * `refused`: nothing of the request is done. `lost`: all of it is done, and the answer is an error. `half`: half of its
 * actions are done. `gone`: nothing is done, then or ever after.
 */
export const FAILURES = ['refused', 'lost', 'half', 'gone'] as const;
export type Failure = (typeof FAILURES)[number];

export interface FailingHost {
  /** Round trips of the add-in so far, those that failed included. */
  readonly roundTrips: () => number;
  readonly hasFailed: () => boolean;
  /** Ends the failures. */
  readonly heal: () => void;
}

const ERROR = {
  Code: 'GeneralException',
  Message: 'The host has failed.',
  Location: '',
  HttpStatusCode: 500,
};

/** Lets the host fail at the `nth` round trip from now on, counted from 1. */
export function failAt(server: RichApiServer, nth: number, failure: Failure): FailingHost {
  const answer = server.answerParsed.bind(server);
  let roundTrips = 0;
  let isHealed = false;
  server.answerParsed = (body, text) => {
    const request = body ?? (JSON.parse(text) as RequestBody);
    if (isHealed || isOfOffice(request)) return answer(body, text);
    roundTrips++;
    const isDue = failure === 'gone' ? roundTrips >= nth : roundTrips === nth;
    if (!isDue) return answer(body, text);
    if (failure === 'lost') answer(request, text);
    if (failure === 'half') {
      const half = { ...request, Actions: request.Actions.slice(0, Math.ceil(request.Actions.length / 2)) };
      answer(half, JSON.stringify(half));
    }
    return JSON.stringify({ Results: [], TraceIds: [], Error: ERROR });
  };
  return {
    roundTrips: () => roundTrips,
    hasFailed: () => roundTrips >= nth,
    heal: () => {
      isHealed = true;
    },
  };
}

/** What office.js sends on its own account: answers of custom functions, references that it drops. */
function isOfOffice({ Actions: actions, ObjectPaths: paths = {} }: RequestBody): boolean {
  if (Object.values(paths).some(({ ObjectPathType: type }) => type === PathType.newObject)) return true;
  const calls = actions.filter(({ ActionType: type }) => type !== ActionType.instantiate);
  return calls.length > 0 && calls.every(({ Name: name }) => name === '_RemoveReference');
}
