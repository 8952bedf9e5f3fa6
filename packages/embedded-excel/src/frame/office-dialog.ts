/**
 * A dialog that the add-in opens over the page (`Office.context.ui.displayDialogAsync` with `displayInIframe`): a page
 * of the add-in's own in a modal frame, which talks to the pane and has no workbook. Dialogs in windows of their own are
 * between the add-in's pages: office.js opens those by itself.
 */
import { type Answer, Conversation } from './conversation.ts';

export interface OfficeDialogOptions {
  readonly title: string;
  readonly url: string;
  /** Size in percent of the page's. */
  readonly width: number;
  readonly height: number;
  /** Who the host is, as the pane is told it. */
  readonly context: (instance: string) => Answer;
  /** A message for the pane (`messageParent`); `targetOrigin` is empty where the dialog named none. */
  readonly message: (content: unknown, targetOrigin: string) => void;
  /** The person closed it. */
  readonly closed: () => void;
  /** The dialog asked for something that the host lacks. */
  readonly missing: (what: string) => void;
}

/** Numbers by which office.js calls the host (`dispid...`). */
const MESSAGE_PARENT = 144;
const NOT_SUPPORTED = 5000;

const PARENT_MESSAGE = 'dialogParentMessageReceived';
/** The kind of a message from the pane (`OSF.DialogMessageType`). */
const PARENT_MESSAGE_TYPE = 1;

/** Not the pane's: office.js remembers in the session's storage which instance is a dialog. */
const INSTANCE = 'add-in-1-dialog';

interface DialogCall {
  readonly DdaMethod?: { readonly DispatchId?: number };
  readonly messageToParent?: unknown;
  readonly targetOrigin?: string;
}

export class OfficeDialog {
  private readonly options: OfficeDialogOptions;
  private readonly element = document.createElement('dialog');
  private readonly conversation: Conversation;
  private readonly listening = new AbortController();

  constructor(options: OfficeDialogOptions) {
    const { title, url, width, height } = options;
    const { element } = this;
    this.options = options;
    element.className = 'office-dialog';
    element.setAttribute('aria-label', title);
    element.style.width = `${width}vw`;
    element.style.height = `${height}vh`;
    const head = document.createElement('div');
    head.className = 'pane-head';
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'pane-close';
    close.textContent = '×';
    close.setAttribute('aria-label', `Close the ${title} dialog`);
    close.addEventListener('click', () => {
      element.close();
    });
    head.append(title, close);
    element.append(head);
    document.body.append(element);
    this.conversation = new Conversation(element, title, {
      conversation: 'embedded-excel-dialog',
      instance: INSTANCE,
      hostInfo: 'isDialog$disableLogging$0',
      url,
      invoke: (actionName, data) => this.invoke(actionName, data),
    });
    // By the button or the Escape key.
    element.addEventListener(
      'close',
      () => {
        this.close();
        options.closed();
      },
      { signal: this.listening.signal },
    );
    element.showModal();
  }

  /** Gives the dialog a message of the pane (`messageChild`). */
  tell(messageContent: unknown, messageOrigin: string): void {
    this.conversation.fire(PARENT_MESSAGE, {
      messageType: PARENT_MESSAGE_TYPE,
      messageContent,
      messageOrigin,
    });
  }

  close(): void {
    this.listening.abort();
    this.conversation.close();
    this.element.remove();
  }

  private invoke(actionName: string, data: unknown): Answer | undefined {
    switch (actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        return this.options.context(INSTANCE);
      case 'ContextActivationManager_notifyHost':
        return null;
      case 'executeMethod':
        return this.execute(data as DialogCall);
      default:
        this.options.missing(`${actionName} (in a dialog)`);
        return undefined;
    }
  }

  private execute({ DdaMethod, messageToParent, targetOrigin = '' }: DialogCall): Answer {
    const id = DdaMethod?.DispatchId;
    if (id === MESSAGE_PARENT) {
      this.options.message(messageToParent, targetOrigin);
      return { Error: 0, Version: 1 };
    }
    this.options.missing(`executeMethod ${String(id)} (in a dialog)`);
    return { Error: NOT_SUPPORTED, Version: 1 };
  }
}
