/** Text that grows as bytes, in pieces, so that a sheet of any size never becomes one string. */

const PIECE = 1 << 20;

export class ByteWriter {
  private readonly full: Uint8Array[] = [];
  private piece = new Uint8Array(PIECE);
  private at = 0;
  private readonly encoder = new TextEncoder();

  /** Text of plain ASCII: tags, numbers, addresses. */
  ascii(text: string): void {
    const length = text.length;
    if (this.at + length > this.piece.length) this.turn(length);
    const { piece } = this;
    let at = this.at;
    for (let index = 0; index < length; index++) piece[at++] = text.charCodeAt(index);
    this.at = at;
  }

  /** Any text, as UTF-8. */
  text(text: string): void {
    const length = text.length;
    if (this.at + length > this.piece.length) this.turn(length);
    const { piece } = this;
    let at = this.at;
    for (let index = 0; index < length; index++) {
      const code = text.charCodeAt(index);
      if (code > 127) {
        this.bytes(this.encoder.encode(text));
        return;
      }
      piece[at++] = code;
    }
    this.at = at;
  }

  bytes(bytes: Uint8Array): void {
    if (this.at + bytes.length > this.piece.length) this.turn(bytes.length);
    this.piece.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** What was written; nothing can be added afterwards. */
  pieces(): Uint8Array[] {
    return [...this.full, this.piece.subarray(0, this.at)].filter((piece) => piece.length > 0);
  }

  private turn(needed: number): void {
    this.full.push(this.piece.subarray(0, this.at));
    this.piece = new Uint8Array(Math.max(PIECE, needed));
    this.at = 0;
  }
}
