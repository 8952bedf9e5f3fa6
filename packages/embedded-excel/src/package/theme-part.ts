/** The colours of a workbook's theme, in the order in which cells count them. @see ECMA-376 part 1, 20.1.6.2 */
import { child, descendants, parseXml } from './xml.ts';

/** Cells count light before dark, the theme lists dark before light. */
const ORDER = 'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(' ');

export function readThemeColors(text: string): string[] | undefined {
  const [scheme] = descendants(parseXml(text), 'clrScheme');
  if (scheme === undefined) return undefined;
  return ORDER.map((name) => {
    const color = child(scheme, name)?.children[0];
    return (color?.attributes.get('lastClr') ?? color?.attributes.get('val') ?? '000000').toUpperCase();
  });
}
