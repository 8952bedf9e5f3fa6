/** One line of progress that overwrites itself, for a person at a terminal; a program or a log sees none of it. */

interface Terminal {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

export class Progress {
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  show(text: string): void {
    if (this.#terminal.isTTY === true) this.#terminal.write(`\r\u001B[K${text}`);
  }

  clear(): void {
    this.show('');
  }
}
