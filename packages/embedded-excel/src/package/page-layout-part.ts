/**
 * A sheet's page layout in its part: `pageSetUpPr`, `pageSetup` and `headerFooter`. Paper, printer, margins and the pages
 * that differ from others stay as the file has them.
 *
 * @see ECMA-376 part 1, 18.3.1.46, 18.3.1.63 to 18.3.1.65
 */
import { edgeOf, edgeText, type PageLayout, PLAIN_PAGE } from '../model/page-layout.ts';
import type { SheetSkeleton } from './sheet-skeleton.ts';
import {
  attributeText,
  booleanAttribute,
  child,
  decodedText,
  escapeText,
  numberAttribute,
  type XmlElement,
} from './xml.ts';

export function readPageLayout(skeleton: SheetSkeleton): PageLayout {
  const setup = skeleton.element('pageSetup');
  const fits = child(skeleton.element('sheetPr'), 'pageSetUpPr');
  const isFitted = fits !== undefined && booleanAttribute(fits, 'fitToPage') === true;
  const number = (name: string, otherwise: number): number =>
    (setup && numberAttribute(setup, name)) ?? otherwise;
  const edges = skeleton.element('headerFooter');
  const edge = (local: string) => {
    const element = child(edges, local);
    return edgeOf(element === undefined ? '' : decodedText(skeleton.inner(element)));
  };
  return {
    orientation: setup?.attributes.get('orientation') === 'landscape' ? 'landscape' : 'portrait',
    scale: number('scale', PLAIN_PAGE.scale),
    fit: isFitted ? { across: number('fitToWidth', 1), down: number('fitToHeight', 1) } : undefined,
    header: edge('oddHeader'),
    footer: edge('oddFooter'),
  };
}

export function writePageLayout(skeleton: SheetSkeleton, layout: PageLayout): void {
  skeleton.replace('sheetPr', propertiesXml(skeleton, layout));
  const p = skeleton.prefix;
  const setup = {
    ...Object.fromEntries(skeleton.element('pageSetup')?.attributes ?? []),
    orientation: layout.orientation === 'portrait' ? undefined : layout.orientation,
    scale: layout.scale === PLAIN_PAGE.scale ? undefined : layout.scale,
    fitToWidth: layout.fit === undefined || layout.fit.across === 1 ? undefined : layout.fit.across,
    fitToHeight: layout.fit === undefined || layout.fit.down === 1 ? undefined : layout.fit.down,
  };
  const attributes = attributeText(setup);
  skeleton.replace('pageSetup', attributes === '' ? '' : `<${p}pageSetup${attributes}/>`);
  skeleton.replace('headerFooter', edgesXml(skeleton, layout));
}

function propertiesXml(skeleton: SheetSkeleton, { fit }: PageLayout): string {
  const p = skeleton.prefix;
  const old = skeleton.element('sheetPr');
  const others = (old?.children ?? [])
    .filter(({ local }) => local !== 'pageSetUpPr')
    .map((inner) => skeleton.source(inner));
  const attributes = attributeText({
    ...Object.fromEntries(child(old, 'pageSetUpPr')?.attributes ?? []),
    fitToPage: fit === undefined ? undefined : 1,
  });
  // The last of its children (18.3.1.82).
  const inner = others.join('') + (attributes === '' ? '' : `<${p}pageSetUpPr${attributes}/>`);
  const own = attributeText(Object.fromEntries(old?.attributes ?? []));
  return inner === '' && own === '' ? '' : `<${p}sheetPr${own}>${inner}</${p}sheetPr>`;
}

function edgesXml(skeleton: SheetSkeleton, { header, footer }: PageLayout): string {
  const p = skeleton.prefix;
  const old = skeleton.element('headerFooter');
  const others = (old?.children ?? []).filter(({ local }) => local !== 'oddHeader' && local !== 'oddFooter');
  const element = (name: string, text: string): string =>
    text === '' ? '' : `<${p}${name}>${escapeText(text)}</${p}${name}>`;
  const inner =
    element('oddHeader', edgeText(header)) +
    element('oddFooter', edgeText(footer)) +
    others.map((other: XmlElement) => skeleton.source(other)).join('');
  const attributes = attributeText(Object.fromEntries(old?.attributes ?? []));
  return inner === '' && attributes === ''
    ? ''
    : `<${p}headerFooter${attributes}>${inner}</${p}headerFooter>`;
}
