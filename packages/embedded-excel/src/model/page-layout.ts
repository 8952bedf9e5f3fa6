/** How a sheet is printed: which way the paper lies, to how many pages it is fitted, what stands at the pages' edges. */

export interface PageLayout {
  readonly orientation: 'portrait' | 'landscape';
  /** Per cent; counts where the sheet is not fitted to pages. */
  readonly scale: number;
  /** Pages beside and below each other, 0 for as many as it takes; undefined where the sheet is scaled. */
  readonly fit: { readonly across: number; readonly down: number } | undefined;
  readonly header: PageEdge;
  readonly footer: PageEdge;
}

/** Text with Excel's codes, such as `&P` for the page's number. */
export interface PageEdge {
  readonly left: string;
  readonly center: string;
  readonly right: string;
}

const NOTHING: PageEdge = { left: '', center: '', right: '' };

export const PLAIN_PAGE: PageLayout = {
  orientation: 'portrait',
  scale: 100,
  fit: undefined,
  header: NOTHING,
  footer: NOTHING,
};

const SECTIONS = { L: 'left', C: 'center', R: 'right' } as const;

/** `&LRegrant&RPage &P` as its three sections; text before the first code is the centre's (ECMA-376 part 1, 18.3.1.46). */
export function edgeOf(text: string): PageEdge {
  const edge = { ...NOTHING };
  let section: keyof PageEdge = 'center';
  for (const [piece] of text.matchAll(/&[LCR]|&[\s\S]|[^&]+|&$/g)) {
    const code = /^&([LCR])$/.exec(piece)?.[1];
    if (code === undefined) edge[section] += piece;
    else section = SECTIONS[code as keyof typeof SECTIONS];
  }
  return edge;
}

/** The three sections as one text. */
export const edgeText = (edge: PageEdge): string =>
  Object.entries(SECTIONS)
    .map(([code, section]) => (edge[section] === '' ? '' : `&${code}${edge[section]}`))
    .join('');
