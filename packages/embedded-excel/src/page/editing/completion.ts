/** The list of functions under a formula that is being typed, and the help for the arguments of the one being called. */
import { type FunctionCatalogue, type FunctionHelp, signatureParts } from './function-catalogue.ts';
import { nameBefore, openCall } from './formula-text.ts';

export class Completion {
  private readonly catalogue: FunctionCatalogue;
  private readonly element = document.createElement('div');
  private offered: readonly FunctionHelp[] = [];
  private chosen = 0;
  private typed = '';
  private accept: (name: string) => void = () => undefined;
  private input: HTMLTextAreaElement | undefined;

  constructor(catalogue: FunctionCatalogue) {
    this.catalogue = catalogue;
    this.element.className = 'completion';
    this.element.id = 'completion';
    this.element.hidden = true;
    document.body.append(this.element);
    // The editor keeps the focus.
    this.element.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });
  }

  /** Shows what helps at the caret, or nothing. */
  show(text: string, caret: number, input: HTMLTextAreaElement, accept: (name: string) => void): void {
    this.accept = accept;
    this.input = input;
    const typed = nameBefore(text, caret) ?? '';
    const offered = typed === '' || /^[A-Z]{1,3}\d+$/i.test(typed) ? [] : this.catalogue.matching(typed);
    const isComplete =
      offered.length === 1 && offered[0]?.name === typed.toUpperCase() && caret < text.length;
    if (offered.length > 0 && !isComplete) {
      if (typed !== this.typed) this.chosen = 0;
      this.typed = typed;
      this.offered = offered;
      this.drawList();
      return;
    }
    this.offered = [];
    this.typed = '';
    const call = openCall(text, caret);
    const help = call === undefined || !text.startsWith('=') ? undefined : this.catalogue.help(call.name);
    if (call === undefined || help?.parameters === undefined) this.hide();
    else this.drawArguments(help, call.argument);
  }

  hide(): void {
    this.element.hidden = true;
    this.offered = [];
    this.typed = '';
    this.input?.removeAttribute('aria-activedescendant');
  }

  /** Takes the list out of the page. */
  remove(): void {
    this.element.remove();
  }

  /** Takes a key that belongs to the list; false where it is the editor's. */
  key(event: KeyboardEvent): boolean {
    if (this.offered.length === 0 || event.altKey || event.ctrlKey || event.metaKey) return false;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        this.chosen = (this.chosen + step + this.offered.length) % this.offered.length;
        this.drawList();
        break;
      }
      case 'Tab':
        this.accept(this.offered[this.chosen]?.name ?? '');
        break;
      case 'Escape':
        this.hide();
        break;
      default:
        return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  private drawList(): void {
    const options = this.offered.map((help, index) => {
      const option = document.createElement('div');
      option.id = `completion-${index}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', String(index === this.chosen));
      const name = document.createElement('div');
      name.textContent = help.name;
      option.append(name);
      if (help.description !== undefined) option.append(paragraph(help.description));
      option.addEventListener('click', () => {
        this.accept(help.name);
      });
      return option;
    });
    this.element.setAttribute('role', 'listbox');
    this.element.setAttribute('aria-label', 'Functions');
    this.element.replaceChildren(...options);
    this.place();
    options[this.chosen]?.scrollIntoView({ block: 'nearest' });
    this.input?.setAttribute('aria-controls', 'completion');
    this.input?.setAttribute('aria-activedescendant', `completion-${this.chosen}`);
  }

  private drawArguments(help: FunctionHelp, argument: number): void {
    const { parameters = [] } = help;
    const last = parameters.length - 1;
    const current = argument > last && parameters[last]?.repeating === true ? last : argument;
    const [head = '', ...rest] = signatureParts(help);
    const line = document.createElement('div');
    line.append(head);
    for (const [index, part] of rest.slice(0, -1).entries()) {
      const shown = document.createElement(index === current ? 'b' : 'span');
      shown.textContent = part;
      line.append(...(index === 0 ? [] : [', ']), shown);
    }
    line.append(')');
    const box = document.createElement('div');
    box.className = 'argument-help';
    box.append(line);
    const parameter = parameters[current];
    if (parameter?.description !== undefined) box.append(paragraph(parameter.description));
    this.element.setAttribute('role', 'note');
    this.element.setAttribute('aria-label', 'Arguments');
    this.element.replaceChildren(box);
    this.input?.removeAttribute('aria-activedescendant');
    this.place();
  }

  private place(): void {
    this.element.hidden = false;
    const bounds = this.input?.getBoundingClientRect();
    if (bounds === undefined) return;
    const { offsetHeight, offsetWidth, style } = this.element;
    const isLow = bounds.bottom + offsetHeight > innerHeight - 8;
    style.left = `${Math.max(8, Math.min(bounds.left, innerWidth - offsetWidth - 8))}px`;
    style.top = `${isLow ? Math.max(8, bounds.top - offsetHeight - 4) : bounds.bottom + 4}px`;
  }
}

function paragraph(text: string): HTMLDivElement {
  const element = document.createElement('div');
  element.className = 'description';
  element.textContent = text;
  return element;
}
