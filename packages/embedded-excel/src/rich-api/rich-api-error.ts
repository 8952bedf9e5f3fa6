/**
 * The errors that Excel gives an add-in: code, message and status as in Microsoft's table of Excel JavaScript API
 * errors (office-js-docs-pr, excel-add-ins-error-handling). An add-in reads the code; a person reads the message.
 */

const MESSAGES = {
  AccessDenied: [403, 'You cannot perform the requested operation.'],
  ApiNotFound: [
    404,
    'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
  ],
  FilteredRangeConflict: [409, 'The attempted operation causes a conflict with a filtered range.'],
  GeneralException: [500, 'There was an internal error while processing the request.'],
  InsertDeleteConflict: [409, 'The insert or delete operation attempted resulted in a conflict.'],
  InvalidArgument: [400, 'The argument is invalid or missing or has an incorrect format.'],
  InvalidObjectPath: [400, 'The object path is not valid in the current request.'],
  InvalidOperation: [400, 'The operation attempted is invalid on the object.'],
  InvalidReference: [400, 'This reference is not valid for the current operation.'],
  InvalidSelection: [400, 'The current selection is invalid for this operation.'],
  ItemAlreadyExists: [409, 'A resource with the same name or identifier already exists.'],
  ItemNotFound: [404, "The requested resource doesn't exist."],
  MergedRangeConflict: [
    409,
    "Cannot complete the operation. A table can't overlap with a PivotTable report, query results, merged cells, or an XML Map.",
  ],
  NonBlankCellOffSheet: [
    400,
    "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
  ],
  NotImplemented: [501, "The requested feature isn't implemented."],
  RangeExceedsLimit: [400, 'The cell count in the range has exceeded the maximum supported number.'],
  RequestPayloadSizeLimitExceeded: [413, 'The request payload size has exceeded the limit.'],
  ResponsePayloadSizeLimitExceeded: [413, 'The response payload size has exceeded the limit.'],
  UndoNotSupported: [400, 'The operation cannot be undone, so it cannot be part of an undo group.'],
  UnsupportedOperation: [400, 'The operation being attempted is not supported.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type ErrorCode = keyof typeof MESSAGES;

export class RichApiError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  /** The member that failed, such as `Range.values`; the dispatcher fills it in. */
  location = '';

  constructor(code: ErrorCode, message?: string) {
    super(message ?? MESSAGES[code][1]);
    this.name = 'RichApiError';
    this.code = code;
    this.status = MESSAGES[code][0];
  }
}

export const itemNotFound = (): RichApiError => new RichApiError('ItemNotFound');

export const invalidArgument = (message?: string): RichApiError =>
  new RichApiError('InvalidArgument', message);

/** Excel's words for an array that does not fit its range. */
export const wrongShape = (): RichApiError =>
  invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

export const accessDenied = (): RichApiError => new RichApiError('AccessDenied');

export const invalidOperation = (message?: string): RichApiError =>
  new RichApiError('InvalidOperation', message);
