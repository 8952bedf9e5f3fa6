/**
 * The pane's side of a dialog: whether one may open, what its messages and its closing are to the pane. One at a time,
 * as in Excel.
 *
 * @see https://learn.microsoft.com/office/dev/add-ins/develop/dialog-handle-errors-events
 */
import { OfficeDialog, type OfficeDialogOptions } from './office-dialog.ts';

/** The event that office.js registers to open a dialog and unregisters to close it. */
export const DIALOG_MESSAGE = 'dialogMessageReceived';

/** What `displayDialogAsync` may fail with. */
const INTERNAL_ERROR = 5001;
const UNTRUSTED_DOMAIN = 12004;
const ALREADY_OPEN = 12007;

/** What the pane's event reports (`OSF.DialogMessageType`). */
const MESSAGE = 0;
const CLOSED = 12006;

/** The options of `displayDialogAsync`, as office.js hands them on. */
interface DialogRequest {
  readonly url?: string;
  readonly width?: number;
  readonly height?: number;
}

export interface OfficeDialogsOptions {
  readonly title: string;
  /** The pane's origin, the only one whose pages may be dialogs. */
  readonly origin: string;
  readonly context: OfficeDialogOptions['context'];
  readonly missing: OfficeDialogOptions['missing'];
  /** Reports to the pane. */
  readonly fire: (data: Readonly<Record<string, unknown>>) => void;
}

export class OfficeDialogs {
  private readonly options: OfficeDialogsOptions;
  private dialog: OfficeDialog | undefined;

  constructor(options: OfficeDialogsOptions) {
    this.options = options;
  }

  /**
   * Opens a dialog.
   *
   * @param data what office.js registers the event with; its `targetId` is the request's JSON
   * @returns the error's code, 0 for none
   */
  open(data: unknown): number {
    const { title, origin, context, missing, fire } = this.options;
    if (this.dialog !== undefined) return ALREADY_OPEN;
    const request = readDialogRequest(data);
    if (request?.url === undefined || !URL.canParse(request.url)) return INTERNAL_ERROR;
    if (new URL(request.url).origin !== origin) return UNTRUSTED_DOMAIN;
    this.dialog = new OfficeDialog({
      title,
      url: request.url,
      width: percent(request.width),
      height: percent(request.height),
      context,
      missing,
      message: (messageContent, targetOrigin) => {
        if (targetOrigin !== '' && targetOrigin !== '*' && targetOrigin !== origin) return;
        fire({ messageType: MESSAGE, messageContent, messageOrigin: origin });
      },
      closed: () => {
        this.dialog = undefined;
        fire({ messageType: CLOSED });
      },
    });
    return 0;
  }

  /** Gives the open dialog a message of the pane. */
  tell(content: unknown): void {
    this.dialog?.tell(content, this.options.origin);
  }

  close(): void {
    this.dialog?.close();
    this.dialog = undefined;
  }
}

function readDialogRequest(data: unknown): DialogRequest | undefined {
  const targetId = (data as { readonly targetId?: unknown } | null | undefined)?.targetId;
  if (typeof targetId !== 'string') return undefined;
  try {
    return JSON.parse(targetId) as DialogRequest;
  } catch {
    return undefined;
  }
}

/** Office takes 1 to 99 percent; what is beyond is the nearest. */
const percent = (value = 99): number => Math.min(99, Math.max(1, value));
