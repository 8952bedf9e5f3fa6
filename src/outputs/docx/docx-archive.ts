/**
 * A .docx package as docxtemplater takes it: an archive whose files are read and replaced as text. Written by fflate, it
 * has the same bytes each time; parts that nobody touches stay as they were.
 */
import { textOf, utf8 } from '../utf8.ts';
import { zip } from '../zip.ts';

interface ArchivedFile {
  readonly name: string;
  readonly asText: () => string;
}

export class DocxArchive {
  /** By path, as docxtemplater looks them up. */
  readonly files: Record<string, ArchivedFile> = {};
  readonly #parts: Map<string, Uint8Array>;

  constructor(parts: ReadonlyMap<string, Uint8Array>) {
    this.#parts = new Map(parts);
    for (const name of parts.keys()) this.#show(name);
  }

  /** Finds the parts of a pattern, reads a part, or replaces it. */
  file(pattern: RegExp): readonly ArchivedFile[];
  file(name: string, content?: string | Uint8Array): ArchivedFile | undefined;
  file(
    name: string | RegExp,
    content?: string | Uint8Array,
  ): readonly ArchivedFile[] | ArchivedFile | undefined {
    if (typeof name !== 'string') return Object.values(this.files).filter((file) => name.test(file.name));
    if (content === undefined) return this.files[name];
    this.#parts.set(name, typeof content === 'string' ? utf8(content) : content);
    this.#show(name);
    return this.files[name];
  }

  remove(name: string): void {
    // Its place in the package stays: a part that is removed is written again under its name.
    Reflect.deleteProperty(this.files, name);
  }

  text(name: string): string {
    return textOf(this.#parts.get(name) ?? new Uint8Array());
  }

  bytes(): Uint8Array {
    return zip(Object.fromEntries(this.#parts));
  }

  #show(name: string): void {
    this.files[name] = { name, asText: () => this.text(name) };
  }
}
