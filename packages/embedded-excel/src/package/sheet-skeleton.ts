/**
 * A sheet's part without its cells: a small document whose elements are looked at and replaced one by one, in the order
 * that the schema wants. Whatever is not replaced stays as it was written.
 *
 * @see ECMA-376 part 1, 18.3.1.99 (CT_Worksheet)
 */
import { ByteScanner } from './byte-scanner.ts';
import {
  child,
  childrenOf,
  openingTag,
  parseXml,
  prefixOf,
  spliced,
  withOpenRoot,
  type XmlElement,
} from './xml.ts';

const ORDER = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
  'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting ' +
  'dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks ' +
  'customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture ' +
  'oleObjects controls webPublishItems tableParts extLst'
).split(' ');

/** Where the cells stand in the bytes of a sheet's part: the whole `sheetData` element. */
export interface CellsPlace {
  readonly start: number;
  readonly end: number;
}

export class SheetSkeleton {
  private document: string;
  private parsed: XmlElement | undefined;

  constructor(document: string) {
    this.document = withOpenRoot(document);
  }

  /** The skeleton of a part, whose cells stand at `place`. */
  static of(bytes: Uint8Array, place: CellsPlace): SheetSkeleton {
    const decoder = new TextDecoder();
    const head = decoder.decode(bytes.subarray(0, place.start));
    const tail = decoder.decode(bytes.subarray(place.end));
    const scanner = new ByteScanner(bytes, place.start);
    const tag = scanner.next() ? scanner.string(place.start, scanner.at) : '<sheetData/>';
    return new SheetSkeleton(`${head}${openingTag(tag).slice(0, -1)}/>${tail}`);
  }

  get root(): XmlElement {
    this.parsed ??= parseXml(this.document);
    return this.parsed;
  }

  /** The prefix that the part's elements have, with its colon, or nothing. */
  get prefix(): string {
    return prefixOf(this.root.name);
  }

  element(local: string): XmlElement | undefined {
    return child(this.root, local);
  }

  elements(local: string): XmlElement[] {
    return childrenOf(this.root, local);
  }

  /** The element's own text. */
  source(element: XmlElement): string {
    return this.document.slice(element.start, element.end);
  }

  /** What stands inside an element, as written. */
  inner(element: XmlElement): string {
    return this.document.slice(element.contentStart, element.contentEnd);
  }

  /** Puts `text` in the place of all elements of that name; empty text takes them out. */
  replace(local: string, text: string): void {
    const old = this.elements(local);
    const [first] = old;
    const at = first?.start ?? this.placeOf(local);
    const removals = old.map(({ start, end }) => ({ start, end, text: '' }));
    this.document = spliced(this.document, [{ start: at, end: at, text }, ...removals]);
    this.parsed = undefined;
  }

  /** Declares a namespace on the root, unless it is declared already; gives the prefix that it has, without colon. */
  namespace(uri: string, wanted: string): string {
    for (const [name, value] of this.root.attributes)
      if (value === uri && name.startsWith('xmlns:')) return name.slice(6);
    const at = this.root.start + 1 + this.root.name.length;
    this.document = spliced(this.document, [{ start: at, end: at, text: ` xmlns:${wanted}="${uri}"` }]);
    this.parsed = undefined;
    return wanted;
  }

  /** What stands before the cells and after them. */
  around(): { head: string; tail: string } {
    const cells = this.element('sheetData');
    if (cells === undefined) return { head: this.document, tail: '' };
    return { head: this.document.slice(0, cells.start), tail: this.document.slice(cells.end) };
  }

  /** Where an element of that name belongs: before the first that has to follow it. */
  private placeOf(local: string): number {
    const rank = ORDER.indexOf(local);
    const follower = this.root.children.find((element) => ORDER.indexOf(element.local) > rank);
    return follower?.start ?? this.root.contentEnd;
  }
}
