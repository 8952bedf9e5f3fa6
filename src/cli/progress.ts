/** One line of progress that overwrites itself, for a person at a terminal; a program or a log sees none of it. */
import type { WriteStream } from 'node:tty';

export class Progress {
  readonly #stream: Pick<WriteStream, 'write' | 'isTTY'>;

  constructor(stream: Pick<WriteStream, 'write' | 'isTTY'>) {
    this.#stream = stream;
  }

  show(text: string): void {
    if (this.#stream.isTTY) this.#stream.write(`\r\u001B[K${text}`);
  }

  clear(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001B[K');
  }
}
